// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.dra;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import podium.core.dra.CounterAmounts;

/** What is left of the counters that devices of a pool share (KEP-4815), while an allocation is tried. */
final class SharedCounters {
    private final AllocationState usage;
    private final Map<DevicePool, Map<String, BigDecimal>> left = new IdentityHashMap<>();

    SharedCounters(AllocationState usage) {
        this.usage = usage;
    }

    /** Takes what a device needs; false, and nothing taken, when any counter of the pool would fall below 0. */
    boolean take(DevicePool pool, NodeDevice entry) {
        Map<String, BigDecimal> book = left.computeIfAbsent(pool, this::open);
        change(book, entry.device().counters(), -1);
        if (book.values().stream().anyMatch(amount -> amount.signum() < 0)) {
            change(book, entry.device().counters(), 1);
            return false;
        }
        return true;
    }

    void giveBack(DevicePool pool, NodeDevice entry) {
        change(left.computeIfAbsent(pool, this::open), entry.device().counters(), 1);
    }

    /** True when there is enough for a device as long as nothing else is taken. */
    boolean has(DevicePool pool, NodeDevice entry) {
        boolean enough = take(pool, entry);
        if (enough) {
            giveBack(pool, entry);
        }
        return enough;
    }

    private Map<String, BigDecimal> open(DevicePool pool) {
        Map<String, BigDecimal> book = new HashMap<>();
        pool.counters().forEach((set, amounts) -> amounts.forEach((name, amount) -> book.put(key(set, name), amount)));
        for (List<NodeDevice> entries : List.of(pool.entries(), pool.others())) {
            for (NodeDevice entry : entries) {
                if (usage.of(entry.id()).any()) {
                    change(book, entry.device().counters(), -1);
                }
            }
        }
        return book;
    }

    private static void change(Map<String, BigDecimal> book, List<CounterAmounts> uses, int sign) {
        for (CounterAmounts use : uses) {
            use.amounts()
                    .forEach((name, amount) -> book.computeIfPresent(
                            key(use.set(), name), (key, now) -> sign < 0 ? now.subtract(amount) : now.add(amount)));
        }
    }

    private static String key(String set, String name) {
        return set + "/" + name;
    }
}
