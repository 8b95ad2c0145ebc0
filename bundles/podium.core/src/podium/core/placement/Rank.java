// SPDX-License-Identifier: Apache-2.0
package podium.core.placement;

import podium.model.fleet.Task;

/**
 * A task of a gang on the board.
 *
 * @param number its rank; where its pods have none, its place in the order in which the cluster listed them, from 0
 * @param ranked whether the number is the rank that the program will see
 * @param accelerators devices or slices it asks for; 0: none
 */
public record Rank(int number, boolean ranked, Task task, int accelerators) {}
