// SPDX-License-Identifier: Apache-2.0
package podium.placement;

/**
 * What one task would do to what is free on a node it fits on.
 *
 * @param stranded devices more than before that what is usually asked for here could not use; below 0: fewer
 * @param left devices free afterwards, shares counted by their part
 * @param withoutCores of those left, the ones for which the node has too few cores at what is usually asked beside one
 * @param near 0 to 1: how near in the network tasks of the same job are that stay where they are
 * @param hasCompany whether it has such tasks
 */
public record FragmentationEffect(double stranded, double left, double withoutCores, double near, boolean hasCompany) {}
