// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.dra;

/**
 * Why claims find no devices on a node.
 *
 * @param words with the numbers
 * @param rule the same without the numbers of the node
 */
public record DeviceShortage(String words, String rule) {}
