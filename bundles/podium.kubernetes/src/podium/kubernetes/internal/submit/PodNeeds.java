// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.submit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import podium.core.api.KueueNames;
import podium.core.api.ObjectRef;
import podium.operation.submit.Manifest.Item;
import podium.operation.submit.TransferCompiler.Needs;

/** The objects that pod templates name, wherever in an object they lie, and what of them is tied to one cluster. */
final class PodNeeds {
    private final Set<ObjectRef> objects = new LinkedHashSet<>();
    private final Set<ObjectRef> volumes = new LinkedHashSet<>();
    private final Set<String> images = new LinkedHashSet<>();
    private final Set<String> paths = new LinkedHashSet<>();

    /** Adds what one object of a manifest names. */
    void add(Item item, JsonNode object) {
        String namespace = item.ref().namespace();
        if (!namespace.isEmpty()) {
            object("", "v1", "namespaces", "Namespace", "", namespace);
        }
        JsonNode labels = object.path("metadata").path("labels");
        object(
                KueueNames.GROUP,
                "v1beta1",
                "localqueues",
                "LocalQueue",
                namespace,
                labels.path(KueueNames.QUEUE).asText());
        object(
                KueueNames.GROUP,
                "v1beta1",
                "workloadpriorityclasses",
                "WorkloadPriorityClass",
                "",
                labels.path(KueueNames.PRIORITY).asText());
        JsonNode runtime = object.path("spec").path("runtimeRef");
        boolean ofNamespace = runtime.path("kind").asText().equals("TrainingRuntime");
        object(
                "trainer.kubeflow.org",
                "v1alpha1",
                ofNamespace ? "trainingruntimes" : "clustertrainingruntimes",
                ofNamespace ? "TrainingRuntime" : "ClusterTrainingRuntime",
                ofNamespace ? namespace : "",
                runtime.path("name").asText());
        walk(object, namespace);
    }

    Needs without(List<Item> items) {
        Set<ObjectRef> own = new LinkedHashSet<>();
        items.forEach(item -> own.add(item.ref()));
        return new Needs(
                objects.stream().filter(ref -> !own.contains(ref)).toList(),
                volumes.stream().filter(ref -> !own.contains(ref)).toList(),
                List.copyOf(images),
                List.copyOf(paths));
    }

    private void walk(JsonNode node, String namespace) {
        if (node.path("containers").isArray()) {
            spec(node, namespace);
        }
        node.forEach(child -> walk(child, namespace));
    }

    private void spec(JsonNode spec, String namespace) {
        spec.path("volumes").forEach(volume -> volume(volume, namespace));
        for (String list : List.of("initContainers", "containers")) {
            spec.path(list).forEach(container -> container(container, namespace));
        }
        spec.path("imagePullSecrets").forEach(one -> secret(namespace, one.path("name")));
        String account = spec.path("serviceAccountName").asText("default");
        if (!account.equals("default")) {
            object("", "v1", "serviceaccounts", "ServiceAccount", namespace, account);
        }
        String priority = spec.path("priorityClassName").asText();
        if (!priority.startsWith("system-")) {
            object("scheduling.k8s.io", "v1", "priorityclasses", "PriorityClass", "", priority);
        }
        object(
                "node.k8s.io",
                "v1",
                "runtimeclasses",
                "RuntimeClass",
                "",
                spec.path("runtimeClassName").asText());
        spec.path("resourceClaims").forEach(claim -> {
            object(
                    "resource.k8s.io",
                    "v1",
                    "resourceclaimtemplates",
                    "ResourceClaimTemplate",
                    namespace,
                    claim.path("resourceClaimTemplateName").asText());
            object(
                    "resource.k8s.io",
                    "v1",
                    "resourceclaims",
                    "ResourceClaim",
                    namespace,
                    claim.path("resourceClaimName").asText());
        });
    }

    private void volume(JsonNode volume, String namespace) {
        config(namespace, volume.path("configMap"));
        JsonNode secret = volume.path("secret");
        if (!secret.path("optional").asBoolean()) {
            secret(namespace, secret.path("secretName"));
        }
        volume.path("projected").path("sources").forEach(source -> {
            config(namespace, source.path("configMap"));
            named(namespace, source.path("secret"));
        });
        String claim = volume.path("persistentVolumeClaim").path("claimName").asText();
        if (!claim.isEmpty()) {
            volumes.add(new ObjectRef("", "v1", "persistentvolumeclaims", "PersistentVolumeClaim", namespace, claim));
        }
        String path = volume.path("hostPath").path("path").asText();
        if (!path.isEmpty() && !path.startsWith("/dev") && !path.startsWith("/sys")) {
            paths.add(path);
        }
    }

    private void container(JsonNode container, String namespace) {
        container.path("env").forEach(variable -> {
            config(namespace, variable.path("valueFrom").path("configMapKeyRef"));
            named(namespace, variable.path("valueFrom").path("secretKeyRef"));
        });
        container.path("envFrom").forEach(source -> {
            config(namespace, source.path("configMapRef"));
            named(namespace, source.path("secretRef"));
        });
        String image = container.path("image").asText();
        if (isInside(image)) {
            images.add(image);
        }
    }

    /**
     * Whether an image comes from a registry that only one cluster reaches: its host is this machine, a Service, or a name without a
     * domain. A first part without a dot or a port is no host (distribution/reference, splitDockerDomain).
     */
    private static boolean isInside(String image) {
        int slash = image.indexOf('/');
        String host = slash < 0 ? "" : image.substring(0, slash);
        String name = host.replaceFirst(":\\d+$", "");
        return name.equals("localhost")
                || name.endsWith(".svc")
                || name.endsWith(".svc.cluster.local")
                || name.equals("127.0.0.1")
                || (!name.equals(host) && !name.contains("."));
    }

    private void config(String namespace, JsonNode source) {
        if (!source.path("optional").asBoolean()) {
            object(
                    "",
                    "v1",
                    "configmaps",
                    "ConfigMap",
                    namespace,
                    source.path("name").asText());
        }
    }

    private void named(String namespace, JsonNode source) {
        if (!source.path("optional").asBoolean()) {
            secret(namespace, source.path("name"));
        }
    }

    private void secret(String namespace, JsonNode name) {
        object("", "v1", "secrets", "Secret", namespace, name.asText());
    }

    private void object(String group, String version, String resource, String kind, String namespace, String name) {
        if (!name.isEmpty()) {
            objects.add(new ObjectRef(group, version, resource, kind, namespace, name));
        }
    }

    /** What of an object matters to the pods that name it, to be compared between clusters. */
    static List<JsonNode> compared(ObjectRef ref, JsonNode object) {
        List<JsonNode> parts = new ArrayList<>();
        switch (ref.resource()) {
            case "configmaps" -> {
                parts.add(object.path("data"));
                parts.add(object.path("binaryData"));
            }
            case "resourceclaimtemplates", "clustertrainingruntimes", "trainingruntimes" ->
                parts.add(object.path("spec"));
            case "priorityclasses", "workloadpriorityclasses" -> parts.add(object.path("value"));
            case "runtimeclasses" -> parts.add(object.path("handler"));
            default -> {
                return List.of();
            }
        }
        return parts;
    }
}
