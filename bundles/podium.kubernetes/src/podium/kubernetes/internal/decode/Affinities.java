// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import podium.kubernetes.internal.json.JsonTree;
import podium.model.value.LabelKeys;
import podium.model.value.LabelSelector;
import podium.model.value.NodeTerm;
import podium.model.value.PodTerm;
import podium.model.value.PreferredTerm;
import podium.model.value.Requirement;
import podium.model.value.Spread;
import podium.model.value.Toleration;

/** The rules of a pod spec about where it may run. */
record Affinities(JsonTree affinity) {
    List<NodeTerm> requiredNodes() {
        return affinity
                .at("nodeAffinity", "requiredDuringSchedulingIgnoredDuringExecution", "nodeSelectorTerms")
                .elements()
                .stream()
                .map(Affinities::nodeTerm)
                .toList();
    }

    List<PreferredTerm> preferredNodes() {
        return affinity.at("nodeAffinity", "preferredDuringSchedulingIgnoredDuringExecution").elements().stream()
                .map(term -> new PreferredTerm(term.number("weight", 1), nodeTerm(term.at("preference"))))
                .toList();
    }

    /** The required terms of podAffinity or podAntiAffinity. */
    List<PodTerm> pods(String kind) {
        return affinity.at(kind, "requiredDuringSchedulingIgnoredDuringExecution").elements().stream()
                .map(term -> new PodTerm(
                        term.text("topologyKey"),
                        selected(term.at("labelSelector")),
                        term.at("namespaces").texts(),
                        term.at("namespaceSelector").isObject()
                                ? Optional.of(selector(term.at("namespaceSelector")))
                                : Optional.empty(),
                        keys(term)))
                .toList();
    }

    static NodeTerm nodeTerm(JsonTree term) {
        return new NodeTerm(requirements(term.at("matchExpressions")), requirements(term.at("matchFields")));
    }

    private static List<Requirement> requirements(JsonTree expressions) {
        List<Requirement> list = new ArrayList<>();
        for (JsonTree expression : expressions.elements()) {
            list.add(new Requirement(
                    expression.text("key"),
                    expression.text("operator"),
                    expression.at("values").texts()));
        }
        return list;
    }

    static LabelSelector selector(JsonTree selector) {
        return new LabelSelector(selector.at("matchLabels").labels(), requirements(selector.at("matchExpressions")));
    }

    /** The selector of pods in a rule; one that is not there selects none. */
    private static LabelSelector selected(JsonTree selector) {
        return selector.isObject() ? selector(selector) : LabelSelector.NOTHING;
    }

    private static LabelKeys keys(JsonTree rule) {
        return new LabelKeys(
                rule.at("matchLabelKeys").texts(), rule.at("mismatchLabelKeys").texts());
    }

    static Spread spread(JsonTree constraint) {
        return new Spread(
                constraint.text("topologyKey"),
                constraint.number("maxSkew", 1),
                !"ScheduleAnyway".equals(constraint.text("whenUnsatisfiable")),
                selected(constraint.at("labelSelector")),
                constraint.number("minDomains", 1),
                new Spread.Inclusion(
                        !"Ignore".equals(constraint.text("nodeAffinityPolicy")),
                        "Honor".equals(constraint.text("nodeTaintsPolicy"))),
                keys(constraint));
    }

    static Toleration toleration(JsonTree toleration) {
        String operator = toleration.text("operator");
        return new Toleration(
                toleration.text("key"),
                operator.isEmpty() ? "Equal" : operator,
                toleration.text("value"),
                toleration.text("effect"));
    }
}
