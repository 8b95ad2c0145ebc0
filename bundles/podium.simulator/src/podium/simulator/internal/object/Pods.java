// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.loop.EngineContext;

/** Questions about pods that several controllers ask. */
public final class Pods {

    private Pods() {}

    public static String phase(JsonNode pod) {
        return Json.text(pod, "status", "phase");
    }

    public static boolean succeeded(JsonNode pod) {
        return phase(pod).equals("Succeeded");
    }

    public static boolean failed(JsonNode pod) {
        return phase(pod).equals("Failed");
    }

    /** Whether its containers will never run again. */
    public static boolean finished(JsonNode pod) {
        return succeeded(pod) || failed(pod);
    }

    /** Whether it runs or may yet run: neither finished nor being deleted. */
    public static boolean active(JsonNode pod) {
        return !finished(pod) && !Json.terminating(pod);
    }

    public static boolean ready(JsonNode pod) {
        return Conditions.isTrue(pod, "Ready");
    }

    /** Whether it has been ready for long enough. */
    public static boolean available(JsonNode pod, int minReadySeconds, Instant now) {
        return ready(pod)
                && (minReadySeconds == 0
                        || Conditions.find(pod, "Ready")
                                .flatMap(condition -> Json.instant(condition, "lastTransitionTime"))
                                .map(since -> !since.plus(Duration.ofSeconds(minReadySeconds))
                                        .isAfter(now))
                                .orElse(false));
    }

    /**
     * A pod as a controller makes it from its template: labels, annotations and spec of the template, the owner, and
     * what admission adds (priority, default tolerations, defaults of the API).
     */
    public static ObjectNode fromTemplate(EngineContext cluster, ObjectNode owner, JsonNode template, String name) {
        ObjectNode pod = Json.object().put("apiVersion", "v1").put("kind", "Pod");
        ObjectNode metadata = Json.with(pod, "metadata");
        metadata.put("name", name).put("namespace", Json.namespace(owner));
        for (String field : new String[] {"labels", "annotations"}) {
            JsonNode values = Json.at(template, "metadata", field);
            if (!values.isEmpty()) {
                metadata.set(field, values.deepCopy());
            }
        }
        OwnerReferences.control(pod, owner);
        JsonNode spec = template.path("spec");
        pod.set("spec", spec.isObject() ? spec.deepCopy() : Json.object());
        PodDefaults.complete(cluster, pod);
        Json.with(pod, "status").put("phase", "Pending");
        return pod;
    }

    /** The labels of a template. */
    public static Map<String, String> templateLabels(JsonNode object) {
        return Json.labels(Json.at(object, "spec", "template"));
    }
}
