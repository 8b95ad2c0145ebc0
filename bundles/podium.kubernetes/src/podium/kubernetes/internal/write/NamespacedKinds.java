// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.write;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import podium.core.api.ObjectRef;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.transport.ApiRequest;
import podium.kubernetes.internal.transport.ApiResponse;
import podium.kubernetes.internal.transport.Transport;

/**
 * All that a server lists in a namespace, each kind in the version that it prefers. Asked in one piece (aggregated discovery, KEP-3352,
 * two requests) and, of a server that does not know it, group by group. Asked anew each time: an operator may have come meanwhile.
 */
final class NamespacedKinds {
    private static final String WHOLE = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,"
            + "application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList,application/json";

    private final Transport transport;

    NamespacedKinds(Transport transport) {
        this.transport = transport;
    }

    /** The collections of a namespace; empty: the server does not tell. */
    Optional<List<ObjectRef>> of(String namespace) throws IOException {
        List<ObjectRef> found = new ArrayList<>();
        for (String root : List.of("/api", "/apis")) {
            Optional<JsonNode> answer = ask(root, WHOLE);
            if (answer.isEmpty()) {
                return Optional.empty();
            }
            if (answer.get().path("kind").asText().equals("APIGroupDiscoveryList")) {
                answer.get().path("items").forEach(group -> aggregated(group, namespace, found));
            } else if (root.equals("/api")) {
                one("", "v1", namespace, found);
            } else {
                for (JsonNode group : answer.get().path("groups")) {
                    String version = Trees.text(group, "/preferredVersion/version");
                    one(group.path("name").asText(), version, namespace, found);
                }
            }
        }
        return Optional.of(found);
    }

    /** A group of the aggregated answer. Its versions come in the order of preference, and each kind counts in the first it is in. */
    private static void aggregated(JsonNode group, String namespace, List<ObjectRef> found) {
        String name = Trees.text(group, "/metadata/name");
        List<String> known = new ArrayList<>();
        for (JsonNode version : group.path("versions")) {
            String served = version.path("version").asText();
            if (version.path("freshness").asText().equals("Stale")) {
                // of an aggregated server that is away; what it served cannot be listed
                found.add(unknown(name, served, namespace));
                continue;
            }
            for (JsonNode resource : version.path("resources")) {
                String plural = resource.path("resource").asText();
                if (resource.path("scope").asText().equals("Namespaced")
                        && lists(resource)
                        && !known.contains(plural)) {
                    known.add(plural);
                    String kind = Trees.text(resource, "/responseKind/kind");
                    found.add(new ObjectRef(name, served, plural, kind, namespace, ""));
                }
            }
        }
    }

    private void one(String group, String version, String namespace, List<ObjectRef> found) throws IOException {
        Optional<JsonNode> list = ask(group.isEmpty() ? "/api/" + version : "/apis/" + group + "/" + version, "");
        if (list.isEmpty()) {
            found.add(unknown(group, version, namespace));
            return;
        }
        for (JsonNode resource : list.get().path("resources")) {
            String plural = resource.path("name").asText();
            if (resource.path("namespaced").asBoolean() && lists(resource) && !plural.contains("/")) {
                String kind = resource.path("kind").asText();
                found.add(new ObjectRef(group, version, plural, kind, namespace, ""));
            }
        }
    }

    private static ObjectRef unknown(String group, String version, String namespace) {
        return new ObjectRef(group, version, "*", "", namespace, "");
    }

    private static boolean lists(JsonNode resource) {
        for (JsonNode verb : resource.path("verbs")) {
            if (verb.asText().equals("list")) {
                return true;
            }
        }
        return false;
    }

    /** The answer; empty: there is none, of an aggregated server that is away or of a user who may not ask. */
    private Optional<JsonNode> ask(String path, String accept) throws IOException {
        ApiRequest plain = ApiRequest.get(path);
        ApiResponse response = transport.send(accept.isEmpty() ? plain : plain.accepting(accept));
        return response.ok() ? Optional.of(Trees.read(response.text())) : Optional.empty();
    }
}
