// SPDX-License-Identifier: Apache-2.0
package podium.placement.advice;

import java.util.Comparator;
import java.util.Optional;
import podium.core.text.NaturalOrder;
import podium.model.fleet.Node;
import podium.placement.PreemptionCost;
import podium.placement.Reason;
import podium.placement.Target;
import podium.placement.Verdict;

/**
 * A place for a job, with its verdict for all of it.
 *
 * @param reason why it is good, in a line; why not where it does not fit
 */
public record RankedPlace(Target target, Verdict verdict, String reason) {
    /**
     * What fits first, and not on a cordoned node, then where evicting others costs least, then the better score, then where more of
     * its tasks fit, nodes first, then the name.
     */
    public static final Comparator<RankedPlace> BEST_FIRST = Comparator.comparing(
                    (RankedPlace place) -> place.verdict().fit())
            .thenComparing(place -> place.verdict().fit().takes() && place.isCordoned())
            .thenComparing(RankedPlace::compareCosts)
            .thenComparing(Comparator.comparingDouble(
                            (RankedPlace place) -> place.verdict().score())
                    .reversed())
            .thenComparing(Comparator.comparingInt(
                            (RankedPlace place) -> place.verdict().tasksThatFit())
                    .reversed())
            .thenComparing(place -> place.target() instanceof Target.OnDomain)
            .thenComparing(RankedPlace::name, new NaturalOrder());

    private static int compareCosts(RankedPlace one, RankedPlace other) {
        Optional<PreemptionCost> cost = one.verdict.cost();
        Optional<PreemptionCost> others = other.verdict.cost();
        return cost.isPresent() && others.isPresent()
                ? cost.get().compareTo(others.get())
                : Boolean.compare(cost.isPresent(), others.isPresent());
    }

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
