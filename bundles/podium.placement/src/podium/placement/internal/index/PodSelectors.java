// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.index;

import org.eclipse.jdt.annotation.Nullable;
import podium.core.change.SchedulingObject;
import podium.core.fleet.SchedulingObjects;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.model.value.LabelSelector;
import podium.model.value.Labels;
import podium.model.value.PodTerm;

/** Which pods a rule between pods means: by namespace, by labels of namespaces, by their own labels. In the realm. */
public record PodSelectors(SchedulingObjects facts) {

    /** A pod as such a rule sees it. */
    public record Pod(String namespace, Labels labels) {
        public static Pod of(Task task) {
            return new Pod(
                    task.getNamespace() == null ? "" : task.getNamespace(), PodSelectors.labels(task.getLabels()));
        }
    }

    /** True when a term of a pod means another pod. */
    public boolean selects(PodTerm term, Pod owner, Pod other) {
        return namespace(term, owner, other)
                && term.keys().in(term.selector(), owner.labels()).matches(other.labels());
    }

    private boolean namespace(PodTerm term, Pod owner, Pod other) {
        if (term.ownNamespaceOnly()) {
            return owner.namespace().equals(other.namespace());
        }
        return term.namespaces().contains(other.namespace())
                || term.namespaceSelector()
                        .filter(selector -> matches(selector, other.namespace()))
                        .isPresent();
    }

    /** Every namespace has a label with its name (NamespaceDefaultLabelName), known or not. */
    private boolean matches(LabelSelector selector, String namespace) {
        return selector.matches(facts.get(SchedulingObject.Namespace.class, "", namespace)
                .map(SchedulingObject.Namespace::labels)
                .orElseGet(() -> Labels.of("kubernetes.io/metadata.name", namespace)));
    }

    /** True when a term asks for labels of namespaces, and they are not known. */
    public boolean unsure(PodTerm term) {
        return !facts.listed(SchedulingObject.Namespace.class)
                && term.namespaceSelector()
                        .filter(selector -> !selector.isEmpty())
                        .isPresent();
    }

    public static Labels labels(Task task) {
        return labels(task.getLabels());
    }

    public static Labels labels(Node node) {
        return labels(node.getLabels());
    }

    private static Labels labels(@Nullable Labels labels) {
        return labels == null ? Labels.none() : labels;
    }
}
