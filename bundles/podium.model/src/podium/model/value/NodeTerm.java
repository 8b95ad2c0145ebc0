// SPDX-License-Identifier: Apache-2.0
package podium.model.value;

import java.util.List;

/** One term of node affinity: all expressions on labels and all on fields (metadata.name) must hold. */
public record NodeTerm(List<Requirement> labels, List<Requirement> fields) {
    public NodeTerm {
        labels = List.copyOf(labels);
        fields = List.copyOf(fields);
    }

    /** A term without expressions matches no node (NodeSelectorTerm, core/v1). */
    public boolean matches(String nodeName, Labels nodeLabels) {
        return !(labels.isEmpty() && fields.isEmpty())
                && labels.stream().allMatch(expression -> expression.matches(nodeLabels))
                && fields.stream()
                        .allMatch(expression -> "metadata.name".equals(expression.key())
                                && expression.matches(java.util.Optional.of(nodeName)));
    }
}
