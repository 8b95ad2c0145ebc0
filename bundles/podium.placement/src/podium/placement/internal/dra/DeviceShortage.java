// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.dra;

import java.util.Optional;

/**
 * Why claims find no devices on a node.
 *
 * @param words with the numbers
 * @param rule the same without the numbers of the node
 * @param few that the node has fewer in all; empty: others have them, or what keeps them off is something else
 */
public record DeviceShortage(String words, String rule, Optional<Few> few) {
    public DeviceShortage(String words, String rule) {
        this(words, rule, Optional.empty());
    }

    /**
     * Devices of which a node has fewer than is asked for, whoever has them.
     *
     * @param asked in words: "8 devices of class gpu"
     * @param count so many
     * @param there so many are on the node
     */
    public record Few(String asked, long count, int there) {}
}
