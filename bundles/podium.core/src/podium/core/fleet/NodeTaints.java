// SPDX-License-Identifier: Apache-2.0
package podium.core.fleet;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jdt.annotation.Nullable;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.model.value.Taint;
import podium.model.value.Taints;
import podium.model.value.TaskSpec;
import podium.model.value.Toleration;

/**
 * Taints of nodes that keep the usual work of a cluster off: hard ones that no job which asks for accelerators tolerates by name.
 * A taint called after an accelerator (nvidia.com/gpu) is for others, and is tolerated by all that ask for one (admission plugin
 * ExtendedResourceToleration). In the realm.
 */
public final class NodeTaints {
    /** Taints that say again what the node's own state says (well-known taints of the node lifecycle controller). */
    private static final Set<String> STATES =
            Set.of(Taint.UNSCHEDULABLE, "node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable");

    /** Jobs that are asked: where a taint is usual, the first few tolerate it. */
    private static final int MOST = 500;

    private NodeTaints() {}

    /** The first taint that keeps the usual work off; empty: none does. */
    public static Optional<Taint> keepingOff(Node node) {
        @Nullable Taints taints = node.getTaints();
        if (taints == null || taints.all().isEmpty()) {
            return Optional.empty();
        }
        for (Taint taint : taints.all()) {
            if (isHard(taint) && !STATES.contains(taint.key()) && !isForOthers(taint) && !isUsual(taint, node)) {
                return Optional.of(taint);
            }
        }
        return Optional.empty();
    }

    private static boolean isHard(Taint taint) {
        return "NoSchedule".equals(taint.effect()) || "NoExecute".equals(taint.effect());
    }

    private static boolean isForOthers(Taint taint) {
        return AcceleratorKind.of(taint.key()).isPresent();
    }

    private static boolean isUsual(Taint taint, Node node) {
        for (Task task : node.getTasks()) {
            if (tolerates(task.getSpec(), taint)) {
                return true;
            }
        }
        @Nullable Cluster cluster = node.getCluster();
        List<Job> jobs = cluster == null ? List.of() : cluster.getJobs();
        for (int i = 0; i < Math.min(MOST, jobs.size()); i++) {
            Job job = jobs.get(i);
            @Nullable
            TaskSpec spec = job.getSpec() != null || job.getTasks().isEmpty()
                    ? job.getSpec()
                    : job.getTasks().getFirst().getSpec();
            if (tolerates(spec, taint)) {
                return true;
            }
        }
        return false;
    }

    private static boolean tolerates(@Nullable TaskSpec spec, Taint taint) {
        if (spec == null || spec.tolerations().isEmpty()) {
            return false;
        }
        boolean named = false;
        for (Toleration toleration : spec.tolerations()) {
            named |= !toleration.key().isEmpty() && toleration.tolerates(taint);
        }
        return named && (Holdings.asked(spec) > 0 || !spec.resourceClaims().isEmpty());
    }
}
