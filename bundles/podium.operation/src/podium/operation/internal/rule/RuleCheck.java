// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;
import podium.core.json.Json;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;
import podium.operation.rule.RuleDecision;
import podium.operation.texts.Texts;

/** Holds a plan against the rules: each object that it writes or evicts, and what it asks to be typed. */
final class RuleCheck {
    private static final String TERMS =
            "/spec/affinity/nodeAffinity/requiredDuringSchedulingIgnoredDuringExecution/nodeSelectorTerms";

    private final RuleServiceImpl rules;

    RuleCheck(RuleServiceImpl rules) {
        this.rules = rules;
    }

    RuleDecision judge(Plan plan, Optional<String> unreadable) {
        if (unreadable.isPresent()) {
            return new RuleDecision(unreadable.stream().toList(), Optional.empty());
        }
        List<ObjectRef> touched = touched(plan.steps());
        Set<String> forbidden = new LinkedHashSet<>();
        rules.windowOpen(plan.cluster()).ifPresent(forbidden::add);
        for (ObjectRef ref : touched) {
            Optional<String> why = isNode(ref) ? rules.whyNotNode(plan.cluster(), ref.name()) : inNamespace(plan, ref);
            why.ifPresent(forbidden::add);
        }
        return new RuleDecision(List.copyOf(forbidden), typed(plan, touched), approval(plan, touched));
    }

    private Optional<String> approval(Plan plan, List<ObjectRef> touched) {
        return rules.rules().approvals().stream()
                .filter(scope -> !touched.isEmpty() && scope.covers(plan))
                .findFirst()
                .map(scope -> Texts.of("RuleCheck.aSecondPersonMust", scope));
    }

    private Optional<String> inNamespace(Plan plan, ObjectRef ref) {
        String namespace = ref.resource().equals("namespaces") ? ref.name() : ref.namespace();
        return namespace.isEmpty() ? Optional.empty() : rules.whyNotNamespace(plan.cluster(), namespace);
    }

    /** The name of the one node, else of the cluster for several, else of the first object. */
    private Optional<String> typed(Plan plan, List<ObjectRef> touched) {
        boolean lasting = !plan.irreversible().isEmpty()
                || !plan.canUndo() && !plan.kind().equals("undo");
        boolean asked = rules.rules().typed().stream()
                .anyMatch(glob -> plan.cluster().names().stream().anyMatch(glob::matches));
        if (!lasting || !asked || touched.isEmpty()) {
            return Optional.empty();
        }
        List<String> nodes = touched.stream()
                .filter(RuleCheck::isNode)
                .map(ObjectRef::name)
                .distinct()
                .toList();
        return Optional.of(
                switch (nodes.size()) {
                    case 0 -> touched.getFirst().name();
                    case 1 -> nodes.getFirst();
                    default -> plan.cluster().name();
                });
    }

    private static boolean isNode(ObjectRef ref) {
        return ref.group().isEmpty() && ref.resource().equals("nodes");
    }

    private static List<ObjectRef> touched(List<Step> steps) {
        return steps.stream().flatMap(RuleCheck::touched).distinct().toList();
    }

    private static Stream<ObjectRef> touched(Step step) {
        return switch (step) {
            case Step.Write write -> Stream.concat(Stream.of(write.write().target()), nodes(write.write()));
            case Step.Barrier barrier ->
                barrier.writes().stream().map(write -> write.write().target());
            case Step.EvictAll evict -> evict.victims().stream().map(Step.Victim::pod);
            case Step.Await _ -> Stream.empty();
        };
    }

    /** The nodes that a pod names which is created: whoever runs it there is on them. */
    private static Stream<ObjectRef> nodes(ApiWrite write) {
        if (write.verb() != ApiWrite.Verb.CREATE
                || !write.target().isPod()
                || !write.subresource().isEmpty()) {
            return Stream.empty();
        }
        return elements(Json.read(write.body()).at(TERMS))
                .flatMap(term -> elements(term.path("matchFields")))
                .filter(field -> field.path("key").asText().equals("metadata.name"))
                .flatMap(field -> elements(field.path("values")))
                .map(name -> ObjectRef.node(name.asText()));
    }

    private static Stream<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
