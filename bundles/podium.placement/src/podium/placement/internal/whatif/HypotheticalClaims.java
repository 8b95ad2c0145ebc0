// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.whatif;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.change.SchedulingObject.ResourceClaim;
import podium.core.dra.AllocatedDevice;
import podium.core.dra.ClaimAllocation;
import podium.core.dra.ClaimSpec;
import podium.core.dra.ClaimUser;
import podium.core.fleet.SchedulingObjects;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.model.value.NodeTerm;
import podium.model.value.Requirement;
import podium.placement.internal.dra.ClaimToAllocate;

/** The devices that tasks of a copy have by their claims, once they are put somewhere, and no more once they wait. */
final class HypotheticalClaims {
    private static final String KIND = "ResourceClaim";

    private final SchedulingObjects facts;
    private final Map<Task, List<ResourceClaim>> supposed = new HashMap<>();

    HypotheticalClaims(SchedulingObjects facts) {
        this.facts = facts;
    }

    /** A task has devices of a node; true when it has any. */
    boolean put(Task task, Node node, Map<ClaimToAllocate, List<AllocatedDevice>> devices) {
        if (devices.isEmpty()) {
            return false;
        }
        List<ResourceClaim> claims = new ArrayList<>();
        devices.forEach((claimed, of) -> claims.add(claim(task, node, claimed, of, claims.size())));
        claims.forEach(facts::seen);
        supposed.put(task, claims);
        return true;
    }

    private static ResourceClaim claim(
            Task task, Node node, ClaimToAllocate claimed, List<AllocatedDevice> devices, int number) {
        NodeTerm here =
                new NodeTerm(List.of(), List.of(new Requirement("metadata.name", "In", List.of(node.getName()))));
        String name = claimed.once() ? claimed.name() : "supposed/" + task.getName() + "/" + number;
        return new ResourceClaim(
                text(task.getNamespace()),
                name,
                name,
                "",
                "",
                false,
                claimed.spec(),
                Optional.of(new ClaimAllocation(devices, List.of(here))),
                List.of(new ClaimUser("pods", task.getName(), text(task.getUid()))),
                false);
    }

    /** A task waits; true when it had devices. */
    boolean release(Task task) {
        @Nullable List<ResourceClaim> own = supposed.remove(task);
        boolean had = own != null;
        for (ResourceClaim claim : had ? own : List.<ResourceClaim>of()) {
            if (claim.name().startsWith("supposed/")) {
                facts.gone(KIND, claim.namespace(), claim.name());
            } else {
                facts.seen(free(claim));
            }
        }
        String uid = text(task.getUid());
        for (ResourceClaim claim : uid.isEmpty() ? List.<ResourceClaim>of() : facts.all(ResourceClaim.class)) {
            boolean only =
                    claim.users().size() == 1 && claim.users().getFirst().uid().equals(uid);
            if (only && claim.allocation().isPresent()) {
                facts.seen(free(claim));
                had = true;
            }
        }
        return had;
    }

    private static ResourceClaim free(ResourceClaim claim) {
        ClaimSpec spec = claim.spec();
        return new ResourceClaim(
                claim.namespace(),
                claim.name(),
                claim.uid(),
                claim.owner(),
                claim.podClaim(),
                claim.extended(),
                spec,
                Optional.empty(),
                List.of(),
                claim.ending());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
