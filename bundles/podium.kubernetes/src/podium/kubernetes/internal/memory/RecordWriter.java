// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.memory;

import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.eclipse.jdt.annotation.Nullable;
import podium.model.value.Labels;
import podium.model.value.Resources;

/**
 * Writes immutable values: records of records, texts, numbers, lists. Equal texts, and labels, resources and records that are
 * the same instance, are written once. One thread.
 */
final class RecordWriter {
    private final DataOutputStream out;
    private final Map<String, Integer> texts = new HashMap<>();
    private final Map<Object, Integer> instances = new IdentityHashMap<>();
    private final Map<Class<?>, Integer> types = new HashMap<>();
    private final Map<Class<?>, Shape> shapes = new HashMap<>();
    private int written;

    RecordWriter(DataOutputStream out) {
        this.out = out;
    }

    /** @throws IllegalArgumentException when there is something in it that is none of these */
    void write(@Nullable Object value) throws IOException {
        switch (value) {
            case null -> tag(Tag.NULL);
            case String text -> text(text);
            case Integer number -> {
                tag(Tag.INT);
                out.writeInt(number);
            }
            case Long number -> {
                tag(Tag.LONG);
                out.writeLong(number);
            }
            case Double number -> {
                tag(Tag.DOUBLE);
                out.writeDouble(number);
            }
            case Boolean flag -> tag(flag ? Tag.TRUE : Tag.FALSE);
            case Instant at -> {
                tag(Tag.INSTANT);
                out.writeLong(at.getEpochSecond());
                out.writeInt(at.getNano());
            }
            case Enum<?> one -> {
                tag(Tag.ENUM);
                type(one.getDeclaringClass());
                out.writeUTF(one.name());
            }
            case List<?> list -> {
                tag(Tag.LIST);
                out.writeInt(list.size());
                for (Object item : list) {
                    write(item);
                }
            }
            case Map<?, ?> map -> {
                tag(Tag.MAP);
                out.writeInt(map.size());
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    write(entry.getKey());
                    write(entry.getValue());
                }
            }
            case Labels labels -> instance(Tag.LABELS, labels);
            case Resources resources -> instance(Tag.RESOURCES, resources);
            case Record one -> instance(Tag.RECORD, one);
            default -> optional(value);
        }
    }

    private void optional(Object value) throws IOException {
        switch (value) {
            case Optional<?> maybe
            when maybe.isPresent() -> {
                tag(Tag.OPTIONAL);
                write(maybe.get());
            }
            case Optional<?> _ -> tag(Tag.EMPTY_OPTIONAL);
            case OptionalInt maybe
            when maybe.isPresent() -> {
                tag(Tag.OPTIONAL_INT);
                out.writeInt(maybe.getAsInt());
            }
            case OptionalInt _ -> tag(Tag.EMPTY_OPTIONAL_INT);
            case OptionalLong maybe
            when maybe.isPresent() -> {
                tag(Tag.OPTIONAL_LONG);
                out.writeLong(maybe.getAsLong());
            }
            case OptionalLong _ -> tag(Tag.EMPTY_OPTIONAL_LONG);
            case OptionalDouble maybe
            when maybe.isPresent() -> {
                tag(Tag.OPTIONAL_DOUBLE);
                out.writeDouble(maybe.getAsDouble());
            }
            case OptionalDouble _ -> tag(Tag.EMPTY_OPTIONAL_DOUBLE);
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
        tag(Tag.STRING);
        Texts.write(text, out);
    }

    private void instance(Tag tag, Object value) throws IOException {
        Integer before = instances.get(value);
        if (before != null) {
            same(before);
            return;
        }
        tag(tag);
        switch (value) {
            case Labels labels -> write(labels.toMap());
            case Resources resources -> write(resources.toMap());
            default -> {
                type(value.getClass());
                Shape shape = shapes.computeIfAbsent(value.getClass(), Shape::of);
                for (int i = 0; i < shape.components().length; i++) {
                    write(shape.part(i, value));
                }
            }
        }
        // numbered once it is whole, as the reader does
        instances.put(value, written++);
    }

    private void same(int number) throws IOException {
        tag(Tag.SAME);
        out.writeInt(number);
    }

    /** A type by its number, and by its name and shape the first time. */
    private void type(Class<?> type) throws IOException {
        Integer known = types.putIfAbsent(type, types.size());
        out.writeShort(known == null ? types.size() - 1 : known);
        if (known == null) {
            out.writeUTF(type.getName());
            out.writeUTF(
                    type.isRecord() ? shapes.computeIfAbsent(type, Shape::of).print() : "");
        }
    }

    private void tag(Tag tag) throws IOException {
        out.writeByte(tag.ordinal());
    }
}
