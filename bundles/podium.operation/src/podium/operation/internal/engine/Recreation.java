// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.engine;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import podium.core.json.Json;
import podium.operation.plan.OperationMark;
import podium.operation.plan.CreationMark;
import podium.operation.FieldConflict;
import podium.core.api.ApiWrite;

/**
 * A deletion of what is created again afterwards, from a copy: what somebody else has changed since the copy was made would be lost
 * with it. Its status, and what servers and schedulers add to a pod, are not in a copy.
 */
final class Recreation {
    private static final Set<String> NOT_COPIED = Set.of("/apiVersion", "/kind", "/status", "/metadata");
    private static final Set<String> ADDED_TO_PODS = Set.of(
            "/spec/nodeName",
            "/spec/priority",
            "/spec/preemptionPolicy",
            "/spec/ephemeralContainers",
            "/spec/serviceAccount");
    /** Name of what service account admission adds to lists of a pod, and adds again. */
    private static final String TOKEN = "kube-api-access-";

    private final ApiWrite again;
    private final boolean pod;
    private final List<FieldConflict> changed = new ArrayList<>();

    private Recreation(ApiWrite again) {
        this.again = again;
        pod = again.target().kind().equals("Pod");
    }

    /**
     * What the object has that its copy has not, and the other way round.
     *
     * @param again the creation that would bring it back
     */
    static List<FieldConflict> changed(ApiWrite again, JsonNode now) {
        Recreation recreation = new Recreation(again);
        JsonNode copy = Json.read(again.body());
        for (String name : names(copy, now)) {
            if (!NOT_COPIED.contains("/" + name)) {
                recreation.compare(JsonPointer.empty().appendProperty(name), copy.path(name), now.path(name));
            }
        }
        JsonPointer metadata = JsonPointer.compile("/metadata");
        recreation.compare(metadata.appendProperty("labels"), copy.at("/metadata/labels"), now.at("/metadata/labels"));
        recreation.annotations(copy.at("/metadata/annotations"), now.at("/metadata/annotations"));
        return recreation.changed;
    }

    /** Controllers add their own all the time: only those that were copied count. */
    private void annotations(JsonNode copy, JsonNode now) {
        for (Map.Entry<String, JsonNode> annotation : copy.properties()) {
            String key = annotation.getKey();
            if (!key.equals(CreationMark.KEY) && !key.equals(OperationMark.KEY)) {
                compare(
                        JsonPointer.compile("/metadata/annotations").appendProperty(key),
                        annotation.getValue(),
                        now.path(key));
            }
        }
    }

    private void compare(JsonPointer at, JsonNode copy, JsonNode now) {
        if (pod && ADDED_TO_PODS.contains(at.toString())) {
            return;
        }
        JsonNode theirs = pod && now.isArray() ? withoutTokens(now) : now;
        if ((copy.isObject() || nothing(copy)) && (theirs.isObject() || nothing(theirs))) {
            names(copy, theirs).forEach(name -> compare(at.appendProperty(name), copy.path(name), theirs.path(name)));
        } else if (copy.isArray() && theirs.isArray() && copy.size() == theirs.size()) {
            for (int i = 0; i < copy.size(); i++) {
                compare(at.appendIndex(i), copy.path(i), theirs.path(i));
            }
        } else if (!copy.equals(theirs) && !(nothing(copy) && nothing(theirs))) {
            String pointer = at.toString();
            String was = Touched.shown(pointer, copy);
            changed.add(
                    new FieldConflict(Calls.name(again.target()), pointer, was, was, Touched.shown(pointer, theirs)));
        }
    }

    private static JsonNode withoutTokens(JsonNode list) {
        var rest = Json.object().arrayNode();
        list.forEach(item -> {
            if (!item.path("name").asText().startsWith(TOKEN)) {
                rest.add(item);
            }
        });
        return rest;
    }

    /** Servers leave out what is empty. */
    private static boolean nothing(JsonNode node) {
        return node.isMissingNode() || node.isNull() || node.isContainerNode() && node.isEmpty();
    }

    private static Set<String> names(JsonNode one, JsonNode other) {
        Set<String> names = new LinkedHashSet<>();
        one.fieldNames().forEachRemaining(names::add);
        other.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
