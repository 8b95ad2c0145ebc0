// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import podium.core.api.ObjectRef;

/** From what an object says of its kind to where it is read. */
public final class KindReferences {
    private static final int DEEPEST = 6;

    private KindReferences() {}

    /** The collection of a kind, by the plural that the kinds of this field all have: lower case and an s. */
    public static ObjectRef collection(String apiVersion, String kind, String namespace) {
        return new ObjectRef(
                ObjectRef.groupOf(apiVersion),
                ObjectRef.versionOf(apiVersion),
                kind.toLowerCase(Locale.ROOT) + "s",
                kind,
                namespace,
                "");
    }

    public static ObjectRef named(ObjectRef collection, String name) {
        return new ObjectRef(
                collection.group(),
                collection.version(),
                collection.resource(),
                collection.kind(),
                collection.namespace(),
                name);
    }

    /** The uids of all that controls an object, from below. What cannot be read ends the chain. */
    public static Set<String> ancestors(JsonNode object, String namespace, ObjectReads objects) throws IOException {
        Set<String> uids = new LinkedHashSet<>();
        JsonNode owner = ObjectReads.controller(object);
        while (!owner.isMissingNode() && uids.size() < DEEPEST) {
            uids.add(owner.path("uid").asText());
            ObjectRef collection = collection(
                    owner.path("apiVersion").asText(), owner.path("kind").asText(), namespace);
            Optional<JsonNode> next =
                    objects.find(named(collection, owner.path("name").asText()));
            owner = next.isEmpty() ? owner.path("none") : ObjectReads.controller(next.get());
        }
        return uids;
    }
}
