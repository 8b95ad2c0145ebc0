// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place.pin;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import podium.kubernetes.internal.json.Trees;

/**
 * One of the pod templates of an owner.
 *
 * @param role what its owner calls these pods: the replicated job, replica type or worker group
 * @param podSpec JSON pointer to the pod spec
 * @param pods how many pods the owner makes of it
 * @param guard JSON pointer to what names it; empty: its place in the object does. An element of a list is written to only while
 *     its name is the one that was read.
 */
public record Template(String role, String podSpec, int pods, String guard) {
    /** A template that lies at a place of its own. */
    public static Template at(String role, String podSpec, int pods) {
        return new Template(role, podSpec, pods, "");
    }

    /** Its pods; what the pod spec lies in may have their metadata. */
    public PodPart part(JsonNode owner) {
        JsonNode around = owner.at(JsonPointer.compile(podSpec.substring(0, podSpec.lastIndexOf('/'))));
        ObjectNode template = Trees.object();
        template.set("metadata", around.path("metadata").deepCopy());
        template.set("spec", withServer(spec(owner)));
        return new PodPart(role, pods, template);
    }

    /** A predictor of KServe has its server beside the containers, as model, or under a framework's name (predictor.go). */
    private static JsonNode withServer(JsonNode spec) {
        if (!(spec.deepCopy() instanceof ObjectNode copy)) {
            return Trees.object();
        }
        spec.properties().forEach(field -> {
            if (field.getValue().path("resources").isObject()) {
                copy.withArray("/containers").add(field.getValue().deepCopy());
            }
        });
        return copy;
    }

    /** The pod spec in its owner. */
    public JsonNode spec(JsonNode owner) {
        return owner.at(JsonPointer.compile(podSpec));
    }
}
