// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import podium.simulator.store.DeleteOptions;
import podium.simulator.store.ObjectMeta;
import podium.simulator.store.ObjectStore;
import podium.simulator.store.ResourceType;
import podium.simulator.store.ResourceTypes;

/** What a controller does: it makes and deletes what it owns, and tells the status. */
final class Hands {
    /** Annotation of a pod: the pod spec it was made of. */
    private static final String MADE_OF = "test/made-of";

    /** Pods of one template. */
    record Group(String prefix, int count, JsonNode template, Map<String, String> labels) {}

    final ObjectStore store;

    Hands(ObjectStore store) {
        this.store = store;
    }

    List<ObjectNode> owned(ObjectNode owner, ResourceType type) {
        return store.list(type, ObjectMeta.namespace(owner)).stream()
                .filter(object -> owner(object).equals(ObjectMeta.uid(owner)))
                .toList();
    }

    private static String owner(JsonNode object) {
        return object.path("metadata")
                .path("ownerReferences")
                .path(0)
                .path("uid")
                .asText();
    }

    /** Makes the pods that are missing and deletes those that are too many; with {@code rolls}, also those of an old template. */
    void pods(ObjectNode owner, List<Group> groups, boolean rolls) {
        Set<String> wanted = new HashSet<>();
        List<ObjectNode> missing = new ArrayList<>();
        for (Group group : groups) {
            for (int i = 0; i < group.count(); i++) {
                ObjectNode pod = pod(owner, group, i);
                wanted.add(ObjectMeta.name(pod));
                missing.add(pod);
            }
        }
        for (ObjectNode pod : owned(owner, ResourceTypes.POD)) {
            Optional<ObjectNode> same = missing.stream()
                    .filter(other -> ObjectMeta.name(other).equals(ObjectMeta.name(pod)))
                    .findFirst();
            boolean old = rolls
                    && same.filter(other -> !madeOf(other).equals(madeOf(pod))).isPresent();
            if ((!wanted.contains(ObjectMeta.name(pod)) || old) && !ObjectMeta.deleting(pod)) {
                delete(ResourceTypes.POD, pod);
            }
        }
        for (ObjectNode pod : missing) {
            if (store.get(ResourceTypes.POD, ObjectMeta.namespace(pod), ObjectMeta.name(pod))
                    .isEmpty()) {
                store.create(ResourceTypes.POD, pod);
            }
        }
    }

    private static String madeOf(JsonNode pod) {
        return pod.path("metadata").path("annotations").path(MADE_OF).asText();
    }

    private static ObjectNode pod(ObjectNode owner, Group group, int index) {
        ObjectNode pod = JsonNodeFactory.instance.objectNode();
        pod.put("apiVersion", "v1").put("kind", "Pod");
        ObjectNode metadata = pod.putObject("metadata");
        metadata.put("namespace", ObjectMeta.namespace(owner)).put("name", group.prefix() + "-" + index);
        ObjectNode labels = metadata.putObject("labels");
        labels.setAll(labels(group.template()));
        group.labels().forEach((key, value) -> labels.put(key, value.replace("#", String.valueOf(index))));
        metadata.putObject("annotations")
                .put(MADE_OF, group.template().path("spec").toString())
                .put("simulator.podium/duration", "24h");
        reference(owner, metadata);
        ObjectNode spec = group.template().path("spec").deepCopy();
        if (!spec.has("restartPolicy")) {
            spec.put("restartPolicy", "Never");
        }
        spec.put("terminationGracePeriodSeconds", 1);
        if (!spec.has("schedulerName")) {
            spec.put("schedulerName", "default-scheduler");
        }
        pod.set("spec", spec);
        pod.putObject("status").put("phase", "Pending");
        return pod;
    }

    private static ObjectNode labels(JsonNode template) {
        JsonNode labels = template.path("metadata").path("labels");
        return labels instanceof ObjectNode object ? object.deepCopy() : JsonNodeFactory.instance.objectNode();
    }

    private static void reference(ObjectNode owner, ObjectNode metadata) {
        ArrayNode references = metadata.putArray("ownerReferences");
        references
                .addObject()
                .put("apiVersion", owner.path("apiVersion").asText())
                .put("kind", owner.path("kind").asText())
                .put("name", ObjectMeta.name(owner))
                .put("uid", ObjectMeta.uid(owner))
                .put("controller", true)
                .put("blockOwnerDeletion", true);
    }

    /** Makes an object that the owner controls; leaves one that is there. */
    ObjectNode make(ObjectNode owner, ResourceType type, String name, Consumer<ObjectNode> fill) {
        return store.get(type, ObjectMeta.namespace(owner), name).orElseGet(() -> {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            object.put("apiVersion", type.apiVersion()).put("kind", type.kind());
            ObjectNode metadata = object.putObject("metadata");
            metadata.put("namespace", ObjectMeta.namespace(owner)).put("name", name);
            reference(owner, metadata);
            fill.accept(object);
            return store.create(type, object);
        });
    }

    void delete(ResourceType type, ObjectNode object) {
        store.delete(
                type,
                ObjectMeta.namespace(object),
                ObjectMeta.name(object),
                DeleteOptions.none().withUid(ObjectMeta.uid(object)));
    }

    void change(ResourceType type, ObjectNode object, Consumer<ObjectNode> change) {
        store.modify(type, ObjectMeta.namespace(object), ObjectMeta.name(object), change);
    }

    static long running(List<ObjectNode> pods) {
        return pods.stream()
                .filter(pod -> pod.path("status").path("phase").asText().equals("Running") && !ObjectMeta.deleting(pod))
                .count();
    }

    /** Sets a condition; the others stay. */
    static void condition(ObjectNode object, String type, boolean holds) {
        ArrayNode conditions = object.withObject("/status").withArray("conditions");
        for (JsonNode condition : conditions) {
            if (condition.path("type").asText().equals(type)) {
                ((ObjectNode) condition).put("status", holds ? "True" : "False");
                return;
            }
        }
        conditions.addObject().put("type", type).put("status", holds ? "True" : "False");
    }
}
