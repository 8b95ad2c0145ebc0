// SPDX-License-Identifier: Apache-2.0
package podium.placement.advice;

import java.util.Comparator;
import podium.core.text.NaturalOrder;
import podium.model.fleet.Node;
import podium.placement.Reason;
import podium.placement.Target;
import podium.placement.Verdict;

/**
 * A place for a job, with its verdict for all of it.
 *
 * @param reason why it is good, in a line; why not where it does not fit
 */
public record RankedPlace(Target target, Verdict verdict, String reason) {
    /** What fits first, and not on a cordoned node, then the better verdict, nodes first, then the name. */
    public static final Comparator<RankedPlace> BEST_FIRST = Comparator.comparing(
                    (RankedPlace place) -> place.verdict().fit())
            .thenComparing(place -> place.verdict().fit().takes() && place.isCordoned())
            .thenComparing(RankedPlace::verdict, Verdict.BEST_FIRST)
            .thenComparing(place -> place.target() instanceof Target.OnDomain)
            .thenComparing(RankedPlace::name, new NaturalOrder());

    /** Whether it is a node that somebody took out of service: what is placed there waits, or is not wanted there. */
    public boolean isCordoned() {
        return target instanceof Target.OnNode(Node node) && node.isUnschedulable()
                || verdict.why().stream().anyMatch(reason -> reason.kind() == Reason.Kind.CORDON);
    }

    /** Name of the node or domain. */
    public String name() {
        return switch (target) {
            case Target.OnNode on -> on.node().getName();
            case Target.OnDomain on -> on.domain().getName();
        };
    }

    /** Word for what it is: node, or the level of the domain. */
    public String level() {
        return switch (target) {
            case Target.OnNode _ -> "node";
            case Target.OnDomain on -> on.domain().getLevel();
        };
    }
}
