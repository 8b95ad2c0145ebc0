// SPDX-License-Identifier: Apache-2.0
package podium.core.metrics;

/** Unit of a metric. */
public enum Unit {
    RATIO,
    BYTES,
    WATTS,
    JOULES,
    CELSIUS,
    HERTZ,
    BYTES_PER_SECOND,
    COUNT,
    CPUS,
    CODE
}
