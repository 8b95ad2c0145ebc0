// SPDX-License-Identifier: Apache-2.0
package podium.core.cluster;

import java.util.List;

/**
 * The contexts that can be opened.
 *
 * @param from where they stand, in words
 * @param entries in the order of the files, the current one first
 * @param problem why some or all are missing, with the cure; empty: none is
 */
public record ContextList(String from, List<ContextEntry> entries, String problem) {
    public ContextList {
        entries = List.copyOf(entries);
    }
}
