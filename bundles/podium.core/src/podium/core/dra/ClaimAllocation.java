// SPDX-License-Identifier: Apache-2.0
package podium.core.dra;

import java.util.List;
import java.util.Optional;
import podium.model.value.Labels;
import podium.model.value.NodeTerm;

/**
 * The devices of a claim.
 *
 * @param nodes where they can be reached from: one of these; empty: everywhere
 */
public record ClaimAllocation(List<AllocatedDevice> devices, List<NodeTerm> nodes) {
    public ClaimAllocation {
        devices = List.copyOf(devices);
        nodes = List.copyOf(nodes);
    }

    public boolean reaches(String name, Labels labels) {
        return nodes.isEmpty() || nodes.stream().anyMatch(term -> term.matches(name, labels));
    }

    /** The node the devices are of; empty: they are not of one node alone. */
    public Optional<String> node() {
        return nodes.size() != 1
                ? Optional.empty()
                : nodes.getFirst().fields().stream()
                        .filter(field -> field.key().equals("metadata.name")
                                && field.operator().equals("In")
                                && field.values().size() == 1)
                        .map(field -> field.values().getFirst())
                        .findFirst();
    }
}
