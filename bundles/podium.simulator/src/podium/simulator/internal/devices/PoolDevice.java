// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.devices;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.scheduling.Taint;

/**
 * One device of a pool.
 *
 * @param driver who serves it
 * @param pool the pool it is in
 * @param name its name there
 * @param object what the slice says of it
 * @param taints its taints, with those that rules add
 * @param local whether only one node reaches it
 */
record PoolDevice(String driver, String pool, String name, JsonNode object, List<Taint> taints, boolean local) {

    /** Names a device in the whole cluster. */
    record Id(String driver, String pool, String name) {}

    /** A domain that a device says nothing of is empty, not missing. */
    private static final class Domains extends HashMap<String, Map<String, Object>> {
        private static final long serialVersionUID = 1L;

        @Override
        public boolean containsKey(@Nullable Object key) {
            return true;
        }

        @Override
        public Map<String, Object> get(@Nullable Object key) {
            return getOrDefault(key, Map.of());
        }
    }

    Id id() {
        return new Id(driver, pool, name);
    }

    /** The value of an attribute by its full name; a name without domain is the driver's. */
    Optional<Object> attribute(String fullName) {
        JsonNode attributes = object.path("attributes");
        JsonNode value = attributes.path(fullName);
        if (value.isMissingNode() && fullName.startsWith(driver + "/")) {
            value = attributes.path(fullName.substring(driver.length() + 1));
        }
        return value.isMissingNode() ? Optional.empty() : Optional.of(value(value));
    }

    private static Object value(JsonNode value) {
        if (value.has("int")) {
            return value.path("int").asLong();
        }
        if (value.has("bool")) {
            return value.path("bool").asBoolean();
        }
        return value.has("version") ? SemanticVersion.parse(Json.text(value, "version")) : Json.text(value, "string");
    }

    /** The variable {@code device} of a selector. */
    Map<String, Object> forSelectors() {
        Domains attributes = new Domains();
        object.path("attributes")
                .properties()
                .forEach(entry -> put(attributes, entry.getKey(), value(entry.getValue())));
        Domains capacity = new Domains();
        object.path("capacity")
                .properties()
                .forEach(entry ->
                        put(capacity, entry.getKey(), CelQuantity.parse(Json.text(entry.getValue(), "value"))));
        return Map.of("driver", driver, "attributes", attributes, "capacity", capacity);
    }

    private void put(Domains domains, String name, Object value) {
        int slash = name.indexOf('/');
        String domain = slash < 0 ? driver : name.substring(0, slash);
        domains.computeIfAbsent(domain, key -> new HashMap<>()).put(name.substring(slash + 1), value);
    }
}
