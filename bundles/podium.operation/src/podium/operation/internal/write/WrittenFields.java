// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.write;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import podium.core.api.ApiWrite;
import podium.core.json.Json;
import podium.core.json.JsonPatch;
import podium.operation.plan.Expectation;
import podium.operation.plan.FieldWriter;
import podium.operation.plan.Step;

/** What an operation left in one object: of each field it wrote the last value, or that it made or deleted the object. */
public final class WrittenFields {
    /** A field as the operation of a JSON patch, with the test that came before it. */
    private record Field(JsonPointer pointer, JsonNode operation, JsonNode tested, boolean made) {}

    private final List<Field> fields = new ArrayList<>();
    private Optional<ApiWrite> create = Optional.empty();

    private WrittenFields() {}

    /** What the steps of a plan left in the object at a path. */
    public static WrittenFields at(String path, List<Step> steps) {
        WrittenFields written = new WrittenFields();
        for (Step step : steps) {
            step.writes().stream()
                    .map(Step.Write::write)
                    .filter(write -> write.target().path().equals(path))
                    .forEach(written::add);
            if (step instanceof Step.Await await && await.target().path().equals(path)) {
                written.awaited(await.expectation());
            }
        }
        return written;
    }

    /** The write that made the object; empty: it was there before. */
    public Optional<ApiWrite> create() {
        return create;
    }

    private void add(ApiWrite write) {
        switch (write.verb()) {
            case CREATE -> {
                fields.clear();
                create = Optional.of(write);
                leaves(JsonPointer.empty(), Json.read(write.body()), true);
            }
            case DELETE, EVICT -> {
                fields.clear();
                create = Optional.empty();
            }
            case MERGE_PATCH, STRATEGIC_PATCH -> leaves(JsonPointer.empty(), Json.read(write.body()), false);
            case JSON_PATCH -> {
                JsonNode tested = MissingNode.getInstance();
                for (JsonNode operation : Json.read(write.body())) {
                    if ("test".equals(operation.path("op").asText())) {
                        tested = operation;
                    } else {
                        JsonPointer at =
                                JsonPointer.compile(operation.path("path").asText());
                        put(new Field(at, operation, tested, false));
                    }
                }
            }
        }
    }

    private void leaves(JsonPointer at, JsonNode value, boolean made) {
        if (value.isObject() && !value.isEmpty()) {
            value.properties().forEach(field -> leaves(at.appendProperty(field.getKey()), field.getValue(), made));
        } else if (!at.toString().equals("/metadata/uid") && !at.toString().equals("/metadata/resourceVersion")) {
            ObjectNode operation = Json.object().put("path", at.toString());
            operation.put("op", value.isNull() ? "remove" : "replace").set("value", value);
            put(new Field(at, operation, MissingNode.getInstance(), made));
        }
    }

    private void put(Field field) {
        String path = field.pointer().toString();
        fields.removeIf(old -> isWithin(old.pointer().toString(), path));
        fields.add(field);
    }

    /** A controller was to change the field, and the operation waited for it: its value is ours. */
    private void awaited(Expectation expectation) {
        switch (expectation) {
            case Expectation.FieldIs(String pointer, String value) -> settled(pointer, value);
            case Expectation.Settles(String pointer, String good, List<String> _) -> settled(pointer, good);
            default -> {}
        }
    }

    private void settled(String pointer, String value) {
        if (fields.stream().anyMatch(field -> field.pointer().toString().equals(pointer))) {
            ObjectNode operation = Json.object().put("op", "text").put("path", pointer);
            operation.put("value", value);
            put(new Field(JsonPointer.compile(pointer), operation, MissingNode.getInstance(), false));
        }
    }

    /** True when one pointer is the other, or lies in it. */
    public static boolean isWithin(String inner, String outer) {
        return inner.equals(outer) || inner.startsWith(outer + "/");
    }

    /** The fields that do not hold any more what was written. */
    public List<Drift.Field> drift(JsonNode object) {
        List<Drift.Field> drift = new ArrayList<>();
        for (Field field : fields) {
            if (!holds(field, object)) {
                Optional<FieldWriter> by = FieldWriter.lastOf(object, field.pointer());
                if (!field.made() || ForeignChanges.isTheirs(field.pointer(), by)) {
                    drift.add(new Drift.Field(
                            field.pointer(), field.operation().path("value"), object.at(field.pointer()), by));
                }
            }
        }
        return drift;
    }

    /**
     * The fields that hold what was written, but by another's hand: changed since and set to the same again, which stands for what the
     * other one wanted. What a controller was to set is its own all the time.
     */
    public List<Drift.Field> taken(JsonNode object, Predicate<FieldWriter> later) {
        List<Drift.Field> taken = new ArrayList<>();
        for (Field field : fields) {
            boolean awaited = "text".equals(field.operation().path("op").asText());
            if (!awaited && !field.made() && holds(field, object)) {
                JsonNode value = field.operation().path("value");
                for (JsonPointer end : ends(field.pointer(), value)) {
                    JsonNode now = object.at(end);
                    // more than was written is an addition to it, not the same again
                    if (now.equals(inside(value, field.pointer(), end))) {
                        ForeignChanges.taken(object, end, later)
                                .ifPresent(by -> taken.add(new Drift.Field(end, now, now, Optional.of(by))));
                    }
                }
            }
        }
        return taken;
    }

    /** The places in a value that have owners of their own: those of a map are its entries. */
    private static List<JsonPointer> ends(JsonPointer at, JsonNode value) {
        return value.isObject() && !value.isEmpty()
                ? value.properties().stream()
                        .flatMap(one -> ends(at.appendProperty(one.getKey()), one.getValue()).stream())
                        .toList()
                : List.of(at);
    }

    private static JsonNode inside(JsonNode value, JsonPointer at, JsonPointer end) {
        return value.at(end.toString().substring(at.toString().length()));
    }

    /** What others have put into an object that was made here, where nothing was: it goes with the object. */
    public List<Drift.Field> added(JsonNode object) {
        return create.map(made -> ForeignChanges.added(Json.read(made.body()), object))
                .orElse(List.of());
    }

    private static boolean holds(Field field, JsonNode object) {
        return "text".equals(field.operation().path("op").asText())
                ? Json.text(object, field.pointer().toString())
                        .equals(field.operation().path("value").asText())
                : JsonPatch.holds(object, field.operation(), field.tested());
    }
}
