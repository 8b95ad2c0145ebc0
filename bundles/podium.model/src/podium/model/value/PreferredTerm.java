// SPDX-License-Identifier: Apache-2.0
package podium.model.value;

/**
 * A preferred node affinity term.
 *
 * @param weight 1 to 100
 */
public record PreferredTerm(int weight, NodeTerm term) {}
