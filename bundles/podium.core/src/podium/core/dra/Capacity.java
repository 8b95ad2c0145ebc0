// SPDX-License-Identifier: Apache-2.0
package podium.core.dra;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What a device has of something that can be counted (DeviceCapacity).
 *
 * @param value in whole units, e.g. bytes
 * @param policy what a claim may ask of it, where several may share the device (KEP-5075)
 */
public record Capacity(BigDecimal value, Optional<Policy> policy) {
    /**
     * What a claim may ask for (CapacityRequestPolicy). At most one of values and range is there.
     *
     * @param usual what a claim takes that does not say; empty: all of it
     * @param values what can be asked for, ascending; empty: not listed
     * @param range from which a claim may choose; empty: there is none
     */
    public record Policy(Optional<BigDecimal> usual, List<BigDecimal> values, Optional<Range> range) {
        public Policy {
            values = List.copyOf(values);
        }
    }

    /**
     * From a least amount on, in steps from it, up to a most.
     *
     * @param least smallest amount that may be asked for; empty: none is set
     * @param most greatest amount; empty: none is set
     * @param step what amounts above the least are multiples of; empty: any amount will do
     */
    public record Range(Optional<BigDecimal> least, Optional<BigDecimal> most, Optional<BigDecimal> step) {}

    public static Capacity of(BigDecimal value) {
        return new Capacity(value, Optional.empty());
    }
}
