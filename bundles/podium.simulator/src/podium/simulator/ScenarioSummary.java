// SPDX-License-Identifier: Apache-2.0
package podium.simulator;

/**
 * What a scenario is, for those who choose one.
 *
 * @param nodes how many machines it opens with
 * @param accelerators how many whole accelerators these carry, however they are cut
 * @param about what it shows and what happens in it, a line
 */
public record ScenarioSummary(String name, int nodes, int accelerators, String about) {}
