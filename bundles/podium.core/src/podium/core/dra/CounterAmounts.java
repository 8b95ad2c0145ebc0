// SPDX-License-Identifier: Apache-2.0
package podium.core.dra;

import java.math.BigDecimal;

/**
 * Amounts of the counters of one set: what there is of them (CounterSet), or what a device takes of them once it is
 * allocated (DeviceCounterConsumption, KEP-4815).
 *
 * @param set its name in the pool
 */
public record CounterAmounts(String set, NamedValues<BigDecimal> amounts) {}
