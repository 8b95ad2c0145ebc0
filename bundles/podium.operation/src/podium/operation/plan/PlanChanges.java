// SPDX-License-Identifier: Apache-2.0
package podium.operation.plan;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;
import podium.core.json.Json;
import podium.core.json.YamlText;
import podium.operation.texts.Texts;

/**
 * What the writes of a plan leave changed, told by the writes alone: what stood there is what their tests, their undo or, of what is
 * deleted, the object as it was read say. So nothing that is sent can be missing from the diff, and what is turned and turned back is
 * no change. For plans that are made from the model, without reading their objects.
 */
public final class PlanChanges {
    /** Stands for what no write tells. */
    private static final String UNKNOWN = Texts.of("PlanChanges.asItIs");

    /** The names of the numbers of pods: of a Deployment, a Job, a service that scales itself, a TrainJob. */
    private static final Set<String> COUNTS = Set.of("replicas", "parallelism", "minReplicas", "numNodes");

    private static final List<String> SERVER =
            List.of("uid", "resourceVersion", "generation", "creationTimestamp", "managedFields");

    /** One object, as far as it is known. */
    private static final class TrackedObject {
        private final ObjectRef ref;
        private final Set<String> places = new HashSet<>();
        private Optional<ObjectNode> before = Optional.of(Json.object());
        private Optional<ObjectNode> after = Optional.of(Json.object());
        private boolean whole;

        TrackedObject(ObjectRef ref) {
            this.ref = ref;
        }

        /** What stood at a place before anything was written there. */
        void assume(JsonPointer place, JsonNode value) {
            if (!whole && places.add(place.toString()) && !isNone(value)) {
                before.ifPresent(tree -> put(tree, place, value));
                after.ifPresent(tree -> put(tree, place, value));
            }
        }

        void set(JsonPointer place, JsonNode value) {
            assume(place, isNone(value) ? TextNode.valueOf(UNKNOWN) : MissingNode.getInstance());
            after.ifPresent(tree -> put(tree, place, value));
        }
    }

    private final Map<String, TrackedObject> objects = new LinkedHashMap<>();

    private PlanChanges() {}

    /** The changes of these steps, object by object. */
    public static List<ObjectChange> of(List<Step> steps) {
        PlanChanges changes = new PlanChanges();
        for (Step step : steps) {
            switch (step) {
                case Step.Write write -> changes.take(write);
                case Step.Barrier barrier -> barrier.writes().forEach(changes::take);
                case Step.Await _, Step.EvictAll _ -> {}
            }
        }
        List<ObjectChange> all = new ArrayList<>();
        changes.objects.values().forEach(known -> change(known).ifPresent(all::add));
        return all;
    }

    /** Whether these let pods start that are stopped again when what is written is put back, whichever act writes it. */
    public static boolean startsPods(List<Step> steps) {
        PlanChanges changes = new PlanChanges();
        steps.stream().flatMap(step -> step.writes().stream()).forEach(changes::take);
        return changes.objects.values().stream()
                .anyMatch(known -> lifts(known)
                        || known.after
                                .filter(after -> known.before
                                        .map(before -> starts(before, after))
                                        .orElseGet(() -> after.findValue("containers") != null))
                                .isPresent());
    }

    /** Whether a taint is there no more that ends pods as soon as it is back: of a node, or of a rule for devices. */
    private static boolean lifts(TrackedObject known) {
        JsonNode was = known.before.orElseGet(Json::object);
        JsonNode is = known.after.orElseGet(Json::object);
        Set<String> left = ending(is.at("/spec/taints").valueStream());
        boolean ofNode = known.after.isPresent()
                && !left.containsAll(ending(was.at("/spec/taints").valueStream()));
        return ofNode || !ending(Stream.of(is.at("/spec/taint"))).containsAll(ending(Stream.of(was.at("/spec/taint"))));
    }

    private static Set<String> ending(Stream<JsonNode> taints) {
        return taints.filter(taint -> taint.path("effect").asText().equals("NoExecute"))
                .map(taint ->
                        taint.path("key").asText() + "=" + taint.path("value").asText())
                .collect(Collectors.toSet());
    }

    private static boolean starts(JsonNode was, JsonNode is) {
        boolean resumed = was.path("suspend").asBoolean() && !is.path("suspend").asBoolean();
        boolean activated =
                !was.path("active").asBoolean(true) && is.path("active").asBoolean(true);
        return resumed
                || activated
                || is.properties().stream().anyMatch(field -> {
                    JsonNode before = was.path(field.getKey());
                    boolean counts = COUNTS.contains(field.getKey()) && before.isNumber();
                    return counts && field.getValue().asInt() > before.asInt() || starts(before, field.getValue());
                });
    }

    private void take(Step.Write step) {
        ApiWrite write = step.write();
        TrackedObject known = objects.computeIfAbsent(write.target().path(), _ -> new TrackedObject(write.target()));
        switch (write.verb()) {
            case CREATE -> {
                if (!known.whole) {
                    known.before = Optional.empty();
                }
                known.whole = true;
                known.after = Optional.of((ObjectNode) Json.read(write.body()));
            }
            case DELETE -> {
                Optional<String> stood = step.planned().or(() -> step.undo().map(ApiWrite::body));
                if (!known.whole) {
                    known.before = Optional.of(stood.map(PlanChanges::authored).orElseGet(Json::object));
                }
                known.whole = true;
                known.after = Optional.empty();
            }
            case MERGE_PATCH, STRATEGIC_PATCH ->
                merge(known, JsonPointer.empty(), Json.read(write.body()), step.undo());
            case JSON_PATCH ->
                Json.read(write.body()).forEach(operation -> {
                    JsonPointer place =
                            JsonPointer.compile(operation.path("path").asText());
                    switch (operation.path("op").asText()) {
                        case "test" -> known.assume(place, operation.path("value"));
                        case "remove" -> known.set(place, MissingNode.getInstance());
                        default -> known.set(place, operation.path("value"));
                    }
                });
            case EVICT -> objects.remove(write.target().path());
        }
    }

    private static void merge(TrackedObject known, JsonPointer at, JsonNode patch, Optional<ApiWrite> undo) {
        if (patch.isObject() && (!patch.isEmpty() || at.matches())) {
            patch.properties()
                    .forEach(field -> merge(known, at.appendProperty(field.getKey()), field.getValue(), undo));
        } else {
            undo.flatMap(back -> left(back, at)).ifPresent(value -> known.assume(at, value));
            known.set(at, patch);
        }
    }

    /** What an undo leaves at a place; empty: it does not touch it. */
    private static Optional<JsonNode> left(ApiWrite undo, JsonPointer place) {
        JsonNode body = Json.read(undo.body());
        if (undo.verb() != ApiWrite.Verb.JSON_PATCH) {
            return Optional.of(body.at(place)).filter(value -> !value.isMissingNode());
        }
        Optional<JsonNode> left = Optional.empty();
        for (JsonNode operation : body) {
            if (!operation.path("op").asText().equals("test")
                    && operation.path("path").asText().equals(place.toString())) {
                left = Optional.of(operation.path("value"));
            }
        }
        return left;
    }

    /** Without what the server alone writes. */
    private static ObjectNode authored(String object) {
        ObjectNode copy = (ObjectNode) Json.read(object);
        copy.remove("status");
        if (copy.path("metadata") instanceof ObjectNode metadata) {
            metadata.remove(SERVER);
        }
        return copy;
    }

    private static Optional<ObjectChange> change(TrackedObject known) {
        JsonNode was = known.before.<JsonNode>map(tree -> tree).orElseGet(MissingNode::getInstance);
        JsonNode is = known.after.<JsonNode>map(tree -> tree).orElseGet(MissingNode::getInstance);
        JsonNode left = difference(was, is);
        JsonNode right = difference(is, was);
        ObjectRef ref = known.ref;
        String name = ref.kind() + " " + (ref.namespace().isEmpty() ? "" : ref.namespace() + "/") + ref.name();
        return left.isEmpty() && right.isEmpty()
                ? Optional.empty()
                : Optional.of(new ObjectChange(name, YamlText.of(left), YamlText.of(right)));
    }

    private static JsonNode difference(JsonNode one, JsonNode other) {
        if (!one.isObject() || !other.isObject()) {
            return one;
        }
        ObjectNode parts = Json.object();
        one.properties().forEach(field -> {
            JsonNode theirs = other.path(field.getKey());
            JsonNode part = difference(field.getValue(), theirs);
            boolean nothing = part.isContainerNode() && part.isEmpty();
            if (!field.getValue().equals(theirs) && !nothing) {
                parts.set(field.getKey(), part);
            }
        });
        return parts;
    }

    private static boolean isNone(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    /** Puts a value at a place, with what it lies in; takes it out where there is none. */
    private static void put(ObjectNode tree, JsonPointer place, JsonNode value) {
        ObjectNode parent = tree;
        JsonPointer rest = place;
        while (rest.tail() != null && !rest.tail().matches()) {
            String name = rest.getMatchingProperty();
            parent = parent.path(name) instanceof ObjectNode below ? below : parent.putObject(name);
            rest = rest.tail();
        }
        if (isNone(value)) {
            parent.remove(rest.getMatchingProperty());
        } else {
            parent.set(rest.getMatchingProperty(), value.deepCopy());
        }
    }
}
