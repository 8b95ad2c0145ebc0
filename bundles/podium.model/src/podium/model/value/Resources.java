// SPDX-License-Identifier: Apache-2.0
package podium.model.value;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ObjLongConsumer;
import java.util.stream.Collectors;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Amounts of resources, e.g. {@code cpu} in millicores, {@code memory} in bytes, {@code nvidia.com/gpu} in devices.
 * Units follow the Kubernetes resource model: cpu counts in thousandths of a core, everything else in whole units.
 * An absent resource is an amount of 0: requests and allocatable are exact, not measured.
 */
public final class Resources {
    /** Millicores. */
    public static final String CPU = "cpu";
    /** Bytes. */
    public static final String MEMORY = "memory";
    /** Pods. */
    public static final String PODS = "pods";

    private static final Resources NONE = new Resources(new String[0], new long[0]);
    private final String[] names;
    private final long[] amounts;

    private Resources(String[] names, long[] amounts) {
        this.names = names;
        this.amounts = amounts;
    }

    public static Resources none() {
        return NONE;
    }

    public static Resources of(Map<String, Long> amounts) {
        if (amounts.isEmpty()) {
            return NONE;
        }
        TreeMap<String, Long> sorted = new TreeMap<>(amounts);
        String[] names = new String[sorted.size()];
        long[] values = new long[names.length];
        int i = 0;
        for (Map.Entry<String, Long> entry : sorted.entrySet()) {
            names[i] = entry.getKey().intern();
            values[i++] = entry.getValue();
        }
        return new Resources(names, values);
    }

    /** Amount of a resource; 0 when absent. */
    public long get(String name) {
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(name)) {
                return amounts[i];
            }
        }
        return 0;
    }

    public boolean has(String name) {
        return Arrays.asList(names).contains(name);
    }

    public boolean isEmpty() {
        return names.length == 0;
    }

    public void forEach(ObjLongConsumer<String> action) {
        for (int i = 0; i < names.length; i++) {
            action.accept(names[i], amounts[i]);
        }
    }

    public Map<String, Long> toMap() {
        TreeMap<String, Long> map = new TreeMap<>();
        forEach(map::put);
        return map;
    }

    public Resources plus(Resources other) {
        TreeMap<String, Long> sum = new TreeMap<>(toMap());
        other.forEach((name, amount) -> sum.merge(name, amount, Long::sum));
        return of(sum);
    }

    /** Difference; may go below zero where a node is overcommitted. */
    public Resources minus(Resources other) {
        TreeMap<String, Long> difference = new TreeMap<>(toMap());
        other.forEach((name, amount) -> difference.merge(name, -amount, Long::sum));
        return of(difference);
    }

    /** The larger amount of each resource. */
    public Resources max(Resources other) {
        TreeMap<String, Long> larger = new TreeMap<>(toMap());
        other.forEach((name, amount) -> larger.merge(name, amount, Math::max));
        return of(larger);
    }

    /** {@code name=amount} joined by commas. */
    public String text() {
        return toMap().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(","));
    }

    /** Reads what {@link #text()} wrote. */
    public static Resources parse(String text) {
        TreeMap<String, Long> map = new TreeMap<>();
        for (String part : text.split(",")) {
            int at = part.lastIndexOf('=');
            if (at > 0) {
                map.put(part.substring(0, at), Long.parseLong(part.substring(at + 1)));
            }
        }
        return of(map);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Resources that
                && Arrays.equals(names, that.names)
                && Arrays.equals(amounts, that.amounts);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(names) + Arrays.hashCode(amounts);
    }

    @Override
    public String toString() {
        return text();
    }
}
