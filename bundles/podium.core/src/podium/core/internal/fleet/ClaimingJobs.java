// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.fleet;

import java.util.HashSet;
import java.util.Set;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.change.SchedulingObject;
import podium.core.change.SchedulingObject.DeviceClass;
import podium.core.change.SchedulingObject.ResourceClaim;
import podium.core.change.SchedulingObject.ResourceClaimTemplate;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.Task;
import podium.model.value.TaskGroups;
import podium.model.value.TaskSpec;

/** Jobs that may want other devices than before, since what their claims ask for is told anew. In the realm. */
final class ClaimingJobs {
    private final Cluster cluster;
    private final AffectedObjects touched;
    private final Set<String> namespaces = new HashSet<>();
    private boolean everywhere;

    ClaimingJobs(Cluster cluster, AffectedObjects touched) {
        this.cluster = cluster;
        this.touched = touched;
    }

    /** Follows the facts. A claim that was made for a pod asks for what its template does. */
    void changed(@Nullable SchedulingObject before, @Nullable SchedulingObject now) {
        @Nullable SchedulingObject one = now == null ? before : now;
        if (one instanceof DeviceClass) {
            everywhere = true;
        } else if (one instanceof ResourceClaimTemplate) {
            namespaces.add(one.namespace());
        } else if (one instanceof ResourceClaim claim && claim.owner().isEmpty() && !asksForTheSame(before, now)) {
            namespaces.add(claim.namespace());
        }
    }

    private static boolean asksForTheSame(@Nullable SchedulingObject before, @Nullable SchedulingObject now) {
        return before instanceof ResourceClaim one
                && now instanceof ResourceClaim two
                && one.spec().equals(two.spec());
    }

    /** Touches them. Once at the end of each slice. */
    void settle() {
        if (!everywhere && namespaces.isEmpty()) {
            return;
        }
        for (Job job : cluster.getJobs()) {
            if ((everywhere || namespaces.contains(job.getNamespace())) && claims(job)) {
                touched.touch(job);
            }
        }
        everywhere = false;
        namespaces.clear();
    }

    private static boolean claims(Job job) {
        @Nullable TaskGroups groups = job.getGroups();
        return claims(job.getSpec())
                || groups != null && groups.all().stream().anyMatch(group -> claims(group.spec()))
                || job.getTasks().stream().map(Task::getSpec).anyMatch(ClaimingJobs::claims);
    }

    private static boolean claims(@Nullable TaskSpec spec) {
        return spec != null && !spec.resourceClaims().isEmpty();
    }
}
