// SPDX-License-Identifier: Apache-2.0
package podium.ui.cluster;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.e4.core.di.annotations.Creatable;
import podium.core.change.ClusterId;
import podium.core.shell.ShellCommand;
import podium.model.fleet.Cluster;
import podium.operation.OperationService;
import podium.operation.forward.ForwardService;
import podium.operation.forward.PortForward;
import podium.operation.object.AddedDebugContainer;
import podium.operation.shell.ShellService;
import podium.ui.flow.NodeShells;
import podium.ui.label.FleetLabels;
import podium.ui.label.Snapshots;
import podium.ui.texts.Texts;
import podium.ui.toolkit.UnsentTexts;

/** What is open for a cluster beside its connection and ends with it: shells, forwarded ports, what was not sent. UI thread. */
@Creatable
public final class ClusterSessions {
    private final OperationService operations;
    private final ShellService shells;
    private final ForwardService forwards;
    private final NodeShells nodes;
    private final UnsentTexts unsent;

    @Inject
    public ClusterSessions(
            OperationService operations,
            ShellService shells,
            ForwardService forwards,
            NodeShells nodes,
            UnsentTexts unsent) {
        this.operations = operations;
        this.shells = shells;
        this.forwards = forwards;
        this.nodes = nodes;
        this.unsent = unsent;
    }

    /** What ends, and what is deleted or stays behind in the cluster, each in a line, as it is now. */
    public List<String> open(ClusterId cluster) {
        return Stream.concat(inside(cluster), unsent.lines(cluster).stream()).toList();
    }

    /** As {@link #open(ClusterId)}, of all of them, what simulated ones lose, and all that was not sent: the console is closed. */
    public List<String> open(List<Cluster> clusters) {
        return Stream.of(
                        clusters.stream().map(ClusterId::of).flatMap(this::inside),
                        clusters.stream().flatMap(it -> simulated(it).stream()),
                        unsent.lines().stream())
                .flatMap(it -> it)
                .toList();
    }

    private Stream<String> inside(ClusterId cluster) {
        List<ShellService.Running> running = shells.running(cluster);
        Stream<String> debug = AddedDebugContainer.added(operations.operations().stream()
                        .filter(it -> it.plan().cluster().equals(cluster))
                        .toList())
                .stream()
                .filter(it -> nodes.uses(it.name()) || running.stream().anyMatch(shell -> isIn(it, shell.command())))
                .map(it -> Texts.of(
                        "ClusterSessions.debugContainerRunsOn",
                        it.name(),
                        it.pod().name()));
        Stream<String> forwarded = forwards.all().stream()
                .filter(it -> it.cluster().equals(cluster))
                .filter(PortForward::isOpen)
                .map(it ->
                        Texts.of("ClusterSessions.forwardEnds", it.target().title(), String.valueOf(it.localPort())));
        return Stream.of(
                        running.stream().map(it -> Texts.of("ClusterSessions.shellEnds", it.title())),
                        nodes.ending(cluster).stream(),
                        debug,
                        forwarded)
                .flatMap(it -> it);
    }

    /** Says that a simulated fleet loses with its end what was done in it; empty: nothing was. */
    public Optional<String> simulated(Cluster cluster) {
        return cluster.isSimulated()
                        && !Snapshots.is(cluster)
                        && operations.operations().stream()
                                .anyMatch(it -> it.plan().cluster().equals(ClusterId.of(cluster))
                                        && it.done() > 0
                                        && it.past().isEmpty())
                ? Optional.of(Texts.of("ClusterSessions.theSimulatedFleet", FleetLabels.name(cluster)))
                : Optional.empty();
    }

    private static boolean isIn(AddedDebugContainer added, ShellCommand shell) {
        return shell.container().equals(added.name())
                && shell.pod().equals(added.pod().name())
                && shell.namespace().equals(added.pod().namespace());
    }

    /** Deletes what was made for shells alone. What else is open ends with the connection. */
    public void end(ClusterId cluster, Runnable then) {
        nodes.end(cluster, then);
    }

    /** As {@link #end(ClusterId, Runnable)}, one after the other. */
    public void end(List<ClusterId> clusters, Runnable then) {
        if (clusters.isEmpty()) {
            then.run();
        } else {
            end(clusters.getFirst(), () -> end(clusters.subList(1, clusters.size()), then));
        }
    }
}
