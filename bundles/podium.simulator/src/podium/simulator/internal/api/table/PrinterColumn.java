// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import podium.simulator.store.ObjectMeta;

/**
 * One column of a table.
 *
 * @param name heading
 * @param type JSON type of the cells
 * @param format {@code name} for the object's name, else empty
 * @param priority 0 is always shown, 1 only with {@code -o wide}
 * @param cell the value for an object
 */
public record PrinterColumn(String name, String type, String format, int priority, Cell cell) {

    /** The value of a column for an object. */
    @FunctionalInterface
    public interface Cell {

        /** The value at a time of the server's clock. */
        JsonNode of(ObjectNode object, Instant now);
    }

    static PrinterColumn named() {
        return new PrinterColumn(
                "Name", "string", "name", 0, (object, now) -> TextNode.valueOf(ObjectMeta.name(object)));
    }

    static PrinterColumn age() {
        return new PrinterColumn(
                "Age",
                "string",
                "",
                0,
                (object, now) ->
                        TextNode.valueOf(HumanDuration.since(ObjectMeta.text(object, "creationTimestamp"), now)));
    }

    static PrinterColumn text(String name, Function<ObjectNode, String> value) {
        return new PrinterColumn(name, "string", "", 0, (object, now) -> TextNode.valueOf(value.apply(object)));
    }

    static PrinterColumn number(String name, ToIntFunction<ObjectNode> value) {
        return new PrinterColumn(name, "integer", "", 0, (object, now) -> IntNode.valueOf(value.applyAsInt(object)));
    }

    static PrinterColumn flag(String name, Predicate<ObjectNode> value) {
        return new PrinterColumn(name, "boolean", "", 0, (object, now) -> BooleanNode.valueOf(value.test(object)));
    }

    /** Told as another type than its values have, as the API server does. */
    PrinterColumn typed(String other) {
        return new PrinterColumn(name, other, format, priority, cell);
    }

    PrinterColumn formatted(String other) {
        return new PrinterColumn(name, type, other, priority, cell);
    }

    PrinterColumn wide() {
        return new PrinterColumn(name, type, format, 1, cell);
    }
}
