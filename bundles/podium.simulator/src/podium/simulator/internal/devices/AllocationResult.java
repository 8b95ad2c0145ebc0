// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.devices;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import podium.simulator.internal.json.Json;

/** What is written to a claim's {@code status.allocation}. */
final class AllocationResult {

    private AllocationResult() {}

    static ObjectNode of(ObjectNode claim, List<AllocatedDevice> choices, String node, RequestSelectors classes) {
        ObjectNode allocation = Json.object();
        ArrayNode results = Json.with(allocation, "devices").putArray("results");
        for (AllocatedDevice choice : choices) {
            ObjectNode result = results.addObject()
                    .put("request", choice.request().name())
                    .put("driver", choice.device().driver())
                    .put("pool", choice.device().pool())
                    .put("device", choice.device().name());
            if (choice.request().admin()) {
                result.put("adminAccess", true);
            }
        }
        ArrayNode config = Json.array();
        Set<String> named = new LinkedHashSet<>();
        for (AllocatedDevice choice : choices) {
            if (named.add(choice.request().name())) {
                classes.find(choice.request().deviceClass()).ifPresent(found -> Json.at(found, "spec", "config")
                        .forEach(each ->
                                add(config, "FromClass", each, choice.request().name())));
            }
        }
        Json.at(claim, "spec", "devices", "config").forEach(each -> add(config, "FromClaim", each, ""));
        if (!config.isEmpty()) {
            Json.with(allocation, "devices").set("config", config);
        }
        if (choices.stream().anyMatch(choice -> choice.device().local())) {
            Json.array(Json.with(allocation, "nodeSelector"), "nodeSelectorTerms")
                    .addObject()
                    .putArray("matchFields")
                    .addObject()
                    .put("key", "metadata.name")
                    .put("operator", "In")
                    .putArray("values")
                    .add(node);
        }
        return allocation;
    }

    private static void add(ArrayNode config, String source, JsonNode each, String request) {
        ObjectNode entry = config.addObject().put("source", source);
        if (each instanceof ObjectNode object) {
            entry.setAll(object.deepCopy());
        }
        if (!request.isEmpty()) {
            entry.putArray("requests").add(request);
        }
    }
}
