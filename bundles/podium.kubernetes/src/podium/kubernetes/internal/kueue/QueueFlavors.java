// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kueue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import podium.core.api.KueueNames;
import podium.core.api.ObjectRef;
import podium.core.api.ReadRefused;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.plan.ObjectReads;

/**
 * The labels by which the flavors of a queue differ. Kueue looks at no node when it chooses a flavor: of a node selector it heeds only
 * labels that a flavor names (kueue pkg/scheduler/flavorassigner/flavorassigner.go, flavorSelector), takes the first flavor that has
 * room, and writes its labels into the pods. A pin on a host of another flavor is one that no node fits then. Blocks.
 */
public final class QueueFlavors {
    private QueueFlavors() {}

    /**
     * What the nodes, all of them, have of these labels.
     *
     * @param job what is queued
     * @return empty: it is in no queue, or the flavors of its queue do not differ by labels that the nodes share
     */
    public static Map<String, String> labels(ObjectReads objects, String namespace, JsonNode job, List<JsonNode> nodes)
            throws IOException {
        String queue = KueueGuard.queue(job);
        Map<String, String> shared = new TreeMap<>();
        if (queue.isEmpty() || nodes.isEmpty()) {
            return shared;
        }
        for (List<JsonNode> group : groups(objects, namespace, queue)) {
            values(group).forEach((key, values) -> {
                Set<String> there = new HashSet<>();
                nodes.forEach(node -> there.add(label(node.at("/metadata/labels"), key)));
                // with a value that no flavor has, none could be had
                if (there.size() == 1 && values.size() > 1 && values.containsAll(there)) {
                    shared.put(key, there.iterator().next());
                }
            });
        }
        return shared;
    }

    /** Tolerations that all flavors of a group have: whichever Kueue takes of it, it adds them to the pods that it admits. */
    public static ArrayNode tolerations(ObjectReads objects, String namespace, JsonNode job) throws IOException {
        String queue = KueueGuard.queue(job);
        ArrayNode shared = Trees.array();
        if (queue.isEmpty()) {
            return shared;
        }
        for (List<JsonNode> group : groups(objects, namespace, queue)) {
            for (JsonNode toleration : group.getFirst().at("/spec/tolerations")) {
                if (group.stream().allMatch(flavor -> has(flavor, toleration))) {
                    shared.add(toleration);
                }
            }
        }
        return shared;
    }

    private static boolean has(JsonNode flavor, JsonNode toleration) {
        for (JsonNode its : flavor.at("/spec/tolerations")) {
            if (its.equals(toleration)) {
                return true;
            }
        }
        return false;
    }

    /** The values that flavors give to each label. */
    private static Map<String, Set<String>> values(List<JsonNode> flavors) {
        Map<String, Set<String>> values = new TreeMap<>();
        flavors.forEach(flavor -> flavor.at("/spec/nodeLabels").properties().forEach(entry -> values.computeIfAbsent(
                        entry.getKey(), _ -> new HashSet<>())
                .add(entry.getValue().asText())));
        return values;
    }

    private static String label(JsonNode labels, String key) {
        return labels.path(key).asText();
    }

    /** The flavors of each group of resources that are handed out together; none of a group of which one is not known. */
    private static List<List<JsonNode>> groups(ObjectReads objects, String namespace, String queue) throws IOException {
        List<List<JsonNode>> groups = new ArrayList<>();
        for (String version : KueueWorkloadReader.VERSIONS) {
            Optional<JsonNode> local = find(objects, version, "localqueues", "LocalQueue", namespace, queue);
            if (local.isEmpty()) {
                continue;
            }
            String cluster = Trees.text(local.get(), "/spec/clusterQueue");
            Optional<JsonNode> granting = find(objects, version, "clusterqueues", "ClusterQueue", "", cluster);
            for (JsonNode group : granting.orElseGet(Trees::object).at("/spec/resourceGroups")) {
                List<JsonNode> flavors = new ArrayList<>();
                for (JsonNode flavor : group.path("flavors")) {
                    find(objects, version, "resourceflavors", "ResourceFlavor", "", Trees.text(flavor, "/name"))
                            .ifPresent(flavors::add);
                }
                if (!flavors.isEmpty()
                        && flavors.size() == group.path("flavors").size()) {
                    groups.add(flavors);
                }
            }
            return groups;
        }
        return groups;
    }

    /** Where one may not be read nothing is told: Kueue decides by itself then, as it does without a pin. */
    private static Optional<JsonNode> find(
            ObjectReads objects, String version, String resource, String kind, String namespace, String name)
            throws IOException {
        try {
            return name.isEmpty()
                    ? Optional.empty()
                    : objects.find(new ObjectRef(KueueNames.GROUP, version, resource, kind, namespace, name));
        } catch (ReadRefused refused) {
            return Optional.empty();
        }
    }
}
