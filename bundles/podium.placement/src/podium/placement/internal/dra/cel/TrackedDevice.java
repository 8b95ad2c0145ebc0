// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.dra.cel;

import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.dra.Attribute;
import podium.core.dra.Capacity;
import podium.core.dra.NamedValues;
import podium.core.dra.OfferedDevice;
import podium.placement.internal.dra.cel.FieldRead.Kind;
import podium.placement.texts.Texts;

/**
 * A device as an expression sees it, which remembers what was looked at: {@code device.driver},
 * {@code device.allowMultipleAllocations}, {@code device.attributes[domain].id}, {@code device.capacity[domain].id}. A domain
 * that nothing is of is an empty map, so that an expression can ask for what another driver's devices have
 * (dynamic-resource-allocation/cel).
 */
final class TrackedDevice {
    /** The fields of the variable {@code device}, by name. */
    static final Set<String> FIELDS = Set.of("driver", "allowMultipleAllocations", "attributes", "capacity");

    private final String driver;
    private final OfferedDevice device;
    private final SequencedSet<FieldRead> reads = new LinkedHashSet<>();

    TrackedDevice(String driver, OfferedDevice device) {
        this.driver = driver;
        this.device = device;
    }

    /** What was looked at, in that order, each once. */
    SequencedSet<FieldRead> reads() {
        return reads;
    }

    /** The variables of the expression. */
    Map<String, Object> variables() {
        return Map.of("device", new Watched(this::field, FIELDS::contains, () -> Map.of()));
    }

    private @Nullable Object field(String name) {
        return switch (name) {
            case "driver" -> seen(new FieldRead(Kind.DRIVER, "", ""), driver);
            case "allowMultipleAllocations" -> seen(new FieldRead(Kind.SHARED, "", ""), device.shared());
            case "attributes" -> domains(this::attributes, device.attributes(), TrackedDevice::value);
            case "capacity" ->
                domains(this::capacities, device.capacity(), capacity -> new CelQuantity(capacity.value()));
            default -> null;
        };
    }

    private <T> T seen(FieldRead read, T value) {
        reads.add(read);
        return value;
    }

    private <V> Watched domains(Function<String, Watched> domain, NamedValues<V> values, Function<V, Object> convert) {
        return new Watched(domain::apply, name -> true, () -> all(values, convert));
    }

    private Watched attributes(String domain) {
        return new Watched(
                id -> {
                    FieldRead read = new FieldRead(Kind.ATTRIBUTE, domain, id);
                    @Nullable Attribute value = seen(read, read.attribute(driver, device));
                    return value == null ? null : value(value);
                },
                id -> {
                    FieldRead read = new FieldRead(Kind.ATTRIBUTE, domain, id);
                    return seen(read, read.attribute(driver, device)) != null;
                },
                () -> one(device.attributes(), domain, TrackedDevice::value));
    }

    private Watched capacities(String domain) {
        return new Watched(
                id -> {
                    FieldRead read = new FieldRead(Kind.CAPACITY, domain, id);
                    @Nullable Capacity value = seen(read, read.capacity(driver, device));
                    return value == null ? null : new CelQuantity(value.value());
                },
                id -> {
                    FieldRead read = new FieldRead(Kind.CAPACITY, domain, id);
                    return seen(read, read.capacity(driver, device)) != null;
                },
                () -> one(device.capacity(), domain, capacity -> new CelQuantity(capacity.value())));
    }

    private <V> Map<String, Object> one(NamedValues<V> values, String domain, Function<V, Object> convert) {
        return all(values, convert).get(domain) instanceof Map<?, ?> map ? copy(map) : Map.of();
    }

    private static Map<String, Object> copy(Map<?, ?> map) {
        Map<String, Object> copy = new TreeMap<>();
        map.forEach((name, value) -> copy.put((String) name, value));
        return copy;
    }

    /** All values by domain and name. */
    private <V> Map<String, Object> all(NamedValues<V> values, Function<V, Object> convert) {
        reads.add(new FieldRead(Kind.ALL, "", ""));
        Map<String, Map<String, Object>> domains = new TreeMap<>();
        values.forEach((name, value) -> {
            int slash = name.indexOf('/');
            domains.computeIfAbsent(slash < 0 ? driver : name.substring(0, slash), domain -> new TreeMap<>())
                    .put(name.substring(slash + 1), convert.apply(value));
        });
        return new LinkedHashMap<>(domains);
    }

    private static Object value(Attribute attribute) {
        return switch (attribute) {
            case Attribute.Bool(boolean value) -> value;
            case Attribute.Whole(long value) -> value;
            case Attribute.Text(String value) -> value;
            case Attribute.Version(String value) ->
                SemanticVersion.parse(value)
                        .orElseThrow(
                                () -> new IllegalArgumentException(Texts.of("TrackedDevice.isNotAVersion", value)));
            case Attribute.Other() ->
                throw new IllegalArgumentException(Texts.of("TrackedDevice.unsupportedAttributeValue"));
        };
    }

    /** A map whose entries are made when they are looked at. */
    @NonNullByDefault({})
    private static final class Watched extends AbstractMap<String, Object> {
        private final Function<String, Object> entry;
        private final Predicate<String> has;
        private final Supplier<Map<String, Object>> whole;

        Watched(Function<String, Object> entry, Predicate<String> has, Supplier<Map<String, Object>> whole) {
            this.entry = entry;
            this.has = has;
            this.whole = whole;
        }

        @Override
        public Object get(Object key) {
            return key instanceof String name ? entry.apply(name) : null;
        }

        @Override
        public boolean containsKey(Object key) {
            return key instanceof String name && has.test(name);
        }

        @Override
        public Set<Entry<String, Object>> entrySet() {
            return whole.get().entrySet();
        }
    }
}
