// SPDX-License-Identifier: Apache-2.0
package podium.core.metrics;

/**
 * One value with its time.
 *
 * @param time epoch milliseconds at the source
 * @param value in the unit of its metric
 */
public record Sample(long time, double value) {}
