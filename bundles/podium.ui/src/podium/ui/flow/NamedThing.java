// SPDX-License-Identifier: Apache-2.0
package podium.ui.flow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import podium.core.api.KueueNames;

/** What is named at a place of a text that a cluster knows by name. */
sealed interface NamedThing {
    /** The key of a label of nodes. */
    record NodeLabel() implements NamedThing {}

    /** A value that nodes have under a label. */
    record NodeLabelValue(String key) implements NamedThing {}

    /** A node. */
    record NodeName() implements NamedThing {}

    /** The key of a taint of nodes. */
    record NodeTaint() implements NamedThing {}

    /**
     * An object.
     *
     * @param resource of its kind as kubectl names it whole, such as {@code storageclasses.storage.k8s.io}
     */
    record ApiObject(String resource) implements NamedThing {}

    /** Fields that hold labels which nodes must have. */
    List<String> LABELS_OF_NODES = List.of("nodeSelector", "nodeLabels");

    /** Fields and labels, the same in all kinds, that name an object of a kind. */
    Map<String, String> NAMED = Map.ofEntries(
            Map.entry("namespace", "namespaces"),
            Map.entry("runtimeClassName", "runtimeclasses.node.k8s.io"),
            Map.entry("priorityClassName", "priorityclasses.scheduling.k8s.io"),
            Map.entry("storageClassName", "storageclasses.storage.k8s.io"),
            Map.entry("ingressClassName", "ingressclasses.networking.k8s.io"),
            Map.entry("deviceClassName", "deviceclasses.resource.k8s.io"),
            Map.entry("resourceClaimName", "resourceclaims.resource.k8s.io"),
            Map.entry("resourceClaimTemplateName", "resourceclaimtemplates.resource.k8s.io"),
            Map.entry("serviceAccountName", "serviceaccounts"),
            Map.entry("claimName", "persistentvolumeclaims"),
            Map.entry("volumeName", "persistentvolumes"),
            Map.entry("secretName", "secrets"),
            Map.entry("clusterQueue", "clusterqueues.kueue.x-k8s.io"),
            Map.entry(KueueNames.QUEUE, "localqueues.kueue.x-k8s.io"),
            Map.entry(KueueNames.PRIORITY, "workloadpriorityclasses.kueue.x-k8s.io"),
            Map.entry("kai.scheduler/queue", "queues.scheduling.run.ai"),
            Map.entry("runai/queue", "queues.scheduling.run.ai"),
            Map.entry("scheduling.volcano.sh/queue-name", "queues.scheduling.volcano.sh"));

    /** What holds the {@code name} of an object of a kind. */
    Map<String, String> HOLDERS = Map.of(
            "imagePullSecrets", "secrets",
            "secretRef", "secrets",
            "secretKeyRef", "secrets",
            "configMap", "configmaps",
            "configMapRef", "configmaps",
            "configMapKeyRef", "configmaps");

    /** Empty: nothing that is known. */
    static Optional<NamedThing> at(YamlPlace place, WrittenKind kind) {
        List<String> above = place.above();
        if (above.isEmpty()) {
            return Optional.empty();
        }
        String last = above.getLast();
        if (place.value()) {
            return value(above, last, above.size() < 2 ? "" : above.get(above.size() - 2), kind);
        }
        if (!place.item()) {
            return LABELS_OF_NODES.contains(last) ? Optional.of(new NodeLabel()) : Optional.empty();
        }
        return switch (last) {
            case "namespaces" -> Optional.of(new ApiObject("namespaces"));
            case "values" ->
                above.contains("matchFields")
                        ? Optional.of(new NodeName())
                        : above.contains("nodeAffinity") ? place.key().map(NodeLabelValue::new) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<NamedThing> value(List<String> above, String field, String holder, WrittenKind kind) {
        if (LABELS_OF_NODES.contains(holder)) {
            return Optional.of(new NodeLabelValue(field));
        }
        return switch (field) {
            case "nodeName" -> Optional.of(new NodeName());
            case "topologyKey", "nodeLabel" -> Optional.of(new NodeLabel());
            case "key" ->
                above.contains("tolerations")
                        ? Optional.of(new NodeTaint())
                        : above.contains("nodeAffinity") && !above.contains("matchFields")
                                ? Optional.of(new NodeLabel())
                                : Optional.empty();
            case "name" -> Optional.ofNullable(HOLDERS.get(holder)).map(ApiObject::new);
            case "queue" ->
                kind.apiVersion().contains("volcano.sh/")
                        ? Optional.of(new ApiObject("queues.scheduling.volcano.sh"))
                        : Optional.empty();
            default -> Optional.ofNullable(NAMED.get(field)).map(ApiObject::new);
        };
    }
}
