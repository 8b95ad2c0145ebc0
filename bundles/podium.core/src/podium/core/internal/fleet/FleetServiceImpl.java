// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.fleet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import podium.core.change.Change;
import podium.core.change.ChangeSink;
import podium.core.change.ClusterId;
import podium.core.failure.Defects;
import podium.core.fleet.DomainLevel;
import podium.core.fleet.FleetDelta;
import podium.core.fleet.FleetListener;
import podium.core.fleet.FleetRealm;
import podium.core.fleet.FleetService;
import podium.core.fleet.FleetView;
import podium.core.texts.Texts;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.Fleet;
import podium.model.fleet.FleetFactory;

/** The fleet, and the one class that applies changes to it: in the realm, in slices short enough for a frame. */
@Component(service = {FleetService.class, FleetView.class})
public final class FleetServiceImpl implements FleetService, AutoCloseable {
    /** Changes that may wait; at about 1 KB each, 30 MB. */
    private static final int QUEUE = 32_768;
    /** Time to apply changes in one slice. Deriving states and telling listeners has the rest of the 8 ms. */
    private static final long APPLY_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    /** Less than this is not worth telling listeners of. */
    private static final long LEAST_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    /** A slice that took longer than a frame, listeners included, is followed by smaller ones. */
    private static final long FRAME_NANOS = TimeUnit.MILLISECONDS.toNanos(16);
    /** Changes between two looks at the clock. */
    private static final int STRIDE = 16;

    private final FleetRealm realm;
    private final List<DomainLevel> levels;
    private final ChangeQueue queue;
    private final Fleet fleet = FleetFactory.INSTANCE.createFleet();
    /** What is open; any thread. */
    private final Map<ClusterId, ClusterEpoch> current = new ConcurrentHashMap<>();
    /** What is in the fleet; in the realm. */
    private final Map<ClusterId, ClusterState> clusters = new LinkedHashMap<>();
    /** All that were ever opened, in the order in which they were. */
    private final List<ClusterId> order = new ArrayList<>();

    private final Set<ClusterState> changed = new LinkedHashSet<>();
    private final AffectedObjects touched = new AffectedObjects();
    private final List<FleetListener> listeners = new CopyOnWriteArrayList<>();
    private long applyNanos = APPLY_NANOS;

    @Activate
    public FleetServiceImpl(@Reference FleetRealm realm) {
        this(realm, DomainLevel.presets(), QUEUE);
    }

    /**
     * @param levels levels of domains, broadest first
     * @param queue changes that may wait before a source is held up
     */
    public FleetServiceImpl(FleetRealm realm, List<DomainLevel> levels, int queue) {
        this.realm = realm;
        this.levels = List.copyOf(levels);
        this.queue = new ChangeQueue(queue);
    }

    @Override
    public Fleet fleet() {
        return fleet;
    }

    @Override
    public FleetRealm realm() {
        return realm;
    }

    @Override
    public Optional<Cluster> cluster(ClusterId id) {
        return Optional.ofNullable(clusters.get(id)).map(state -> state.cluster);
    }

    @Override
    public ChangeSink sink() {
        return (id, changes) -> Optional.ofNullable(current.get(id)).ifPresent(open -> accept(open, changes));
    }

    @Override
    public ChangeSink sink(ClusterId id) {
        return Optional.ofNullable(current.get(id)).map(this::sink).orElse((_, _) -> {});
    }

    private ChangeSink sink(ClusterEpoch generation) {
        return (_, changes) -> accept(generation, changes);
    }

    private void accept(ClusterEpoch generation, List<Change> changes) {
        if (queue.add(generation, changes, !realm.isCurrent())) {
            realm.execute(this::run);
        }
    }

    @Override
    public ChangeSink begin(ClusterId id, String context, boolean simulated) {
        ClusterEpoch opened = fresh(id, context, simulated);
        realm.execute(() -> {
            enter(opened);
            publish();
        });
        return sink(opened);
    }

    private ClusterEpoch fresh(ClusterId id, String context, boolean simulated) {
        ClusterEpoch opened = new ClusterEpoch(id, context, simulated);
        Optional.ofNullable(current.put(id, opened)).ifPresent(ClusterEpoch::end);
        return opened;
    }

    @Override
    public void end(ClusterId id) {
        ClusterEpoch ended = current.remove(id);
        if (ended != null) {
            ended.end();
            realm.execute(() -> {
                leave(ended);
                publish();
            });
        }
    }

    @Override
    public Cluster add(ClusterId id, String context, boolean simulated) {
        ClusterEpoch open = current.get(id);
        ClusterState state = enter(open == null ? fresh(id, context, simulated) : open);
        publish();
        return state.cluster;
    }

    /** A cluster that is opened again stands where it stood: what others see first does not change with it. */
    private int place(ClusterId id) {
        if (!order.contains(id)) {
            order.add(id);
        }
        int own = order.indexOf(id);
        return (int) fleet.getClusters().stream()
                .filter(other -> order.indexOf(ClusterId.of(other)) < own)
                .count();
    }

    @Override
    public void remove(ClusterId id) {
        ClusterEpoch ended = current.remove(id);
        if (ended != null) {
            ended.end();
            leave(ended);
            publish();
        }
    }

    /** Brings a cluster into the fleet in the place of an earlier opening of it, unless it is there. */
    private ClusterState enter(ClusterEpoch opened) {
        ClusterState known = opened.state;
        if (known != null) {
            return known;
        }
        Optional.ofNullable(clusters.get(opened.id)).ifPresent(this::takeOut);
        Cluster cluster = FleetFactory.INSTANCE.createCluster();
        cluster.setId(opened.id.value());
        cluster.setName(opened.id.name());
        cluster.setContext(opened.context);
        cluster.setSimulated(opened.simulated);
        cluster.setConnection(ConnectionState.CONNECTING);
        cluster.setConnectionSince(Instant.now());
        ClusterState state = new ClusterState(cluster, levels, touched);
        opened.state = state;
        clusters.put(opened.id, state);
        fleet.getClusters().add(place(opened.id), cluster);
        touched.touch(cluster);
        touched.structure();
        return state;
    }

    private void leave(ClusterEpoch ended) {
        ClusterState state = ended.state;
        if (state != null && clusters.remove(ended.id, state)) {
            takeOut(state);
        }
    }

    private void takeOut(ClusterState state) {
        changed.remove(state);
        fleet.getClusters().remove(state.cluster);
        touched.touch(state.cluster);
        touched.structure();
    }

    @Override
    public void touch(Cluster cluster) {
        touched.touch(cluster);
        publish();
    }

    @Override
    public AutoCloseable listen(FleetListener listener) {
        if (listener.early()) {
            listeners.addFirst(listener);
        } else {
            listeners.add(listener);
        }
        return () -> listeners.remove(listener);
    }

    @Override
    @Deactivate
    public void close() {
        queue.close();
        listeners.clear();
    }

    /** One slice. */
    private void run() {
        long begin = System.nanoTime();
        long end = begin + applyNanos;
        ChangeQueue.Batch batch = queue.peek();
        while (batch != null) {
            applySome(batch);
            // a slice that was held up before it began still brings something on
            batch = System.nanoTime() < end ? queue.peek() : null;
        }
        publish();
        applyNanos = System.nanoTime() - begin > FRAME_NANOS
                ? Math.max(LEAST_NANOS, applyNanos / 2)
                : Math.min(APPLY_NANOS, applyNanos + applyNanos / 4);
        if (queue.more()) {
            realm.execute(this::run);
        }
    }

    private void applySome(ChangeQueue.Batch batch) {
        ClusterEpoch of = batch.generation;
        ClusterState state = of.ended() ? null : enter(of);
        int count = 0;
        while (count < STRIDE && batch.hasNext()) {
            Change change = batch.next();
            count++;
            if (state != null && !of.ended()) {
                apply(state, change);
            }
        }
        queue.done(batch, count);
    }

    /** One broken change must not cost the others. */
    private void apply(ClusterState state, Change change) {
        changed.add(state);
        try {
            state.apply(change);
        } catch (RuntimeException | Error e) {
            Defects.tell(Texts.of("FleetServiceImpl.takingInWhatA"), e);
        }
    }

    private void publish() {
        for (ClusterState state : changed) {
            try {
                state.settle();
            } catch (RuntimeException | Error e) {
                Defects.tell(Texts.of("FleetServiceImpl.workingOutHowA"), e);
            }
        }
        changed.clear();
        if (touched.isEmpty()) {
            return;
        }
        FleetDelta delta = touched.take();
        for (FleetListener listener : listeners) {
            try {
                listener.changed(delta);
            } catch (RuntimeException | Error e) {
                Defects.tell(Texts.of("FleetServiceImpl.showingWhatHasChanged"), e);
            }
        }
    }
}
