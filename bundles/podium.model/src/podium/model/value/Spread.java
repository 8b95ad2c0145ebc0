// SPDX-License-Identifier: Apache-2.0
package podium.model.value;

/**
 * A topology spread constraint.
 *
 * @param hard whenUnsatisfiable is DoNotSchedule
 */
public record Spread(String topologyKey, int maxSkew, boolean hard, LabelSelector selector) {}
