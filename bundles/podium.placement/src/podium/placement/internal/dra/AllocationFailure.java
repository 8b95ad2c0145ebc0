// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.dra;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    DeviceShortage find() throws UnjudgedException {
        for (int claim = 0; claim < wants.claims(); claim++) {
            for (int request = 0; request < wants.requests(claim); request++) {
                List<NodeRequestOption> choices = wants.choices(claim, request);
                boolean possible = false;
                for (NodeRequestOption want : choices) {
                    possible |= missing(want, tally(want)) <= 0;
                }
                if (!possible) {
                    return request(claim, choices);
                }
            }
        }
        for (int claim = 0; claim < wants.claims(); claim++) {
            for (ConstraintState rule : wants.spec(claim).constraints().stream()
                    .map(ConstraintState::new)
                    .toList()) {
                for (int request = 0; request < wants.requests(claim); request++) {
                    NodeRequestOption want = wants.choices(claim, request).getFirst();
                    Optional<DeviceShortage> broken =
                            rule.concerns(want) ? broken(claim, rule, want) : Optional.empty();
                    if (broken.isPresent()) {
                        return broken.get();
                    }
                }
            }
        }
        return together();
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

    private String asks(int claim, String what) {
        return wants.claims() == 1
                ? Texts.of("AllocationFailure.asksFor", what)
                : Texts.of(
                        "AllocationFailure.claimAsksFor",
                        CleanText.clean(wants.claim(claim).words()),
                        what);
    }

    private DeviceShortage shortage(String words, String rule) {
        return shortage(words, rule, Optional.empty());
    }

    private DeviceShortage shortage(String words, String rule, Optional<DeviceShortage.Few> few) {
        return new DeviceShortage(pools(words), rule, few);
    }

    /** Devices that are too few; 0 or less: there are enough. */
    private static long missing(NodeRequestOption want, DeviceTally tally) {
        long asked = want.choice().all()
                ? Math.max(1, tally.matching())
                : want.choice().count();
        return asked - tally.free().size();
    }

    private DeviceShortage request(int claim, List<NodeRequestOption> choices) throws UnjudgedException {
        String asks = asks(claim, choices.getFirst().words());
        DeviceTally tally = tally(choices.getFirst());
        String left = tally.words();
        String has = tally.matching() == 0
                ? Texts.of("AllocationFailure.theNodeHasNone", asks)
                : left.isEmpty()
                        ? Texts.of("AllocationFailure.theNodeHas", asks, tally.matching())
                        : Texts.of("AllocationFailure.theNodeHasAndWhereTheyAre", asks, tally.matching(), left);
        long count = choices.getFirst().choice().all()
                ? 1
                : choices.getFirst().choice().count();
        boolean few = tally.matching() < count && choices.size() == 1;
        String others = choices.stream().skip(1).map(NodeRequestOption::words).collect(Collectors.joining(", "));
        return shortage(
                choices.size() == 1
                        ? has
                        : choices.size() == 2
                                ? Texts.of("AllocationFailure.norCanItsOtherChoice", has, others)
                                : Texts.of("AllocationFailure.norCanItsOtherChoices", has, choices.size() - 1, others),
                tally.matching() == 0
                        ? Texts.of("AllocationFailure.noneThere", asks)
                        : few
                                ? Texts.of("AllocationFailure.fewerInAll", asks)
                                : Texts.of("AllocationFailure.notEnoughFree", asks),
                few
                        ? Optional.of(new DeviceShortage.Few(choices.getFirst().words(), count, tally.matching()))
                        : Optional.empty());
    }

    /** What a choice asks for. */
    static String asked(DeviceChoice choice) {
        List<String> shares = new ArrayList<>();
        choice.capacity()
                .forEach((name, amount) ->
                        shares.add(Texts.of("AllocationFailure.ofIts", QuantityText.words(amount), name)));
        String deviceClass = CleanText.clean(choice.deviceClass());
        String devices = choice.all()
                ? Texts.of("AllocationFailure.allDevicesOfClass", deviceClass)
                : choice.count() == 1
                        ? Texts.of("AllocationFailure.deviceOfClass", deviceClass)
                        : Texts.of("AllocationFailure.devicesOfClass", choice.count(), deviceClass);
        String selected = SelectorText.of(choice.selectors());
        String asked = selected.isEmpty()
                ? devices
                : Texts.of("AllocationFailure.withWhatIsSelected", devices, CleanText.clean(selected));
        return shares.isEmpty()
                ? asked
                : Texts.of("AllocationFailure.eachWith", asked, String.join(Texts.of("AllocationFailure.and"), shares));
    }

    /** How a rule keeps a request alone from its devices; empty: it does not. */
    private Optional<DeviceShortage> broken(int claim, ConstraintState rule, NodeRequestOption want)
            throws UnjudgedException {
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
        if (most >= count) {
            return Optional.empty();
        }
        String asks = asks(claim, want.words());
        String of = CleanText.clean(attribute);
        return Optional.of(
                rule.constraint().distinct()
                        ? shortage(
                                Texts.of("AllocationFailure.eachOfAnotherTheNodeHas", asks, of, most),
                                Texts.of("AllocationFailure.eachOfAnotherNotEnoughFree", asks, of))
                        : shortage(
                                Texts.of("AllocationFailure.allOfOneTheNodeHas", asks, of, most),
                                Texts.of("AllocationFailure.allOfOneNotEnoughFree", asks, of)));
    }

    private DeviceShortage together() throws UnjudgedException {
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
        String asks = Texts.of("AllocationFailure.asksFor", String.join(Texts.of("AllocationFailure.and"), asked));
        if (asked.size() == 1
                && free.stream().anyMatch(entry -> !entry.device().counters().isEmpty())) {
            return shortage(
                    Texts.of("AllocationFailure.notSoManyAtOnce", asks, free.size()),
                    Texts.of("AllocationFailure.notEnoughFree", asks));
        }
        if (asked.size() == 1) {
            String none = Texts.of("AllocationFailure.noChoiceOfTheFreeOnes", asks);
            return shortage(none, none);
        }
        return shortage(
                rules
                        ? Texts.of("AllocationFailure.notTogetherByTheRules", asks)
                        : Texts.of("AllocationFailure.notTogether", asks),
                Texts.of("AllocationFailure.notAll", asks));
    }

    /** @param words what is said besides */
    private String pools(String words) {
        String said = words;
        for (DevicePool pool : node.pools()) {
            if (!pool.fault().isEmpty()) {
                said = Texts.of(
                        "AllocationFailure.andAFaultOfThePool",
                        said,
                        CleanText.clean(pool.name()),
                        CleanText.clean(pool.driver()),
                        CleanText.clean(pool.fault()));
            }
        }
        return said;
    }
}
