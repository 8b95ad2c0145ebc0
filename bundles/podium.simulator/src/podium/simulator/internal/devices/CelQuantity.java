// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.devices;

import java.math.BigDecimal;
import podium.simulator.internal.scheduling.Quantity;

/** A quantity as CEL compares it. */
record CelQuantity(BigDecimal value) implements Comparable<CelQuantity> {

    /**
     * Reads a quantity.
     *
     * @throws NumberFormatException if it is none
     */
    static CelQuantity parse(String text) {
        return new CelQuantity(Quantity.parse(text));
    }

    @Override
    public int compareTo(CelQuantity other) {
        return value.compareTo(other.value);
    }
}
