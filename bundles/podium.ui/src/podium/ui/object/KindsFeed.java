// SPDX-License-Identifier: Apache-2.0
package podium.ui.object;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectTables;
import podium.core.api.ServedResource;
import podium.core.change.ClusterId;
import podium.core.cluster.Connections;
import podium.model.fleet.Cluster;
import podium.ui.label.FailureLabel;
import podium.ui.label.FleetLabels;
import podium.ui.label.Snapshots;
import podium.ui.texts.Texts;
import podium.ui.toolkit.EmptyState;
import podium.ui.toolkit.UiServices;

/** Which kinds of objects the cluster has that is looked at: asked once for each connection, and again after a failure. UI thread. */
final class KindsFeed {
    private final Connections connections;
    private final UiServices services;
    private final EmptyState empty;
    private final Runnable left;
    private final Runnable known;
    private final ReadPace pace;
    private Optional<ClusterId> cluster = Optional.empty();
    /** Another one for each connection, which may be that of another person. */
    private Optional<ObjectTables> tables = Optional.empty();

    private ObjectKinds kinds = ObjectKinds.NONE;
    private CompletableFuture<?> asking = CompletableFuture.completedFuture("");

    /**
     * A feed of no cluster yet.
     *
     * @param empty says why nothing is known
     * @param left called when it is another cluster that is looked at, or the same one by another connection
     * @param known called when its kinds are known
     */
    KindsFeed(Connections connections, UiServices services, EmptyState empty, Runnable left, Runnable known) {
        this.connections = connections;
        this.services = services;
        this.empty = empty;
        this.left = left;
        this.known = known;
        this.pace = new ReadPace(services.clock());
    }

    ObjectKinds kinds() {
        return kinds;
    }

    boolean isKnown() {
        return kinds != ObjectKinds.NONE;
    }

    /** Where the table of a choice is read; empty: the cluster has no such kind, or is not connected. */
    Optional<ObjectSource> source(ObjectChoice choice) {
        Optional<ServedResource> resource = choice.resource(kinds);
        Optional<ObjectReader> reader = cluster.flatMap(id -> connections.capability(id, ObjectReader.class));
        if (resource.isEmpty() || tables.isEmpty() || reader.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ObjectSource(
                cluster.orElseThrow(),
                tables.get(),
                reader.get(),
                resource.get(),
                choice.namespace(),
                kinds.isMeasured(resource.get())));
    }

    /** To be called often, with the cluster that is looked at. */
    void tick(Optional<Cluster> current) {
        Optional<ClusterId> id = current.map(ClusterId::of);
        Optional<ObjectTables> now = id.flatMap(it -> connections.capability(it, ObjectTables.class));
        if (!cluster.equals(id) || !tables.equals(now)) {
            stop();
            cluster = id;
            tables = now;
            reload();
            left.run();
        }
        if (current.isEmpty()) {
            empty.why(services.opening().empty());
        } else if (!isKnown() && asking.isDone() && pace.isDue()) {
            ask(current.get());
        }
    }

    /** Asks anew. */
    void reload() {
        kinds = ObjectKinds.NONE;
        pace.anew();
    }

    private void ask(Cluster of) {
        if (tables.isEmpty()) {
            Snapshots.whyNot(of)
                    .ifPresentOrElse(
                            snapshot -> empty.why(snapshot, ""),
                            () -> empty.why(
                                    Texts.of("KindsFeed.isNotConnected", FleetLabels.name(of)),
                                    Texts.of("KindsFeed.itsObjectsAreRead")));
            return;
        }
        empty.why(Texts.of("KindsFeed.readingWhichKindsServes", FleetLabels.name(of)), "");
        pace.begin();
        ObjectTables from = tables.get();
        asking = services.background().run(() -> ObjectKinds.read(from), this::found, this::failed);
    }

    private void found(ObjectKinds read) {
        if (!empty.stack().isDisposed()) {
            kinds = read;
            known.run();
        }
    }

    private void failed(Throwable problem) {
        if (!empty.stack().isDisposed()) {
            pace.end();
            empty.why(
                    Texts.of("KindsFeed.whichKindsTheServer", FailureLabel.words(problem)),
                    Texts.of("KindsFeed.podiumTriesAgainWhile"));
        }
    }

    /** Leaves what is being asked behind. */
    void stop() {
        asking.cancel(true);
    }
}
