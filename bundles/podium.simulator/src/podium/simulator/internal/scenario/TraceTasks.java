// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scenario;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.kubelet.ContainerBehaviour;

/** Makes pods of a trace's tasks. */
final class TraceTasks {

    ObjectNode pod(
            String name,
            long cpuMilli,
            long memoryMiB,
            long gpus,
            long gpuMilli,
            String models,
            String qos,
            long seconds) {
        ObjectNode pod = Json.object().put("apiVersion", "v1").put("kind", "Pod");
        ObjectNode metadata = Json.with(pod, "metadata").put("name", name).put("namespace", "trace");
        Json.with(metadata, "labels").put("app.kubernetes.io/part-of", "openb").put("simulator.podium/qos", qos);
        Json.with(metadata, "annotations")
                .put(ContainerBehaviour.DURATION, seconds + "s")
                .put(ContainerBehaviour.PROFILE, qos.equals("LS") ? "inference" : "fine-tuning");
        ObjectNode spec =
                Json.with(pod, "spec").put("restartPolicy", "Never").put("schedulerName", "default-scheduler");
        boolean bestEffort = qos.equals("BE");
        spec.put("priorityClassName", bestEffort ? "best-effort" : "latency-sensitive");
        spec.put("priority", bestEffort ? -10 : 1000).put("terminationGracePeriodSeconds", 30);
        spec.put("preemptionPolicy", "Never");
        ObjectNode container = spec.putArray("containers").addObject();
        container.put("name", "main").put("image", "registry.local/openb/task:1");
        ObjectNode requests = Json.with(container, "resources", "requests");
        ObjectNode limits = Json.with(container, "resources", "limits");
        requests.put("cpu", cpuMilli + "m").put("memory", memoryMiB + "Mi");
        if (gpus > 0) {
            limits.put(TraceReplay.MILLI, Long.toString(gpus * gpuMilli));
            if (gpuMilli == 1000) {
                limits.put("nvidia.com/gpu", Long.toString(gpus));
            }
            limits.properties().forEach(limit -> requests.set(limit.getKey(), limit.getValue()));
        }
        if (!models.isEmpty()) {
            ArrayNode terms = Json.with(
                            spec, "affinity", "nodeAffinity", "requiredDuringSchedulingIgnoredDuringExecution")
                    .putArray("nodeSelectorTerms");
            ObjectNode expression =
                    terms.addObject().putArray("matchExpressions").addObject();
            ArrayNode values = expression
                    .put("key", "simulator.podium/model")
                    .put("operator", "In")
                    .putArray("values");
            for (String model : models.split("\\|")) {
                values.add(model);
            }
        }
        Json.with(pod, "status").put("phase", "Pending");
        return pod;
    }
}
