// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.write;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import podium.core.json.Json;
import podium.core.json.JsonPatch;

/**
 * Who wrote which field of an object, from its {@code metadata.managedFields} (Kubernetes docs, Server-Side Apply; fieldsV1 as in
 * structured-merge-diff: {@code f:} a field, {@code k:} a list element by its keys, {@code v:} one by its value). A field that was
 * removed has no owner any more.
 */
public final class FieldManagers {
    /** In whose name servers keep what they cannot tell any more (apimachinery pkg/util/managedfields, capmanagers.go). */
    private static final Set<String> NOBODY = Set.of("ancient-changes", "before-first-apply");

    private FieldManagers() {}

    /**
     * Who wrote a field last.
     *
     * @param manager name that the client gave itself
     * @param at when it wrote last whatever of the object; empty: not told
     */
    public record Writer(String manager, Optional<Instant> at) {
        /** "by kubectl, at 2026-03-01T12:00:00Z". */
        String words() {
            return "by " + manager + at.map(time -> ", at " + time).orElse("");
        }
    }

    /** The one who wrote a field, or something in it, last; empty: nobody owns it. */
    public static Optional<Writer> lastOf(JsonNode object, JsonPointer pointer) {
        return StreamSupport.stream(
                        object.path("metadata").path("managedFields").spliterator(), false)
                .filter(entry -> owns(entry.path("fieldsV1"), object, pointer))
                .map(entry -> new Writer(entry.path("manager").asText("somebody"), time(entry)))
                .max(Comparator.comparing(writer -> writer.at().orElse(Instant.MIN)));
    }

    /**
     * Who wrote a field anew: another manager owns it alone, though it holds what this one wrote. Its own write of an equal value takes
     * a field from nobody; it was changed in between, or removed and set again (structured-merge-diff merge/update.go, Update).
     *
     * @param than the manager that wrote it
     * @param since when that was over; what others wrote before then belonged to it
     */
    static Optional<Writer> taken(JsonNode object, JsonPointer pointer, String than, Instant since) {
        List<JsonNode> entries = StreamSupport.stream(
                        object.path("metadata").path("managedFields").spliterator(), false)
                .toList();
        boolean kept = entries.stream()
                .anyMatch(entry ->
                        entry.path("manager").asText().equals(than) && owns(entry.path("fieldsV1"), object, pointer));
        return kept
                ? Optional.empty()
                : lastOf(object, pointer)
                        .filter(writer -> !NOBODY.contains(writer.manager()))
                        .filter(writer ->
                                writer.at().filter(at -> at.isAfter(since)).isPresent());
    }

    /** The fields, with their writers, that others than one manager own; their own subresources, such as status, are not told. */
    static Map<JsonPointer, Writer> others(JsonNode object, String than) {
        Map<JsonPointer, Writer> others = new LinkedHashMap<>();
        for (JsonNode entry : object.path("metadata").path("managedFields")) {
            String manager = entry.path("manager").asText("somebody");
            if (!manager.equals(than) && entry.path("subresource").asText().isEmpty()) {
                Writer writer = new Writer(manager, time(entry));
                leaves(entry.path("fieldsV1"), object, JsonPointer.empty()).forEach(place -> others.put(place, writer));
            }
        }
        return others;
    }

    private static List<JsonPointer> leaves(JsonNode fields, JsonNode at, JsonPointer place) {
        List<JsonPointer> leaves = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : fields.properties()) {
            String key = field.getKey();
            if (key.startsWith("f:") && at.has(key.substring(2))) {
                String name = key.substring(2);
                leaves.addAll(leaf(field.getValue(), at.path(name), place.appendProperty(name)));
            } else if (at.isArray() && (key.startsWith("k:") || key.startsWith("v:"))) {
                for (int i = 0; i < at.size(); i++) {
                    if (isElement(key, at.path(i))) {
                        leaves.addAll(leaf(field.getValue(), at.path(i), place.appendIndex(i)));
                    }
                }
            }
        }
        return leaves;
    }

    private static List<JsonPointer> leaf(JsonNode fields, JsonNode at, JsonPointer place) {
        List<JsonPointer> below = leaves(fields, at, place);
        return below.isEmpty() ? List.of(place) : below;
    }

    private static Optional<Instant> time(JsonNode entry) {
        try {
            return Optional.of(Instant.parse(entry.path("time").asText()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean owns(JsonNode fields, JsonNode at, JsonPointer pointer) {
        if (fields.isMissingNode()) {
            return false;
        }
        if (pointer.matches()) {
            return true;
        }
        JsonNode below =
                at.isArray() ? element(fields, at, pointer) : fields.path("f:" + pointer.getMatchingProperty());
        JsonNode next = at.isArray() ? at.path(pointer.getMatchingIndex()) : at.path(pointer.getMatchingProperty());
        // an empty set is a leaf: what is below it is owned as one
        return !below.isMissingNode()
                && (below.isEmpty() || pointer.tail() == null || owns(below, next, pointer.tail()));
    }

    private static JsonNode element(JsonNode fields, JsonNode list, JsonPointer pointer) {
        JsonNode element = list.path(pointer.getMatchingIndex());
        for (Map.Entry<String, JsonNode> field : fields.properties()) {
            if (isElement(field.getKey(), element)) {
                return field.getValue();
            }
        }
        return MissingNode.getInstance();
    }

    private static boolean isElement(String key, JsonNode element) {
        return key.startsWith("k:") && isKeyOf(element, key.substring(2))
                || key.startsWith("v:") && element.toString().equals(key.substring(2));
    }

    private static boolean isKeyOf(JsonNode element, String keys) {
        try {
            return JsonPatch.contains(element, Json.read(keys));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
