// SPDX-License-Identifier: Apache-2.0
package podium.model.value;

import java.util.List;
import java.util.Optional;

/**
 * A required pod (anti-)affinity term.
 *
 * @param namespaces named ones; none named and no selector: the pod's own
 * @param namespaceSelector namespaces by their labels, besides those named; one that asks for nothing selects all
 * @param keys labels of the pod itself that narrow the selector
 */
public record PodTerm(
        String topologyKey,
        LabelSelector selector,
        List<String> namespaces,
        Optional<LabelSelector> namespaceSelector,
        LabelKeys keys) {
    public PodTerm {
        namespaces = List.copyOf(namespaces);
    }

    /** A term that names its namespaces. */
    public PodTerm(String topologyKey, LabelSelector selector, List<String> namespaces) {
        this(topologyKey, selector, namespaces, Optional.empty(), LabelKeys.NONE);
    }

    /** True when it looks at nothing but the pod's own namespace. */
    public boolean ownNamespaceOnly() {
        return namespaces.isEmpty() && namespaceSelector.isEmpty();
    }
}
