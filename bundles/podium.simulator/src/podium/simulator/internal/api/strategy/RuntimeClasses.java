// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.strategy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import podium.simulator.internal.json.Json;
import podium.simulator.store.ApiException;
import podium.simulator.store.ObjectMeta;
import podium.simulator.store.ObjectStore;
import podium.simulator.store.ResourceTypes;

/** What a RuntimeClass adds to a pod: overhead, labels its node must have, tolerations. Source: plugin/pkg/admission/runtimeclass. */
final class RuntimeClasses {

    private RuntimeClasses() {}

    static void apply(ObjectNode pod, ObjectNode spec, ObjectStore store) {
        String name = Json.text(spec, "runtimeClassName");
        if (name.isEmpty()) {
            return;
        }
        ObjectNode found = store.get(ResourceTypes.RUNTIME_CLASS, "", name)
                .orElseThrow(() -> ApiException.forbidden(
                        ResourceTypes.POD,
                        ObjectMeta.name(pod),
                        "pod rejected: RuntimeClass \"" + name + "\" not found"));
        JsonNode overhead = Json.at(found, "overhead", "podFixed");
        if (overhead.isObject()) {
            spec.set("overhead", overhead.deepCopy());
        }
        Json.at(found, "scheduling", "nodeSelector").properties().forEach(label -> Json.with(spec, "nodeSelector")
                .set(label.getKey(), label.getValue()));
        Json.at(found, "scheduling", "tolerations")
                .forEach(toleration -> Json.array(spec, "tolerations").add(toleration.deepCopy()));
    }
}
