// SPDX-License-Identifier: Apache-2.0
package podium.sources.internal.cluster;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import podium.core.change.Change;
import podium.core.change.ChangeSink;
import podium.core.change.ClusterId;
import podium.core.cluster.ClusterColor;
import podium.core.cluster.ClusterConnection;
import podium.core.cluster.ClusterConnector;
import podium.core.cluster.ClusterMark;
import podium.core.cluster.ClusterTarget;
import podium.core.cluster.Connections;
import podium.core.cluster.IdentityChange;
import podium.core.cluster.KnownClusters;
import podium.core.fleet.FleetService;
import podium.sources.texts.Texts;

/** The open clusters of this process: each is in the fleet as long as its connection is here. */
@Component
public final class OpenClusters implements Connections {
    private final FleetService fleet;
    private final ClusterConnector connector;
    private final KnownClusters known;
    private final Map<ClusterId, ClusterConnection> open = new ConcurrentHashMap<>();
    private final Map<ClusterId, ClusterTarget> targets = new ConcurrentHashMap<>();
    private final Map<ClusterId, IdentityChange> turnovers = new ConcurrentHashMap<>();
    private final List<Consumer<ClusterId>> listeners = new CopyOnWriteArrayList<>();
    private final ExecutorService anew = Executors.newVirtualThreadPerTaskExecutor();

    @Activate
    public OpenClusters(
            @Reference FleetService fleet, @Reference ClusterConnector connector, @Reference KnownClusters known) {
        this.fleet = fleet;
        this.connector = connector;
        this.known = known;
    }

    @Override
    public ClusterConnection open(ClusterTarget target) {
        return open(target, Optional.empty());
    }

    private ClusterConnection open(ClusterTarget target, Optional<IdentityChange> after) {
        return open.computeIfAbsent(target.id(), _ -> {
            // before it is in the fleet, so that whoever sees it there can ask why
            after.ifPresent(turnover -> turnovers.put(target.id(), turnover));
            ClusterTarget named = named(target);
            ClusterId id = named.id();
            ChangeSink sink = fleet.begin(id, named.context(), named.simulated());
            known.opened(named);
            sink.accept(id, List.of(marked(known.mark(named))));
            return connector.open(named, named.simulated() ? sink : identifying(sink), this::over);
        });
    }

    /** Where it becomes known which cluster it is, it is marked as that is by other entries of kubeconfigs. */
    private ChangeSink identifying(ChangeSink sink) {
        AtomicBoolean identified = new AtomicBoolean();
        return (id, changes) -> {
            sink.accept(id, changes);
            // told now and then, by itself: who may not ask for the cluster's uid is not asked for it at each change
            if (!identified.get() && changes.size() == 1 && changes.getFirst() instanceof Change.Heard) {
                // whoever tells of changes may hold what the connection waits for
                anew.execute(() -> identify(id, identified));
            }
        };
    }

    private void identify(ClusterId id, AtomicBoolean identified) {
        String uid = connection(id).map(ClusterConnection::clusterUid).orElse("");
        ClusterTarget target = targets.get(id);
        if (!uid.isEmpty() && target != null && identified.compareAndSet(false, true)) {
            ClusterMark before = known.mark(target);
            known.identified(target, uid);
            ClusterMark now = known.mark(target);
            if (!now.equals(before)) {
                fleet.sink(id).accept(id, List.of(marked(now)));
            }
        }
    }

    private synchronized ClusterTarget named(ClusterTarget target) {
        if (!target.simulated()) {
            targets.values().stream().filter(ClusterTarget::simulated).toList().forEach(this::besideReal);
        }
        boolean besideReal = target.simulated() && targets.values().stream().anyMatch(other -> !other.simulated());
        ClusterTarget named = target.named(name(target, besideReal));
        targets.put(named.id(), named);
        return named;
    }

    /** A simulated fleet that was there first gives up the plain name. */
    private void besideReal(ClusterTarget simulated) {
        if (simulated.id().name().equals(simulated.id().context())) {
            ClusterId id = simulated.id().named(name(simulated, true));
            targets.put(id, simulated.named(id.name()));
            fleet.sink(id).accept(id, List.of(new Change.Renamed(id.name())));
        }
    }

    /**
     * What a cluster is shown as: its context; of a simulated fleet beside a real cluster that it is one; and where another one is shown
     * so, the file beside it.
     */
    private String name(ClusterTarget target, boolean besideReal) {
        String context = besideReal
                ? Texts.of("OpenClusters.simulated", target.id().context())
                : target.id().context();
        Set<String> taken = targets.values().stream()
                .map(ClusterTarget::id)
                .filter(id -> !id.equals(target.id()))
                .map(ClusterId::name)
                .collect(Collectors.toSet());
        Stream<String> told = Stream.of(
                context,
                context + " (" + target.kubeconfig().getFileName() + ")",
                context + " (" + target.kubeconfig() + ")");
        Stream<String> counted = IntStream.iterate(2, number -> number + 1)
                .mapToObj(number -> context + " (" + target.kubeconfig().getFileName() + ", " + number + ")");
        return Stream.concat(told, counted)
                .filter(name -> !taken.contains(name))
                .findFirst()
                .orElse(context);
    }

    @Override
    public Optional<ClusterConnection> connection(ClusterId id) {
        return Optional.ofNullable(open.get(id));
    }

    @Override
    public List<ClusterConnection> all() {
        return List.copyOf(open.values());
    }

    @Override
    public Optional<ClusterTarget> target(ClusterId id) {
        return Optional.ofNullable(targets.get(id));
    }

    @Override
    public Optional<IdentityChange> turnover(ClusterId id) {
        return Optional.ofNullable(turnovers.get(id));
    }

    @Override
    public void dismiss(ClusterId id, IdentityChange read) {
        turnovers.remove(id, read);
    }

    @Override
    public void mark(ClusterId id, ClusterMark mark) {
        target(id).ifPresent(target -> {
            known.mark(target, mark);
            targets.values()
                    .forEach(open -> fleet.sink(open.id()).accept(open.id(), List.of(marked(known.mark(open)))));
        });
    }

    private static Change marked(ClusterMark mark) {
        return new Change.Marked(
                mark.production(), mark.color().map(ClusterColor::name).orElse(null));
    }

    @Override
    public void close(ClusterId id) {
        target(id).ifPresent(known::closed);
        Optional.ofNullable(open.remove(id)).ifPresent(this::end);
    }

    /** Somebody else is at the other end of a connection: it is opened anew, locked, for what it is, and it is kept why. */
    private void over(ClusterConnection connection, IdentityChange turnover) {
        anew.execute(() -> {
            ClusterTarget target = targets.get(connection.id());
            // what the operator has closed meanwhile stays closed
            if (target != null && open.remove(connection.id(), connection)) {
                end(connection);
                open(target.simulated() ? target : connector.again(target), Optional.of(turnover));
            }
        });
    }

    private void end(ClusterConnection connection) {
        targets.remove(connection.id());
        turnovers.remove(connection.id());
        fleet.end(connection.id());
        connection.close();
        listeners.forEach(listener -> listener.accept(connection.id()));
    }

    @Override
    public AutoCloseable listen(Consumer<ClusterId> closed) {
        listeners.add(closed);
        return () -> listeners.remove(closed);
    }

    /** Closes every connection; the fleet keeps what it showed last. */
    @Deactivate
    public void closeAll() {
        open.values().forEach(ClusterConnection::close);
        open.clear();
    }
}
