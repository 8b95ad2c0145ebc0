// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.plan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
import podium.operation.texts.Texts;
import podium.placement.PlacementService;
import podium.placement.Readmission;

/** Who is admitted by Kueue before a job that is stopped, or before the new pod of a service. In the realm. */
public final class KueueTurns {
    private static final int NAMED = 3;

    private KueueTurns() {}

    /** Whether the pod in its place is one that Kueue admits by itself: that of a service. Jobs and groups of pods keep their quota. */
    public static boolean isMadeAnew(Task task) {
        Job job = task.getJob();
        return job != null
                && task.getController() != null
                && job.getQueueName() != null
                && JobTraits.has(job, WorkKind.Trait.ADMITTED_BY_POD)
                && (task.getLabels() == null || !task.getLabels().has(KueueNames.POD_GROUP));
    }

    /** Why the new pods of a service in a queue of Kueue may not run, though a node has room; empty: nothing keeps them. */
    public static Optional<String> ofNewPods(PlacementService placement, Job job) {
        return job.getTasks().stream().noneMatch(KueueTurns::isMadeAnew)
                ? Optional.empty()
                : placement.notGrantedAgain(job).stream()
                        .findFirst()
                        .map(why -> Texts.of("KueueTurns.newPodWaits", name(job), why))
                        .or(() -> before(job, true));
    }

    /** Kueue gives what a stopped job gives back to what waits in its queue at that moment, whatever priority it has. */
    public static Optional<String> before(Job job, boolean newPod) {
        Cluster cluster = job.getCluster();
        if (cluster == null) {
            return Optional.empty();
        }
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
                        ? Texts.of("KueueTurns.newPodComesAfter", name(job), name, first)
                        : Texts.of("KueueTurns.othersMayComeFirst", name(job), name, first));
    }

    /**
     * What a job that is admitted anew waits for once its quota is reserved, a sentence each.
     *
     * @param name of the job, clean
     */
    public static List<String> checks(Readmission anew, String name) {
        return anew.checks().stream()
                .map(check -> Texts.of("KueueTurns.thenWaitsForCheck", name, check))
                .toList();
    }

    private static String name(Job job) {
        return CleanText.clean(job.getNamespace() + "/" + job.getName());
    }

    private static Optional<String> queue(Job job, SchedulingObjects facts) {
        return job.getQueueName() == null || job.getNamespace() == null
                ? Optional.empty()
                : facts.get(LocalQueue.class, job.getNamespace(), job.getQueueName())
                        .map(LocalQueue::clusterQueue);
    }
}
