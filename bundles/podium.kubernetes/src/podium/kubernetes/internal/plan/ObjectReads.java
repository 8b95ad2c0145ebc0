// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectRef;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.texts.Texts;

/** Reads the objects a plan is made from. Blocks; any thread. */
public final class ObjectReads {
    private final ObjectReader reader;

    /** @param reader asks the server */
    public ObjectReads(ObjectReader reader) {
        this.reader = reader;
    }

    public ObjectReader reader() {
        return reader;
    }

    /** An object as the server serves its kind, where it has no resource; itself where the server does not tell. */
    public static ObjectRef located(ObjectRef ref, ObjectReader reader) throws IOException {
        return ref.resource().isEmpty()
                ? reader.served(ref.namespace()).flatMap(ref::under).orElse(ref)
                : ref;
    }

    public Optional<JsonNode> find(ObjectRef ref) throws IOException {
        Optional<String> text = reader.read(ref);
        return text.isEmpty() ? Optional.empty() : Optional.of(Trees.read(text.get()));
    }

    /** The object, which must exist. */
    public JsonNode get(ObjectRef ref) throws IOException, Refusal {
        Optional<JsonNode> found = find(ref);
        if (found.isEmpty()) {
            throw new Refusal(
                    Texts.of("ObjectReads.doesNotExistAnyMore", name(ref)),
                    Texts.of("ObjectReads.waitUntilTheView"),
                    true);
        }
        return found.get();
    }

    /** The pods with these labels. */
    public List<JsonNode> pods(String namespace, String labelSelector) throws IOException {
        return list(ObjectRef.pod(namespace, ""), labelSelector);
    }

    /** All objects of a collection (a reference without a name); none when the server does not serve it. */
    public List<JsonNode> list(ObjectRef collection, String labelSelector) throws IOException {
        List<JsonNode> found = new ArrayList<>();
        for (String text : reader.list(collection, labelSelector, "")) {
            found.add(Trees.read(text));
        }
        return found;
    }

    public static String name(ObjectRef ref) {
        return ref.kind() + " " + (ref.namespace().isEmpty() ? "" : ref.namespace() + "/") + ref.name();
    }

    /** Empty: the server has not made it yet. */
    public static String uid(JsonNode object) {
        return Trees.text(object, "/metadata/uid");
    }

    public static String resourceVersion(JsonNode object) {
        return Trees.text(object, "/metadata/resourceVersion");
    }

    /** The owner with controller=true; a missing node when it has none. */
    public static JsonNode controller(JsonNode object) {
        for (JsonNode owner : object.path("metadata").path("ownerReferences")) {
            if (owner.path("controller").asBoolean()) {
                return owner;
            }
        }
        return object.path("metadata").path("no controller");
    }

    /** The same as {@code Kind name}; empty: it has none. */
    public static Optional<String> owner(JsonNode object) {
        JsonNode owner = controller(object);
        return owner.isMissingNode()
                ? Optional.empty()
                : Optional.of(
                        owner.path("kind").asText() + " " + owner.path("name").asText());
    }

    /** True when the condition has status True. */
    public static boolean holds(JsonNode object, String condition) {
        for (JsonNode one : object.path("status").path("conditions")) {
            if (condition.equals(one.path("type").asText())) {
                return "True".equals(one.path("status").asText());
            }
        }
        return false;
    }

    /** Whether a pod is the mirror of a static one, which a file on its node runs. */
    public static boolean isMirror(JsonNode pod) {
        return pod.path("metadata").path("annotations").has("kubernetes.io/config.mirror");
    }
}
