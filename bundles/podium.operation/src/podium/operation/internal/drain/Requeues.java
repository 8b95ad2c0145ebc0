// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.drain;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.api.KueueNames;
import podium.core.change.SchedulingObject.LocalQueue;
import podium.core.change.SchedulingObject.Workload;
import podium.core.fleet.SchedulingObjects;
import podium.core.job.JobTraits;
import podium.core.text.CleanText;
import podium.core.text.Counted;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.Task;
import podium.model.value.WorkKind;
import podium.operation.drain.DrainRequest;
import podium.operation.texts.Texts;
import podium.placement.PlacementService;

/**
 * Jobs that a drain stops through Kueue and queues again. What its queue would not admit again as it stands is evicted pod by pod
 * instead: its Workload keeps its quota, and its controller makes new pods.
 */
final class Requeues {
    private static final int NAMED = 3;

    private final DrainRequest request;
    private final Cluster cluster;
    private final PlacementService placement;
    private final Map<Job, Optional<String>> refused = new HashMap<>();
    private final Map<Job, List<String>> checks = new HashMap<>();

    Requeues(DrainRequest request, Cluster cluster, PlacementService placement) {
        this.request = request;
        this.cluster = cluster;
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
                        .or(() -> before(job, false))
                        .ifPresent(sentences::add);
                sentences.addAll(checks(job));
            } else if (job != null && isMadeAnew(task, job)) {
                refusal(job)
                        .map(why -> Texts.of("Requeues.newPodWaits", JobEndings.name(job), why))
                        .or(() -> before(job, true))
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
                        : placement.readmission(it, it.getQueueName()).checks().stream()
                                .map(check -> Texts.of("Readmissions.thenWaitsForCheck", JobEndings.name(it), check))
                                .toList());
    }

    /** Whether the pod in its place is one that Kueue admits by itself: that of a service. Jobs and groups of pods keep their quota. */
    private static boolean isMadeAnew(Task task, Job job) {
        return task.getController() != null
                && job.getQueueName() != null
                && JobTraits.has(job, WorkKind.Trait.ADMITTED_BY_POD)
                && (task.getLabels() == null || !task.getLabels().has(KueueNames.POD_GROUP));
    }

    /** Kueue gives what a stopped job gives back to what waits in its queue at that moment, whatever priority it has. */
    private Optional<String> before(Job job, boolean newPod) {
        SchedulingObjects facts = SchedulingObjects.of(cluster);
        Optional<String> queue = queue(job, facts);
        Set<String> unadmitted = facts.all(Workload.class).stream()
                .filter(workload -> workload.clusterQueue().isEmpty())
                .map(Workload::owner)
                .collect(Collectors.toSet());
        List<String> waiting = cluster.getJobs().stream()
                .filter(other -> unadmitted.contains(other.getUid())
                        && queue.isPresent()
                        && queue(other, facts).equals(queue))
                .map(other -> CleanText.clean(other.getName()))
                .toList();
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        String name = CleanText.clean(queue.orElseThrow());
        String first = Counted.named(waiting, NAMED);
        return Optional.of(
                newPod
                        ? Texts.of("Requeues.newPodComesAfter", JobEndings.name(job), name, first)
                        : Texts.of("Requeues.othersMayComeFirst", JobEndings.name(job), name, first));
    }

    private static Optional<String> queue(Job job, SchedulingObjects facts) {
        return job.getQueueName() == null || job.getNamespace() == null
                ? Optional.empty()
                : facts.get(LocalQueue.class, job.getNamespace(), job.getQueueName())
                        .map(LocalQueue::clusterQueue);
    }
}
