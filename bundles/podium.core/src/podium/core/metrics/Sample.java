// SPDX-License-Identifier: Apache-2.0
package podium.core.metrics;

/**
 * One value with its time.
 *
 * @param time epoch milliseconds at the source
 */
public record Sample(long time, double value) {}
