// SPDX-License-Identifier: Apache-2.0
package podium.placement;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Task;

/** Answers where a subject can go. In the realm; fast enough while the mouse moves. */
public interface PlacementService {
    /** Verdict of every node of the job's cluster for one task of the subject. */
    Map<Node, Verdict> verdicts(Subject subject);

    /** The same without what queues and quotas say: what the nodes have room for. */
    default Map<Node, Verdict> verdictsWithoutQuotas(Subject subject) {
        return verdicts(subject);
    }

    /** Verdict of every node for the pod that a controller makes in the place of this one, which still holds what it holds. */
    default Map<Node, Verdict> replacements(Task task) {
        return verdicts(new Subject(task.getJob(), List.of(task)));
    }

    /** Verdict of one target for the whole subject. */
    Verdict verdict(Subject subject, Target target);

    /** How the tasks would lie on the target; empty when they do not fit. */
    Optional<Assignment> layout(Subject subject, Target target);

    /** {@link #verdicts} step by step. */
    default IncrementalVerdicts judging(Subject subject) {
        return judging(subject, List.of());
    }

    /**
     * {@link #verdicts} step by step.
     *
     * @param first nodes that are judged before all others, as those in view; any that are not of the cluster are passed over
     */
    default IncrementalVerdicts judging(Subject subject, List<Node> first) {
        return IncrementalVerdicts.atOnce(() -> verdicts(subject));
    }

    /** {@link #verdict} step by step. */
    default IncrementalResult<Verdict> judging(Subject subject, Target target) {
        return IncrementalResult.atOnce(() -> verdict(subject, target));
    }

    /** {@link #layout} step by step. */
    default IncrementalResult<Optional<Assignment>> laying(Subject subject, Target target) {
        return IncrementalResult.atOnce(() -> layout(subject, target));
    }

    /** Why the queue of a job that runs would not admit it again once it is stopped, in words; empty: it would, as it stands. */
    default List<String> notGrantedAgain(Job job) {
        @Nullable String queue = job.getQueueName();
        return queue == null ? List.of() : readmission(job, queue).words();
    }

    /** What a queue of Kueue says of a job that is stopped and put into it, as it stands; nothing of what is not in Kueue's hands. */
    default Readmission readmission(Job job, String queue) {
        return Readmission.GRANTED;
    }

    /** Whom queue and scheduler evict at once so that all of the subject starts, each in words with what is lost. */
    List<String> evicted(Subject subject);

    /** Why the job waits, in words for the operator, most telling first. */
    List<String> whyWaiting(Job job);

    /** The same, each with who holds the job back and what would cure it. */
    default List<Obstacle> obstacles(Job job) {
        return whyWaiting(job).stream()
                .map(words -> Obstacle.of(Obstacle.By.SCHEDULER, words))
                .toList();
    }

    /** The same of one that is supposed in a cluster: what it would wait for there. */
    default List<Obstacle> obstacles(Subject supposed) {
        return obstacles(supposed.job());
    }

    /** What a task of the subject does to what is free on a node; empty: the node is not of its cluster. */
    Optional<FragmentationEffect> effect(Subject subject, Node node);

    /** What is free on a node's devices. */
    FreeDevices room(Node node);
}
