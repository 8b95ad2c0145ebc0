// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.memory;

import java.io.DataInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.dra.NamedValues;
import podium.model.value.Labels;
import podium.model.value.Resources;

/** Reads what {@link ValueWriter} wrote, as long as the records have the shape they had then. One thread. */
final class ValueReader {
    /** Where records and enums may come from: nothing else is made of what is in a file. */
    private static final List<String> ALLOWED = List.of(
            "podium.core.change.",
            "podium.core.dra.",
            "podium.core.retry.",
            "podium.model.value.",
            "podium.model.fleet.",
            "podium.kubernetes.internal.json.ObservedObject");

    private static final int LONGEST = 10_000_000;
    private static final int LONGEST_NUMBER = 1000;
    private static final ValueTag[] TAGS = ValueTag.values();

    private record Type(Class<?> type, @Nullable RecordShape shape) {}

    private final DataInputStream in;
    private final List<@Nullable Object> read = new ArrayList<>();
    private final List<Type> types = new ArrayList<>();

    ValueReader(DataInputStream in) {
        this.in = in;
    }

    /** @throws IOException when the file is broken or of another version */
    @Nullable
    Object read() throws IOException {
        int tag = in.readUnsignedByte();
        if (tag >= TAGS.length) {
            throw new IOException("no such thing: " + tag);
        }
        return switch (TAGS[tag]) {
            case NULL -> null;
            case SAME -> same(in.readInt());
            case STRING -> numbered(LongText.read(in));
            case INT -> in.readInt();
            case LONG -> in.readLong();
            case DOUBLE -> in.readDouble();
            case TRUE -> Boolean.TRUE;
            case FALSE -> Boolean.FALSE;
            case ENUM -> constant();
            case RECORD -> numbered(record());
            case LIST -> list();
            case MAP -> map();
            case OPTIONAL -> Optional.ofNullable(read());
            case OPTIONAL_INT -> OptionalInt.of(in.readInt());
            case OPTIONAL_LONG -> OptionalLong.of(in.readLong());
            case OPTIONAL_DOUBLE -> OptionalDouble.of(in.readDouble());
            case EMPTY_OPTIONAL -> Optional.empty();
            case EMPTY_OPTIONAL_INT -> OptionalInt.empty();
            case EMPTY_OPTIONAL_LONG -> OptionalLong.empty();
            case EMPTY_OPTIONAL_DOUBLE -> OptionalDouble.empty();
            case INSTANT -> Instant.ofEpochSecond(in.readLong(), in.readInt());
            case LABELS -> numbered(Labels.of(texts()));
            case RESOURCES -> numbered(Resources.of(amounts()));
            case DECIMAL -> decimal(in.readUTF());
            case NAMED -> numbered(NamedValues.of(named()));
        };
    }

    private Object numbered(Object value) {
        read.add(value);
        return value;
    }

    private @Nullable Object same(int number) throws IOException {
        if (number < 0 || number >= read.size()) {
            throw new IOException("nothing has the number " + number);
        }
        return read.get(number);
    }

    private int size() throws IOException {
        int size = in.readInt();
        if (size < 0 || size > LONGEST) {
            throw new IOException("a list of " + size);
        }
        return size;
    }

    private List<Object> list() throws IOException {
        int size = size();
        Object[] items = new Object[Math.min(size, 1024)];
        for (int i = 0; i < size; i++) {
            if (i == items.length) {
                items = Arrays.copyOf(items, Math.min(size, 2 * i));
            }
            items[i] = present();
        }
        return size == 0 ? List.of() : List.of(items);
    }

    private Object present() throws IOException {
        Object value = read();
        if (value == null) {
            throw new IOException("nothing where something has to be");
        }
        return value;
    }

    private Map<Object, Object> map() throws IOException {
        int size = size();
        Map<Object, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            map.put(present(), present());
        }
        return map;
    }

    private Map<String, String> texts() throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : pairs().entrySet()) {
            texts.put(as(String.class, entry.getKey()), as(String.class, entry.getValue()));
        }
        return texts;
    }

    private Map<String, Long> amounts() throws IOException {
        Map<String, Long> amounts = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : pairs().entrySet()) {
            amounts.put(as(String.class, entry.getKey()), as(Long.class, entry.getValue()));
        }
        return amounts;
    }

    private Map<String, Object> named() throws IOException {
        Map<String, Object> named = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : pairs().entrySet()) {
            named.put(as(String.class, entry.getKey()), entry.getValue());
        }
        return named;
    }

    /** One whose digits could not be counted in reasonable time was not written here. */
    private static BigDecimal decimal(String text) throws IOException {
        try {
            BigDecimal number = new BigDecimal(text);
            if (text.length() > LONGEST_NUMBER || Math.abs((long) number.scale()) > LONGEST_NUMBER) {
                throw new IOException("a number of too many digits");
            }
            return number;
        } catch (NumberFormatException e) {
            throw new IOException("no number where one has to be", e);
        }
    }

    private Map<?, ?> pairs() throws IOException {
        return as(Map.class, present());
    }

    static <T> T as(Class<T> type, @Nullable Object value) throws IOException {
        if (!type.isInstance(value)) {
            throw new IOException("no " + type.getSimpleName() + " where one has to be");
        }
        return type.cast(value);
    }

    private Object record() throws IOException {
        Type type = type();
        RecordShape shape = type.shape;
        if (shape == null) {
            throw new IOException(type.type + " is no record");
        }
        Object[] parts = new Object[shape.components().length];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = read();
        }
        try {
            return shape.make(parts);
        } catch (ClassCastException | NullPointerException | IllegalArgumentException e) {
            throw new IOException(type.type + " cannot be made of this", e);
        }
    }

    private Object constant() throws IOException {
        Class<?> type = type().type;
        String name = in.readUTF();
        for (Object constant : type.isEnum() ? type.getEnumConstants() : new Object[0]) {
            if (((Enum<?>) constant).name().equals(name)) {
                return constant;
            }
        }
        throw new IOException(type + " has no " + name);
    }

    /** True for a type that may be made of what a file says. */
    static boolean isRead(String type) {
        return ALLOWED.stream().anyMatch(type::startsWith);
    }

    private Type type() throws IOException {
        int number = in.readUnsignedShort();
        if (number < types.size()) {
            return types.get(number);
        }
        String name = in.readUTF();
        String print = in.readUTF();
        if (number > types.size() || !isRead(name)) {
            throw new IOException("unexpected type " + name);
        }
        try {
            Class<?> found = Class.forName(name, false, ValueReader.class.getClassLoader());
            RecordShape shape = found.isRecord() ? RecordShape.of(found) : null;
            if (!print.equals(shape == null ? "" : shape.print())) {
                throw new IOException(name + " was another one then");
            }
            Type type = new Type(found, shape);
            types.add(type);
            return type;
        } catch (ClassNotFoundException | IllegalArgumentException e) {
            throw new IOException("there is no " + name + " any more", e);
        }
    }
}
