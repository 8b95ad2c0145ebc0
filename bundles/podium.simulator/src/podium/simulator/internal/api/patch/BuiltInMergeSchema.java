// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.patch;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The merge keys of the built-in kinds, as their Go types and OpenAPI schema declare them. */
public final class BuiltInMergeSchema implements MergeSchema {

    private static final Map<String, ListShape> BY_NAME = Map.ofEntries(
            Map.entry("containers", ListShape.byKey("name")),
            Map.entry("initContainers", ListShape.byKey("name")),
            Map.entry("ephemeralContainers", ListShape.byKey("name")),
            Map.entry("env", ListShape.byKey("name")),
            Map.entry("volumes", ListShape.byKey("name")),
            Map.entry("imagePullSecrets", ListShape.byKey("name")),
            Map.entry("schedulingGates", ListShape.byKey("name")),
            Map.entry("resourceClaims", ListShape.byKey("name")),
            Map.entry("resourceClaimStatuses", ListShape.byKey("name")),
            Map.entry("secrets", ListShape.byKey("name")),
            Map.entry("volumeMounts", ListShape.byKey("mountPath")),
            Map.entry("volumeDevices", ListShape.byKey("devicePath")),
            Map.entry("hostAliases", ListShape.byKey("ip")),
            Map.entry("podIPs", ListShape.byKey("ip")),
            Map.entry("topologySpreadConstraints", ListShape.byKey("topologyKey", "whenUnsatisfiable")),
            Map.entry("conditions", ListShape.byKey("type")),
            Map.entry("addresses", ListShape.byKey("type")),
            Map.entry("ownerReferences", ListShape.byKey("uid")),
            Map.entry("finalizers", ListShape.SET),
            Map.entry("podCIDRs", ListShape.SET));
    private static final Set<String> ATOMIC_MAPS = Set.of(
            "selector",
            "nodeSelector",
            "labelSelector",
            "namespaceSelector",
            "podSelector",
            "fieldRef",
            "resourceFieldRef",
            "secretKeyRef",
            "configMapKeyRef",
            "involvedObject",
            "scaleTargetRef");

    @Override
    public ListShape list(List<String> path) {
        String name = path.getLast();
        String parent = path.size() < 2 ? "" : path.get(path.size() - 2);
        if (name.equals("ports")) {
            return switch (parent) {
                case "containers", "initContainers" -> ListShape.byKey("containerPort", "protocol");
                case "spec" -> ListShape.byKey("port", "protocol");
                default -> ListShape.ATOMIC;
            };
        }
        if (name.equals("addresses") && !parent.equals("status")) {
            return ListShape.ATOMIC;
        }
        return BY_NAME.getOrDefault(name, ListShape.ATOMIC);
    }

    @Override
    public boolean atomicMap(List<String> path) {
        return ATOMIC_MAPS.contains(path.getLast());
    }
}
