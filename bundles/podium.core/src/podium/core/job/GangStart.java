// SPDX-License-Identifier: Apache-2.0
package podium.core.job;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.api.KueueNames;
import podium.core.change.SchedulingObject.ClusterQueue;
import podium.core.change.SchedulingObject.Granted;
import podium.core.change.SchedulingObject.LocalQueue;
import podium.core.change.SchedulingObject.PodGroup;
import podium.core.change.SchedulingObject.ResourceFlavor;
import podium.core.fleet.Holdings;
import podium.core.fleet.SchedulingObjects;
import podium.model.fleet.Job;
import podium.model.fleet.Task;
import podium.model.value.TaskSpec;

/**
 * Whether anything makes the first tasks of a gang wait until the rest has room. kube-scheduler binds each pod by itself, unless it is of a
 * PodGroup (KEP-4671, or the coscheduling plugin); Kueue counts quotas, and looks at nodes only where it assigns them by topology.
 */
public final class GangStart {
    /** kube-scheduler by itself or with other scores. */
    private static final Set<String> POD_BY_POD = Set.of(
            TaskSpec.DEFAULT_SCHEDULER,
            "gke.io/optimize-utilization-scheduler",
            "hami-scheduler",
            "scheduler-plugins-scheduler",
            "bin-packing-scheduler");

    private GangStart() {}

    /** How many of these waiting tasks need room before any of them starts; 0: each starts by itself. */
    public static int least(Job job, List<Task> tasks, SchedulingObjects facts) {
        if (isByTopology(job, facts)) {
            return tasks.size();
        }
        @Nullable Integer minimum = job.getMinimum();
        if (minimum == null || minimum <= 1 || !isHeld(job, facts)) {
            return 0;
        }
        long running = job.getTasks().stream().filter(Holdings::holds).count();
        return (int) Math.clamp(minimum - running, 0, tasks.size());
    }

    /** True of a gang of which some tasks start while others have no room. */
    public static boolean inPart(Job job, SchedulingObjects facts) {
        @Nullable Integer minimum = job.getMinimum();
        return minimum != null && minimum > 1 && !isHeld(job, facts) && !isByTopology(job, facts);
    }

    private static boolean isHeld(Job job, SchedulingObjects facts) {
        Optional<Task> task = job.getTasks().stream().findFirst();
        Optional<TaskSpec> spec =
                Optional.ofNullable(job.getSpec()).or(() -> task.flatMap(it -> Optional.ofNullable(it.getSpec())));
        if (spec.isEmpty() || !POD_BY_POD.contains(spec.get().schedulerName())) {
            return true;
        }
        boolean kueues = task.filter(
                        it -> it.getLabels() != null && it.getLabels().has(KueueNames.POD_GROUP))
                .isPresent();
        return (spec.get().podGroup().isPresent() && !kueues)
                || facts.all(PodGroup.class).stream()
                        .anyMatch(group ->
                                !group.owner().isEmpty() && group.owner().equals(job.getUid()));
    }

    private static boolean isByTopology(Job job, SchedulingObjects facts) {
        return job.getQueueName() != null
                && topologies(job.getNamespace() == null ? "" : job.getNamespace(), job.getQueueName(), facts)
                        .findAny()
                        .isPresent();
    }

    /** The topologies by which Kueue assigns nodes to what is in a queue. */
    public static Stream<String> topologies(String namespace, String queue, SchedulingObjects facts) {
        return facts.get(LocalQueue.class, namespace, queue).stream()
                .flatMap(door -> facts.get(ClusterQueue.class, "", door.clusterQueue()).stream())
                .flatMap(its -> its.quotas().stream().map(Granted::flavor).distinct())
                .flatMap(flavor -> facts.get(ResourceFlavor.class, "", flavor).stream())
                .map(ResourceFlavor::topology)
                .filter(topology -> !topology.isEmpty())
                .distinct();
    }
}
