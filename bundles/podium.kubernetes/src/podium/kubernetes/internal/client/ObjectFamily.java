// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import podium.core.api.ObjectRef;
import podium.core.api.ObjectTables.Relative;
import podium.core.api.ServedResource;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.transport.ApiRequest;
import podium.kubernetes.internal.transport.ApiResponse;
import podium.kubernetes.internal.transport.Transport;
import podium.kubernetes.internal.write.ApiPaths;
import podium.kubernetes.internal.write.Statuses;

/** Follows owner references up and down, by the metadata of objects alone. Secrets are left out: their annotations may hold them. */
final class ObjectFamily {
    private static final String METADATA = "application/json;as=PartialObjectMetadata;v=v1;g=meta.k8s.io";
    private static final String LIST = "application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io";
    private static final int DEEPEST = 12;
    private static final String PAGE = "500";
    /** Objects of one kind in one namespace; nobody reads more of them below their owner. */
    private static final int MOST = 5_000;

    private final Transport transport;
    private final List<ServedResource> resources;
    private final List<Relative> family = new ArrayList<>();
    private final Map<String, List<Relative>> owned = new HashMap<>();
    private final Set<String> told = new HashSet<>();

    ObjectFamily(Transport transport, List<ServedResource> resources) {
        this.transport = transport;
        this.resources = resources;
    }

    List<Relative> of(ServedResource resource, String namespace, String name) throws IOException {
        Optional<JsonNode> found = metadata(resource.object(namespace, name));
        if (found.isEmpty()) {
            return List.of();
        }
        List<Relative> owners = new ArrayList<>();
        up(found.get(), namespace, owners);
        for (Relative owner : owners.reversed()) {
            family.add(at(owner, family.size()));
            told.add(owner.uid());
        }
        String uid = found.get().path("uid").asText();
        Relative self = new Relative(resource, namespace, name, uid, family.size(), true);
        sweep(resource.namespaced() ? namespace : "", resource.namespaced());
        down(self);
        return family;
    }

    private static Relative at(Relative one, int depth) {
        return new Relative(one.resource(), one.namespace(), one.name(), one.uid(), depth, one.there());
    }

    /** The controller where one owner is, else the first of them: what would make the object anew. */
    private void up(JsonNode metadata, String namespace, List<Relative> owners) throws IOException {
        JsonNode above = metadata.path("ownerReferences").path(0);
        for (JsonNode one : metadata.path("ownerReferences")) {
            above = one.path("controller").asBoolean() ? one : above;
        }
        if (above.isMissingNode() || owners.size() >= DEEPEST) {
            return;
        }
        ServedResource kind =
                resource(above.path("apiVersion").asText(), above.path("kind").asText());
        String name = above.path("name").asText();
        String uid = above.path("uid").asText();
        String place = kind.namespaced() ? namespace : "";
        Optional<JsonNode> found = kind.resource().isEmpty() ? Optional.empty() : metadata(kind.object(place, name));
        boolean there =
                found.filter(one -> one.path("uid").asText().equals(uid)).isPresent();
        owners.add(new Relative(kind, place, name, uid, 0, there));
        if (there) {
            up(found.get(), namespace, owners);
        }
    }

    private ServedResource resource(String apiVersion, String kind) {
        String group = ObjectRef.groupOf(apiVersion);
        return resources.stream()
                .filter(one -> one.group().equals(group) && one.kind().equals(kind))
                .findFirst()
                .orElseGet(() -> new ServedResource(
                        group, ObjectRef.versionOf(apiVersion), "", kind, "", List.of(), true, Set.of(), Set.of()));
    }

    private Optional<JsonNode> metadata(ObjectRef ref) throws IOException {
        ApiResponse response =
                transport.send(ApiRequest.get(ApiPaths.object(ref)).accepting(METADATA));
        if (response.status() == 404 || response.status() == 403) {
            return Optional.empty();
        }
        if (!response.ok()) {
            throw Statuses.unread(response);
        }
        return Optional.of(Trees.read(response.text()).path("metadata"));
    }

    private void sweep(String namespace, boolean namespaced) throws IOException {
        for (ServedResource one : resources) {
            if (one.namespaced() == namespaced
                    && !one.isSecret()
                    && !one.resource().equals("events")) {
                sweep(one, namespace);
            }
        }
    }

    private void sweep(ServedResource resource, String namespace) throws IOException {
        String next = "";
        int seen = 0;
        do {
            String path = ApiPaths.object(resource.in(namespace)) + ApiPaths.query("limit", PAGE, "continue", next);
            ApiResponse response = transport.send(ApiRequest.get(path).accepting(LIST));
            if (!response.ok()) {
                // of what may not be listed nothing is shown
                return;
            }
            JsonNode page = Trees.read(response.text());
            for (JsonNode item : page.path("items")) {
                JsonNode metadata = item.path("metadata");
                Relative one = new Relative(
                        resource,
                        metadata.path("namespace").asText(),
                        metadata.path("name").asText(),
                        metadata.path("uid").asText(),
                        0,
                        true);
                metadata.path("ownerReferences").forEach(owner -> owned.computeIfAbsent(
                                owner.path("uid").asText(), uid -> new ArrayList<>())
                        .add(one));
                seen++;
            }
            next = Trees.text(page, "/metadata/continue");
        } while (!next.isEmpty() && seen < MOST);
    }

    private void down(Relative one) {
        if (told.add(one.uid()) && one.depth() < 2 * DEEPEST) {
            family.add(one);
            owned.getOrDefault(one.uid(), List.of()).forEach(below -> down(at(below, one.depth() + 1)));
        }
    }
}
