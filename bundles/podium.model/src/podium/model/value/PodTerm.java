// SPDX-License-Identifier: Apache-2.0
package podium.model.value;

import java.util.List;

/**
 * A required pod (anti-)affinity term.
 *
 * @param namespaces empty: the pod's own
 */
public record PodTerm(String topologyKey, LabelSelector selector, List<String> namespaces) {
    public PodTerm {
        namespaces = List.copyOf(namespaces);
    }
}
