// SPDX-License-Identifier: Apache-2.0
package podium.core.rule;

import java.util.List;

/**
 * What the operator has set for all clusters.
 *
 * @param nodes that are not changed from here
 * @param namespaces whose objects are not changed from here
 * @param freezes when nothing is changed
 * @param typed clusters in which the name must be typed before what cannot be undone
 */
public record Rules(List<Protection> nodes, List<Protection> namespaces, List<Freeze> freezes, List<Glob> typed) {
    /** No rule. */
    public static final Rules NONE = new Rules(List.of(), List.of(), List.of(), List.of());

    public Rules {
        nodes = List.copyOf(nodes);
        namespaces = List.copyOf(namespaces);
        freezes = List.copyOf(freezes);
        typed = List.copyOf(typed);
    }
}
