// SPDX-License-Identifier: Apache-2.0
package podium.model.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Labels or annotations as one compact immutable value: keys sorted, one array of alternating keys and values.
 * A map of ten labels costs about 100 bytes beside its (interned) strings; a {@link java.util.HashMap} costs 700.
 */
public final class Labels {
    private static final Labels EMPTY = new Labels(new String[0]);
    private final String[] entries;

    private Labels(String[] entries) {
        this.entries = entries;
    }

    /** No labels. */
    public static Labels none() {
        return EMPTY;
    }

    /** The labels of a map. */
    public static Labels of(Map<String, String> map) {
        if (map.isEmpty()) {
            return EMPTY;
        }
        String[] entries = new String[2 * map.size()];
        int i = 0;
        for (Map.Entry<String, String> entry : new TreeMap<>(map).entrySet()) {
            entries[i++] = entry.getKey();
            entries[i++] = entry.getValue();
        }
        return new Labels(entries);
    }

    /** Labels from alternating keys and values, in any order. */
    public static Labels of(String... keysAndValues) {
        Map<String, String> map = new TreeMap<>();
        for (int i = 0; i + 1 < keysAndValues.length; i += 2) {
            map.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return of(map);
    }

    public int size() {
        return entries.length / 2;
    }

    public boolean isEmpty() {
        return entries.length == 0;
    }

    /** Value of a key; empty when the key is absent. */
    public Optional<String> get(String key) {
        int at = find(key);
        return at < 0 ? Optional.empty() : Optional.of(entries[2 * at + 1]);
    }

    public boolean has(String key) {
        return find(key) >= 0;
    }

    /** True when the key has exactly this value. */
    public boolean is(String key, String value) {
        int at = find(key);
        return at >= 0 && entries[2 * at + 1].equals(value);
    }

    /** True when every entry of the other is here with the same value: the rule of nodeSelector and matchLabels. */
    public boolean containsAll(Labels other) {
        for (int i = 0; i < other.entries.length; i += 2) {
            if (!is(other.entries[i], other.entries[i + 1])) {
                return false;
            }
        }
        return true;
    }

    public void forEach(BiConsumer<String, String> action) {
        for (int i = 0; i < entries.length; i += 2) {
            action.accept(entries[i], entries[i + 1]);
        }
    }

    /** A sorted map with the same entries. */
    public Map<String, String> toMap() {
        Map<String, String> map = new TreeMap<>();
        forEach(map::put);
        return map;
    }

    /** One entry a line, {@code key=value}; line feeds and backslashes of values escaped. */
    public String text() {
        List<String> lines = new ArrayList<>(size());
        forEach((key, value) -> lines.add(Escapes.escape(key) + "=" + Escapes.escape(value)));
        return String.join("\n", lines);
    }

    /** Reads what {@link #text()} wrote. */
    public static Labels parse(String text) {
        Map<String, String> map = new TreeMap<>();
        for (String line : text.split("\n")) {
            int at = line.indexOf('=');
            if (at > 0) {
                map.put(Escapes.unescape(line.substring(0, at)), Escapes.unescape(line.substring(at + 1)));
            }
        }
        return of(map);
    }

    private int find(String key) {
        int low = 0;
        int high = entries.length / 2 - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = entries[2 * middle].compareTo(key);
            if (order == 0) {
                return middle;
            } else if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Labels labels && Arrays.equals(entries, labels.entries);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(entries);
    }

    @Override
    public String toString() {
        return text().replace('\n', ',');
    }
}
