// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.write;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import podium.core.api.ApiWrite;
import podium.core.json.GateSet;
import podium.core.json.Json;
import podium.core.json.JsonPatch;

/**
 * Fits a JSON patch that sets or takes out entries of a map, or gates, to what became of the map meanwhile: a controller that stops a job
 * takes
 * its own node selectors out and the empty map with them, one that starts it puts them in. What is tested are the entries, as ever;
 * whether others lie beside them does not matter, as in a merge patch.
 */
public final class MapFit {
    private static final Set<String> MAPS = Set.of("nodeSelector", "labels", "annotations");

    private final ArrayNode fitted = JsonNodeFactory.instance.arrayNode();
    private JsonNode object;

    private MapFit(JsonNode object) {
        this.object = object;
    }

    /** The write that does to this object what was meant; empty: it needs no other, or none does. */
    public static Optional<ApiWrite> of(ApiWrite write, JsonNode object) {
        if (write.verb() != ApiWrite.Verb.JSON_PATCH || WriteEffect.isOther(write, object)) {
            return Optional.empty();
        }
        JsonNode patch = Json.read(write.body());
        if (JsonPatch.apply(object, patch).isPresent()) {
            return Optional.empty();
        }
        return new MapFit(object)
                .fit(patch)
                .map(body -> new ApiWrite(
                        write.verb(),
                        write.target(),
                        write.subresource(),
                        Json.write(body),
                        write.uid(),
                        write.resourceVersion(),
                        write.words()));
    }

    private Optional<JsonNode> fit(JsonNode patch) {
        for (int i = 0; i < patch.size(); i++) {
            JsonNode operation = patch.path(i);
            JsonNode next = patch.path(i + 1);
            Optional<List<ObjectNode>> instead = isPair(operation, next) ? entries(operation, next) : Optional.empty();
            if (instead.isPresent()) {
                i++;
            }
            for (JsonNode one :
                    instead.<List<? extends JsonNode>>map(its -> its).orElse(List.of(operation))) {
                Optional<JsonNode> after =
                        JsonPatch.apply(object, fitted.arrayNode().add(one));
                if (after.isEmpty()) {
                    return Optional.empty();
                }
                object = after.get();
                fitted.add(one);
            }
        }
        return Optional.of(fitted);
    }

    /** A test, and the change of what it tests. */
    private static boolean isPair(JsonNode test, JsonNode change) {
        return op(test).equals("test")
                && !op(change).equals("test")
                && change.path("path").asText().equals(test.path("path").asText());
    }

    /**
     * The same done entry by entry to the map as it is now, or by making the map; what is so already is left out. Empty: it is no map,
     * or it fits.
     */
    private Optional<List<ObjectNode>> entries(JsonNode test, JsonNode change) {
        Optional<GateSet> gates = GateSet.of(test, change);
        if (gates.isPresent()) {
            return Optional.of(gates.get().on(object)).filter(instead -> !instead.isEmpty());
        }
        JsonPointer path = JsonPointer.compile(change.path("path").asText());
        boolean whole = isMap(path);
        JsonPointer map = whole ? path : path.head();
        if (!whole && !isMap(map)) {
            return Optional.empty();
        }
        JsonNode now = object.at(map);
        boolean selector = map.last().getMatchingProperty().equals("nodeSelector");
        if (selector && isDone(change, object.at(path))) {
            return Optional.of(List.of());
        }
        if (whole && op(change).equals("add") && test.path("value").isNull() && now.isObject()) {
            return Optional.of(change.path("value").properties().stream()
                    .filter(entry -> !selector || !entry.getValue().equals(now.path(entry.getKey())))
                    .flatMap(entry -> List.of(
                            operation("test", map.appendProperty(entry.getKey()))
                                    .putNull("value"),
                            operation("add", map.appendProperty(entry.getKey()))
                                    .<ObjectNode>set("value", entry.getValue()))
                            .stream())
                    .toList());
        } else if (whole && op(change).equals("remove") && test.path("value").isObject()) {
            return Optional.of(test.path("value").properties().stream()
                    .filter(entry -> !selector || now.has(entry.getKey()))
                    .flatMap(entry -> List.of(
                            operation("test", map.appendProperty(entry.getKey()))
                                    .<ObjectNode>set("value", entry.getValue()),
                            operation("remove", map.appendProperty(entry.getKey())))
                            .stream())
                    .toList());
        } else if (!whole && op(change).equals("add") && test.path("value").isNull() && now.isMissingNode()) {
            ObjectNode only = JsonNodeFactory.instance.objectNode();
            only.set(path.last().getMatchingProperty(), change.path("value"));
            return Optional.of(List.of(
                    operation("test", map).putNull("value"),
                    operation("add", map).<ObjectNode>set("value", only)));
        }
        return Optional.empty();
    }

    /** A queue that keeps a copy of the templates of a job, which is changed first, may have put it there itself by now. */
    private static boolean isDone(JsonNode change, JsonNode now) {
        return op(change).equals("remove") ? now.isMissingNode() : now.equals(change.path("value"));
    }

    private static boolean isMap(JsonPointer path) {
        return path.last() != null && MAPS.contains(path.last().getMatchingProperty());
    }

    private static String op(JsonNode operation) {
        return operation.path("op").asText();
    }

    private static ObjectNode operation(String op, JsonPointer path) {
        return JsonNodeFactory.instance.objectNode().put("op", op).put("path", path.toString());
    }
}
