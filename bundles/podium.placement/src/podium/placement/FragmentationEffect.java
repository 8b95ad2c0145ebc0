// SPDX-License-Identifier: Apache-2.0
package podium.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import podium.core.text.CleanText;
import podium.core.text.Counted;
import podium.placement.texts.Texts;

/**
 * What one task would do to what is free on a node it fits on.
 *
 * @param stranded devices more than before that what is usually asked for here could not use; below 0: fewer
 * @param useless devices of those left that what is usually asked for here could not use, whether or not it could before
 * @param left devices free afterwards, shares counted by their part; empty: the node has none, or how much is left of them is not known
 * @param withoutCores of those left, the ones for which the node has too few cores at what is usually asked beside one
 * @param near 0 to 1: how near in the network tasks of the same job are that stay where they are
 * @param hasCompany whether it has such tasks
 * @param gets what it gets instead of the whole devices it asks for, by profile; empty: what it asks for
 * @param partsLeft free afterwards of the parts of devices that it takes, by profile; empty: it takes none, or whole devices
 */
public record FragmentationEffect(
        double stranded,
        double useless,
        OptionalDouble left,
        double withoutCores,
        double near,
        boolean hasCompany,
        Map<String, Integer> gets,
        Map<String, Integer> partsLeft) {
    public FragmentationEffect {
        gets = Map.copyOf(gets);
        partsLeft = Map.copyOf(partsLeft);
    }

    /** Of a task that takes no part of a divided device. */
    public FragmentationEffect(double stranded, double left, double withoutCores, double near, boolean hasCompany) {
        this(
                stranded,
                Math.max(0, stranded),
                OptionalDouble.of(left),
                withoutCores,
                near,
                hasCompany,
                Map.of(),
                Map.of());
    }

    /** Below this many devices a difference is not worth a word. */
    private static final double WORTH_A_WORD = 0.25;

    /** The share of the jobs usual here for which what is left is too little, from which on that is said of some, and of most. */
    private static final double SOME = 0.2;

    private static final double MOST = 0.5;

    /** The effect in a line: what speaks for the node, then what speaks against it. */
    public String words() {
        List<String> good = new ArrayList<>();
        List<String> bad = new ArrayList<>();
        if (hasCompany && near > 0) {
            good.add(
                    near == 1
                            ? Texts.of("FragmentationEffect.besideTasksOfThe")
                            : Texts.of("FragmentationEffect.nearTasksOfThe"));
        }
        if (!gets.isEmpty()) {
            bad.add(Texts.of("FragmentationEffect.getsNoWholeGpu", parts(gets)));
        }
        if (!partsLeft.isEmpty()) {
            (bad.isEmpty() ? good : bad)
                    .add(
                            partsLeft.values().stream().allMatch(count -> count == 0)
                                    ? Texts.of(
                                            "FragmentationEffect.leavesNoMore",
                                            String.join(", ", new TreeMap<>(partsLeft).keySet()))
                                    : Texts.of("FragmentationEffect.leavesFree", parts(partsLeft)));
        } else {
            left.ifPresent(gpus -> leaves(gpus, good, bad));
        }
        if (stranded <= -WORTH_A_WORD) {
            good.add(Texts.of("FragmentationEffect.takesWhatFewOther"));
        }
        String against = String.join(", ", bad);
        return good.isEmpty()
                ? against
                : bad.isEmpty()
                        ? String.join(", ", good)
                        : Texts.of("FragmentationEffect.but", String.join(", ", good), against);
    }

    private void leaves(double free, List<String> good, List<String> bad) {
        if (free < 0.005) {
            good.add(Texts.of("FragmentationEffect.fillsTheNode"));
            return;
        }
        String leaves = Texts.of("FragmentationEffect.leavesFree", gpus(free));
        int withCores = (int) (free - withoutCores);
        if (withoutCores >= WORTH_A_WORD) {
            bad.add(leaves);
            bad.add(
                    withCores == 0
                            ? Texts.of("FragmentationEffect.withTooFewCores")
                            : Texts.of("FragmentationEffect.withCoresFor", withCores));
        } else if (useless >= SOME * free) {
            bad.add(leaves);
            bad.add(
                    useless >= MOST * free
                            ? Texts.of("FragmentationEffect.tooFewForMost")
                            : Texts.of("FragmentationEffect.tooFewForSome"));
        } else {
            good.add(leaves);
        }
    }

    private static String parts(Map<String, Integer> counts) {
        return new TreeMap<>(counts)
                .entrySet().stream()
                        .map(part -> part.getValue() + " \u00d7 " + CleanText.clean(part.getKey()))
                        .collect(Collectors.joining(", "));
    }

    private static String gpus(double amount) {
        String number = Math.abs(amount - Math.rint(amount)) < 0.05
                ? Long.toString(Math.round(amount))
                : String.format(Locale.ROOT, "%.1f", amount);
        return number + " " + Counted.noun("1".equals(number) ? 1 : 2, "GPU");
    }
}
