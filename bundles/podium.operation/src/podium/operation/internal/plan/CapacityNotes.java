// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import podium.core.fleet.CapacityType;
import podium.core.fleet.DomainTree;
import podium.core.text.Counted;
import podium.model.fleet.Node;
import podium.operation.plan.PlacementCompiler.Result;
import podium.operation.plan.Plan;
import podium.operation.texts.Texts;
import podium.placement.Target;

/** That a cloud may take back nodes on which something is placed, or that somebody took one out of service. In the realm. */
public final class CapacityNotes {
    private CapacityNotes() {}

    /** Of a place: "h1 is spot: may be taken back at any time." Nothing where the nodes stay. */
    public static List<String> of(Target target) {
        return switch (target) {
            case Target.OnNode(Node node) -> of(List.of(node));
            case Target.OnDomain on -> byTerms(DomainTree.nodes(on.domain()));
        };
    }

    /** Of nodes that are chosen by name: also of each that is cordoned, for what runs there tolerates it. */
    public static List<String> of(Collection<Node> nodes) {
        List<String> notes = new ArrayList<>();
        nodes.stream()
                .filter(Node::isUnschedulable)
                .forEach(node -> notes.add(Texts.of("CapacityNotes.isCordonedAndTolerated", node.getName())));
        notes.addAll(byTerms(nodes));
        return notes;
    }

    /** Those of one kind together: "3 of 8 nodes there are spot: may be taken back at any time." */
    private static List<String> byTerms(Collection<Node> nodes) {
        Map<String, List<Node>> byTerms = new LinkedHashMap<>();
        nodes.forEach(node -> CapacityType.of(node).ends().ifPresent(terms -> byTerms.computeIfAbsent(
                        terms, _ -> new ArrayList<>())
                .add(node)));
        return byTerms.entrySet().stream()
                .map(entry -> words(entry.getValue(), nodes.size(), entry.getKey()))
                .toList();
    }

    private static String words(List<Node> found, int all, String terms) {
        if (all == 1) {
            return Texts.of("CapacityNotes.theNodeIs", found.getFirst().getName(), terms);
        } else if (found.size() == all) {
            return Texts.of("CapacityNotes.allNodesThereAre", Counted.all(all, "node"), terms);
        }
        return found.size() == 1
                ? Texts.of("CapacityNotes.oneOfTheNodesThereIs", all, terms)
                : Texts.of("CapacityNotes.someOfTheNodesThereAre", found.size(), all, terms);
    }

    /** A plan with these among its effects; a refusal as it is. */
    public static Result told(Result planned, List<String> notes) {
        if (notes.isEmpty() || !(planned instanceof Result.Compiled(Plan plan))) {
            return planned;
        }
        List<String> effects = new ArrayList<>(plan.effects());
        effects.addAll(notes);
        return new Result.Compiled(plan.withEffects(effects));
    }
}
