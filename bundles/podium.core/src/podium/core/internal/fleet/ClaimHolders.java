// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.fleet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.change.Change.HoldersSeen;
import podium.core.change.DeviceHolder;
import podium.core.change.SchedulingObject;
import podium.core.change.SchedulingObject.ResourceClaim;
import podium.core.dra.AcceleratorDrivers;
import podium.core.dra.AllocatedDevice;
import podium.core.dra.ClaimAllocation;
import podium.core.dra.ClaimUser;

/**
 * Which pods hold which devices of a node, as allocated claims tell it: one source beside the exporters, which a pod's own
 * status comes before. In the realm.
 */
final class ClaimHolders {
    private static final String SOURCE = "ResourceClaim";

    private final Consumer<HoldersSeen> sink;
    private final Map<String, Map<String, List<DeviceHolder>>> byNode = new HashMap<>();

    ClaimHolders(Consumer<HoldersSeen> sink) {
        this.sink = sink;
    }

    /** Follows the facts. */
    void changed(@Nullable SchedulingObject before, @Nullable SchedulingObject now) {
        Set<String> nodes = new LinkedHashSet<>();
        if (before instanceof ResourceClaim claim) {
            node(claim, nodes);
            nodes.forEach(node -> byNode.computeIfPresent(node, (name, claims) -> without(claims, claim)));
        }
        if (now instanceof ResourceClaim claim) {
            Set<String> own = new LinkedHashSet<>();
            node(claim, own);
            own.forEach(node -> byNode.computeIfAbsent(node, name -> new TreeMap<>())
                    .put(claim.namespace() + "/" + claim.name(), holders(claim)));
            nodes.addAll(own);
        }
        nodes.forEach(this::tell);
    }

    private static Map<String, List<DeviceHolder>> without(
            Map<String, List<DeviceHolder>> claims, ResourceClaim claim) {
        claims.remove(claim.namespace() + "/" + claim.name());
        return claims;
    }

    private static void node(ResourceClaim claim, Set<String> nodes) {
        claim.allocation().flatMap(ClaimAllocation::node).ifPresent(nodes::add);
    }

    private static List<DeviceHolder> holders(ResourceClaim claim) {
        List<DeviceHolder> holders = new ArrayList<>();
        for (AllocatedDevice device :
                claim.allocation().map(ClaimAllocation::devices).orElse(List.of())) {
            if (!device.admin() && AcceleratorDrivers.is(device.id())) {
                for (ClaimUser user : claim.users()) {
                    if ("pods".equals(user.resource())) {
                        holders.add(new DeviceHolder(
                                OptionalInt.empty(), device.id().toString(), claim.namespace(), user.name()));
                    }
                }
            }
        }
        return holders;
    }

    private void tell(String node) {
        List<DeviceHolder> all = byNode.getOrDefault(node, Map.of()).values().stream()
                .flatMap(List::stream)
                .toList();
        if (all.isEmpty()) {
            byNode.remove(node);
        }
        sink.accept(new HoldersSeen(node, SOURCE, all));
    }
}
