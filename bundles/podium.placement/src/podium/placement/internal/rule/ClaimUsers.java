// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.rule;

import java.util.LinkedHashSet;
import java.util.Set;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.change.SchedulingObject.ResourceClaim;
import podium.core.dra.ClaimAllocation;
import podium.core.dra.ClaimUser;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.placement.internal.dra.ClaimNames;
import podium.placement.texts.Texts;

/** Who uses a claim: the jobs of its pods where they are known, else the names of what it is reserved for. */
final class ClaimUsers implements ClaimNames {
    private final Node node;

    /** @param node where its pods are looked for first */
    ClaimUsers(Node node) {
        this.node = node;
    }

    @Override
    public String of(ResourceClaim claim) {
        if (claim.users().size() == 1) {
            return name(claim.users().getFirst(), claim);
        }
        Set<String> names = new LinkedHashSet<>();
        for (ClaimUser user : claim.users()) {
            names.add(name(user, claim));
        }
        return names.isEmpty() ? Texts.of("ClaimUsers.claimWhichNobodyUses", claim.name()) : String.join(", ", names);
    }

    private String name(ClaimUser user, ResourceClaim claim) {
        @Nullable Task task = find(node, user);
        if (task == null) {
            task = elsewhere(user, claim);
        }
        @Nullable Job job = task == null ? null : task.getJob();
        return job == null ? user.name() : job.getName();
    }

    /** Where the devices are. */
    private @Nullable Task elsewhere(ClaimUser user, ResourceClaim claim) {
        @Nullable Cluster cluster = node.getCluster();
        String holder = claim.allocation().flatMap(ClaimAllocation::node).orElse("");
        if (cluster != null && !holder.isEmpty() && !holder.equals(node.getName())) {
            for (Node other : cluster.getNodes()) {
                if (holder.equals(other.getName())) {
                    return find(other, user);
                }
            }
        }
        return null;
    }

    private static @Nullable Task find(Node node, ClaimUser user) {
        for (Task task : node.getTasks()) {
            if (user.uid().equals(task.getUid())) {
                return task;
            }
        }
        return null;
    }
}
