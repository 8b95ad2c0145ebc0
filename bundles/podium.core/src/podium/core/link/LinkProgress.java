// SPDX-License-Identifier: Apache-2.0
package podium.core.link;

/**
 * How far a measurement is.
 *
 * @param done links that were measured
 * @param all links to measure
 */
public record LinkProgress(int done, int all) {}
