// SPDX-License-Identifier: Apache-2.0
package podium.ui.cluster;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.eclipse.e4.core.di.annotations.Creatable;
import podium.core.api.ObjectReader;
import podium.core.change.ClusterId;
import podium.core.cluster.ClusterConnection;
import podium.core.cluster.ClusterConnector;
import podium.core.cluster.ClusterMark;
import podium.core.cluster.ClusterTarget;
import podium.core.cluster.Connections;
import podium.core.cluster.IdentityChange;
import podium.core.cluster.ImpersonatedUser;
import podium.core.cluster.KnownCluster;
import podium.core.cluster.KnownClusters;
import podium.core.cluster.SimulatedFleets;
import podium.core.cluster.SimulatedScenario;
import podium.core.fleet.FleetService;
import podium.core.shell.LoginSession;
import podium.model.fleet.Cluster;
import podium.operation.Impersonations;
import podium.operation.ProtectionChanges;
import podium.operation.access.RoleBindings;
import podium.ui.label.FleetLabels;
import podium.ui.label.Snapshots;
import podium.ui.prompt.ImpersonationPrompt;
import podium.ui.texts.Texts;
import podium.ui.toolkit.BackgroundWork;
import podium.ui.toolkit.PendingOpens;

/** Opening, reconnecting and closing clusters. What may block runs elsewhere. UI thread. */
@Creatable
public final class ClusterActions {
    private final Connections connections;
    private final ClusterConnector connector;
    private final SimulatedFleets simulated;
    private final BackgroundWork background;
    private final PendingOpens opening;
    private final FleetService fleet;
    private final KnownClusters known;
    private final Impersonations impersonations;
    private final ProtectionChanges protection;

    @Inject
    public ClusterActions(
            Connections connections,
            ClusterConnector connector,
            SimulatedFleets simulated,
            BackgroundWork background,
            PendingOpens opening,
            FleetService fleet,
            KnownClusters known,
            Impersonations impersonations,
            ProtectionChanges protection) {
        this.impersonations = impersonations;
        this.protection = protection;
        this.known = known;
        this.connections = connections;
        this.connector = connector;
        this.simulated = simulated;
        this.background = background;
        this.opening = opening;
        this.fleet = fleet;
    }

    /**
     * Reads all contexts that can be opened; runs nothing that stands in a kubeconfig.
     *
     * @param named files beside those that kubectl reads
     */
    public void contexts(List<Path> named, Consumer<ContextChoices> found, Consumer<Throwable> failed) {
        background.run(() -> ContextChoices.read(connector, known, connections, named), found, failed);
    }

    /** The clusters that were open before, the last opened first. */
    public void recent(Consumer<List<KnownCluster>> found) {
        background.run(known::recent, found, problem -> {});
    }

    /** Opens a cluster that was open before: the context as it stands in its files now, or its scenario. */
    public void openAgain(KnownCluster cluster, Consumer<Throwable> failed) {
        if (cluster.target().simulated()) {
            openSimulated(cluster.target().context(), failed);
        } else {
            background.run(() -> connections.open(connector.again(cluster.target())), opened -> {}, failed);
        }
    }

    /** Marks a cluster for the operator's eyes, also at later starts. */
    public void mark(Cluster cluster, ClusterMark mark, Consumer<Throwable> failed) {
        ClusterId id = id(cluster);
        boolean production = cluster.isProduction();
        background.run(
                () -> {
                    protection.mark(id, production, mark);
                    return id;
                },
                marked -> {},
                failed);
    }

    /** The kubeconfig that a cluster was opened from; that of a simulated one is for kubectl; empty: it is a snapshot. */
    public Optional<Path> kubeconfig(Cluster cluster) {
        return connections.target(id(cluster)).map(ClusterTarget::kubeconfig);
    }

    /** Opens a context. How it goes is said on the cluster itself. */
    public void open(ClusterTarget target, Consumer<Throwable> failed) {
        background.run(() -> connections.open(target), opened -> {}, failed);
    }

    /** The fleets that can be simulated. */
    public void scenarios(Consumer<List<SimulatedScenario>> found, Consumer<Throwable> failed) {
        background.run(simulated::described, found, failed);
    }

    /** The cluster of a simulated fleet that is open; empty: it is not. */
    public Optional<Cluster> simulated(String scenario) {
        return fleet.fleet().getClusters().stream()
                .filter(cluster -> connections
                        .target(id(cluster))
                        .filter(target -> target.simulated() && target.context().equals(scenario))
                        .isPresent())
                .findFirst();
    }

    /** Starts a simulated fleet and opens it. */
    public void openSimulated(String scenario, Consumer<Throwable> failed) {
        String name = PendingOpens.simulated(scenario);
        Runnable over = opening.begin(name);
        background.run(
                () -> connections.open(simulated.start(scenario, how -> opening.progress(name, how))),
                opened -> over.run(),
                problem -> {
                    over.run();
                    failed.accept(problem);
                });
    }

    /** What must be agreed to before the cluster connects; empty: nothing. */
    public Optional<String> consentNeeded(Cluster cluster) {
        return connection(cluster).flatMap(ClusterConnection::consentNeeded);
    }

    /** The operator agrees to what {@link #consentNeeded} said when it was read. */
    public void agree(Cluster cluster, String question) {
        connection(cluster).ifPresent(connection -> connection.agree(question));
    }

    /** What asks on a terminal before the cluster connects; empty: nothing does. */
    public Optional<LoginSession> login(Cluster cluster) {
        return connection(cluster).flatMap(ClusterConnection::login);
    }

    /** Why it was opened anew without being asked for; empty: it was not, or the operator read it. */
    public Optional<IdentityChange> turnover(Cluster cluster) {
        return connections.turnover(id(cluster));
    }

    /** The operator read why it was opened anew. */
    public void dismiss(Cluster cluster, IdentityChange read) {
        connections.dismiss(id(cluster), read);
    }

    /** Drops the streams and starts again. */
    public void reconnect(Cluster cluster) {
        connection(cluster).ifPresent(ClusterConnection::reconnect);
    }

    /** As whom the requests to a cluster are made, where that is somebody else. */
    public Optional<ImpersonatedUser> actsAs(Cluster cluster) {
        return connections.target(id(cluster)).flatMap(ClusterTarget::actAs);
    }

    /** As whom else they may be made: what is asked before that. */
    public ImpersonationPrompt actingAs(
            Cluster cluster, List<ImpersonatedUser> last, Predicate<Optional<ImpersonatedUser>> agreed) {
        return new ImpersonationPrompt(
                FleetLabels.name(cluster),
                actsAs(cluster),
                last,
                () -> RoleBindings.of(connections
                        .capability(id(cluster), ObjectReader.class)
                        .orElseThrow(() -> new IOException(Texts.of("ClusterActions.notConnected")))),
                agreed);
    }

    /** As what the same cluster is open besides. */
    public List<String> alsoOpenAs(Cluster cluster) {
        return connections.alsoOpenAs(id(cluster)).stream().map(ClusterId::name).toList();
    }

    /** Whether its identity can be chosen: a snapshot has none. */
    public boolean canActAs(Cluster cluster) {
        return connections.target(id(cluster)).isPresent();
    }

    /** Opens the cluster anew as somebody else, or again as the kubeconfig says. */
    public void actAs(Cluster cluster, Optional<ImpersonatedUser> other, Consumer<Throwable> failed) {
        ClusterId id = id(cluster);
        background.run(
                () -> {
                    impersonations.actAs(id, other);
                    return id;
                },
                opened -> {},
                failed);
    }

    /**
     * Closes the cluster and takes it out of the fleet; its streams may take a moment to end. A snapshot has none, and no connection
     * that could be closed; it goes with all clusters of its file.
     */
    public void close(Cluster cluster) {
        ClusterId id = id(cluster);
        if (Snapshots.is(cluster)) {
            Optional<Path> file = Snapshots.file(cluster);
            List.copyOf(fleet.fleet().getClusters()).stream()
                    .filter(other -> other == cluster
                            || file.isPresent() && Snapshots.file(other).equals(file))
                    .forEach(other -> fleet.remove(id(other)));
            return;
        }
        background.run(
                () -> {
                    impersonations.close(id);
                    return id;
                },
                closed -> {},
                problem -> {});
    }

    /** The open connection of a cluster. */
    public Optional<ClusterConnection> connection(Cluster cluster) {
        return connections.connection(id(cluster));
    }

    private static ClusterId id(Cluster cluster) {
        return ClusterId.of(cluster);
    }
}
