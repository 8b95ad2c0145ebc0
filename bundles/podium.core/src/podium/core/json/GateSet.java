// SPDX-License-Identifier: Apache-2.0
package podium.core.json;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The change of a list of scheduling gates by which gates it puts in and takes out, known by their names. Those of others come and go
 * with the admission of a job, and are none of its business.
 *
 * @param in gates that are put in
 * @param out names of those that are taken out
 */
public record GateSet(JsonPointer path, List<JsonNode> in, List<String> out) {
    /** What an operation does to a list of gates, by the test before it; empty: it is about something else. */
    public static Optional<GateSet> of(JsonNode tested, JsonNode operation) {
        JsonPointer path = JsonPointer.compile(operation.path("path").asText());
        boolean about = path.last() != null
                && path.last().getMatchingProperty().equals("schedulingGates")
                && tested.path("path").asText().equals(operation.path("path").asText());
        if (!about) {
            return Optional.empty();
        }
        List<String> before = names(tested.path("value"));
        List<String> after = names(operation.path("value"));
        List<JsonNode> in = new ArrayList<>();
        operation.path("value").forEach(gate -> {
            if (!before.contains(name(gate))) {
                in.add(gate);
            }
        });
        return Optional.of(new GateSet(
                path, in, before.stream().filter(gate -> !after.contains(gate)).toList()));
    }

    private static String name(JsonNode gate) {
        return gate.path("name").asText();
    }

    private static List<String> names(JsonNode gates) {
        List<String> names = new ArrayList<>();
        gates.forEach(gate -> names.add(name(gate)));
        return names;
    }

    /** True when an object is as the change leaves it. */
    public boolean holds(JsonNode object) {
        List<String> now = names(object.at(path));
        return in.stream().allMatch(gate -> now.contains(name(gate)))
                && out.stream().noneMatch(now::contains);
    }

    /** The same change of the list as it is now; empty: it was made already, in part or whole. */
    public List<ObjectNode> on(JsonNode object) {
        JsonNode now = object.at(path);
        List<String> there = names(now);
        if (in.stream().anyMatch(gate -> there.contains(name(gate))) || !there.containsAll(out)) {
            return List.of();
        }
        ArrayNode wanted = JsonNodeFactory.instance.arrayNode();
        now.forEach(gate -> {
            if (!out.contains(name(gate))) {
                wanted.add(gate);
            }
        });
        in.forEach(wanted::add);
        ObjectNode test = operation("test");
        test.set("value", now.isMissingNode() ? JsonNodeFactory.instance.nullNode() : now);
        ObjectNode change = operation(wanted.isEmpty() ? "remove" : "add");
        if (!wanted.isEmpty()) {
            change.set("value", wanted);
        }
        return List.of(test, change);
    }

    private ObjectNode operation(String op) {
        return JsonNodeFactory.instance.objectNode().put("op", op).put("path", path.toString());
    }
}
