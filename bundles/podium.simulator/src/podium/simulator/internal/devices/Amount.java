// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.devices;

import java.math.BigDecimal;
import podium.simulator.internal.scheduling.Quantity;

/** A quantity as CEL compares it. */
record Amount(BigDecimal value) implements Comparable<Amount> {

    /**
     * Reads a quantity.
     *
     * @throws NumberFormatException if it is none
     */
    static Amount parse(String text) {
        return new Amount(Quantity.parse(text));
    }

    @Override
    public int compareTo(Amount other) {
        return value.compareTo(other.value);
    }
}
