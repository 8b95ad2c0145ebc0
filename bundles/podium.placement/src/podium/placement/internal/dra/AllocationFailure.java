// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.dra;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.dra.Attribute;
import podium.core.dra.DeviceChoice;
import podium.core.dra.QuantityText;
import podium.core.text.CleanText;
import podium.placement.texts.Texts;

/** Why claims find no devices on a node: the first request that cannot be met even alone, else what the requests break together. */
final class AllocationFailure {
    private final NodeDevices node;
    private final AllocationState usage;
    private final NodeRequestOptions wants;
    private final ClaimNames users;
    private final Map<NodeRequestOption, DeviceTally> tallies = new IdentityHashMap<>(4);

    AllocationFailure(NodeDevices node, AllocationState usage, NodeRequestOptions wants, ClaimNames users) {
        this.node = node;
        this.usage = usage;
        this.wants = wants;
        this.users = users;
    }

    String words() throws UnjudgedException {
        for (int claim = 0; claim < wants.claims(); claim++) {
            for (int request = 0; request < wants.requests(claim); request++) {
                List<NodeRequestOption> choices = wants.choices(claim, request);
                boolean possible = false;
                for (NodeRequestOption want : choices) {
                    possible |= missing(want, tally(want)) <= 0;
                }
                if (!possible) {
                    return who(claim) + request(choices) + pools();
                }
            }
        }
        for (int claim = 0; claim < wants.claims(); claim++) {
            for (ConstraintState rule : wants.spec(claim).constraints().stream()
                    .map(ConstraintState::new)
                    .toList()) {
                for (int request = 0; request < wants.requests(claim); request++) {
                    NodeRequestOption want = wants.choices(claim, request).getFirst();
                    String broken = rule.concerns(want) ? broken(rule, want) : "";
                    if (!broken.isEmpty()) {
                        return who(claim) + broken + pools();
                    }
                }
            }
        }
        return together() + pools();
    }

    private DeviceTally tally(NodeRequestOption want) throws UnjudgedException {
        @Nullable DeviceTally known = tallies.get(want);
        if (known != null) {
            return known;
        }
        DeviceTally fresh = DeviceTally.of(node, usage, want, users);
        tallies.put(want, fresh);
        return fresh;
    }

    private String who(int claim) {
        return wants.claims() == 1 ? "" : CleanText.clean(wants.claim(claim).words()) + " ";
    }

    /** Devices that are too few; 0 or less: there are enough. */
    private static long missing(NodeRequestOption want, DeviceTally tally) {
        long asked = want.choice().all()
                ? Math.max(1, tally.matching())
                : want.choice().count();
        return asked - tally.free().size();
    }

    private String request(List<NodeRequestOption> choices) throws UnjudgedException {
        NodeRequestOption first = choices.getFirst();
        DeviceTally tally = tally(first);
        StringBuilder text = new StringBuilder("asks for ").append(first.words());
        text.append("; the node has ").append(tally.matching() == 0 ? "none" : "" + tally.matching());
        String left = tally.words();
        if (!left.isEmpty()) {
            text.append(", ").append(left);
        }
        if (choices.size() > 1) {
            text.append(Texts.of("AllocationFailure.norCanIts"))
                    .append(
                            choices.size() == 2
                                    ? Texts.of("AllocationFailure.otherChoice")
                                    : Texts.of("AllocationFailure.otherChoices", choices.size() - 1))
                    .append(Texts.of("AllocationFailure.beMet"))
                    .append(choices.stream()
                            .skip(1)
                            .map(NodeRequestOption::words)
                            .collect(Collectors.joining(", ")));
        }
        return text.toString();
    }

    /** What a choice asks for. */
    static String asked(DeviceChoice choice) {
        List<String> shares = new ArrayList<>();
        choice.capacity()
                .forEach((name, amount) ->
                        shares.add(Texts.of("AllocationFailure.ofIts", QuantityText.words(amount), name)));
        return Texts.of(
                "AllocationFailure.ofClass",
                choice.all()
                        ? Texts.of("AllocationFailure.allDevices")
                        : choice.count() == 1
                                ? Texts.of("AllocationFailure.device")
                                : Texts.of("AllocationFailure.devices", choice.count()),
                CleanText.clean(choice.deviceClass()),
                CleanText.clean(SelectorText.of(choice.selectors())),
                shares.isEmpty()
                        ? ""
                        : Texts.of(
                                "AllocationFailure.eachWith", String.join(Texts.of("AllocationFailure.and"), shares)));
    }

    /** How a rule keeps a request alone from its devices; empty: it does not. */
    private String broken(ConstraintState rule, NodeRequestOption want) throws UnjudgedException {
        String attribute = rule.constraint().attribute();
        Map<Attribute, Integer> groups = new HashMap<>();
        for (NodeDevice entry : tally(want).free()) {
            @Nullable Attribute value = entry.attribute(attribute);
            if (value != null) {
                groups.merge(value, 1, Integer::sum);
            }
        }
        long count =
                want.choice().all() ? tally(want).matching() : want.choice().count();
        int most = rule.constraint().distinct()
                ? groups.size()
                : groups.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return most >= count
                ? ""
                : "asks for " + want.words()
                        + (rule.constraint().distinct()
                                ? Texts.of("AllocationFailure.eachOfAnother")
                                : Texts.of("AllocationFailure.allOfOne"))
                        + CleanText.clean(attribute) + "; the node has "
                        + (rule.constraint().distinct()
                                ? Texts.of("AllocationFailure.freeOnesOf", most)
                                : Texts.of("AllocationFailure.atMostFreeOnes", most));
    }

    private String together() throws UnjudgedException {
        List<String> asked = new ArrayList<>();
        List<NodeDevice> free = List.of();
        boolean rules = false;
        for (int claim = 0; claim < wants.claims(); claim++) {
            for (int request = 0; request < wants.requests(claim); request++) {
                NodeRequestOption first = wants.choices(claim, request).getFirst();
                asked.add(first.words());
                free = tally(first).free();
            }
            rules |= !wants.spec(claim).constraints().isEmpty();
        }
        if (asked.size() == 1
                && free.stream().anyMatch(entry -> !entry.device().counters().isEmpty())) {
            return "asks for " + asked.getFirst() + "; the node has " + free.size()
                    + " to cut from its devices, but not so many at once";
        }
        if (asked.size() == 1) {
            return "asks for " + asked.getFirst() + "; no choice of the node's free ones meets it";
        }
        return "asks for " + String.join(Texts.of("AllocationFailure.and"), asked)
                + "; the node can meet each alone, but not together"
                + (rules ? Texts.of("AllocationFailure.byTheRulesBetween") : "");
    }

    private String pools() {
        StringBuilder faults = new StringBuilder();
        for (DevicePool pool : node.pools()) {
            if (!pool.fault().isEmpty()) {
                faults.append(Texts.of("AllocationFailure.pool")).append(CleanText.clean(pool.name()));
                faults.append(Texts.of("AllocationFailure.of")).append(CleanText.clean(pool.driver()));
                faults.append(' ').append(CleanText.clean(pool.fault()));
            }
        }
        return faults.toString();
    }
}
