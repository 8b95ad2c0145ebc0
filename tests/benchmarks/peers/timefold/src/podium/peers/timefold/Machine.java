// SPDX-License-Identifier: Apache-2.0
package podium.peers.timefold;

/**
 * A node.
 *
 * @param domains number of the domain it lies in at each depth, the last being its own
 * @param free GPUs nobody holds
 */
public record Machine(int number, int[] domains, int free) {}
