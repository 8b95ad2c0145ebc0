// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.dra.cel;

import java.math.BigDecimal;
import org.eclipse.jdt.annotation.Nullable;

/** A quantity as a value of CEL (kubernetes.Quantity): equal by its number, however it was written. */
record CelQuantity(BigDecimal value) implements Comparable<CelQuantity> {
    @Override
    public int compareTo(CelQuantity other) {
        return value.compareTo(other.value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CelQuantity that && value.compareTo(that.value) == 0;
    }

    @Override
    public int hashCode() {
        return value.stripTrailingZeros().hashCode();
    }
}
