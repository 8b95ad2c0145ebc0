// SPDX-License-Identifier: Apache-2.0
package podium.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import podium.core.text.Counted;
import podium.placement.texts.Texts;

/**
 * What one task would do to what is free on a node it fits on.
 *
 * @param stranded devices more than before that what is usually asked for here could not use; below 0: fewer
 * @param left devices free afterwards, shares counted by their part
 * @param withoutCores of those left, the ones for which the node has too few cores at what is usually asked beside one
 * @param near 0 to 1: how near in the network tasks of the same job are that stay where they are
 * @param hasCompany whether it has such tasks
 */
public record FragmentationEffect(double stranded, double left, double withoutCores, double near, boolean hasCompany) {
    /** Below this many devices a difference is not worth a word. */
    private static final double WORTH_A_WORD = 0.25;

    /** The effect in a line, the telling part first. */
    public String words() {
        List<String> words = new ArrayList<>();
        if (hasCompany && near > 0) {
            words.add(
                    near == 1
                            ? Texts.of("FragmentationEffect.besideTasksOfThe")
                            : Texts.of("FragmentationEffect.nearTasksOfThe"));
        }
        if (left < 0.005) {
            words.add(Texts.of("FragmentationEffect.fillsTheNode"));
        } else {
            words.add(Texts.of("FragmentationEffect.leavesFree", gpus(left)));
            if (withoutCores >= WORTH_A_WORD) {
                words.add(Texts.of("FragmentationEffect.ofThemShortOf", gpus(withoutCores)));
            }
        }
        if (stranded >= WORTH_A_WORD) {
            words.add(Texts.of("FragmentationEffect.strands", gpus(stranded)));
        } else if (stranded <= -WORTH_A_WORD) {
            words.add(Texts.of("FragmentationEffect.takesWhatFewOther"));
        }
        return String.join(", ", words);
    }

    private static String gpus(double amount) {
        String number = Math.abs(amount - Math.rint(amount)) < 0.05
                ? Long.toString(Math.round(amount))
                : String.format(Locale.ROOT, "%.1f", amount);
        return number + " " + Counted.noun("1".equals(number) ? 1 : 2, "GPU");
    }
}
