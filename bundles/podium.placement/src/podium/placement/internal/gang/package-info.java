// SPDX-License-Identifier: Apache-2.0
/**
 * The search for a layout of a gang.
 *
 * The tasks of a gang have to lie near each other: in as few domains of the network as can be, the highest level
 * counting first, and so that the holes that are left stay large. {@link podium.placement.internal.gang.LayoutCost} is
 * that cost, compared like a word:
 *
 * <pre>
 *  cost of a layout = [ blocks crossed | racks crossed | nodes touched | left over on nodes | left over in racks ... ]
 *                       most telling                                                          least telling
 *  as digits of two longs, so that costs of parts add up
 * </pre>
 *
 * Tasks that ask for the same can change places; {@link podium.placement.internal.task.GangClasses} counts them by
 * class, and how many of each class lie somewhere is one number, a <i>load</i>. For tasks that only meet in what a node
 * has left, the best layout is found exactly, by dynamic programming from the nodes up:
 *
 * <pre>
 *                  block            best[load] of a branch: the cheapest cost of putting that load below it
 *                 /     \
 *             rack a   rack b       best_rack[l] = min over l1 + l2 = l of best_n1[l1] + best_n2[l2] + crossing
 *             /   \       \
 *            n1    n2      n3       best_node[l] = cost of touching the node, where GangRoom says that l fits
 * </pre>
 *
 * Work: nodes x loads of a node x loads of the gang ({@link podium.placement.internal.gang.GangTree}, in steps {@link
 * podium.placement.internal.gang.GangWork}). Tasks that want each other near or apart (affinity, spread) do not add up
 * so; they are laid out by branch and bound over the same cost ({@link podium.placement.internal.gang.GangSearch}): the
 * hardest task first, on nodes that are touched already, leaving a way as soon as it costs more than the best one
 * found. Beyond its number of steps it gives the best so far: a layout that exists may be missed, a wrong one is never
 * given.
 */
@NonNullByDefault
package podium.placement.internal.gang;

import org.eclipse.jdt.annotation.NonNullByDefault;
