// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.loop.EngineContext;
import podium.simulator.internal.object.OwnerReferences;
import podium.simulator.internal.scheduling.ObjectKey;
import podium.simulator.store.ResourceTypes;

/**
 * The templates that a StatefulSet or a DaemonSet has had, as ControllerRevisions: what {@code kubectl rollout history} lists and
 * {@code rollout undo} goes back to. Source: kubernetes, pkg/controller/history.
 *
 * @param label under which a revision has the hash of its template
 */
record RevisionHistory(EngineContext cluster, String label) {

    private static final int KEPT = 10;

    /** Writes that a set has a template now, under the name that its revision has; an old one that is taken again is the newest. */
    void record(ObjectNode set, String name, String hash) {
        ObjectKey key = new ObjectKey(Json.namespace(set), name);
        List<ObjectNode> known = known(set);
        int newest = known.isEmpty() ? 0 : number(known.getLast());
        Optional<ObjectNode> before = cluster.get(ResourceTypes.CONTROLLER_REVISION, key);
        if (before.isEmpty()) {
            cluster.store().create(ResourceTypes.CONTROLLER_REVISION, revision(set, name, hash, newest + 1));
        } else if (number(before.get()) < newest) {
            cluster.modify(ResourceTypes.CONTROLLER_REVISION, key, revision -> revision.put("revision", newest + 1));
        }
        int kept = Json.number(set, KEPT, "spec", "revisionHistoryLimit");
        List<ObjectNode> past =
                known.stream().filter(revision -> !isLive(set, revision, name)).toList();
        past.stream()
                .limit(Math.max(0, past.size() - kept))
                .forEach(revision -> cluster.delete(ResourceTypes.CONTROLLER_REVISION, ObjectKey.of(revision)));
    }

    /** Those of a set, the oldest first. */
    private List<ObjectNode> known(ObjectNode set) {
        return cluster.index().owned(ResourceTypes.CONTROLLER_REVISION, Json.uid(set)).stream()
                .sorted(Comparator.comparingInt(RevisionHistory::number))
                .toList();
    }

    private static int number(ObjectNode revision) {
        return Json.number(revision, 0, "revision");
    }

    /** Whether a set has it now, or pods of it. */
    private boolean isLive(ObjectNode set, ObjectNode revision, String newest) {
        String name = Json.name(revision);
        return name.equals(newest)
                || cluster.index().owned(ResourceTypes.POD, Json.uid(set)).stream()
                        .map(pod -> Json.labels(pod).getOrDefault("controller-revision-hash", ""))
                        .anyMatch(hash -> !hash.isEmpty() && name.endsWith(hash));
    }

    private ObjectNode revision(ObjectNode set, String name, String hash, int number) {
        ObjectNode made = Json.object().put("apiVersion", "apps/v1").put("kind", "ControllerRevision");
        ObjectNode metadata = Json.with(made, "metadata").put("name", name).put("namespace", Json.namespace(set));
        ObjectNode labels = Json.with(made, "metadata", "labels");
        Json.labels(Json.at(set, "spec", "template")).forEach(labels::put);
        labels.put(label, hash);
        JsonNode annotations = Json.at(set, "metadata", "annotations");
        if (!annotations.isEmpty()) {
            metadata.set("annotations", annotations.deepCopy());
        }
        OwnerReferences.control(made, set);
        ObjectNode template = Json.with(made, "data", "spec", "template");
        template.put("$patch", "replace")
                .setAll((ObjectNode) Json.at(set, "spec", "template").deepCopy());
        return made.put("revision", number);
    }
}
