// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.dra;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.dra.AllocatedDevice;
import podium.core.dra.DeviceId;
import podium.core.dra.NamedValues;
import podium.placement.texts.Texts;

/**
 * Finds devices of one node for claims as kube-scheduler 1.36 does (structured allocator, "incubating"): claim after claim,
 * request after request, device after device, in the order of pools, slices and devices, with every way back open. What
 * is alike is tried once, which changes nothing but the time. Used once.
 */
final class AllocationSearch {
    /** Devices a claim can have (AllocationResultsMaxSize, resource/v1). */
    static final int MOST_DEVICES = 32;

    /** Tries before the search gives up: some milliseconds. The scheduler's own limit is 10 s. */
    static final int TRIES = 20_000;

    private static final String PART = "part";

    private enum End {
        FOUND,
        NOTHING,
        /** More devices than a claim can have. */
        OVERFULL
    }

    private final NodeDevices node;
    private final AllocationState usage;
    private final NodeRequestOptions wants;
    private final List<List<ConstraintState>> rules = new ArrayList<>();
    private final SharedCounters counters;
    private final Map<DeviceId, Set<Integer>> taking = new HashMap<>();
    private final Map<DeviceId, List<Map<String, BigDecimal>>> sharing = new HashMap<>();
    private final List<List<AllocatedDevice>> chosen = new ArrayList<>();
    private final Map<NodeDevice, Object> kinds = new IdentityHashMap<>();
    private int tries;

    AllocationSearch(NodeDevices node, AllocationState usage, NodeRequestOptions wants) {
        this.node = node;
        this.usage = usage;
        this.wants = wants;
        this.counters = new SharedCounters(usage);
        for (int claim = 0; claim < wants.claims(); claim++) {
            rules.add(wants.spec(claim).constraints().stream()
                    .map(ConstraintState::new)
                    .toList());
            chosen.add(new ArrayList<>());
        }
    }

    /** True when the devices were found; they are in {@link #chosen()}. */
    boolean run() throws UnjudgedException {
        wants.count(this::enough);
        return claim(0) == End.FOUND;
    }

    List<List<AllocatedDevice>> chosen() {
        return chosen;
    }

    private End claim(int claim) throws UnjudgedException {
        tried();
        return claim >= wants.claims() ? End.FOUND : request(claim, 0);
    }

    private void tried() throws UnjudgedException {
        if (++tries > TRIES) {
            throw new UnjudgedException(
                    UnjudgedException.Verdict.TOO_MANY, Texts.of("AllocationSearch.thereAreMoreWays"));
        }
    }

    private End request(int claim, int request) throws UnjudgedException {
        if (request >= wants.requests(claim)) {
            End rest = claim(claim + 1);
            return rest == End.OVERFULL ? End.NOTHING : rest;
        }
        List<NodeRequestOption> choices = wants.choices(claim, request);
        boolean alternatives = wants.alternatives(claim, request);
        boolean overfull = true;
        for (NodeRequestOption want : choices) {
            End end = device(claim, request, want, 0, 0);
            if (end == End.FOUND || !alternatives) {
                return end;
            }
            overfull &= end == End.OVERFULL;
        }
        return overfull ? End.OVERFULL : End.NOTHING;
    }

    private End device(int claim, int request, NodeRequestOption want, int number, int from) throws UnjudgedException {
        boolean all = want.choice().all();
        if (all && want.all.isEmpty()) {
            return End.NOTHING;
        }
        if (number >= want.count) {
            return request(claim, request + 1);
        }
        if (chosen.get(claim).size() + want.count - number > MOST_DEVICES) {
            return End.OVERFULL;
        }
        if (all) {
            int place = want.all.get(number);
            if (!take(claim, want, place, true)) {
                return End.NOTHING;
            }
            End end = device(claim, request, want, number + 1, 0);
            if (end != End.FOUND) {
                giveBack(claim, want, place);
            }
            return end;
        }
        Set<Object> tried = new HashSet<>(4);
        for (int at = from; at < node.size(); at++) {
            NodeDevice entry = node.entry(at);
            if (!free(claim, want, entry)
                    || !want.selects(at)
                    || !enough(want, entry)
                    || !tried.isEmpty() && tried.contains(kind(at, entry))
                    || !take(claim, want, at, false)) {
                continue;
            }
            End end = device(claim, request, want, number + 1, at + 1);
            if (end == End.FOUND) {
                return end;
            }
            giveBack(claim, want, at);
            if (end == End.OVERFULL) {
                return end;
            }
            tried();
            @Nullable Object kind = kind(at, entry);
            if (kind != null) {
                tried.add(kind);
            }
        }
        return End.NOTHING;
    }

    private boolean free(int claim, NodeRequestOption want, NodeDevice entry) {
        Set<Integer> here = taking.getOrDefault(entry.id(), Set.of());
        return want.choice().admin()
                ? !here.contains(claim)
                : here.isEmpty() && !usage.of(entry.id()).whole();
    }

    /** Whether the device has what is asked of its capacity. */
    private boolean enough(NodeRequestOption want, NodeDevice entry) {
        return CapacityRules.enough(
                want.choice().capacity(),
                entry.device().capacity(),
                usage.of(entry.id()).consumed().orElse(Map.of()),
                sum(sharing.getOrDefault(entry.id(), List.of())));
    }

    private static Map<String, BigDecimal> sum(List<Map<String, BigDecimal>> parts) {
        Map<String, BigDecimal> sum = new HashMap<>();
        parts.forEach(part -> part.forEach((name, amount) -> sum.merge(name, amount, BigDecimal::add)));
        return sum;
    }

    private boolean take(int claim, NodeRequestOption want, int place, boolean must) throws UnjudgedException {
        NodeDevice entry = node.entry(place);
        boolean shared = entry.device().shared();
        boolean admin = want.choice().admin();
        if (!(shared && admin) && !free(claim, want, entry)) {
            return false;
        }
        boolean inUse = shared && (usage.of(entry.id()).consumed().isPresent() || sharing.containsKey(entry.id()));
        // as in the scheduler, counters are taken before the next rules and not given back when these refuse
        if (!inUse && !entry.device().counters().isEmpty() && !counters.take(node.pool(place), entry)
                || entry.keepsOff(want.choice().tolerations()) != null
                || !keepsRules(claim, want, entry, must)
                || !enough(want, entry)) {
            return false;
        }
        NamedValues<BigDecimal> consumed = NamedValues.none();
        if (shared) {
            Map<String, BigDecimal> parts = CapacityRules.consumed(
                    want.choice().capacity(), entry.device().capacity());
            sharing.computeIfAbsent(entry.id(), id -> new ArrayList<>(2)).add(parts);
            consumed = NamedValues.of(parts);
        } else {
            taking.computeIfAbsent(entry.id(), id -> new HashSet<>(2)).add(claim);
        }
        chosen.get(claim).add(new AllocatedDevice(want.name(), entry.id(), admin, shared ? PART : "", consumed));
        return true;
    }

    private boolean keepsRules(int claim, NodeRequestOption want, NodeDevice entry, boolean must)
            throws UnjudgedException {
        List<ConstraintState> of = rules.get(claim);
        for (int i = 0; i < of.size(); i++) {
            if (!of.get(i).add(want, entry)) {
                if (must) {
                    throw new UnjudgedException(
                            UnjudgedException.Verdict.REFUSED,
                            Texts.of(
                                    "AllocationSearch.oneOfAllDevicesBreaksItsRule",
                                    entry.id().device(),
                                    of.get(i).constraint().attribute()));
                }
                for (int added = 0; added < i; added++) {
                    of.get(added).remove(want);
                }
                return false;
            }
        }
        return true;
    }

    private void giveBack(int claim, NodeRequestOption want, int place) {
        NodeDevice entry = node.entry(place);
        rules.get(claim).forEach(rule -> rule.remove(want));
        chosen.get(claim).removeLast();
        if (entry.device().shared()) {
            List<Map<String, BigDecimal>> parts = sharing.getOrDefault(entry.id(), new ArrayList<>());
            parts.removeLast();
            if (parts.isEmpty()) {
                sharing.remove(entry.id());
            }
            return;
        }
        Set<Integer> here = taking.get(entry.id());
        if (here != null) {
            here.remove(claim);
        }
        if (!entry.device().counters().isEmpty()) {
            counters.giveBack(node.pool(place), entry);
        }
    }

    /** What is equal for devices that are interchangeable to all requests; null: it is like no other. */
    private @Nullable Object kind(int at, NodeDevice entry) {
        return entry.plain()
                ? kinds.computeIfAbsent(
                        entry, one -> List.of(usage.of(one.id()).whole(), wants.kind(at, one, this::enough)))
                : null;
    }
}
