// SPDX-License-Identifier: Apache-2.0
package podium.core.fleet;

import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.Task;
import podium.model.value.Taint;
import podium.model.value.TaskSpec;
import podium.model.value.Toleration;

/**
 * The toleration that some servers give a pod for each extended resource that it asks for, so that nodes which are tainted by the name
 * of theirs take those pods and no others (admission plugin ExtendedResourceToleration, {@code
 * plugin/pkg/admission/extendedresourcetoleration}; GKE has it). No template bears it. In the realm.
 */
public final class AddedTolerations {
    /** Pods that are asked: where it is usual, the first few tell. */
    private static final int MOST = 500;

    private AddedTolerations() {}

    /** Whether the plugin, where a server has it, makes pods of a template tolerate a taint. */
    public static boolean concern(TaskSpec template, Taint taint) {
        return "NoSchedule".equals(taint.effect())
                && isExtended(taint.key())
                && template.requests().get(taint.key()) > 0;
    }

    /** Whether it asks for anything that a node may be tainted for. */
    public static boolean asks(TaskSpec spec) {
        return spec.requests().toMap().keySet().stream().anyMatch(AddedTolerations::isExtended);
    }

    /** Whether the server of a cluster adds them, by the pods that it made; empty: they do not tell, or tell both. */
    public static Optional<Boolean> ofServer(Cluster cluster) {
        boolean added = false;
        boolean missing = false;
        int asked = 0;
        asking:
        for (Job job : cluster.getJobs()) {
            for (Task task : job.getTasks()) {
                if (asked >= MOST) {
                    break asking;
                }
                @Nullable TaskSpec pod = task.getSpec();
                if (pod == null) {
                    continue;
                }
                for (String resource : pod.requests().toMap().keySet()) {
                    if (isExtended(resource) && pod.requests().get(resource) > 0) {
                        asked++;
                        boolean has = has(pod, resource);
                        missing |= !has;
                        added |= has && job.getSpec() != null && job.getSpec() != pod && !has(job.getSpec(), resource);
                    }
                }
            }
        }
        return added == missing ? Optional.empty() : Optional.of(added);
    }

    private static boolean has(TaskSpec spec, String resource) {
        return spec.tolerations().contains(new Toleration(resource, "Exists", "", "NoSchedule"));
    }

    /** As IsExtendedResourceName of kubernetes pkg/apis/core/helper; what is counted by an annotation is named without a domain. */
    private static boolean isExtended(String resource) {
        return resource.contains("/") && !resource.contains("kubernetes.io/");
    }
}
