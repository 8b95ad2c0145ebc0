// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.dra;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.dra.Attribute;
import podium.placement.internal.dra.cel.DeviceSelector;
import podium.placement.internal.dra.cel.SelectorResult;

/**
 * The devices that can be had on a node, in the order in which the scheduler tries them, with what selectors say of them and
 * which of them somebody has. As long as nothing of it changes, a selector is asked once of each.
 */
public final class NodeDevices {
    /** Devices that fit into one word of bits; a node with more is judged device by device. */
    private static final int WORD = Long.SIZE;
    /** Selectors whose answers are kept. */
    private static final int SELECTORS = 16;

    private static final int NO_VALUE = 254;
    /** Of a type that equals nothing. */
    private static final int NOT_KNOWN = 255;

    private final List<DevicePool> pools;
    private final List<NodeDevice> entries = new ArrayList<>();
    private final List<DevicePool> poolOf = new ArrayList<>();
    /** By selector, which is found by being the same object: there are few. */
    private final List<Answers> answers = new ArrayList<>(2);
    /** By attribute: which devices have equal values. */
    private Map<String, long[]> alike = Map.of();

    private @Nullable Optional<DeviceShapes> build;

    /** Devices of which nothing but a holder and a taint matters; those with a taint. */
    private long plain;

    private long tainted;
    private long reachable;
    private long intricate;
    private long held;
    private long heldAt = -1;
    /** Who has each device, as of the same time; empty: not looked at yet. */
    private DeviceUsage[] holdings = {};

    /** What a selector says of each device: yes, or that it fails. */
    private record Answers(DeviceSelector selector, long yes, long failed) {}

    NodeDevices(List<DevicePool> pools) {
        this.pools = pools;
        for (DevicePool pool : pools) {
            if (pool.fault().isEmpty()) {
                for (NodeDevice entry : pool.entries()) {
                    entries.add(entry);
                    poolOf.add(pool);
                }
            }
        }
        for (int at = 0; at < entries.size() && small(); at++) {
            NodeDevice entry = entries.get(at);
            plain |= bit(at, entry.plain() && entry.device().awaited().isEmpty() && !governed(entry));
            tainted |= bit(at, !entry.taints().isEmpty());
            intricate |= bit(at, !entry.plain());
            reachable |= bit(at, entry.reachable());
        }
    }

    private static boolean governed(NodeDevice entry) {
        boolean[] found = {false};
        entry.device()
                .capacity()
                .forEach((name, capacity) -> found[0] |= capacity.policy().isPresent());
        return found[0];
    }

    private static long bit(int at, boolean set) {
        return set ? 1L << at : 0;
    }

    List<DevicePool> pools() {
        return pools;
    }

    int size() {
        return entries.size();
    }

    NodeDevice entry(int at) {
        return entries.get(at);
    }

    DevicePool pool(int at) {
        return poolOf.get(at);
    }

    /** True when no device there is. */
    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /** True when the answers of all devices fit into one word. */
    boolean small() {
        return entries.size() <= WORD;
    }

    long plain() {
        return plain;
    }

    /** Nothing of this device matters but who has it and its taints; false as well where there are many. */
    boolean isPlain(int at) {
        return small() && (plain & 1L << at) != 0;
    }

    long tainted() {
        return tainted;
    }

    long reachable() {
        return reachable;
    }

    /** Devices that can be had in parts, or that are cut from counters. */
    long intricate() {
        return intricate;
    }

    /** How its few devices are made; empty: there are many, or they are like no other node's. */
    Optional<DeviceShapes> build() {
        Optional<DeviceShapes> known = build;
        if (known == null) {
            known = small() ? DeviceShapes.of(pools) : Optional.empty();
            build = known;
        }
        return known;
    }

    /** Takes an equal one, so that the two are one. */
    void build(DeviceShapes equal) {
        build = Optional.of(equal);
    }

    /** Of each of a few devices, eight in a word, a number for its value of an attribute. */
    long[] alike(String attribute) {
        long[] known = alike.get(attribute);
        if (known == null) {
            known = compare(attribute);
            if (alike.size() >= SELECTORS || alike.isEmpty()) {
                alike = new HashMap<>(2);
            }
            alike.put(attribute, known);
        }
        return known;
    }

    private long[] compare(String attribute) {
        Map<Attribute, Integer> numbers = new HashMap<>();
        long[] words = new long[(entries.size() + 7) / 8];
        for (int at = 0; at < entries.size(); at++) {
            @Nullable Attribute value = entries.get(at).attribute(attribute);
            int number = value == null
                    ? NO_VALUE
                    : value instanceof Attribute.Other
                            ? NOT_KNOWN
                            : numbers.computeIfAbsent(value, it -> numbers.size());
            words[at / 8] |= (long) number << at % 8 * 8;
        }
        return words;
    }

    /** Devices that a selector selects. */
    long yes(DeviceSelector selector) {
        return answers(selector).yes();
    }

    /** Devices on which a selector fails. */
    long failed(DeviceSelector selector) {
        return answers(selector).failed();
    }

    /** What a selector says of one device. */
    SelectorResult answer(DeviceSelector selector, int at) {
        NodeDevice entry = entries.get(at);
        if (small()) {
            Answers known = answers(selector);
            if ((known.failed() & 1L << at) == 0) {
                return (known.yes() & 1L << at) != 0 ? SelectorResult.YES : SelectorResult.NO;
            }
        }
        return selector.of(entry.id().driver(), entry.device());
    }

    private Answers answers(DeviceSelector selector) {
        for (int i = 0; i < answers.size(); i++) {
            if (answers.get(i).selector() == selector) {
                return answers.get(i);
            }
        }
        return ask(selector);
    }

    private Answers ask(DeviceSelector selector) {
        long yes = 0;
        long failed = 0;
        for (int at = 0; at < entries.size(); at++) {
            NodeDevice entry = entries.get(at);
            SelectorResult answer = selector.of(entry.id().driver(), entry.device());
            yes |= bit(at, answer.matches());
            failed |= bit(at, !answer.error().isEmpty());
        }
        if (answers.size() >= SELECTORS) {
            answers.clear();
        }
        Answers all = new Answers(selector, yes, failed);
        answers.add(all);
        return all;
    }

    /** Devices that somebody has in whole, as the index knows it at this epoch. */
    long held(DeviceIndex index, long epoch) {
        look(index, epoch);
        return held;
    }

    /** Who has a device, as the index knows it at this epoch. */
    DeviceUsage holding(int at, DeviceIndex index, long epoch) {
        look(index, epoch);
        return holdings[at];
    }

    private void look(DeviceIndex index, long epoch) {
        if (heldAt != epoch) {
            held = 0;
            holdings = holdings.length == 0 ? new DeviceUsage[entries.size()] : holdings;
            for (int at = 0; at < entries.size(); at++) {
                holdings[at] = index.holding(entries.get(at).id());
                held |= bit(at, holdings[at].whole());
            }
            heldAt = epoch;
        }
    }

    /** Somebody else has one of them now. */
    void forgetHeld() {
        heldAt = -1;
    }
}
