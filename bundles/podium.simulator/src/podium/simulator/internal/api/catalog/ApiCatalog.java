// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.catalog;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import podium.simulator.internal.api.cache.WatchCache;
import podium.simulator.store.ApiException;
import podium.simulator.store.ObjectStore;
import podium.simulator.store.ResourceType;

/** What is served now, with the cache of each type. Any thread. */
public final class ApiCatalog implements AutoCloseable {

    private record Entry(ServedType serving, WatchCache cache) {}

    private final ObjectStore store;
    private final int historySize;
    private final Map<ResourceType, Entry> entries = new ConcurrentHashMap<>();

    /**
     * Serves the types the store knows.
     *
     * @param historySize changes of each type that stay known to watches
     */
    public ApiCatalog(ObjectStore store, int historySize) {
        this.store = store;
        this.historySize = historySize;
        store.types().forEach(type -> put(ServedTypes.builtIn(type)));
    }

    /** Serves a type, or serves it otherwise than before. */
    void put(ServedType serving) {
        entries.compute(
                serving.type(),
                (type, old) ->
                        new Entry(serving, old == null ? new WatchCache(store, type, historySize) : old.cache()));
    }

    /** Serves a type no longer; its watches end. */
    void remove(ResourceType type) {
        Entry entry = entries.remove(type);
        if (entry != null) {
            entry.cache().close();
        }
    }

    /** The resource of a path, empty if none is served there. */
    public Optional<ServedType> find(String group, String version, String plural) {
        return entries.values().stream()
                .map(Entry::serving)
                .filter(serving -> serving.type().plural().equals(plural)
                        && serving.type().group().equals(group)
                        && serving.type().version().equals(version))
                .findFirst();
    }

    /** Everything served, by group and name. */
    public List<ServedType> all() {
        return entries.values().stream()
                .map(Entry::serving)
                .sorted(Comparator.comparing((ServedType s) -> s.type().group())
                        .thenComparing(s -> s.type().plural()))
                .toList();
    }

    /** The cache of a type. */
    public WatchCache cache(ResourceType type) {
        Entry entry = entries.get(type);
        if (entry == null) {
            throw ApiException.of(404, "NotFound", "the server could not find the requested resource");
        }
        return entry.cache();
    }

    /** Forgets the past of all types. */
    public void compact() {
        entries.values().forEach(entry -> entry.cache().compact());
    }

    @Override
    public void close() {
        List.copyOf(entries.keySet()).forEach(this::remove);
    }
}
