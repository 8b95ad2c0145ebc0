// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.write;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import podium.operation.plan.FieldWriter;

/** What of an object others than one manager wrote, as its {@code metadata.managedFields} tell it ({@link FieldWriter}). */
public final class FieldManagers {
    /** In whose name servers keep what they cannot tell any more (apimachinery pkg/util/managedfields, capmanagers.go). */
    private static final Set<String> NOBODY = Set.of("ancient-changes", "before-first-apply");

    private FieldManagers() {}

    /**
     * Who wrote a field anew: another manager owns it alone, though it holds what this one wrote. Its own write of an equal value takes
     * a field from nobody; it was changed in between, or removed and set again (structured-merge-diff merge/update.go, Update). Of a part
     * of what is owned as one the server cannot tell it.
     *
     * @param than the manager that wrote it
     * @param later whether one wrote when that was over; what others wrote before belonged to it
     */
    static Optional<FieldWriter> taken(
            JsonNode object, JsonPointer pointer, String than, Predicate<FieldWriter> later) {
        List<JsonNode> owners = FieldWriter.owners(object, pointer);
        boolean kept =
                owners.stream().anyMatch(entry -> entry.path("manager").asText().equals(than));
        return kept
                ? Optional.empty()
                : owners.stream()
                        .filter(entry -> FieldWriter.ownsApart(entry, object, pointer))
                        .map(FieldWriter::of)
                        .max(FieldWriter.BY_TIME)
                        .filter(writer -> !NOBODY.contains(writer.manager()))
                        .filter(later);
    }

    /** The fields, with their writers, that others than one manager own; their own subresources, such as status, are not told. */
    static Map<JsonPointer, FieldWriter> others(JsonNode object, String than) {
        Map<JsonPointer, FieldWriter> others = new LinkedHashMap<>();
        for (JsonNode entry : object.path("metadata").path("managedFields")) {
            String manager = entry.path("manager").asText("somebody");
            if (!manager.equals(than) && entry.path("subresource").asText().isEmpty()) {
                FieldWriter writer = FieldWriter.of(entry);
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
                    if (FieldWriter.isElement(key, at.path(i))) {
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
}
