// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.devices;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.scheduling.Quantity;

/**
 * What is left of the counters that devices of a pool share, as the partitions of a GPU share its memory (KEP-4815). Source:
 * k8s.io/dynamic-resource-allocation/structured, checkAvailableCounters.
 */
final class SharedCounters {

    private record Counter(String driver, String pool, String set, String name) {}

    private final Map<Counter, BigDecimal> left;

    SharedCounters() {
        this(Map.of());
    }

    private SharedCounters(Map<Counter, BigDecimal> left) {
        this.left = new HashMap<>(left);
    }

    SharedCounters copy() {
        return new SharedCounters(left);
    }

    /** Takes over the counter sets of a slice. */
    void offer(String driver, String pool, JsonNode sharedCounters) {
        for (JsonNode set : sharedCounters) {
            set.path("counters")
                    .properties()
                    .forEach(counter -> left.put(
                            new Counter(driver, pool, Json.text(set, "name"), counter.getKey()),
                            Quantity.parse(Json.text(counter.getValue(), "value"))));
        }
    }

    /** Whether there is enough left of all that a device consumes; of a counter that is not there nothing is. */
    boolean suffice(PoolDevice device) {
        return consumed(device).entrySet().stream().allMatch(entry -> {
            BigDecimal has = left.get(entry.getKey());
            return has != null && has.compareTo(entry.getValue()) >= 0;
        });
    }

    void take(PoolDevice device) {
        consumed(device).forEach((counter, amount) -> left.merge(counter, amount.negate(), BigDecimal::add));
    }

    void giveBack(PoolDevice device) {
        consumed(device).forEach((counter, amount) -> left.merge(counter, amount, BigDecimal::add));
    }

    private static Map<Counter, BigDecimal> consumed(PoolDevice device) {
        Map<Counter, BigDecimal> consumed = new HashMap<>();
        for (JsonNode set : device.object().path("consumesCounters")) {
            set.path("counters")
                    .properties()
                    .forEach(counter -> consumed.merge(
                            new Counter(device.driver(), device.pool(), Json.text(set, "counterSet"), counter.getKey()),
                            Quantity.parse(Json.text(counter.getValue(), "value")),
                            BigDecimal::add));
        }
        return consumed;
    }
}
