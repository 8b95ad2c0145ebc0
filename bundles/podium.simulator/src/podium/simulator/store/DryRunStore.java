// SPDX-License-Identifier: Apache-2.0
package podium.simulator.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Answers writes as the store behind it would, and keeps nothing. Reads go to that store. */
public final class DryRunStore implements ObjectStore {

    private final ObjectStore store;
    private final Clock clock;

    /** Tries writes against a store; times come from the clock. */
    public DryRunStore(ObjectStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Optional<ObjectNode> get(ResourceType type, String namespace, String name) {
        return store.get(type, namespace, name);
    }

    @Override
    public List<ObjectNode> list(ResourceType type, String namespace) {
        return store.list(type, namespace);
    }

    @Override
    public ObjectNode create(ResourceType type, ObjectNode object) {
        String name = ObjectMeta.name(object);
        if (store.get(type, ObjectMeta.namespace(object), name).isPresent()) {
            throw ApiException.alreadyExists(type, name);
        }
        return CommitRules.created(type, object, store.newUid(), clock.instant());
    }

    @Override
    public ObjectNode update(ResourceType type, ObjectNode object) {
        String name = ObjectMeta.name(object);
        ObjectNode before = store.get(type, ObjectMeta.namespace(object), name)
                .orElseThrow(() -> ApiException.notFound(type, name));
        CommitRules.requireSame(type, before, object);
        return CommitRules.replaced(type, before, object.deepCopy());
    }

    @Override
    public Optional<ObjectNode> modify(ResourceType type, String namespace, String name, Consumer<ObjectNode> change) {
        return store.get(type, namespace, name).map(before -> {
            ObjectNode after = before.deepCopy();
            change.accept(after);
            return CommitRules.replaced(type, before, after);
        });
    }

    @Override
    public Optional<ObjectNode> delete(ResourceType type, String namespace, String name, DeleteOptions options) {
        return store.get(type, namespace, name).map(before -> {
            Deletions.check(type, before, options);
            return Deletions.begin(type, before, options, clock.instant()).orElse(before);
        });
    }

    @Override
    public AutoCloseable watch(ResourceType type, Consumer<StoreEvent> listener) {
        return store.watch(type, listener);
    }

    @Override
    public long revision() {
        return store.revision();
    }

    @Override
    public String newUid() {
        return store.newUid();
    }

    @Override
    public Collection<ResourceType> types() {
        return store.types();
    }

    @Override
    public void register(ResourceType type) {
        // A try serves nothing new.
    }

    @Override
    public void unregister(ResourceType type) {
        // A try takes nothing away.
    }
}
