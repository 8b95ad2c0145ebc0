// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.catalog;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import podium.simulator.internal.json.Json;
import podium.simulator.store.ResourceType;
import podium.simulator.store.ResourceTypes;

/** Tells what is served: by group as in old days, and aggregated. */
public final class Discovery {

    private static final List<String> VERBS =
            List.of("create", "delete", "deletecollection", "get", "list", "patch", "update", "watch");
    private static final List<String> CREATE = List.of("create");

    private final ApiCatalog catalog;

    /** Tells what a catalog holds. */
    public Discovery(ApiCatalog catalog) {
        this.catalog = catalog;
    }

    private record Resource(ResourceType type, List<String> verbs, List<Subresource> parts) {}

    /** {@code /api}. */
    public ObjectNode core() {
        ObjectNode versions = Json.object().put("kind", "APIVersions");
        versions.putArray("versions").add("v1");
        ArrayNode addresses = versions.putArray("serverAddressByClientCIDRs");
        addresses.add(Json.object("clientCIDR", "0.0.0.0/0", "serverAddress", "127.0.0.1"));
        return versions;
    }

    /** {@code /apis}. */
    public ObjectNode groups() {
        ObjectNode list = Json.object("kind", "APIGroupList", "apiVersion", "v1");
        ArrayNode groups = list.putArray("groups");
        byGroup().forEach((group, versions) -> {
            if (!group.isEmpty()) {
                groups.add(group(group, versions.keySet()));
            }
        });
        return list;
    }

    /** {@code /apis/<group>}, empty if there is no such group. */
    public Optional<ObjectNode> group(String group) {
        return Optional.ofNullable(byGroup().get(group)).map(versions -> {
            ObjectNode node = Json.object("kind", "APIGroup", "apiVersion", "v1");
            node.setAll(group(group, versions.keySet()));
            return node;
        });
    }

    private static ObjectNode group(String group, Iterable<String> versions) {
        ObjectNode node = Json.object("name", group);
        ArrayNode array = node.putArray("versions");
        versions.forEach(version -> array.add(Json.object("groupVersion", group + "/" + version, "version", version)));
        node.set("preferredVersion", array.get(0));
        return node;
    }

    /** {@code /api/v1} and {@code /apis/<group>/<version>}, empty if there is no such version. */
    public Optional<ObjectNode> resources(String group, String version) {
        List<Resource> resources = byGroup().getOrDefault(group, Map.of()).getOrDefault(version, List.of());
        if (resources.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode list = Json.object()
                .put("kind", "APIResourceList")
                .put("apiVersion", "v1")
                .put("groupVersion", group.isEmpty() ? version : group + "/" + version);
        ArrayNode array = list.putArray("resources");
        for (Resource resource : resources) {
            ResourceType type = resource.type();
            ObjectNode node = array.addObject()
                    .put("name", type.plural())
                    .put("singularName", type.singular())
                    .put("namespaced", type.namespaced())
                    .put("kind", type.kind());
            node.set("verbs", Json.array(resource.verbs()));
            names(node, type);
            for (Subresource part : resource.parts()) {
                ObjectNode sub = array.addObject()
                        .put("name", type.plural() + "/" + part.name())
                        .put("singularName", "")
                        .put("namespaced", type.namespaced());
                if (!part.group().isEmpty()) {
                    sub.put("group", part.group()).put("version", part.version());
                }
                sub.put("kind", part.kind()).set("verbs", Json.array(part.verbs()));
            }
        }
        return Optional.of(list);
    }

    /** {@code /api} or {@code /apis} as APIGroupDiscoveryList of apidiscovery.k8s.io/v2. */
    public ObjectNode aggregated(boolean core) {
        ObjectNode list = Json.object("kind", "APIGroupDiscoveryList", "apiVersion", "apidiscovery.k8s.io/v2");
        list.putObject("metadata");
        ArrayNode items = list.putArray("items");
        byGroup().forEach((group, versions) -> {
            if (group.isEmpty() == core) {
                ObjectNode item = items.addObject();
                ObjectNode metadata = item.putObject("metadata");
                if (!group.isEmpty()) {
                    metadata.put("name", group);
                }
                ArrayNode array = item.putArray("versions");
                versions.forEach((version, resources) -> array.add(aggregated(version, resources)));
            }
        });
        return list;
    }

    private static ObjectNode aggregated(String version, List<Resource> resources) {
        ObjectNode node = Json.object("version", version, "freshness", "Current");
        ArrayNode array = node.putArray("resources");
        for (Resource resource : resources) {
            ResourceType type = resource.type();
            ObjectNode entry = array.addObject().put("resource", type.plural());
            entry.set("responseKind", kind(type.group(), type.version(), type.kind()));
            entry.put("scope", type.namespaced() ? "Namespaced" : "Cluster")
                    .put("singularResource", type.singular())
                    .set("verbs", Json.array(resource.verbs()));
            names(entry, type);
            if (!resource.parts().isEmpty()) {
                ArrayNode parts = entry.putArray("subresources");
                resource.parts().forEach(part -> {
                    boolean own = part.version().isEmpty();
                    ObjectNode sub = parts.addObject().put("subresource", part.name());
                    sub.set(
                            "responseKind",
                            kind(
                                    own ? type.group() : part.group(),
                                    own ? type.version() : part.version(),
                                    part.kind()));
                    sub.set("verbs", Json.array(part.verbs()));
                });
            }
        }
        return node;
    }

    private static ObjectNode kind(String group, String version, String kind) {
        return Json.object("group", group, "version", version, "kind", kind);
    }

    private static void names(ObjectNode node, ResourceType type) {
        if (!type.shortNames().isEmpty()) {
            node.set("shortNames", Json.array(type.shortNames()));
        }
        if (!type.categories().isEmpty()) {
            node.set("categories", Json.array(type.categories()));
        }
    }

    private Map<String, Map<String, List<Resource>>> byGroup() {
        Map<String, Map<String, List<Resource>>> groups = new LinkedHashMap<>();
        for (ServedType serving : catalog.all()) {
            add(groups, new Resource(serving.type(), verbs(serving.type()), serving.subresources()));
        }
        // a definition of the same group takes their place
        if (!groups.containsKey("metrics.k8s.io")) {
            add(groups, metrics("nodes", "NodeMetrics", false));
            add(groups, metrics("pods", "PodMetrics", true));
        }
        add(groups, review("authentication.k8s.io", "selfsubjectreviews", "SelfSubjectReview", false));
        add(groups, review("authorization.k8s.io", "localsubjectaccessreviews", "LocalSubjectAccessReview", true));
        add(groups, review("authorization.k8s.io", "selfsubjectaccessreviews", "SelfSubjectAccessReview", false));
        add(groups, review("authorization.k8s.io", "selfsubjectrulesreviews", "SelfSubjectRulesReview", false));
        add(groups, review("authorization.k8s.io", "subjectaccessreviews", "SubjectAccessReview", false));
        return groups;
    }

    /** Namespaces go one by one. */
    private static List<String> verbs(ResourceType type) {
        return type.equals(ResourceTypes.NAMESPACE)
                ? VERBS.stream()
                        .filter(verb -> !verb.equals("deletecollection"))
                        .toList()
                : VERBS;
    }

    private static void add(Map<String, Map<String, List<Resource>>> groups, Resource resource) {
        groups.computeIfAbsent(resource.type().group(), key -> new LinkedHashMap<>())
                .computeIfAbsent(resource.type().version(), key -> new ArrayList<>())
                .add(resource);
    }

    private static Resource metrics(String plural, String kind, boolean namespaced) {
        return new Resource(
                new ResourceType("metrics.k8s.io", "v1beta1", plural, "", kind, namespaced, List.of(), List.of()),
                List.of("get", "list"),
                List.of());
    }

    private static Resource review(String group, String plural, String kind, boolean namespaced) {
        return new Resource(
                new ResourceType(
                        group, "v1", plural, kind.toLowerCase(Locale.ROOT), kind, namespaced, List.of(), List.of()),
                CREATE,
                List.of());
    }
}
