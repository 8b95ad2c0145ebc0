// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import podium.simulator.internal.api.schema.CustomResourceStrategy;
import podium.simulator.internal.api.schema.SchemaExpressions;
import podium.simulator.internal.api.table.CustomPrinterColumns;
import podium.simulator.internal.api.table.PrinterColumns;
import podium.simulator.store.ResourceType;
import podium.simulator.store.ResourceTypes;

/** Describes how types are served: the built-in ones by what Kubernetes does, custom ones by their definition. */
final class ServedTypes {

    private static final List<String> READ_WRITE = List.of("get", "patch", "update");
    private static final List<String> ANY = List.of("create", "delete", "get", "patch", "update");
    private static final Set<ResourceType> STATUS = Set.of(
            ResourceTypes.POD,
            ResourceTypes.NODE,
            ResourceTypes.NAMESPACE,
            ResourceTypes.SERVICE,
            ResourceTypes.PERSISTENT_VOLUME,
            ResourceTypes.PERSISTENT_VOLUME_CLAIM,
            ResourceTypes.RESOURCE_QUOTA,
            ResourceTypes.DEPLOYMENT,
            ResourceTypes.REPLICA_SET,
            ResourceTypes.STATEFUL_SET,
            ResourceTypes.DAEMON_SET,
            ResourceTypes.JOB,
            ResourceTypes.CRON_JOB,
            ResourceTypes.HORIZONTAL_POD_AUTOSCALER,
            ResourceTypes.INGRESS,
            ResourceTypes.POD_DISRUPTION_BUDGET,
            ResourceTypes.RESOURCE_CLAIM,
            ResourceTypes.VOLUME_ATTACHMENT,
            ResourceTypes.CUSTOM_RESOURCE_DEFINITION);
    private static final List<String> STREAMED = List.of("create", "get");

    private static final Set<ResourceType> SCALED =
            Set.of(ResourceTypes.DEPLOYMENT, ResourceTypes.REPLICA_SET, ResourceTypes.STATEFUL_SET);

    private ServedTypes() {}

    static ServedType builtIn(ResourceType type) {
        List<Subresource> parts = new ArrayList<>();
        if (STATUS.contains(type)) {
            parts.add(new Subresource("status", "", "", type.kind(), READ_WRITE));
        }
        Optional<ScalePaths> scale = Optional.empty();
        if (SCALED.contains(type)) {
            parts.add(new Subresource("scale", "autoscaling", "v1", "Scale", READ_WRITE));
            scale = Optional.of(new ScalePaths("spec.replicas", "status.replicas", "spec.selector"));
        }
        if (type.equals(ResourceTypes.POD)) {
            parts.add(new Subresource("binding", "", "v1", "Binding", List.of("create")));
            parts.add(new Subresource("eviction", "policy", "v1", "Eviction", List.of("create")));
            parts.add(new Subresource("attach", "", "v1", "PodAttachOptions", STREAMED));
            parts.add(new Subresource("ephemeralcontainers", "", "", "Pod", READ_WRITE));
            parts.add(new Subresource("exec", "", "v1", "PodExecOptions", STREAMED));
            parts.add(new Subresource("log", "", "v1", "Pod", List.of("get")));
            parts.add(new Subresource("portforward", "", "v1", "PodPortForwardOptions", STREAMED));
            parts.add(new Subresource("proxy", "", "v1", "PodProxyOptions", ANY));
        } else if (type.equals(ResourceTypes.NODE)) {
            parts.add(new Subresource("proxy", "", "v1", "NodeProxyOptions", ANY));
        } else if (type.equals(ResourceTypes.SERVICE_ACCOUNT)) {
            parts.add(new Subresource("token", "authentication.k8s.io", "v1", "TokenRequest", List.of("create")));
        } else if (type.equals(ResourceTypes.NAMESPACE)) {
            parts.add(new Subresource("finalize", "", "v1", "Namespace", List.of("update")));
        }
        return new ServedType(
                type,
                false,
                List.copyOf(parts),
                scale,
                PrinterColumns.of(type),
                MissingNode.getInstance(),
                Optional.empty());
    }

    static ServedType custom(ResourceType type, JsonNode version, SchemaExpressions expressions) {
        JsonNode schema = version.path("schema").path("openAPIV3Schema");
        List<Subresource> parts = new ArrayList<>();
        JsonNode declared = version.path("subresources");
        if (declared.has("status")) {
            parts.add(new Subresource("status", "", "", type.kind(), READ_WRITE));
        }
        Optional<ScalePaths> scale = Optional.empty();
        if (declared.has("scale")) {
            parts.add(new Subresource("scale", "autoscaling", "v1", "Scale", READ_WRITE));
            JsonNode paths = declared.path("scale");
            scale = Optional.of(new ScalePaths(
                    path(paths, "specReplicasPath"),
                    path(paths, "statusReplicasPath"),
                    path(paths, "labelSelectorPath")));
        }
        return new ServedType(
                type,
                true,
                List.copyOf(parts),
                scale,
                CustomPrinterColumns.of(version.path("additionalPrinterColumns")),
                schema,
                Optional.of(new CustomResourceStrategy(schema, expressions)));
    }

    private static String path(JsonNode paths, String field) {
        return paths.path(field).asText("").replaceFirst("^\\.", "");
    }
}
