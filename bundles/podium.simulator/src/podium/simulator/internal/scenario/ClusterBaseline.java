// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scenario;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import podium.simulator.internal.api.auth.BootstrapPolicy;
import podium.simulator.internal.engine.SimulationEngine;
import podium.simulator.internal.json.Json;
import podium.simulator.store.ApiException;
import podium.simulator.store.ResourceType;
import podium.simulator.store.ResourceTypes;

/** What a cluster has before anybody works on it: namespaces, Secrets, priority classes, the exporters on every node. */
final class ClusterBaseline {

    /** Where the vendors' daemons live. */
    static final String OPERATOR = "gpu-operator";

    /** Without kube-system, whose uid is the cluster's own: each server makes it anew. */
    private static final List<String> SYSTEM = List.of("default", "kube-public", "kube-node-lease", OPERATOR);

    private static final Map<String, List<String>> FLEET = new TreeMap<>(Map.of(
            "",
            List.of("nodes", "persistentvolumes", "pods/proxy"),
            "apiextensions.k8s.io",
            List.of("customresourcedefinitions"),
            "coordination.k8s.io",
            List.of("leases"),
            "metrics.k8s.io",
            List.of("nodes", "pods"),
            "networking.k8s.io",
            List.of("ingressclasses"),
            "node.k8s.io",
            List.of("runtimeclasses"),
            "rbac.authorization.k8s.io",
            List.of("clusterroles", "clusterrolebindings", "roles", "rolebindings"),
            "resource.k8s.io",
            List.of("deviceclasses", "devicetaintrules", "resourceslices"),
            "scheduling.k8s.io",
            List.of("podgroups", "priorityclasses"),
            "storage.k8s.io",
            List.of("storageclasses", "volumeattachments")));

    private final SimulationEngine life;

    ClusterBaseline(SimulationEngine life) {
        this.life = life;
    }

    void lay(Scenario scenario) {
        BootstrapPolicy.lay(life.store());
        SYSTEM.forEach(this::namespace);
        scenario.namespaces().forEach(this::namespace);
        priority(
                "system-cluster-critical",
                2_000_000_000,
                "Used for system critical pods that must run in the cluster.");
        priority("system-node-critical", 2_000_001_000, "Used for system critical pods that must not be moved.");
        scenario.priorities().forEach((name, value) -> priority(name, value, ""));
        scenario.deviceClasses().forEach(this::deviceClass);
        scenario.deviceTaints().forEach(this::deviceTaint);
        scenario.secrets().forEach(this::secret);
        scenario.ingresses().forEach(this::ingress);
        if (!scenario.bindings().isEmpty()) {
            fleetReader();
        }
        scenario.bindings().forEach(this::binding);
        if (uses(scenario, "nvidia")) {
            daemon(
                    "nvidia-dcgm-exporter",
                    "nvidia.com/gpu.present",
                    "true",
                    "registry.local/nvidia/dcgm-exporter:4.4.1",
                    9400);
            daemon(
                    "nvidia-device-plugin-daemonset",
                    "nvidia.com/gpu.present",
                    "true",
                    "registry.local/nvidia/device-plugin:0.18.0",
                    0);
        }
        if (uses(scenario, "amd")) {
            daemon(
                    "amd-device-metrics-exporter",
                    "feature.node.kubernetes.io/amd-gpu",
                    "true",
                    "registry.local/rocm/device-metrics-exporter:1.4.0",
                    5000);
        }
        if (uses(scenario, "habana")) {
            daemon(
                    "habana-metric-exporter",
                    "habana.ai/gaudi.product",
                    "HL-325L",
                    "registry.local/habana/metric-exporter:1.22.0",
                    41611);
        }
    }

    private static boolean uses(Scenario scenario, String vendor) {
        return scenario.pools().stream()
                .flatMap(pool -> pool.machine().accelerator().stream())
                .anyMatch(accelerator -> accelerator.vendor().equals(vendor));
    }

    void namespace(String name) {
        ObjectNode namespace = Json.object().put("apiVersion", "v1").put("kind", "Namespace");
        Json.with(namespace, "metadata").put("name", name);
        Json.with(namespace, "metadata", "labels").put("kubernetes.io/metadata.name", name);
        Json.with(namespace, "spec").putArray("finalizers").add("kubernetes");
        Json.with(namespace, "status").put("phase", "Active");
        create(ResourceTypes.NAMESPACE, namespace);
    }

    private void priority(String name, int value, String description) {
        ObjectNode priority =
                Json.object().put("apiVersion", "scheduling.k8s.io/v1").put("kind", "PriorityClass");
        Json.with(priority, "metadata").put("name", name);
        priority.put("value", value)
                .put("preemptionPolicy", "PreemptLowerPriority")
                .put("description", description);
        create(ResourceTypes.PRIORITY_CLASS, priority);
    }

    private void secret(Scenario.Secret secret) {
        ObjectNode made = Json.object().put("apiVersion", "v1").put("kind", "Secret");
        Json.with(made, "metadata").put("name", secret.name()).put("namespace", secret.namespace());
        ObjectNode data = Json.with(made, "data");
        secret.data()
                .forEach((key, value) ->
                        data.put(key, Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8))));
        create(ResourceTypes.SECRET, made.put("type", secret.type()));
    }

    /** What one needs to see a fleet and what {@code view}, which is for namespaces, does not have: gathered into it. */
    private void fleetReader() {
        ObjectNode role = Json.object().put("kind", "ClusterRole");
        Json.with(role, "metadata").put("name", "fleet-reader");
        Json.with(role, "metadata", "labels").put("rbac.authorization.k8s.io/aggregate-to-view", "true");
        role.put("apiVersion", ResourceTypes.CLUSTER_ROLE.apiVersion());
        ArrayNode rules = role.putArray("rules");
        FLEET.forEach((group, resources) -> {
            ObjectNode rule = rules.addObject();
            List.of("get", "list", "watch").forEach(rule.putArray("verbs")::add);
            rule.putArray("apiGroups").add(group);
            resources.forEach(rule.putArray("resources")::add);
        });
        create(ResourceTypes.CLUSTER_ROLE, role);
    }

    private void ingress(Scenario.Ingress ingress) {
        ResourceType type = ResourceTypes.INGRESS;
        ObjectNode sort = Json.object().put("apiVersion", type.apiVersion()).put("kind", "IngressClass");
        Json.with(sort, "metadata").put("name", "nginx");
        Json.with(sort, "spec").put("controller", "k8s.io/ingress-nginx");
        create(ResourceTypes.INGRESS_CLASS, sort);
        ObjectNode made = Json.object().put("apiVersion", type.apiVersion()).put("kind", type.kind());
        Json.with(made, "metadata").put("name", ingress.name()).put("namespace", ingress.namespace());
        ObjectNode rule = Json.with(made, "spec")
                .put("ingressClassName", "nginx")
                .putArray("rules")
                .addObject()
                .put("host", ingress.host());
        ObjectNode path = Json.with(rule, "http").putArray("paths").addObject();
        path.put("path", "/").put("pathType", "Prefix");
        Json.with(path, "backend", "service").put("name", ingress.name());
        Json.with(path, "backend", "service", "port").put("name", "http");
        Json.with(made, "status", "loadBalancer")
                .putArray("ingress")
                .addObject()
                .put("ip", "203.0.113.10");
        create(type, made);
    }

    private void binding(Scenario.Binding binding) {
        boolean everywhere = binding.namespace().isEmpty();
        ResourceType type = everywhere ? ResourceTypes.CLUSTER_ROLE_BINDING : ResourceTypes.ROLE_BINDING;
        ObjectNode made = Json.object().put("apiVersion", type.apiVersion()).put("kind", type.kind());
        Json.with(made, "metadata").put("name", binding.name());
        if (!everywhere) {
            Json.with(made, "metadata").put("namespace", binding.namespace());
        }
        Json.with(made, "roleRef").put("kind", "ClusterRole").put("name", binding.role());
        ArrayNode subjects = made.putArray("subjects");
        binding.groups().forEach(group -> subjects.add(Json.object("kind", "Group", "name", group)));
        binding.users().forEach(user -> subjects.add(Json.object("kind", "User", "name", user)));
        create(type, made);
    }

    private void deviceClass(String name, String expression) {
        ObjectNode made = Json.object()
                .put("apiVersion", ResourceTypes.DEVICE_CLASS.apiVersion())
                .put("kind", "DeviceClass");
        Json.with(made, "metadata").put("name", name);
        Json.with(made, "spec")
                .putArray("selectors")
                .addObject()
                .putObject("cel")
                .put("expression", expression);
        create(ResourceTypes.DEVICE_CLASS, made);
    }

    private void deviceTaint(Scenario.DeviceTaint taint) {
        ObjectNode rule = Json.object()
                .put("apiVersion", ResourceTypes.DEVICE_TAINT_RULE.apiVersion())
                .put("kind", "DeviceTaintRule");
        Json.with(rule, "metadata").put("name", taint.name());
        Json.with(rule, "spec", "deviceSelector")
                .put("driver", ResourceSlices.DRIVER)
                .put("pool", taint.node())
                .put("device", "gpu-" + taint.gpu());
        ObjectNode body = Json.with(rule, "spec", "taint").put("key", taint.key());
        if (!taint.value().isEmpty()) {
            body.put("value", taint.value());
        }
        body.put("effect", taint.effect());
        create(ResourceTypes.DEVICE_TAINT_RULE, rule);
    }

    private void daemon(String name, String label, String value, String image, int port) {
        ObjectNode set = Json.object().put("apiVersion", "apps/v1").put("kind", "DaemonSet");
        Json.with(set, "metadata").put("name", name).put("namespace", OPERATOR);
        Json.with(set, "metadata", "labels").put("app", name);
        ObjectNode spec = Json.with(set, "spec").put("revisionHistoryLimit", 10);
        Json.with(spec, "selector", "matchLabels").put("app", name);
        Json.with(spec, "updateStrategy").put("type", "RollingUpdate");
        Json.with(spec, "updateStrategy", "rollingUpdate")
                .put("maxUnavailable", 1)
                .put("maxSurge", 0);
        ObjectNode template = Json.with(spec, "template");
        Json.with(template, "metadata", "labels").put("app", name);
        ObjectNode body = Json.with(template, "spec").put("priorityClassName", "system-node-critical");
        Json.with(body, "nodeSelector").put(label, value);
        body.putArray("tolerations").addObject().put("operator", "Exists").put("effect", "NoSchedule");
        ObjectNode container =
                body.putArray("containers").addObject().put("name", name).put("image", image);
        Json.with(container, "resources", "requests").put("cpu", "100m").put("memory", "128Mi");
        if (port > 0) {
            container
                    .putArray("ports")
                    .addObject()
                    .put("name", "metrics")
                    .put("containerPort", port)
                    .put("protocol", "TCP");
        }
        create(ResourceTypes.DAEMON_SET, set);
    }

    private void create(ResourceType type, ObjectNode object) {
        try {
            life.store().create(type, object);
        } catch (ApiException there) {
            if (there.code() != 409) {
                throw there;
            }
        }
    }
}
