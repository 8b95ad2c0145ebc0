// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.loop.EngineContext;
import podium.simulator.internal.scheduling.Taint;
import podium.simulator.store.ResourceTypes;

/** What the API server's defaults and admission plugins add to a pod. */
public final class PodDefaults {
    /** The name of the default scheduler, which a pod has that names none. */
    public static final String SCHEDULER = "default-scheduler";

    private static final int BORNE_SECONDS = 300;

    private PodDefaults() {}

    /** Completes a pod that is about to be created. */
    public static void complete(EngineContext cluster, ObjectNode pod) {
        ObjectNode spec = Json.with(pod, "spec");
        putIfAbsent(spec, "restartPolicy", "Always");
        putIfAbsent(spec, "schedulerName", SCHEDULER);
        putIfAbsent(spec, "dnsPolicy", "ClusterFirst");
        putIfAbsent(spec, "serviceAccountName", "default");
        if (!spec.has("terminationGracePeriodSeconds")) {
            spec.put("terminationGracePeriodSeconds", 30);
        }
        if (!spec.has("enableServiceLinks")) {
            spec.put("enableServiceLinks", true);
        }
        priority(cluster, spec);
        for (String taint : List.of(Taint.NOT_READY, Taint.UNREACHABLE)) {
            tolerateForAWhile(Json.array(spec, "tolerations"), taint);
        }
    }

    private static void putIfAbsent(ObjectNode spec, String field, String value) {
        if (!spec.has(field)) {
            spec.put(field, value);
        }
    }

    private static void priority(EngineContext cluster, ObjectNode spec) {
        if (spec.has("priority")) {
            return;
        }
        String name = Json.text(spec, "priorityClassName");
        int value = name.isEmpty()
                ? 0
                : cluster.store()
                        .get(ResourceTypes.PRIORITY_CLASS, "", name)
                        .map(found -> Json.number(found, 0, "value"))
                        .orElse(0);
        spec.put("priority", value);
        putIfAbsent(spec, "preemptionPolicy", "PreemptLowerPriority");
    }

    private static void tolerateForAWhile(ArrayNode tolerations, String taint) {
        for (JsonNode toleration : tolerations) {
            String key = Json.text(toleration, "key");
            if (key.isEmpty() || key.equals(taint)) {
                return;
            }
        }
        tolerations
                .addObject()
                .put("key", taint)
                .put("operator", "Exists")
                .put("effect", "NoExecute")
                .put("tolerationSeconds", BORNE_SECONDS);
    }
}
