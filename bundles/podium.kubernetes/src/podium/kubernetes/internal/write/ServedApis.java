// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.write;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import podium.core.api.ServedResource;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.transport.ApiRequest;
import podium.kubernetes.internal.transport.ApiResponse;
import podium.kubernetes.internal.transport.Transport;

/**
 * All that a server serves. Asked in one piece where it aggregates (KEP-3352, apidiscovery.k8s.io, two requests), else group by group.
 * Asked anew each time: an operator may have come meanwhile. An API that does not answer hides only what it serves itself.
 */
public final class ServedApis {
    private static final String WHOLE = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,"
            + "application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList,application/json";
    private static final int LARGEST = 64 << 20;

    private final Transport transport;
    private final List<ServedResource> found = new ArrayList<>();
    private final Set<Version> silent = new LinkedHashSet<>();

    /** A version of a group. */
    public record Version(String group, String version) {}

    private ServedApis(Transport transport) {
        this.transport = transport;
    }

    /**
     * Asks. Blocks.
     *
     * @throws podium.core.api.ReadRefused when the server does not tell what it serves
     */
    public static ServedApis ask(Transport transport) throws IOException {
        ServedApis apis = new ServedApis(transport);
        for (String root : List.of("/api", "/apis")) {
            ApiResponse response =
                    transport.send(ApiRequest.get(root).accepting(WHOLE).atMost(LARGEST));
            if (!response.ok()) {
                throw Statuses.unread(response);
            }
            JsonNode answer = Trees.read(response.text());
            if (answer.path("kind").asText().equals("APIGroupDiscoveryList")) {
                answer.path("items").forEach(apis::aggregated);
            } else if (root.equals("/api")) {
                apis.list("", "v1");
            } else {
                for (JsonNode group : answer.path("groups")) {
                    apis.group(group);
                }
            }
        }
        return apis;
    }

    /** What can be listed, each resource once: in the first version that answers, in the order in which the server prefers them. */
    public List<ServedResource> listed() {
        Map<String, ServedResource> best = new LinkedHashMap<>();
        for (ServedResource one : found) {
            if (one.verbs().contains("list")) {
                best.merge(one.fullName(), one, (first, next) -> answers(first) || !answers(next) ? first : next);
            }
        }
        return List.copyOf(best.values());
    }

    /** The versions that do not answer, of aggregated servers that are away; what they serve may be known from before. */
    public Set<Version> silent() {
        return Set.copyOf(silent);
    }

    /** Whether the API that serves a resource answers. */
    public boolean answers(ServedResource resource) {
        return !silent.contains(new Version(resource.group(), resource.version()));
    }

    /** A group of the aggregated answer; its versions come in the order of preference. */
    private void aggregated(JsonNode group) {
        String name = Trees.text(group, "/metadata/name");
        for (JsonNode version : group.path("versions")) {
            String served = version.path("version").asText();
            if (version.path("freshness").asText().equals("Stale")) {
                silent.add(new Version(name, served));
            }
            for (JsonNode one : version.path("resources")) {
                Set<String> parts = new HashSet<>();
                one.path("subresources")
                        .forEach(part -> parts.add(part.path("subresource").asText()));
                found.add(new ServedResource(
                        name,
                        served,
                        one.path("resource").asText(),
                        Trees.text(one, "/responseKind/kind"),
                        one.path("singularResource").asText(),
                        texts(one.path("shortNames")),
                        one.path("scope").asText().equals("Namespaced"),
                        Set.copyOf(texts(one.path("verbs"))),
                        parts));
            }
        }
    }

    private void group(JsonNode group) throws IOException {
        Set<String> versions = new LinkedHashSet<>();
        versions.add(Trees.text(group, "/preferredVersion/version"));
        group.path("versions")
                .forEach(version -> versions.add(version.path("version").asText()));
        for (String version : versions) {
            list(group.path("name").asText(), version);
        }
    }

    /** An APIResourceList (meta/v1), in which {@code deployments/scale} stands beside {@code deployments}. */
    private void list(String group, String version) throws IOException {
        ApiResponse response =
                transport.send(ApiRequest.get(group.isEmpty() ? "/api/" + version : "/apis/" + group + "/" + version));
        if (!response.ok()) {
            silent.add(new Version(group, version));
            return;
        }
        Map<String, JsonNode> whole = new LinkedHashMap<>();
        Map<String, Set<String>> parts = new LinkedHashMap<>();
        for (JsonNode one : Trees.read(response.text()).path("resources")) {
            String[] name = one.path("name").asText().split("/", 2);
            Set<String> known = parts.computeIfAbsent(name[0], _ -> new HashSet<>());
            if (name.length == 1) {
                whole.put(name[0], one);
            } else {
                known.add(name[1]);
            }
        }
        whole.forEach((name, one) -> found.add(new ServedResource(
                group,
                version,
                name,
                one.path("kind").asText(),
                one.path("singularName").asText(),
                texts(one.path("shortNames")),
                one.path("namespaced").asBoolean(),
                Set.copyOf(texts(one.path("verbs"))),
                parts.getOrDefault(name, Set.of()))));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts.stream().distinct().toList();
    }
}
