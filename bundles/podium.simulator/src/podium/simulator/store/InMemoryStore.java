// SPDX-License-Identifier: Apache-2.0
package podium.simulator.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Keeps the objects in memory. One lock orders all changes; listeners are called while it is held, so that everybody
 * sees changes in the order of their revisions. Uids follow a seed: the same writes give the same uids.
 */
public final class InMemoryStore implements ObjectStore {

    private final Clock clock;
    private final SplittableRandom random;
    private final Defaulter defaults;
    private final StructuralSharing sharing = new StructuralSharing();
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<ResourceType, Table> tables = new LinkedHashMap<>();
    private final ArrayDeque<Delivery> deliveries = new ArrayDeque<>();
    private boolean delivering;
    private long revision = 1;

    /** A store of the built-in types whose creation times come from a clock. */
    public InMemoryStore(Clock clock) {
        this(clock, 1);
    }

    /** The same with a seed for the uids. */
    public InMemoryStore(Clock clock, long seed) {
        this(clock, seed, store -> Defaulter.NONE);
    }

    /** The same with what is filled in, made for the store itself, which it may read later on. */
    public InMemoryStore(Clock clock, long seed, Function<ObjectStore, Defaulter> defaults) {
        this.clock = clock;
        this.random = new SplittableRandom(seed);
        this.defaults = defaults.apply(this);
        ResourceTypes.builtIn().forEach(this::register);
    }

    private record Table(
            ResourceType type,
            TreeMap<String, ObjectNode> objects,
            CopyOnWriteArrayList<Consumer<StoreEvent>> listeners) {}

    private record Delivery(Table table, StoreEvent event) {}

    @Override
    public Optional<ObjectNode> get(ResourceType type, String namespace, String name) {
        lock.lock();
        try {
            return Optional.ofNullable(table(type).objects().get(key(namespace, name)));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public List<ObjectNode> list(ResourceType type, String namespace) {
        lock.lock();
        try {
            TreeMap<String, ObjectNode> objects = table(type).objects();
            return new ArrayList<>(
                    namespace.isEmpty()
                            ? objects.values()
                            : objects.subMap(namespace + "/", namespace + "0").values());
        } finally {
            lock.unlock();
        }
    }

    @Override
    public ObjectNode create(ResourceType type, ObjectNode object) {
        lock.lock();
        try {
            Table table = table(type);
            String key = key(object);
            if (table.objects().containsKey(key)) {
                throw ApiException.alreadyExists(type, ObjectMeta.name(object));
            }
            ObjectNode created = CommitRules.created(type, object, uid(), clock.instant());
            defaults.fill(type, created);
            sharing.created(created);
            put(table, key, created, Optional.empty());
            return created;
        } finally {
            deliver();
        }
    }

    @Override
    public ObjectNode update(ResourceType type, ObjectNode object) {
        lock.lock();
        try {
            Table table = table(type);
            String key = key(object);
            ObjectNode before = table.objects().get(key);
            if (before == null) {
                throw ApiException.notFound(type, ObjectMeta.name(object));
            }
            CommitRules.requireSame(type, before, object);
            return replace(table, key, before, object.deepCopy());
        } finally {
            deliver();
        }
    }

    @Override
    public Optional<ObjectNode> modify(ResourceType type, String namespace, String name, Consumer<ObjectNode> change) {
        lock.lock();
        try {
            Table table = table(type);
            String key = key(namespace, name);
            ObjectNode before = table.objects().get(key);
            if (before == null) {
                return Optional.empty();
            }
            ObjectNode after = before.deepCopy();
            change.accept(after);
            return Optional.of(replace(table, key, before, after));
        } finally {
            deliver();
        }
    }

    @Override
    public Optional<ObjectNode> delete(ResourceType type, String namespace, String name, DeleteOptions options) {
        lock.lock();
        try {
            Table table = table(type);
            String key = key(namespace, name);
            ObjectNode before = table.objects().get(key);
            if (before == null) {
                return Optional.empty();
            }
            Deletions.check(type, before, options);
            Optional<ObjectNode> waiting = Deletions.begin(type, before, options, clock.instant());
            return Optional.of(
                    waiting.isPresent() ? replace(table, key, before, waiting.get()) : remove(table, key, before));
        } finally {
            deliver();
        }
    }

    @Override
    public AutoCloseable watch(ResourceType type, Consumer<StoreEvent> listener) {
        lock.lock();
        try {
            CopyOnWriteArrayList<Consumer<StoreEvent>> listeners = table(type).listeners();
            listeners.add(listener);
            return () -> listeners.remove(listener);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public long revision() {
        lock.lock();
        try {
            return revision;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public String newUid() {
        lock.lock();
        try {
            return uid();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Collection<ResourceType> types() {
        lock.lock();
        try {
            return tables.values().stream().map(Table::type).toList();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void register(ResourceType type) {
        lock.lock();
        try {
            tables.merge(
                    type,
                    new Table(type, new TreeMap<>(), new CopyOnWriteArrayList<>()),
                    (old, fresh) -> new Table(type, old.objects(), old.listeners()));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void unregister(ResourceType type) {
        lock.lock();
        try {
            Table table = table(type);
            Map.copyOf(table.objects()).forEach((key, object) -> remove(table, key, object));
            tables.remove(type);
        } finally {
            deliver();
        }
    }

    private ObjectNode replace(Table table, String key, ObjectNode before, ObjectNode after) {
        ResourceType type = table.type();
        defaults.fill(type, after);
        CommitRules.replaced(type, before, after);
        if (JsonEquality.value(after, before)) {
            return before;
        }
        if (Deletions.released(type, after)) {
            return remove(table, key, after);
        }
        sharing.replaced(before, after);
        put(table, key, after, Optional.of(before));
        return after;
    }

    private void put(Table table, String key, ObjectNode object, Optional<ObjectNode> before) {
        ObjectMeta.of(object).put("resourceVersion", Long.toString(++revision));
        table.objects().put(key, object);
        StoreEvent.Type what = before.isPresent() ? StoreEvent.Type.MODIFIED : StoreEvent.Type.ADDED;
        deliveries.add(new Delivery(table, new StoreEvent(what, object, before, revision)));
    }

    private ObjectNode remove(Table table, String key, ObjectNode last) {
        Optional<ObjectNode> before = Optional.ofNullable(table.objects().remove(key));
        ObjectNode gone = last.deepCopy();
        ObjectMeta.of(gone).put("resourceVersion", Long.toString(++revision));
        deliveries.add(new Delivery(table, new StoreEvent(StoreEvent.Type.DELETED, gone, before, revision)));
        return gone;
    }

    /** Hands out what was committed, then unlocks. A nested change is left to the outer call, to keep the order. */
    private void deliver() {
        try {
            if (!delivering) {
                delivering = true;
                try {
                    for (Delivery next = deliveries.poll(); next != null; next = deliveries.poll()) {
                        StoreEvent event = next.event();
                        next.table().listeners().forEach(listener -> listener.accept(event));
                    }
                } finally {
                    delivering = false;
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private Table table(ResourceType type) {
        Table table = tables.get(type);
        if (table == null) {
            throw ApiException.of(404, "NotFound", "the server could not find the requested resource");
        }
        return table;
    }

    private String uid() {
        return new UUID(version4(random.nextLong()), variant(random.nextLong())).toString();
    }

    private static String key(ObjectNode object) {
        return key(ObjectMeta.namespace(object), ObjectMeta.name(object));
    }

    private static String key(String namespace, String name) {
        return namespace + "/" + name;
    }

    private static long version4(long bits) {
        return (bits & ~0xF000L) | 0x4000L;
    }

    private static long variant(long bits) {
        return (bits & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    }
}
