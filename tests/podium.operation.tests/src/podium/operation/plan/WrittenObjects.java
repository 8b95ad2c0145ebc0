// SPDX-License-Identifier: Apache-2.0
package podium.operation.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import podium.core.api.ApiWrite;
import podium.core.json.Json;
import podium.core.json.JsonPatch;
import podium.core.json.MergePatch;
import podium.core.json.YamlText;

/** Objects as they are on a server, and what the writes of a plan do to them: beside it the diff that the plan shows. */
public final class WrittenObjects {
    private final Map<String, JsonNode> before = new HashMap<>();
    private final Map<String, JsonNode> after = new HashMap<>();

    /** One that is there. */
    public WrittenObjects with(String path, String json) {
        before.put(path, read(json));
        return this;
    }

    static JsonNode read(String json) {
        return Json.read(json);
    }

    /** Fails where the plan shows more, less or other than what its writes do; each write must apply, tests included. */
    public void agree(Plan plan) {
        after.putAll(before);
        Map<String, String> names = new HashMap<>();
        for (Step step : plan.steps()) {
            if (step instanceof Step.Write write) {
                apply(write.write());
                names.put(
                        write.write().target().path(),
                        write.write().target().kind() + " "
                                + write.write().target().name());
            }
        }
        Map<String, String> done = new HashMap<>();
        names.forEach((path, name) -> {
            JsonNode was = before.getOrDefault(path, MissingNode.getInstance());
            JsonNode is = after.getOrDefault(path, MissingNode.getInstance());
            String change = lines(yaml(was, is)) + " -> " + lines(yaml(is, was));
            if (!change.equals("[] -> []")) {
                done.put(name, change);
            }
        });
        Map<String, String> shown = new HashMap<>();
        plan.changes()
                .forEach(change -> shown.put(change.object(), lines(change.before()) + " -> " + lines(change.after())));
        assertEquals(done, shown, plan.title());
    }

    /** The leaves of one that the other has not. */
    private static String yaml(JsonNode one, JsonNode other) {
        Set<String> only = leaves(one);
        only.removeAll(leaves(other));
        ObjectNode tree = Json.object();
        for (String leaf : only) {
            JsonPointer place = JsonPointer.compile(leaf.substring(0, leaf.indexOf('=')));
            ObjectNode parent = tree;
            for (JsonPointer at = place; at.tail() != null && !at.tail().matches(); at = at.tail()) {
                parent = parent.withObject(JsonPointer.empty().appendProperty(at.getMatchingProperty()));
            }
            parent.set(place.last().getMatchingProperty(), one.at(place));
        }
        return YamlText.of(tree);
    }

    /** Whatever their order is. */
    private static List<String> lines(String yaml) {
        return yaml.lines().sorted().toList();
    }

    private void apply(ApiWrite write) {
        String path = write.target().path();
        JsonNode now = after.getOrDefault(path, MissingNode.getInstance());
        switch (write.verb()) {
            case CREATE -> after.put(path, read(write.body()));
            case DELETE, EVICT -> after.remove(path);
            case JSON_PATCH ->
                after.put(path, JsonPatch.apply(now, read(write.body())).orElseThrow());
            case MERGE_PATCH, STRATEGIC_PATCH -> after.put(path, MergePatch.apply(now, read(write.body())));
        }
    }

    /** The leaves, as "/a/b=value"; what a server alone writes is left out. */
    static Set<String> leaves(JsonNode node) {
        Set<String> leaves = new TreeSet<>();
        leaves(JsonPointer.empty(), node, leaves);
        leaves.removeIf(leaf -> leaf.startsWith("/status") || leaf.matches("/metadata/(uid|resourceVersion)=.*"));
        return leaves;
    }

    private static void leaves(JsonPointer at, JsonNode node, Set<String> into) {
        if (node.isObject()) {
            node.properties().forEach(field -> leaves(at.appendProperty(field.getKey()), field.getValue(), into));
        } else if (!node.isMissingNode()) {
            into.add(at + "=" + node);
        }
    }
}
