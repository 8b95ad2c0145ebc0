// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.life;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import podium.simulator.store.ResourceType;
import podium.simulator.store.ResourceTypes;
import podium.simulator.store.StoreEvent;

/**
 * Removes what has lost its owner, holds back an owner deleted in the foreground until its dependents are gone, and
 * cuts the dependents loose of one deleted as orphaning. Source: kubernetes, pkg/controller/garbagecollector.
 */
final class GarbageCollector {

    private static final String FOREGROUND = "foregroundDeletion";
    private static final String ORPHAN = "orphan";

    private record Ref(ResourceType type, Key key) {}

    private final Cluster cluster;
    private final Map<String, Map<Ref, String>> dependents = new HashMap<>();
    private final Map<String, Ref> owners = new HashMap<>();

    GarbageCollector(Cluster cluster) {
        this.cluster = cluster;
    }

    void start() {
        for (ResourceType type : List.copyOf(cluster.store().types())) {
            if (!type.equals(ResourceTypes.EVENT) && !type.equals(ResourceTypes.LEASE)) {
                cluster.loop().on(type, event -> observe(type, event));
            }
        }
    }

    private void observe(ResourceType type, StoreEvent event) {
        ObjectNode object = event.object();
        Ref ref = new Ref(type, Key.of(object));
        event.oldObject().ifPresent(old -> unlink(ref, old));
        if (event.type() == StoreEvent.Type.DELETED) {
            unlink(ref, object);
            deleted(Json.uid(object));
            owners(object).forEach(this::check);
            return;
        }
        for (String owner : owners(object)) {
            dependents.computeIfAbsent(owner, uid -> new LinkedHashMap<>()).put(ref, Json.uid(object));
        }
        if (Json.terminating(object)) {
            owners.put(Json.uid(object), ref);
            check(Json.uid(object));
        }
    }

    private void unlink(Ref ref, ObjectNode object) {
        for (String owner : owners(object)) {
            Map<Ref, String> known = dependents.get(owner);
            if (known != null) {
                known.remove(ref);
                if (known.isEmpty()) {
                    dependents.remove(owner);
                }
            }
        }
    }

    private static List<String> owners(ObjectNode object) {
        JsonNode references = Json.at(object, "metadata", "ownerReferences");
        return references.isEmpty() ? List.of() : references.findValuesAsText("uid");
    }

    /** An owner is gone: its dependents go too, unless another owner is still there. */
    private void deleted(String uid) {
        owners.remove(uid);
        for (Ref ref : List.copyOf(dependents.getOrDefault(uid, Map.of()).keySet())) {
            cluster.get(ref.type(), ref.key())
                    .filter(object -> owners(object).equals(List.of(uid)))
                    .ifPresent(object -> cluster.delete(ref.type(), ref.key()));
        }
    }

    /** A finalizer of ours may hold the object. */
    private void check(String uid) {
        Ref ref = owners.get(uid);
        if (ref == null) {
            return;
        }
        cluster.get(ref.type(), ref.key()).filter(Json::terminating).ifPresent(object -> {
            List<String> finalizers = Json.list(Json.at(object, "metadata", "finalizers"));
            List<Ref> known =
                    new ArrayList<>(dependents.getOrDefault(uid, Map.of()).keySet());
            if (finalizers.contains(ORPHAN)) {
                known.forEach(dependent -> cutLoose(dependent, uid));
                release(ref, ORPHAN);
            } else if (finalizers.contains(FOREGROUND)) {
                known.forEach(dependent -> cluster.get(dependent.type(), dependent.key())
                        .filter(one -> !Json.terminating(one))
                        .ifPresent(one -> cluster.delete(dependent.type(), dependent.key())));
                if (dependents.getOrDefault(uid, Map.of()).isEmpty()) {
                    release(ref, FOREGROUND);
                }
            }
        });
    }

    private void cutLoose(Ref dependent, String owner) {
        cluster.modify(dependent.type(), dependent.key(), object -> {
            ArrayNode references = Json.array(Json.with(object, "metadata"), "ownerReferences");
            for (int i = references.size() - 1; i >= 0; i--) {
                if (Json.text(references.get(i), "uid").equals(owner)) {
                    references.remove(i);
                }
            }
            if (references.isEmpty()) {
                Json.with(object, "metadata").remove("ownerReferences");
            }
        });
    }

    private void release(Ref ref, String finalizer) {
        cluster.modify(ref.type(), ref.key(), object -> {
            ArrayNode finalizers = Json.array(Json.with(object, "metadata"), "finalizers");
            for (int i = finalizers.size() - 1; i >= 0; i--) {
                if (finalizers.get(i).asText().equals(finalizer)) {
                    finalizers.remove(i);
                }
            }
            if (finalizers.isEmpty()) {
                Json.with(object, "metadata").remove("finalizers");
            }
        });
    }
}
