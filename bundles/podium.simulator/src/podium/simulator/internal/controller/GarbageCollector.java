// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.loop.EngineContext;
import podium.simulator.internal.scheduling.ObjectKey;
import podium.simulator.store.ResourceType;
import podium.simulator.store.ResourceTypes;
import podium.simulator.store.StoreEvent;

/**
 * Removes what has lost its last owner. Deletions that wait for dependents, or cut them loose, are the API server's
 * work. Source: kubernetes, pkg/controller/garbagecollector.
 */
public final class GarbageCollector {

    private static final Set<ResourceType> NEVER_OWN = Set.of(ResourceTypes.EVENT, ResourceTypes.LEASE);

    private record Ref(ResourceType type, ObjectKey key) {}

    private final EngineContext cluster;
    private final Map<String, Set<Ref>> dependents = new HashMap<>();
    private final Set<ResourceType> followed = new HashSet<>(NEVER_OWN);

    public GarbageCollector(EngineContext cluster) {
        this.cluster = cluster;
    }

    public void start() {
        follow();
        cluster.loop().on(ResourceTypes.CUSTOM_RESOURCE_DEFINITION, event -> follow());
    }

    /** Custom kinds come and go while the cluster lives. */
    private void follow() {
        for (ResourceType type : List.copyOf(cluster.store().types())) {
            if (followed.add(type)) {
                cluster.loop().on(type, event -> observe(type, event));
            }
        }
        followed.retainAll(cluster.store().types());
    }

    private void observe(ResourceType type, StoreEvent event) {
        ObjectNode object = event.object();
        Ref ref = new Ref(type, ObjectKey.of(object));
        event.oldObject().ifPresent(old -> owners(old).forEach(owner -> unlink(owner, ref)));
        if (event.type() == StoreEvent.Type.DELETED) {
            collect(Json.uid(object));
        } else {
            owners(object).forEach(owner -> dependents
                    .computeIfAbsent(owner, uid -> new LinkedHashSet<>())
                    .add(ref));
        }
    }

    private void unlink(String owner, Ref ref) {
        Set<Ref> known = dependents.get(owner);
        if (known != null && known.remove(ref) && known.isEmpty()) {
            dependents.remove(owner);
        }
    }

    private void collect(String uid) {
        for (Ref ref : List.copyOf(dependents.getOrDefault(uid, Set.of()))) {
            cluster.get(ref.type(), ref.key())
                    .filter(object -> owners(object).equals(List.of(uid)) && !Json.terminating(object))
                    .ifPresent(object -> cluster.delete(ref.type(), ref.key()));
        }
    }

    private static List<String> owners(ObjectNode object) {
        JsonNode references = Json.at(object, "metadata", "ownerReferences");
        return references.isEmpty() ? List.of() : references.findValuesAsText("uid");
    }
}
