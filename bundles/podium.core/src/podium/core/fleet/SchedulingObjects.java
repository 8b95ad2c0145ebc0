// SPDX-License-Identifier: Apache-2.0
package podium.core.fleet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.change.SchedulingObject;
import podium.core.change.SyncState;
import podium.model.fleet.Cluster;
import podium.model.value.ClusterFacts;

/**
 * What is known of the objects of one cluster that decide where pods may run. That one is not here means that it does not
 * exist only where its kind was {@link #listed}. In the realm.
 */
public final class SchedulingObjects implements ClusterFacts {
    private record Key(String namespace, String name) {}

    /** How far a kind is known. */
    private record KindReading(SyncState reading, String namespace) {}

    /** Told of each change when it is made, in the realm, for as long as the facts are there. */
    public interface Follower {
        /**
         * An object changed.
         *
         * @param before what was known of it; null: nothing
         * @param now what is known of it; null: it is gone. Both null: all objects of a kind have been seen
         */
        void changed(@Nullable SchedulingObject before, @Nullable SchedulingObject now);
    }

    private final Map<String, Map<Key, SchedulingObject>> kinds = new HashMap<>();
    private final Set<String> listed = new HashSet<>();
    private final Map<String, KindReading> readings = new HashMap<>();
    private final List<Follower> followers = new ArrayList<>();
    private long quotaVersion;

    public SchedulingObjects() {}

    /** What is known of a cluster that is followed; of any other, nothing. */
    public static SchedulingObjects of(@Nullable Cluster cluster) {
        return cluster != null && cluster.getFacts() instanceof SchedulingObjects known
                ? known
                : new SchedulingObjects();
    }

    /** The same facts at this moment, for another thread. */
    public SchedulingObjects(SchedulingObjects now) {
        now.kinds.forEach((kind, facts) -> kinds.put(kind, new HashMap<>(facts)));
        listed.addAll(now.listed);
        readings.putAll(now.readings);
        quotaVersion = now.quotaVersion;
    }

    /** Grows with every change of what decides how much may run, wherever it runs. */
    public long quotaVersion() {
        return quotaVersion;
    }

    /** Tells of all changes from now on. */
    public void follow(Follower follower) {
        followers.add(follower);
    }

    /** True when all objects of a kind are known. */
    public boolean listed(Class<? extends SchedulingObject> kind) {
        return listed.contains(kind.getSimpleName());
    }

    /** True while nothing is known of the pods, though they are being read: who holds a device is not known. */
    public boolean awaitsPods() {
        KindReading pods = readings.get(InputKind.PODS.resource());
        return pods != null && pods.reading() == SyncState.NOT_YET && !listed.contains("Pod");
    }

    /**
     * How far the objects of a kind are known that lie in a namespace; empty: the source of these facts does not say.
     *
     * @param resource with its group, as in a role
     * @param namespace empty: all of them are meant
     */
    public Optional<SyncState> reading(String resource, String namespace) {
        return Optional.ofNullable(readings.get(resource))
                .map(known -> known.reading() == SyncState.NARROWED
                                && !namespace.isEmpty()
                                && known.namespace().equals(namespace)
                        ? SyncState.LISTED
                        : known.reading());
    }

    public <T extends SchedulingObject> Optional<T> get(Class<T> kind, String namespace, String name) {
        return Optional.ofNullable(of(kind.getSimpleName()).get(new Key(namespace, name)))
                .map(kind::cast);
    }

    /** All of a kind, in no order. */
    public <T extends SchedulingObject> List<T> all(Class<T> kind) {
        Collection<SchedulingObject> facts = of(kind.getSimpleName()).values();
        return facts.stream().map(kind::cast).toList();
    }

    /** Takes what was seen; true when it changes anything. */
    public boolean seen(SchedulingObject fact) {
        Map<Key, SchedulingObject> facts =
                kinds.computeIfAbsent(fact.getClass().getSimpleName(), kind -> new HashMap<>());
        @Nullable SchedulingObject before = facts.put(new Key(fact.namespace(), fact.name()), fact);
        return !fact.equals(before) && changed(before, fact);
    }

    /** Forgets an object; true when it was known. */
    public boolean gone(String kind, String namespace, String name) {
        Map<Key, SchedulingObject> facts = kinds.get(kind);
        @Nullable SchedulingObject before = facts == null ? null : facts.remove(new Key(namespace, name));
        return before != null && changed(before, null);
    }

    /** All objects of a kind have been seen; true when this is news. */
    public boolean listed(String kind) {
        return listed.add(kind) && changed(null, null);
    }

    /** How far a kind is known from now on; true when this is news. */
    public boolean read(String resource, SyncState reading, String namespace) {
        KindReading now = new KindReading(reading, namespace);
        boolean news = !now.equals(readings.put(resource, now));
        if (news) {
            quotaVersion++;
        }
        return news;
    }

    private boolean changed(@Nullable SchedulingObject before, @Nullable SchedulingObject now) {
        @Nullable SchedulingObject about = now == null ? before : now;
        quotaVersion += about instanceof SchedulingObject.OfQuota ? 1 : 0;
        followers.forEach(follower -> follower.changed(before, now));
        return true;
    }

    private Map<Key, SchedulingObject> of(String kind) {
        return kinds.getOrDefault(kind, Map.of());
    }
}
