// SPDX-License-Identifier: Apache-2.0
package podium.placement.advice;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.eclipse.emf.ecore.EObject;
import podium.model.fleet.Cluster;
import podium.model.fleet.Node;
import podium.placement.Obstacle.Cure;
import podium.placement.Subject;

/** What could be done, and why. Nothing is done. In the realm. */
public interface AdviceService {
    /**
     * Every node and domain of the job's cluster, best first. Of those that fit, the first hundred have their reason in
     * words; of those that do not, the first reason.
     */
    List<RankedPlace> places(Subject subject);

    /** The first of {@link #places}; empty: it fits nowhere. */
    Optional<RankedPlace> best(Subject subject);

    /**
     * The first of {@link #places} that differ, a little at a time: for whoever has only a part of a frame.
     *
     * @param most how many are wanted, at least 1
     */
    Ranking ranking(Subject subject, int most);

    /** The cluster's slots, then those of each domain, outer before inner, in the order of the tree. */
    List<Slots> byDomain(Cluster cluster);

    /**
     * How many slots of one size the cluster and each of its domains have, as {@link Slots} counts them; of any size. One
     * pass over the nodes.
     *
     * @param gpus size of the slot, at least 1
     */
    Map<EObject, Integer> slots(Cluster cluster, int gpus);

    /**
     * The same for one job, by what its verdicts say: of nodes that keep the usual work off, those that take it count too, and so do
     * those that give it slices or shares.
     *
     * @param tasks how many of its tasks a node takes; {@link Integer#MAX_VALUE}: one, and as many others as it has slots
     */
    Map<EObject, Integer> slots(Cluster cluster, int gpus, ToIntFunction<Node> tasks);

    /**
     * The least set of moves that frees a slot, the cheapest among equals.
     *
     * @param where a cluster, a domain or a node
     * @param gpus size of the slot, at least 1
     * @return empty: no set of moves was found that frees it
     */
    Optional<SlotMoves> relief(EObject where, int gpus);

    /**
     * The moves by which others make room for what waits, few and cheap ones first.
     *
     * @return empty: the cure is no move of others, or not all of them would find another node now
     */
    Optional<CureMoves> moves(Cure cure);
}
