// SPDX-License-Identifier: Apache-2.0
package podium.operation.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import podium.core.api.ApiWrite;
import podium.core.json.Json;
import podium.operation.texts.Texts;

/**
 * Whether each write of a plan names what it was planned against, so that it can only do what was shown: a patch the object and either
 * its version, with what was there before in its undo, or a test of each value that it changes; a deletion the object, its version
 * and what stood there, unless it is one of pods, which are known by their uid where a controller makes them anew; a creation leaves its
 * mark. A plan may delete what it creates itself without naming it: the engine fills in which object that became.
 */
public final class Preconditions {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String UID = "/metadata/uid";
    private static final String MARK = "/metadata/annotations/" + Json.segment(CreationMark.KEY);
    private static final String OWNER = "/metadata/ownerReferences/";
    /** Set by controllers alone, and cleared whatever it is; the test of spec.suspend stands for it. */
    private static final String START_TIME = "/status/startTime";

    private Preconditions() {}

    /** What is lacking, in words; empty: nothing. */
    public static List<String> lacking(Plan plan) {
        Set<String> created = new HashSet<>();
        plan.steps().forEach(step -> writes(step).forEach(one -> created(one, created)));
        List<String> lacking = new ArrayList<>();
        plan.steps().forEach(step -> lacking(step, created, lacking));
        plan.undo().forEach(step -> writes(step).forEach(one -> created(one, created)));
        // an undo is made against the objects as they are then, and names what it deletes
        plan.undo().stream()
                .flatMap(step -> writes(step).stream())
                .map(Step.Write::write)
                .filter(one -> one.verb() == ApiWrite.Verb.DELETE)
                .forEach(one -> created.add(one.target().path()));
        plan.undo().forEach(step -> lacking(step, created, lacking));
        return lacking.stream().distinct().toList();
    }

    /** The plan, which lacks nothing. */
    public static Plan checked(Plan plan) {
        List<String> lacking = lacking(plan);
        if (!lacking.isEmpty()) {
            throw new IllegalStateException(plan.title() + ": " + String.join("; ", lacking));
        }
        return plan;
    }

    private static List<Step.Write> writes(Step step) {
        return switch (step) {
            case Step.Write write -> List.of(write);
            case Step.Barrier barrier -> barrier.writes();
            case Step.Await _, Step.EvictAll _ -> List.of();
        };
    }

    private static void created(Step.Write write, Set<String> created) {
        for (Optional<ApiWrite> one : List.of(Optional.of(write.write()), write.undo())) {
            one.filter(sent -> sent.verb() == ApiWrite.Verb.CREATE)
                    .ifPresent(sent -> created.add(sent.target().path()));
        }
    }

    private static void lacking(Step step, Set<String> created, List<String> lacking) {
        if (step instanceof Step.EvictAll evict) {
            evict.victims().stream()
                    .filter(victim -> victim.uid().isEmpty())
                    .forEach(victim -> lacking.add(Texts.of(
                            "Preconditions.theEvictionOfNames", victim.pod().name())));
        }
        for (Step.Write write : writes(step)) {
            lacks(write, created).ifPresent(lacking::add);
            write.undo()
                    .flatMap(undo -> lacks(new Step.Write(undo, Optional.of(write.write())), created))
                    .ifPresent(lacking::add);
        }
    }

    private static Optional<String> lacks(Step.Write step, Set<String> created) {
        ApiWrite write = step.write();
        String what =
                switch (write.verb()) {
                    case CREATE ->
                        CreationMark.of(tree(write)).isPresent() ? "" : Texts.of("Preconditions.leavesNoMark");
                    case DELETE -> delete(step, created.contains(write.target().path()));
                    case EVICT -> write.uid().isPresent() ? "" : Texts.of("Preconditions.namesNoPod");
                    case MERGE_PATCH, STRATEGIC_PATCH -> merge(write, step.undo());
                    case JSON_PATCH -> patch(write);
                };
        return what.isEmpty() ? Optional.empty() : Optional.of("\"" + write.words() + "\": " + what);
    }

    private static String delete(Step.Write step, boolean created) {
        ApiWrite write = step.write();
        if (write.uid().isEmpty()) {
            return created ? "" : Texts.of("Preconditions.namesNoObject");
        }
        boolean held = write.resourceVersion().isPresent() && step.planned().isPresent();
        boolean remade = write.target().resource().equals("pods")
                && step.undo()
                        .filter(undo -> undo.verb() == ApiWrite.Verb.CREATE)
                        .isEmpty();
        // its controller makes it anew, and again when that is taken back
        boolean again =
                step.undo().filter(undo -> undo.verb() == ApiWrite.Verb.DELETE).isPresent();
        return held || remade || again ? "" : Texts.of("Preconditions.namesNoVersionOf");
    }

    private static String merge(ApiWrite write, Optional<ApiWrite> base) {
        if (write.uid().isEmpty()) {
            return Texts.of("Preconditions.namesNoObject");
        } else if (write.resourceVersion().isEmpty()) {
            return Texts.of("Preconditions.namesNoVersion");
        }
        return base.isPresent() ? "" : Texts.of("Preconditions.doesNotSayWhat");
    }

    private static String patch(ApiWrite write) {
        Set<String> tested = new HashSet<>();
        List<String> untested = new ArrayList<>();
        boolean named = write.uid().isPresent();
        for (JsonNode operation : tree(write)) {
            String path = operation.path("path").asText();
            if (operation.path("op").asText().equals("test")) {
                tested.add(path);
                named |= path.equals(UID) || path.equals(MARK) || path.startsWith(OWNER);
            } else if (!isTested(path, tested) && !path.equals(START_TIME) && !isInserted(operation)) {
                untested.add(path);
            }
        }
        if (!named) {
            return Texts.of("Preconditions.namesNoObject");
        }
        return untested.isEmpty() || write.resourceVersion().isPresent()
                ? ""
                : Texts.of("Preconditions.doesNotTest", untested);
    }

    /** What is added to a list takes nothing's place. */
    private static boolean isInserted(JsonNode operation) {
        return operation.path("op").asText().equals("add")
                && operation.path("path").asText().matches(".*/\\d+");
    }

    /** The value itself, something in it, or all that it lies in. */
    private static boolean isTested(String path, Set<String> tested) {
        return tested.stream()
                .anyMatch(test -> test.equals(path) || test.startsWith(path + "/") || path.startsWith(test + "/"));
    }

    private static JsonNode tree(ApiWrite write) {
        try {
            return MAPPER.readTree(write.body());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(write.toString(), e);
        }
    }
}
