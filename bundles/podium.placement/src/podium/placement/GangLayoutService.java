// SPDX-License-Identifier: Apache-2.0
package podium.placement;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Task;

/**
 * Judges a gang that an operator lays out rank by rank. A layout is a proposal: nothing of it is in the cluster before it is
 * committed. In the realm; fast enough while the mouse moves.
 */
public interface GangLayoutService {
    /** The gate that holds a pod until an operator placed it (KEP-3521). */
    String GATE = "podium.placement/manual";

    /** The tasks of a job that wait at the gate, in order of rank. */
    List<Rank> ranks(Job job);

    /** What is to be said of a proposal as a whole, with the fleet as it is now. */
    LayoutAppraisal appraise(Job job, Map<Task, Node> proposal);

    /**
     * Verdict of every node of the job's cluster for one of the tasks that are moved, beside the others of the proposal.
     *
     * @param proposal where the tasks lie; those that are moved count as picked up
     */
    Map<Node, Verdict> verdicts(Subject moved, Map<Task, Node> proposal);

    /** Verdict of one target for all tasks that are moved, beside the others of the proposal. */
    Verdict verdict(Subject moved, Target target, Map<Task, Node> proposal);

    /**
     * The best layout beside the others of the proposal, of as many of the tasks as the target takes, the first in rank first.
     *
     * @param target empty: the whole cluster
     * @return empty: not one of them fits
     */
    Map<Task, Node> layout(Subject moved, Optional<Target> target, Map<Task, Node> proposal);
}
