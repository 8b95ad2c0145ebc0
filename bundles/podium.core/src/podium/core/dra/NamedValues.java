// SPDX-License-Identifier: Apache-2.0
package podium.core.dra;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Values by name as one compact immutable value, names sorted. Devices of one driver have the same names: they can share
 * the list of them.
 */
public final class NamedValues<V> {
    private final List<String> names;
    private final Object[] values;

    private NamedValues(List<String> names, Object[] values) {
        this.names = names;
        this.values = values;
    }

    public static <V> NamedValues<V> none() {
        return new NamedValues<>(List.of(), new Object[0]);
    }

    public static <V> NamedValues<V> of(Map<String, V> map) {
        TreeMap<String, V> sorted = new TreeMap<>(map);
        return new NamedValues<>(List.copyOf(sorted.keySet()), sorted.values().toArray());
    }

    /** The same values under a list of names equal to its own. */
    public NamedValues<V> sharing(List<String> equal) {
        return names.equals(equal) ? new NamedValues<>(equal, values) : this;
    }

    /** Sorted. */
    public List<String> names() {
        return names;
    }

    public boolean isEmpty() {
        return values.length == 0;
    }

    /** The value of a name; null when there is none. */
    public @Nullable V get(String name) {
        int at = Collections.binarySearch(names, name);
        return at < 0 ? null : value(at);
    }

    public void forEach(BiConsumer<String, V> action) {
        for (int i = 0; i < values.length; i++) {
            action.accept(names.get(i), value(i));
        }
    }

    @SuppressWarnings("unchecked")
    private V value(int at) {
        return (V) values[at];
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NamedValues<?> that && names.equals(that.names) && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * names.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        Map<String, V> map = new TreeMap<>();
        forEach(map::put);
        return map.toString();
    }
}
