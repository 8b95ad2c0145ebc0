// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.APIGroup;
import io.fabric8.kubernetes.api.model.APIResource;
import io.fabric8.kubernetes.api.model.APIResourceList;
import io.fabric8.kubernetes.api.model.GroupVersionForDiscovery;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.api.ServedResource;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.transport.ApiRequest;
import podium.kubernetes.internal.transport.ApiResponse;
import podium.kubernetes.internal.transport.Transport;

/**
 * What a server has: in two requests where it aggregates (apidiscovery.k8s.io/v2, Kubernetes 1.30), else group by group through
 * fabric8. An API that does not answer hides only what it serves itself.
 */
final class ServedResources {
    private static final String AGGREGATED =
            "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList, application/json";
    private static final int LARGEST = 64 << 20;

    private final Transport transport;
    private final LazyClient client;
    private final List<ServedResource> found = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    ServedResources(Transport transport, LazyClient client) {
        this.transport = transport;
        this.client = client;
    }

    List<ServedResource> all() throws IOException {
        if (!aggregated("/api") || !aggregated("/apis")) {
            found.clear();
            names.clear();
            byGroup();
        }
        found.removeIf(one -> !one.verbs().contains("list"));
        found.sort(Comparator.comparing(ServedResource::resource).thenComparing(ServedResource::group));
        return found;
    }

    private boolean aggregated(String path) throws IOException {
        ApiResponse response =
                transport.send(ApiRequest.get(path).accepting(AGGREGATED).atMost(LARGEST));
        if (!response.ok()) {
            throw Refused.of(response);
        }
        JsonNode list = Trees.read(response.text());
        if (!list.path("kind").asText().equals("APIGroupDiscoveryList")) {
            return false;
        }
        for (JsonNode group : list.path("items")) {
            String name = Trees.text(group, "/metadata/name");
            for (JsonNode version : group.path("versions")) {
                for (JsonNode one : version.path("resources")) {
                    add(resource(name, version.path("version").asText(), one));
                }
            }
        }
        return true;
    }

    private static ServedResource resource(String group, String version, JsonNode one) {
        Set<String> parts = new HashSet<>();
        one.path("subresources")
                .forEach(part -> parts.add(part.path("subresource").asText()));
        return new ServedResource(
                group,
                version,
                one.path("resource").asText(),
                Trees.text(one, "/responseKind/kind"),
                one.path("singularResource").asText(),
                texts(one.path("shortNames")),
                one.path("scope").asText().equals("Namespaced"),
                Set.copyOf(texts(one.path("verbs"))),
                parts);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts.stream().distinct().toList();
    }

    /** Keeps what comes first: that is the version the server prefers. */
    private void add(ServedResource one) {
        if (names.add(one.fullName())) {
            found.add(one);
        }
    }

    private void byGroup() throws IOException {
        try {
            KubernetesClient reader = client.get();
            version(reader, "", "v1");
            for (APIGroup group : reader.getApiGroups().getGroups()) {
                for (GroupVersionForDiscovery version : group.getVersions()) {
                    try {
                        version(reader, group.getName(), version.getVersion());
                    } catch (KubernetesClientException e) {
                        // of an API that is registered and does not answer nothing is known; the others are
                    }
                }
            }
        } catch (KubernetesClientException e) {
            throw ClientFailures.of(e);
        }
    }

    private void version(KubernetesClient reader, String group, String version) {
        @Nullable APIResourceList list = reader.getApiResources(group.isEmpty() ? version : group + "/" + version);
        List<APIResource> all = list == null ? List.of() : list.getResources();
        for (APIResource one : all) {
            if (!one.getName().contains("/")) {
                Set<String> parts = new HashSet<>();
                all.stream()
                        .filter(part -> part.getName().startsWith(one.getName() + "/"))
                        .forEach(part ->
                                parts.add(part.getName().substring(one.getName().length() + 1)));
                add(new ServedResource(
                        group,
                        version,
                        one.getName(),
                        one.getKind(),
                        Optional.ofNullable(one.getSingularName()).orElse(""),
                        one.getShortNames().stream().distinct().toList(),
                        Boolean.TRUE.equals(one.getNamespaced()),
                        new HashSet<>(one.getVerbs()),
                        parts));
            }
        }
    }
}
