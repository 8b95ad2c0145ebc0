// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.drain;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.Nullable;
import podium.model.fleet.Job;
import podium.model.fleet.Task;
import podium.operation.drain.DrainRequest;
import podium.operation.internal.plan.KueueTurns;
import podium.operation.texts.Texts;
import podium.placement.PlacementService;

/**
 * Jobs that a drain stops through Kueue and queues again. What its queue would not admit again as it stands is evicted pod by pod
 * instead: its Workload keeps its quota, and its controller makes new pods.
 */
final class Requeues {
    private final DrainRequest request;
    private final PlacementService placement;
    private final Map<Job, Optional<String>> refused = new HashMap<>();
    private final Map<Job, List<String>> checks = new HashMap<>();

    Requeues(DrainRequest request, PlacementService placement) {
        this.request = request;
        this.placement = placement;
    }

    /** Whether it is stopped and queued again. */
    boolean goes(@Nullable Job job) {
        return job != null
                && request.deactivate()
                && JobKinds.isQueued(job)
                && refusal(job).isEmpty();
    }

    /** Those of the pods that go. */
    List<Job> of(List<Task> victims) {
        return victims.stream()
                .flatMap(task -> Stream.ofNullable(task.getJob()))
                .filter(this::goes)
                .distinct()
                .toList();
    }

    /** Why its queue would not admit it again; empty: it would. */
    Optional<String> refusal(Job job) {
        return refused.computeIfAbsent(
                job, it -> placement.notGrantedAgain(it).stream().findFirst());
    }

    /** What is evicted although it was to be queued again, and what may get the quota of what is, a sentence each. */
    Set<String> warnings(List<Task> victims) {
        Set<String> sentences = new LinkedHashSet<>();
        for (Task task : victims) {
            @Nullable Job job = task.getJob();
            if (job != null && request.deactivate() && JobKinds.isQueued(job)) {
                refusal(job)
                        .map(why -> Texts.of("Requeues.isEvictedInstead", JobEndings.name(job), why))
                        .or(() -> KueueTurns.before(job, false))
                        .ifPresent(sentences::add);
                sentences.addAll(checks(job));
            } else if (job != null && KueueTurns.isMadeAnew(task)) {
                refusal(job)
                        .map(why -> Texts.of("KueueTurns.newPodWaits", JobEndings.name(job), why))
                        .or(() -> KueueTurns.before(job, true))
                        .ifPresent(sentences::add);
                sentences.addAll(checks(job));
            }
        }
        return sentences;
    }

    /** What it waits for once its quota is reserved anew, a sentence each. */
    private List<String> checks(Job job) {
        return checks.computeIfAbsent(
                job,
                it -> refusal(it).isPresent() || it.getQueueName() == null
                        ? List.of()
                        : KueueTurns.checks(placement.readmission(it, it.getQueueName()), JobEndings.name(it)));
    }
}
