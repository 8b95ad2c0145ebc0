// SPDX-License-Identifier: Apache-2.0
package podium.operation.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import podium.core.change.ClusterId;
import podium.core.json.Json;

/** Plans as JSON and back. */
public final class PlanCodec {
    private PlanCodec() {}

    public static ObjectNode write(Plan plan) {
        ObjectNode node = Json.object();
        ClusterId cluster = plan.cluster();
        node.put("cluster", cluster.value()).put("clusterName", cluster.name()).put("context", cluster.context());
        node.put("kind", plan.kind()).put("title", plan.title());
        StepCodec.write(plan.steps(), node.putArray("steps"));
        plan.effects().forEach(node.putArray("effects")::add);
        plan.irreversible().forEach(node.putArray("irreversible")::add);
        ArrayNode changes = node.putArray("changes");
        plan.changes().forEach(change -> changes.addObject()
                .put("object", change.object())
                .put("before", change.before())
                .put("after", change.after()));
        StepCodec.write(plan.undo(), node.putArray("undo"));
        plan.then().ifPresent(then -> node.set("then", write(then)));
        return node;
    }

    public static Plan read(JsonNode node) {
        List<ObjectChange> changes = new ArrayList<>();
        node.path("changes")
                .forEach(change -> changes.add(new ObjectChange(
                        change.path("object").asText(),
                        change.path("before").asText(),
                        change.path("after").asText())));
        return new Plan(
                cluster(node),
                node.path("kind").asText(),
                node.path("title").asText(),
                StepCodec.read(node.path("steps")),
                texts(node.path("effects")),
                texts(node.path("irreversible")),
                changes,
                StepCodec.read(node.path("undo")),
                node.has("then") ? Optional.of(read(node.path("then"))) : Optional.empty());
    }

    /** What was written before clusters were known by more than a name belongs to none that can be open. */
    private static ClusterId cluster(JsonNode node) {
        String value = node.path("cluster").asText();
        String name = node.path("clusterName").asText(value);
        return new ClusterId(value, name, node.path("context").asText(name));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
