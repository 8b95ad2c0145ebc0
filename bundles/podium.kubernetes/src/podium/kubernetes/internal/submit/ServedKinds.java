// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.submit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.transport.ApiRequest;
import podium.kubernetes.internal.transport.ApiResponse;
import podium.kubernetes.internal.transport.Transport;
import podium.kubernetes.texts.Texts;

/** Which kinds a server serves, under which plural, in namespaces or not. For one reading: an operator may come meanwhile. */
final class ServedKinds {
    /** A kind as the server names it. */
    record Served(String resource, boolean namespaced) {}

    private final Transport transport;
    private final Map<String, Optional<JsonNode>> answers = new HashMap<>();

    ServedKinds(Transport transport) {
        this.transport = transport;
    }

    /** Empty: it serves no such kind in this version. */
    Optional<Served> find(String group, String version, String kind) throws IOException {
        Optional<JsonNode> list = ask(path(group, version));
        if (list.isEmpty()) {
            return Optional.empty();
        }
        for (JsonNode one : list.get().path("resources")) {
            boolean whole = !one.path("name").asText().contains("/");
            if (whole && one.path("kind").asText().equals(kind)) {
                return Optional.of(new Served(
                        one.path("name").asText(), one.path("namespaced").asBoolean()));
            }
        }
        return Optional.empty();
    }

    /** The versions in which it serves a group, the preferred first; none: it does not. */
    List<String> versions(String group) throws IOException {
        List<String> versions = new ArrayList<>();
        if (group.isEmpty()) {
            return List.of("v1");
        }
        ask("/apis/" + encode(group)).ifPresent(answer -> answer.path("versions")
                .forEach(one -> versions.add(one.path("version").asText())));
        return versions;
    }

    /** The names of all kinds that it serves in a version. */
    List<String> kinds(String group, String version) throws IOException {
        return ask(path(group, version)).stream()
                .flatMap(list -> list.path("resources").valueStream())
                .map(one -> one.path("kind").asText())
                .toList();
    }

    private static String path(String group, String version) {
        return (group.isEmpty() ? "/api/" : "/apis/" + encode(group) + "/") + encode(version);
    }

    private Optional<JsonNode> ask(String path) throws IOException {
        Optional<JsonNode> known = answers.get(path);
        if (known == null) {
            ApiResponse response = transport.send(ApiRequest.get(path));
            if (!response.ok() && response.status() != 404) {
                throw new IOException(Texts.of("ServedKinds.theServerAnsweredFor", response.status(), path));
            }
            known = response.ok() ? Optional.of(Trees.read(response.text())) : Optional.empty();
            answers.put(path, known);
        }
        return known;
    }

    private static String encode(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8);
    }
}
