// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.memory;

import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.dra.NamedValues;
import podium.model.value.Labels;
import podium.model.value.Resources;

/**
 * Writes immutable values: records of records, texts, numbers, lists. Equal texts, and labels, resources and records that are
 * the same instance, are written once. One thread.
 */
final class ValueWriter {
    private final DataOutputStream out;
    private final Map<String, Integer> texts = new HashMap<>();
    private final Map<Object, Integer> instances = new IdentityHashMap<>();
    private final Map<Class<?>, Integer> types = new HashMap<>();
    private final Map<Class<?>, RecordShape> shapes = new HashMap<>();
    private int written;

    ValueWriter(DataOutputStream out) {
        this.out = out;
    }

    /** @throws IllegalArgumentException when there is something in it that is none of these */
    void write(@Nullable Object value) throws IOException {
        switch (value) {
            case null -> tag(ValueTag.NULL);
            case String text -> text(text);
            case Integer number -> {
                tag(ValueTag.INT);
                out.writeInt(number);
            }
            case Long number -> {
                tag(ValueTag.LONG);
                out.writeLong(number);
            }
            case Double number -> {
                tag(ValueTag.DOUBLE);
                out.writeDouble(number);
            }
            case Boolean flag -> tag(flag ? ValueTag.TRUE : ValueTag.FALSE);
            case Instant at -> {
                tag(ValueTag.INSTANT);
                out.writeLong(at.getEpochSecond());
                out.writeInt(at.getNano());
            }
            case Enum<?> one -> {
                tag(ValueTag.ENUM);
                type(one.getDeclaringClass());
                out.writeUTF(one.name());
            }
            case List<?> list -> {
                tag(ValueTag.LIST);
                out.writeInt(list.size());
                for (Object item : list) {
                    write(item);
                }
            }
            case Map<?, ?> map -> {
                tag(ValueTag.MAP);
                out.writeInt(map.size());
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    write(entry.getKey());
                    write(entry.getValue());
                }
            }
            case Labels labels -> instance(ValueTag.LABELS, labels);
            case Resources resources -> instance(ValueTag.RESOURCES, resources);
            case NamedValues<?> named -> instance(ValueTag.NAMED, named);
            case BigDecimal number -> {
                tag(ValueTag.DECIMAL);
                out.writeUTF(number.toString());
            }
            case Record one -> instance(ValueTag.RECORD, one);
            default -> optional(value);
        }
    }

    private void optional(Object value) throws IOException {
        switch (value) {
            case Optional<?> maybe
            when maybe.isPresent() -> {
                tag(ValueTag.OPTIONAL);
                write(maybe.get());
            }
            case Optional<?> _ -> tag(ValueTag.EMPTY_OPTIONAL);
            case OptionalInt maybe
            when maybe.isPresent() -> {
                tag(ValueTag.OPTIONAL_INT);
                out.writeInt(maybe.getAsInt());
            }
            case OptionalInt _ -> tag(ValueTag.EMPTY_OPTIONAL_INT);
            case OptionalLong maybe
            when maybe.isPresent() -> {
                tag(ValueTag.OPTIONAL_LONG);
                out.writeLong(maybe.getAsLong());
            }
            case OptionalLong _ -> tag(ValueTag.EMPTY_OPTIONAL_LONG);
            case OptionalDouble maybe
            when maybe.isPresent() -> {
                tag(ValueTag.OPTIONAL_DOUBLE);
                out.writeDouble(maybe.getAsDouble());
            }
            case OptionalDouble _ -> tag(ValueTag.EMPTY_OPTIONAL_DOUBLE);
            default -> throw new IllegalArgumentException(value.getClass() + " cannot be written");
        }
    }

    private void text(String text) throws IOException {
        Integer before = texts.putIfAbsent(text, written);
        if (before != null) {
            same(before);
            return;
        }
        written++;
        tag(ValueTag.STRING);
        LongText.write(text, out);
    }

    private void instance(ValueTag tag, Object value) throws IOException {
        Integer before = instances.get(value);
        if (before != null) {
            same(before);
            return;
        }
        tag(tag);
        switch (value) {
            case Labels labels -> write(labels.toMap());
            case Resources resources -> write(resources.toMap());
            case NamedValues<?> named -> write(map(named));
            default -> {
                type(value.getClass());
                RecordShape shape = shapes.computeIfAbsent(value.getClass(), RecordShape::of);
                for (int i = 0; i < shape.components().length; i++) {
                    write(shape.part(i, value));
                }
            }
        }
        // numbered once it is whole, as the reader does
        instances.put(value, written++);
    }

    private static Map<String, Object> map(NamedValues<?> named) {
        Map<String, Object> map = new TreeMap<>();
        named.forEach(map::put);
        return map;
    }

    private void same(int number) throws IOException {
        tag(ValueTag.SAME);
        out.writeInt(number);
    }

    /** A type by its number, and by its name and shape the first time. */
    private void type(Class<?> type) throws IOException {
        Integer known = types.putIfAbsent(type, types.size());
        out.writeShort(known == null ? types.size() - 1 : known);
        if (known == null) {
            out.writeUTF(type.getName());
            out.writeUTF(
                    type.isRecord()
                            ? shapes.computeIfAbsent(type, RecordShape::of).print()
                            : "");
        }
    }

    private void tag(ValueTag tag) throws IOException {
        out.writeByte(tag.ordinal());
    }
}
