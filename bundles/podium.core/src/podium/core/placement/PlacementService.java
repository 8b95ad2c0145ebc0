// SPDX-License-Identifier: Apache-2.0
package podium.core.placement;

import java.util.Map;
import java.util.Optional;
import podium.model.fleet.Node;

/** Answers where a subject can go. In the realm; fast enough while the mouse moves. */
public interface PlacementService {
    /** Verdict of every node of the job's cluster for one task of the subject. */
    Map<Node, Verdict> verdicts(Subject subject);

    /** Verdict of one target for the whole subject. */
    Verdict verdict(Subject subject, Target target);

    /** How the tasks would lie on the target; empty when they do not fit. */
    Optional<Assignment> layout(Subject subject, Target target);

    /** Why the job waits, in words for the operator, most telling first. */
    java.util.List<String> whyWaiting(podium.model.fleet.Job job);
}
