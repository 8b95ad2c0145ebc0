// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;
import podium.core.json.YamlText;
import podium.kubernetes.internal.json.Trees;
import podium.operation.plan.ObjectChange;
import podium.operation.plan.Step;

/**
 * What the writes of a plan leave changed, object by object, as the parts that differ: computed from the writes themselves, so that
 * nothing that is sent is missing from the diff. What is turned and turned back is no change.
 */
public final class NetChanges {
    /** What tells elements of a list apart. */
    private static final List<String> NAMES = List.of("name", "groupName", "manager", "key");

    private final PlanReads reads;
    private final Map<String, ObjectRef> refs = new LinkedHashMap<>();
    private final Map<String, JsonNode> before = new LinkedHashMap<>();
    private final Map<String, JsonNode> after = new LinkedHashMap<>();

    public NetChanges(PlanReads reads) {
        this.reads = reads;
    }

    public List<ObjectChange> of(List<Step> steps) throws IOException {
        for (Step step : steps) {
            switch (step) {
                case Step.Write write -> apply(write.write());
                case Step.Barrier barrier -> {
                    for (Step.Write write : barrier.writes()) {
                        apply(write.write());
                    }
                }
                case Step.Await _, Step.EvictAll _ -> {}
            }
        }
        List<ObjectChange> changes = new ArrayList<>();
        refs.forEach(
                (path, ref) -> change(ref, at(before, path), at(after, path)).ifPresent(changes::add));
        return changes;
    }

    private static JsonNode at(Map<String, JsonNode> states, String path) {
        return Optional.ofNullable(states.get(path)).orElse(MissingNode.getInstance());
    }

    private void apply(ApiWrite write) throws IOException {
        String path = write.target().path();
        if (refs.putIfAbsent(path, write.target()) == null) {
            JsonNode now = reads.known(write.target()).orElse(MissingNode.getInstance());
            before.put(path, now);
            after.put(path, now);
        }
        JsonNode now = at(after, path);
        after.put(
                path,
                switch (write.verb()) {
                    case CREATE -> Trees.read(write.body());
                    case DELETE, EVICT -> MissingNode.getInstance();
                    case MERGE_PATCH, JSON_PATCH, STRATEGIC_PATCH -> PatchedObject.of(now, write);
                });
    }

    private static Optional<ObjectChange> change(ObjectRef ref, JsonNode before, JsonNode after) {
        boolean whole = before.isMissingNode() || after.isMissingNode();
        JsonNode was = shown(before, after);
        JsonNode is = shown(after, before);
        JsonNode left = whole ? was : difference(was, is);
        JsonNode right = whole ? is : difference(is, was);
        return isEmpty(left) && isEmpty(right)
                ? Optional.empty()
                : Optional.of(new ObjectChange(ObjectReads.name(ref), YamlText.of(left), YamlText.of(right)));
    }

    /** True for nothing, and for containers of nothing: a map that was made or left empty by the way says nothing. */
    private static boolean isEmpty(JsonNode node) {
        if (!node.isContainerNode()) {
            return node.isMissingNode();
        }
        for (JsonNode child : node) {
            if (!isEmpty(child)) {
                return false;
            }
        }
        return true;
    }

    /** Without what the server alone writes, where one of both was not on a server or goes from it. */
    private static JsonNode shown(JsonNode object, JsonNode other) {
        boolean kept = !object.isMissingNode()
                && !other.isMissingNode()
                && ObjectReads.uid(object).equals(ObjectReads.uid(other));
        return kept || object.isMissingNode() ? object : ObjectClone.of(object);
    }

    /** The parts of one that differ from the other. */
    private static JsonNode difference(JsonNode one, JsonNode other) {
        if (one instanceof ObjectNode object && other.isObject()) {
            ObjectNode parts = Trees.object();
            for (String name : names(object)) {
                JsonNode part = object.path(name).equals(other.path(name))
                        ? MissingNode.getInstance()
                        : difference(object.path(name), other.path(name));
                if (!isEmpty(part)) {
                    parts.set(name, part);
                }
            }
            return parts;
        } else if (one instanceof ArrayNode list && other instanceof ArrayNode others && isAlike(list, others)) {
            ArrayNode parts = Trees.array();
            for (int i = 0; i < list.size(); i++) {
                if (!list.path(i).equals(others.path(i))) {
                    parts.add(named(list.path(i), difference(list.path(i), others.path(i))));
                }
            }
            return parts;
        }
        return one;
    }

    private static TreeSet<String> names(ObjectNode object) {
        TreeSet<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** True when both have the same elements in the same order, told apart by their names. */
    private static boolean isAlike(ArrayNode list, ArrayNode others) {
        if (list.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < list.size(); i++) {
            Optional<String> name = name(list.path(i));
            if (name.isEmpty()
                    || !list.path(i).path(name.get()).equals(others.path(i).path(name.get()))) {
                return false;
            }
        }
        return true;
    }

    private static Optional<String> name(JsonNode element) {
        return NAMES.stream().filter(element::has).findFirst();
    }

    private static JsonNode named(JsonNode element, JsonNode parts) {
        ObjectNode named = Trees.object();
        name(element).ifPresent(name -> named.set(name, element.path(name)));
        parts.properties().forEach(part -> named.set(part.getKey(), part.getValue()));
        return named;
    }
}
