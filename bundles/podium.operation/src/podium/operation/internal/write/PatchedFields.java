// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.write;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import podium.core.api.ApiWrite;
import podium.core.json.Json;
import podium.operation.FieldConflict;
import podium.operation.plan.Step;
import podium.operation.secret.Redaction;

/** The fields that a patch touches, and their values: what two writers quarrel about. */
public final class PatchedFields {
    private static final int LONGEST = 200;

    private PatchedFields() {}

    /** The values that a patch wants, as "spec.suspend = true, ...". */
    static String wanted(ApiWrite write) {
        return words(fields(write));
    }

    /** The values which an object has now in the fields that the patch touches. */
    static String of(ApiWrite write, JsonNode object) {
        Map<String, String> now = new LinkedHashMap<>();
        fields(write)
                .keySet()
                .forEach(pointer -> now.put(pointer, shown(pointer, object.at(JsonPointer.compile(pointer)))));
        return words(now);
    }

    /** Field by field: what the plan was made from, what the write wants, what the object has now. */
    public static List<FieldConflict> conflicts(Step.Write step, JsonNode theirs) {
        Map<String, String> base = step.undo().map(PatchedFields::fields).orElse(Map.of());
        String name = step.write().target().displayName();
        List<FieldConflict> conflicts = new ArrayList<>();
        fields(step.write()).forEach((pointer, ours) -> {
            String now = shown(pointer, theirs.at(JsonPointer.compile(pointer)));
            conflicts.add(new FieldConflict(
                    name,
                    pointer,
                    base.getOrDefault(pointer, "").replace("(removed)", "(none)"),
                    ours.equals("(removed)") && now.equals("(none)") ? now : ours,
                    now));
        });
        return conflicts;
    }

    /** The same of a deletion: what others have changed in what would go. */
    public static List<FieldConflict> lost(Step.Write step, JsonNode theirs) {
        String name = step.write().target().displayName();
        return WriteConflict.lost(step, theirs).stream()
                .map(field -> {
                    String place = field.pointer().toString();
                    String was = shown(place, field.ours());
                    return new FieldConflict(name, place, was, was, shown(place, field.now()));
                })
                .toList();
    }

    private static Map<String, String> fields(ApiWrite write) {
        Map<String, String> fields = new LinkedHashMap<>();
        switch (write.verb()) {
            case JSON_PATCH ->
                Json.read(write.body()).forEach(operation -> {
                    String op = operation.path("op").asText();
                    if (!"test".equals(op)) {
                        fields.put(
                                operation.path("path").asText(),
                                "remove".equals(op)
                                        ? "(removed)"
                                        : shown(operation.path("path").asText(), operation.path("value")));
                    }
                });
            case MERGE_PATCH, STRATEGIC_PATCH -> leaves(JsonPointer.empty(), Json.read(write.body()), fields);
            case CREATE, DELETE, EVICT -> fields.clear();
        }
        fields.remove("/metadata/uid");
        fields.remove("/metadata/resourceVersion");
        return fields;
    }

    private static void leaves(JsonPointer at, JsonNode node, Map<String, String> into) {
        if (node.isObject() && !node.isEmpty()) {
            node.properties().forEach(field -> leaves(at.appendProperty(field.getKey()), field.getValue(), into));
        } else {
            into.put(at.toString(), shown(at.toString(), node));
        }
    }

    /** A value for people and for the journal: without secrets, and not longer than can be read. */
    public static String shown(String pointer, JsonNode value) {
        String text = value.isMissingNode() || value.isNull() ? "(none)" : Redaction.field(pointer, Json.write(value));
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    }

    private static String words(Map<String, String> fields) {
        List<String> parts = new ArrayList<>();
        fields.forEach((pointer, value) -> parts.add(Json.place(pointer) + " = " + value));
        return String.join(", ", parts);
    }
}
