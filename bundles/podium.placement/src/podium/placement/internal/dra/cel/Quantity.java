// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.dra.cel;

import java.math.BigDecimal;
import org.eclipse.jdt.annotation.Nullable;

/** A quantity as a value of CEL (kubernetes.Quantity): equal by its number, however it was written. */
record Quantity(BigDecimal value) implements Comparable<Quantity> {
    @Override
    public int compareTo(Quantity other) {
        return value.compareTo(other.value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Quantity that && value.compareTo(that.value) == 0;
    }

    @Override
    public int hashCode() {
        return value.stripTrailingZeros().hashCode();
    }
}
