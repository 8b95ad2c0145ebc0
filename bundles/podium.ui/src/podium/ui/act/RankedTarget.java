// SPDX-License-Identifier: Apache-2.0
package podium.ui.act;

import java.util.Comparator;
import podium.core.placement.Target;
import podium.core.placement.Verdict;

/**
 * A target with its verdict, as a list of targets shows it.
 *
 * @param reason why it is good, or why it does not fit, in a line
 */
public record RankedTarget(Target target, Verdict verdict, String reason) {
    /** What fits first, then the better score, then the name. */
    public static final Comparator<RankedTarget> BEST_FIRST = Comparator.comparing(
                    (RankedTarget ranked) -> ranked.verdict().fit())
            .thenComparing(Comparator.comparingDouble(
                            (RankedTarget ranked) -> ranked.verdict().score())
                    .reversed())
            .thenComparing(RankedTarget::name);

    /** Name of the node or domain. */
    public String name() {
        return switch (target) {
            case Target.OnNode on -> on.node().getName();
            case Target.OnDomain on -> on.domain().getName();
        };
    }

    /** Word for what the target is: node, or the level of the domain. */
    public String level() {
        return switch (target) {
            case Target.OnNode _ -> "node";
            case Target.OnDomain on -> on.domain().getLevel();
        };
    }
}
