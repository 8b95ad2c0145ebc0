// SPDX-License-Identifier: Apache-2.0
package podium.core.dra;

import java.util.List;
import java.util.Optional;
import podium.model.value.Labels;
import podium.model.value.NodeTerm;
import podium.model.value.Requirement;

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
        if (nodes.size() == 1) {
            for (Requirement field : nodes.getFirst().fields()) {
                if (field.key().equals("metadata.name")
                        && field.operator().equals("In")
                        && field.values().size() == 1) {
                    return Optional.of(field.values().getFirst());
                }
            }
        }
        return Optional.empty();
    }
}
