// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.dra;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import podium.core.dra.NamedValues;

/**
 * The devices of a driver that are published together, as one node sees them.
 *
 * @param entries those of slices that reach the node, in the order in which the scheduler tries them
 * @param others devices elsewhere that draw on the same counters
 * @param counters what devices of the pool share, by the name of the set
 * @param fault why none of it can be had now; empty: it can
 */
public record DevicePool(
        String driver,
        String name,
        List<NodeDevice> entries,
        List<NodeDevice> others,
        Map<String, NamedValues<BigDecimal>> counters,
        String fault) {
    public DevicePool {
        entries = List.copyOf(entries);
        others = List.copyOf(others);
        counters = Map.copyOf(counters);
    }

    /** Its devices wait for conditions before a pod is bound; the scheduler tries such pools last. */
    boolean awaits() {
        for (NodeDevice entry : entries) {
            if (!entry.device().awaited().isEmpty()) {
                return true;
            }
        }
        return false;
    }
}
