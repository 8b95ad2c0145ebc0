// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.kubelet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.loop.RandomSource;
import podium.simulator.internal.object.Conditions;

/** The shapes a kubelet gives {@code status} of a pod, from accepted to finished. */
final class PodStatusWriter {

    private final ObjectNode pod;
    private final ObjectNode status;
    private final String timestamp;

    PodStatusWriter(ObjectNode pod, String timestamp) {
        this.pod = pod;
        this.status = Json.with(pod, "status");
        this.timestamp = timestamp;
    }

    /** Refused by the kubelet. */
    void refused(KubeletAdmission.Refusal refusal) {
        status.put("phase", "Failed").put("reason", refusal.reason()).put("message", refusal.message());
        status.put("startTime", timestamp);
    }

    /** Accepted; containers are being created. */
    void creating(String hostAddress) {
        status.put("phase", "Pending").put("hostIP", hostAddress).put("startTime", timestamp);
        status.putArray("hostIPs").addObject().put("ip", hostAddress);
        status.put("qosClass", qos());
        boolean starts = !Json.at(pod, "spec", "initContainers").isEmpty();
        condition("PodReadyToStartContainers", "False", "", "");
        condition("Initialized", starts ? "False" : "True", starts ? "ContainersNotInitialized" : "", "");
        String unready = "containers with unready status: " + names("containers");
        condition("Ready", "False", "ContainersNotReady", unready);
        condition("ContainersReady", "False", "ContainersNotReady", unready);
        condition("PodScheduled", "True", "", "");
        containers("initContainers", "initContainerStatuses", (container, entry) -> {
            Json.with(entry, "state", "waiting").put("reason", "PodInitializing");
            entry.put("ready", false).put("started", false);
        });
        containers("containers", "containerStatuses", (container, entry) -> {
            Json.with(entry, "state", "waiting").put("reason", starts ? "PodInitializing" : "ContainerCreating");
            entry.put("ready", false).put("started", false);
        });
    }

    /** Running, with the devices each container was given. */
    void running(String address, boolean ready, int restarts, Map<String, List<PluginDevice>> devices) {
        status.put("phase", "Running").put("podIP", address);
        status.putArray("podIPs").addObject().put("ip", address);
        condition("PodReadyToStartContainers", "True", "", "");
        condition("Initialized", "True", "", "");
        containers("initContainers", "initContainerStatuses", this::initialized);
        containers("containers", "containerStatuses", (container, entry) -> {
            JsonNode before = entry.path("state").path("terminated");
            if (before.isObject()) {
                entry.set("lastState", Json.object().set("terminated", before.deepCopy()));
            }
            entry.remove("state");
            Json.with(entry, "state", "running").put("startedAt", timestamp);
            entry.put("started", true).put("restartCount", restarts);
            entry.put("containerID", "containerd://" + id(Json.text(container, "name") + restarts));
            resources(entry, devices.getOrDefault(Json.text(container, "name"), List.of()));
        });
        ready(ready);
    }

    /** Starts the debug containers that were not started yet. */
    void debugging() {
        containers("ephemeralContainers", "ephemeralContainerStatuses", (container, entry) -> {
            if (!entry.has("state")) {
                Json.with(entry, "state", "running").put("startedAt", timestamp);
                entry.put("ready", false);
                entry.put("containerID", "containerd://" + id(Json.text(container, "name")));
            }
        });
    }

    /** Whether it answers its readiness probe. */
    void ready(boolean ready) {
        containers("containers", "containerStatuses", (container, entry) -> entry.put("ready", ready));
        String unready = ready ? "" : "containers with unready status: " + names("containers");
        condition("Ready", ready ? "True" : "False", ready ? "" : "ContainersNotReady", unready);
        condition("ContainersReady", ready ? "True" : "False", ready ? "" : "ContainersNotReady", unready);
    }

    /** Its containers have ended; {@code phase} is what becomes of the pod. */
    void ended(String phase, int exitCode, String reason) {
        status.put("phase", phase);
        terminated(exitCode, reason);
        containers("ephemeralContainers", "ephemeralContainerStatuses", (container, entry) -> {
            if (entry.path("state").has("running")) {
                ContainerEnd.of(entry, 137, "Error", timestamp);
            }
        });
        String why = phase.equals("Succeeded")
                ? "PodCompleted"
                : phase.equals("Failed") ? "PodFailed" : "ContainersNotReady";
        String words = phase.equals("Succeeded") ? "" : "containers with unready status: " + names("containers");
        condition("PodReadyToStartContainers", "False", "", "");
        condition("Ready", "False", why, words);
        condition("ContainersReady", "False", why, words);
    }

    /** Its containers have ended and wait to be started again. */
    void backOff(int exitCode, String reason, int restarts, long delaySeconds) {
        terminated(exitCode, reason);
        containers("containers", "containerStatuses", (container, entry) -> {
            entry.set("lastState", entry.path("state").deepCopy());
            entry.remove("state");
            Json.with(entry, "state", "waiting")
                    .put("reason", "CrashLoopBackOff")
                    .put(
                            "message",
                            "back-off " + delaySeconds + "s restarting failed container=" + Json.text(container, "name")
                                    + " pod=" + Json.name(pod) + "_" + Json.namespace(pod) + "(" + Json.uid(pod) + ")");
            entry.put("restartCount", restarts);
        });
        String unready = "containers with unready status: " + names("containers");
        condition("Ready", "False", "ContainersNotReady", unready);
        condition("ContainersReady", "False", "ContainersNotReady", unready);
    }

    private void terminated(int exitCode, String reason) {
        containers(
                "containers",
                "containerStatuses",
                (container, entry) -> ContainerEnd.of(entry, exitCode, reason, timestamp));
    }

    private void initialized(JsonNode container, ObjectNode entry) {
        boolean sidecar = Json.text(container, "restartPolicy").equals("Always");
        entry.remove("state");
        if (sidecar) {
            Json.with(entry, "state", "running").put("startedAt", timestamp);
        } else {
            Json.with(entry, "state", "terminated")
                    .put("exitCode", 0)
                    .put("reason", "Completed")
                    .put("startedAt", timestamp)
                    .put("finishedAt", timestamp);
        }
        entry.put("ready", true).put("started", sidecar);
    }

    /** KEP-4680: which devices the container was given, and whether they are well. */
    private static void resources(ObjectNode entry, List<PluginDevice> devices) {
        if (devices.isEmpty()) {
            return;
        }
        ArrayNode all = entry.putArray("allocatedResourcesStatus");
        devices.stream().map(PluginDevice::resource).distinct().forEach(resource -> {
            ArrayNode list = all.addObject().put("name", resource).putArray("resources");
            for (PluginDevice device : devices) {
                if (device.resource().equals(resource)) {
                    list.addObject().put("resourceID", device.id()).put("health", "Healthy");
                }
            }
        });
    }

    @FunctionalInterface
    private interface Change {
        void apply(JsonNode container, ObjectNode entry);
    }

    private void containers(String specField, String statusField, Change change) {
        JsonNode containers = Json.at(pod, "spec", specField);
        if (containers.isEmpty()) {
            return;
        }
        ArrayNode entries = Json.array(status, statusField);
        for (int i = 0; i < containers.size(); i++) {
            ObjectNode entry = i < entries.size() ? (ObjectNode) entries.get(i) : entries.addObject();
            JsonNode container = containers.get(i);
            if (!entry.has("name")) {
                entry.put("name", Json.text(container, "name")).put("image", Json.text(container, "image"));
                entry.put("imageID", "").put("restartCount", 0).putObject("lastState");
            }
            change.apply(container, entry);
        }
    }

    private void condition(String type, String value, String reason, String message) {
        ObjectNode condition = Conditions.set(pod, type, value, reason, message, timestamp);
        condition.putNull("lastProbeTime");
    }

    private String names(String field) {
        StringBuilder names = new StringBuilder("[");
        Json.at(pod, "spec", field).forEach(container -> names.append(names.length() > 1 ? " " : "")
                .append(Json.text(container, "name")));
        return names.append(']').toString();
    }

    private String id(String part) {
        RandomSource seed = new RandomSource(0).of(Json.uid(pod)).of(part);
        return String.format(
                "%016x%016x%016x%016x",
                seed.value(), seed.of(1).value(), seed.of(2).value(), seed.of(3).value());
    }

    private String qos() {
        boolean any = false;
        boolean guaranteed = true;
        for (JsonNode container : Json.at(pod, "spec", "containers")) {
            JsonNode requests = Json.at(container, "resources", "requests");
            JsonNode limits = Json.at(container, "resources", "limits");
            for (String resource : List.of("cpu", "memory")) {
                any |= requests.has(resource) || limits.has(resource);
                guaranteed &= limits.has(resource)
                        && (!requests.has(resource) || requests.path(resource).equals(limits.path(resource)));
            }
        }
        return !any ? "BestEffort" : guaranteed ? "Guaranteed" : "Burstable";
    }
}
