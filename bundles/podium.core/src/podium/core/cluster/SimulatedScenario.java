// SPDX-License-Identifier: Apache-2.0
package podium.core.cluster;

/**
 * A simulated fleet that can be started.
 *
 * @param name what it is started by
 * @param nodes how many nodes it opens with
 * @param accelerators how many accelerators they carry
 * @param about what it shows and what happens in it, a line
 */
public record SimulatedScenario(String name, int nodes, int accelerators, String about) {}
