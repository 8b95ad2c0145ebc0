// SPDX-License-Identifier: Apache-2.0
package podium.operation.plan;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import podium.core.json.Json;
import podium.core.json.JsonPatch;
import podium.core.text.ReadableTime;
import podium.operation.texts.Texts;

/**
 * Who wrote a field of an object, from its {@code metadata.managedFields} (Kubernetes docs, Server-Side Apply; fieldsV1 as in
 * structured-merge-diff: {@code f:} a field, {@code k:} a list element by its keys, {@code v:} one by its value). A field that was
 * removed has no owner any more.
 *
 * @param manager name that the client gave itself
 * @param at when it wrote last whatever of the object; empty: not told
 */
public record FieldWriter(String manager, Optional<Instant> at) {
    /** Who wrote earlier first; of whom no time is told, before all. */
    public static final Comparator<FieldWriter> BY_TIME =
            Comparator.comparing(writer -> writer.at().orElse(Instant.MIN));

    /** What Podium calls itself, whoever uses it. */
    public static final String PODIUM = "podium";

    /** The one of an entry of managedFields. */
    public static FieldWriter of(JsonNode entry) {
        return new FieldWriter(entry.path("manager").asText("somebody"), time(entry));
    }

    /** The one who wrote a field, or something in it, last; empty: nobody owns it. */
    public static Optional<FieldWriter> lastOf(JsonNode object, JsonPointer pointer) {
        return owners(object, pointer).stream().map(FieldWriter::of).max(BY_TIME);
    }

    /** The same of an object as the server sent it. */
    public static Optional<FieldWriter> lastOf(String object, String pointer) {
        return lastOf(Json.read(object), JsonPointer.compile(pointer));
    }

    /** All who wrote something of an object. */
    public static List<FieldWriter> all(JsonNode object) {
        List<FieldWriter> writers = new ArrayList<>();
        object.path("metadata").path("managedFields").forEach(entry -> writers.add(of(entry)));
        return writers;
    }

    /**
     * The entries of managedFields that have a field, or something in it. One that has a map around it as an empty set owns all of it
     * where the map is atomic; where others have entries of it, it has only had some (a server leaves the empty set behind).
     */
    public static List<JsonNode> owners(JsonNode object, JsonPointer pointer) {
        List<JsonNode> owners = new ArrayList<>();
        List<JsonNode> whole = new ArrayList<>();
        for (JsonNode entry : object.path("metadata").path("managedFields")) {
            if (ownsApart(entry, object, pointer)) {
                owners.add(entry);
            } else if (holds(entry.path("fieldsV1"), object, pointer, true)) {
                whole.add(entry);
            }
        }
        return owners.isEmpty() ? whole : owners;
    }

    /**
     * Whether an entry of managedFields has a field, or something in it, by itself: not only as a part of what is owned as one
     * ({@code x-kubernetes-map-type: atomic}, such as a nodeSelector). Who adds an entry to that owns all of it, and has set nothing of
     * the rest.
     */
    public static boolean ownsApart(JsonNode entry, JsonNode object, JsonPointer pointer) {
        return holds(entry.path("fieldsV1"), object, pointer, false);
    }

    /** "by kubectl, at 2026-03-01 12:00:00". */
    public String words() {
        return at.map(time -> Texts.of("FieldWriter.byAt", manager, ReadableTime.of(time)))
                .orElseGet(() -> Texts.of("FieldWriter.by", manager));
    }

    private static Optional<Instant> time(JsonNode entry) {
        try {
            return Optional.of(Instant.parse(entry.path("time").asText()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean holds(JsonNode fields, JsonNode at, JsonPointer pointer, boolean atomic) {
        if (fields.isMissingNode()) {
            return false;
        }
        if (pointer.matches()) {
            return true;
        }
        JsonNode below =
                at.isArray() ? element(fields, at, pointer) : fields.path("f:" + pointer.getMatchingProperty());
        JsonNode next = at.isArray() ? at.path(pointer.getMatchingIndex()) : at.path(pointer.getMatchingProperty());
        if (below.isMissingNode()) {
            return false;
        }
        JsonPointer tail = pointer.tail();
        // an empty set is a leaf: what is below it is owned as one
        return tail == null || tail.matches() || (below.isEmpty() ? atomic : holds(below, next, tail, atomic));
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

    /** Whether a key of fieldsV1 ({@code k:}, {@code v:}) is that of a list element. */
    public static boolean isElement(String key, JsonNode element) {
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
