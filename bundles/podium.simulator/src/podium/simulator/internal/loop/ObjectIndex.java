// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.loop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import podium.simulator.internal.json.Json;
import podium.simulator.store.ResourceType;
import podium.simulator.store.ResourceTypes;
import podium.simulator.store.StoreEvent;

/** Objects by what they belong to, kept by events, so that no controller lists the whole cluster. Loop only. */
public final class ObjectIndex {

    /** One kind of objects under one kind of owner text. */
    private static final class Buckets {
        private final Map<String, Map<String, ObjectNode>> byOwner = new HashMap<>();

        void move(String uid, List<String> from, List<String> to, ObjectNode object) {
            for (String owner : from) {
                if (!to.contains(owner)) {
                    Map<String, ObjectNode> bucket = byOwner.get(owner);
                    if (bucket != null) {
                        bucket.remove(uid);
                        if (bucket.isEmpty()) {
                            byOwner.remove(owner);
                        }
                    }
                }
            }
            to.forEach(owner ->
                    byOwner.computeIfAbsent(owner, key -> new LinkedHashMap<>()).put(uid, object));
        }

        Collection<ObjectNode> of(String owner) {
            Map<String, ObjectNode> bucket = byOwner.get(owner);
            return bucket == null ? List.of() : List.copyOf(bucket.values());
        }
    }

    private final Map<ResourceType, Buckets> owned = new HashMap<>();
    private final Buckets onNode = new Buckets();
    private final Buckets inNamespace = new Buckets();

    /** Follows pods and everything that the controllers own. */
    public void follow(EventLoop loop) {
        for (ResourceType type : List.of(
                ResourceTypes.POD,
                ResourceTypes.REPLICA_SET,
                ResourceTypes.JOB,
                ResourceTypes.CONTROLLER_REVISION,
                ResourceTypes.ENDPOINT_SLICE)) {
            Buckets buckets = new Buckets();
            owned.put(type, buckets);
            loop.on(type, event -> update(buckets, event, ObjectIndex::owners));
        }
        loop.on(ResourceTypes.POD, event -> update(onNode, event, ObjectIndex::node));
        loop.on(ResourceTypes.POD, event -> update(inNamespace, event, pod -> List.of(Json.namespace(pod))));
    }

    private static void update(Buckets buckets, StoreEvent event, Function<ObjectNode, List<String>> owners) {
        List<String> before = event.oldObject().map(owners).orElse(List.of());
        boolean gone = event.type() == StoreEvent.Type.DELETED;
        List<String> after = gone ? List.of() : owners.apply(event.object());
        buckets.move(Json.uid(event.object()), before, after, event.object());
    }

    private static List<String> owners(ObjectNode object) {
        JsonNode owners = Json.at(object, "metadata", "ownerReferences");
        return owners.isEmpty() ? List.of() : owners.findValuesAsText("uid");
    }

    private static List<String> node(ObjectNode pod) {
        String node = Json.text(pod, "spec", "nodeName");
        return node.isEmpty() ? List.of() : List.of(node);
    }

    /** The objects of a kind that name an owner, oldest first. */
    public Collection<ObjectNode> owned(ResourceType type, String ownerUid) {
        Buckets buckets = owned.get(type);
        return buckets == null ? List.of() : buckets.of(ownerUid);
    }

    /** The pods on a node. */
    public Collection<ObjectNode> podsOn(String node) {
        return onNode.of(node);
    }

    /** The pods of a namespace. */
    public Collection<ObjectNode> podsIn(String namespace) {
        return inNamespace.of(namespace);
    }
}
