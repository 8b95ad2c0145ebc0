// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Predicate;
import podium.simulator.internal.api.catalog.ApiCatalog;
import podium.simulator.internal.api.catalog.ServedType;
import podium.simulator.internal.json.Json;
import podium.simulator.store.DeleteOptions;
import podium.simulator.store.ObjectMeta;
import podium.simulator.store.ObjectStore;
import podium.simulator.store.ResourceType;
import podium.simulator.store.ResourceTypes;
import podium.simulator.store.StoreEvent;

/**
 * Finishes deletions that wait for other objects: namespaces go when they are empty, foreground deletions when the
 * dependents are gone, orphaning ones when the dependents have lost their owner. One thread.
 */
final class Finalization implements AutoCloseable {

    private static final String FOREGROUND = "foregroundDeletion";
    private static final String ORPHAN = "orphan";

    private final ObjectStore store;
    private final ApiCatalog catalog;
    private final List<AutoCloseable> subscriptions = new ArrayList<>();
    private final Set<ResourceType> followed = new HashSet<>();
    private final ExecutorService executor =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());

    Finalization(ObjectStore store, ApiCatalog catalog) {
        this.store = store;
        this.catalog = catalog;
        follow();
    }

    /** Custom kinds come while the server runs. */
    private synchronized void follow() {
        for (ResourceType type : List.copyOf(store.types())) {
            if (followed.add(type)) {
                subscriptions.add(store.watch(type, event -> changed(type, event)));
            }
        }
    }

    private void changed(ResourceType type, StoreEvent event) {
        ObjectNode object = event.object();
        boolean deleting = ObjectMeta.deleting(object);
        if (type.equals(ResourceTypes.CUSTOM_RESOURCE_DEFINITION)) {
            later(this::follow);
        }
        if (event.type() == StoreEvent.Type.DELETED) {
            later(() -> gone(object));
        } else if (deleting && type.equals(ResourceTypes.NAMESPACE)) {
            later(() -> empty(ObjectMeta.name(object)));
        } else if (deleting && ObjectMeta.held(object)) {
            later(() -> propagate(type, object));
        }
    }

    private void later(Runnable work) {
        try {
            executor.execute(work);
        } catch (RejectedExecutionException e) {
            // The server is closing; nobody waits for the end of a deletion any more.
        }
    }

    /** Something is gone: an owner or a namespace may have waited for it. */
    private void gone(ObjectNode object) {
        for (JsonNode owner : Json.at(object, "metadata", "ownerReferences")) {
            find(ObjectMeta.namespace(object), owner).ifPresent(found -> propagate(found.type(), found.object()));
        }
        String namespace = ObjectMeta.namespace(object);
        if (!namespace.isEmpty()
                && store.get(ResourceTypes.NAMESPACE, "", namespace)
                        .filter(ObjectMeta::deleting)
                        .isPresent()) {
            empty(namespace);
        }
    }

    private void empty(String namespace) {
        boolean left = false;
        for (ServedType serving : catalog.all()) {
            if (serving.type().namespaced()) {
                for (ObjectNode object : store.list(serving.type(), namespace)) {
                    if (!ObjectMeta.deleting(object)) {
                        store.delete(serving.type(), namespace, ObjectMeta.name(object), DeleteOptions.none());
                    }
                    left |= store.get(serving.type(), namespace, ObjectMeta.name(object))
                            .isPresent();
                }
            }
        }
        if (!left) {
            store.modify(ResourceTypes.NAMESPACE, "", namespace, object -> Json.with(object, "spec")
                    .putArray("finalizers"));
        }
    }

    private void propagate(ResourceType type, ObjectNode owner) {
        if (has(owner, ORPHAN)) {
            dependents(owner).forEach(dependent -> orphan(dependent, ObjectMeta.uid(owner)));
            release(type, owner, ORPHAN);
        } else if (has(owner, FOREGROUND)) {
            List<Found> dependents = dependents(owner);
            boolean blocked = false;
            for (Found dependent : dependents) {
                if (!ObjectMeta.deleting(dependent.object())) {
                    delete(dependent);
                }
                blocked |= blocks(dependent.object(), ObjectMeta.uid(owner))
                        && store.get(
                                        dependent.type(),
                                        ObjectMeta.namespace(dependent.object()),
                                        ObjectMeta.name(dependent.object()))
                                .isPresent();
            }
            if (!blocked) {
                release(type, owner, FOREGROUND);
            }
        }
    }

    private record Found(ResourceType type, ObjectNode object) {}

    private Optional<Found> find(String namespace, JsonNode reference) {
        for (ServedType serving : catalog.all()) {
            ResourceType type = serving.type();
            if (type.kind().equals(Json.text(reference, "kind"))
                    && type.apiVersion().equals(Json.text(reference, "apiVersion"))) {
                return store.get(type, type.namespaced() ? namespace : "", Json.text(reference, "name"))
                        .filter(ObjectMeta::deleting)
                        .map(object -> new Found(type, object));
            }
        }
        return Optional.empty();
    }

    private List<Found> dependents(ObjectNode owner) {
        String uid = ObjectMeta.uid(owner);
        List<Found> found = new ArrayList<>();
        for (ServedType serving : catalog.all()) {
            for (ObjectNode object : store.list(serving.type(), ObjectMeta.namespace(owner))) {
                for (JsonNode reference : Json.at(object, "metadata", "ownerReferences")) {
                    if (Json.text(reference, "uid").equals(uid)) {
                        found.add(new Found(serving.type(), object));
                    }
                }
            }
        }
        return found;
    }

    private void delete(Found dependent) {
        boolean owns = !dependent.type().equals(ResourceTypes.POD);
        DeleteOptions options = owns
                ? DeleteOptions.none().withPropagation(DeleteOptions.Propagation.FOREGROUND)
                : DeleteOptions.none();
        store.delete(
                dependent.type(),
                ObjectMeta.namespace(dependent.object()),
                ObjectMeta.name(dependent.object()),
                options);
    }

    private void orphan(Found dependent, String owner) {
        store.modify(
                dependent.type(),
                ObjectMeta.namespace(dependent.object()),
                ObjectMeta.name(dependent.object()),
                object -> removeIf(
                        Json.array(ObjectMeta.of(object), "ownerReferences"),
                        reference -> Json.text(reference, "uid").equals(owner)));
    }

    private void release(ResourceType type, ObjectNode owner, String finalizer) {
        store.modify(
                type,
                ObjectMeta.namespace(owner),
                ObjectMeta.name(owner),
                object -> removeIf(Json.array(ObjectMeta.of(object), "finalizers"), present -> present.asText("")
                        .equals(finalizer)));
    }

    private static void removeIf(ArrayNode array, Predicate<JsonNode> gone) {
        for (int i = array.size() - 1; i >= 0; i--) {
            if (gone.test(array.get(i))) {
                array.remove(i);
            }
        }
    }

    private static boolean blocks(ObjectNode object, String owner) {
        for (JsonNode reference : Json.at(object, "metadata", "ownerReferences")) {
            if (Json.text(reference, "uid").equals(owner)) {
                return reference.path("blockOwnerDeletion").asBoolean(false);
            }
        }
        return false;
    }

    private static boolean has(ObjectNode object, String finalizer) {
        for (JsonNode present : Json.at(object, "metadata", "finalizers")) {
            if (present.asText("").equals(finalizer)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public synchronized void close() {
        executor.shutdownNow();
        for (AutoCloseable subscription : subscriptions) {
            try {
                subscription.close();
            } catch (Exception e) {
                throw new IllegalStateException("cannot stop following the store", e);
            }
        }
    }
}
