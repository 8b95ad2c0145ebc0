// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.catalog;

/**
 * Where the scale subresource finds its numbers, as paths with dots.
 *
 * @param wanted the wanted number of replicas
 * @param present the present number of replicas
 * @param selector the label selector as text or object, empty for none
 */
public record ScalePaths(String wanted, String present, String selector) {}
