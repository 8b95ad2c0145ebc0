// SPDX-License-Identifier: Apache-2.0
package podium.ui.cluster;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.e4.core.di.annotations.Creatable;
import podium.core.change.ClusterId;
import podium.core.cluster.ClusterMark;
import podium.core.cluster.ImpersonatedUser;
import podium.core.text.CleanText;
import podium.model.fleet.Cluster;
import podium.operation.Operation;
import podium.operation.OperationService;
import podium.operation.OperationState;
import podium.operation.plan.Step;
import podium.ui.label.FailureLabel;
import podium.ui.label.FleetLabels;
import podium.ui.label.Snapshots;
import podium.ui.prompt.Dialogs;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Menus.Entry;

/** Closes clusters or opens them as somebody else, and asks first where something ends with one. UI thread. */
@Creatable
public final class ClusterClosing {
    private static final int LONGEST = 60;

    private final ClusterActions clusters;
    private final OperationService operations;
    private final ClusterSessions sessions;
    private final Dialogs dialogs;

    @Inject
    public ClusterClosing(
            ClusterActions clusters, OperationService operations, ClusterSessions sessions, Dialogs dialogs) {
        this.clusters = clusters;
        this.operations = operations;
        this.sessions = sessions;
        this.dialogs = dialogs;
    }

    /** Says what is closed: Close mixed; of a snapshot its file. */
    public static String words(Cluster cluster) {
        String name = Snapshots.file(cluster)
                .map(file -> String.valueOf(file.getFileName()))
                .orElseGet(() -> FleetLabels.name(cluster));
        return Texts.of("ClusterClosing.close", CleanText.middle(name, LONGEST));
    }

    /** Closes a cluster, of a snapshot all of its file. */
    public void close(Cluster cluster) {
        ask(
                words(cluster),
                Texts.of("ClusterClosing.closeCluster"),
                () -> {
                    List<String> ending = new ArrayList<>(Snapshots.is(cluster) ? List.of() : ending(cluster));
                    sessions.simulated(cluster).ifPresent(ending::add);
                    return ending;
                },
                () -> sessions.end(ClusterId.of(cluster), () -> clusters.close(cluster)));
    }

    /** What opens a cluster again as the kubeconfig says; empty: it acts as nobody else. */
    public Optional<Entry> asMyself(Cluster cluster) {
        return clusters.actsAs(cluster)
                .map(_ -> Entry.of(
                        Texts.of("ClusterClosing.asMyselfIn", CleanText.middle(FleetLabels.name(cluster), LONGEST)),
                        Icon.UNDO,
                        () -> actAs(cluster, Optional.empty())));
    }

    /** Opens a cluster anew as somebody else, or again as the kubeconfig says. */
    public void actAs(Cluster cluster, Optional<ImpersonatedUser> other) {
        if (agrees(cluster, other)) {
            begin(cluster, other);
        }
    }

    /** Whether the operator agrees to what ends when it is opened anew; where nothing does, nothing is asked. */
    public boolean agrees(Cluster cluster, Optional<ImpersonatedUser> other) {
        AtomicBoolean agreed = new AtomicBoolean();
        ask(
                Texts.of("ClusterClosing.whatEnds", title(cluster, other)),
                other.isPresent() ? Texts.of("ClusterClosing.actAs") : Texts.of("ClusterClosing.asMyself"),
                () -> ending(cluster),
                () -> agreed.set(true));
        return agreed.get();
    }

    /** As {@link #actAs}, once the operator agreed. */
    public void begin(Cluster cluster, Optional<ImpersonatedUser> other) {
        sessions.end(
                ClusterId.of(cluster),
                () -> clusters.actAs(
                        cluster,
                        other,
                        problem -> dialogs.refuse(
                                title(cluster, other),
                                FailureLabel.words(problem),
                                Texts.of("ClusterClosing.openTheClusterAgain"))));
    }

    /** Marks a cluster; says so where it is not marked. */
    public void mark(Cluster cluster, ClusterMark mark) {
        clusters.mark(
                cluster,
                mark,
                problem -> dialogs.refuse(
                        Texts.of("ClusterClosing.mark", CleanText.middle(FleetLabels.name(cluster), LONGEST)),
                        FailureLabel.words(problem),
                        Texts.of("ClusterClosing.theMarkIsUnchanged")));
    }

    private static String title(Cluster cluster, Optional<ImpersonatedUser> other) {
        String name = CleanText.middle(FleetLabels.name(cluster), LONGEST);
        return other.map(it -> Texts.of("ClusterClosing.actAsIn", CleanText.middle(it.user(), LONGEST), name))
                .orElse(Texts.of("ClusterClosing.asMyselfIn", name));
    }

    private void ask(String title, String confirm, Supplier<List<String>> ending, Runnable confirmed) {
        if (ending.get().isEmpty()) {
            confirmed.run();
        } else {
            dialogs.close(title, confirm, ending, confirmed);
        }
    }

    /** What ends with the connection, what only pauses, and what stays behind in the cluster, each in a line, as it is now. */
    private List<String> ending(Cluster cluster) {
        ClusterId id = ClusterId.of(cluster);
        List<Operation> all = operations.operations().stream()
                .filter(it -> it.plan().cluster().equals(id))
                .toList();
        Stream<String> paused = all.stream().filter(ClusterClosing::goesOn).flatMap(it -> pausing(it, cluster));
        return Stream.concat(paused, sessions.open(id).stream()).toList();
    }

    /** It can be gone on with, and nothing of it is taken back until then. */
    private static Stream<String> pausing(Operation operation, Cluster cluster) {
        Set<String> cordons = operation.plan().steps().stream()
                .filter(Step.Write.class::isInstance)
                .map(step -> ((Step.Write) step).write())
                .filter(write -> write.target().resource().equals("nodes")
                        && write.body().contains("\"unschedulable\":true"))
                .map(write -> write.target().name())
                .collect(Collectors.toSet());
        long nodes = cluster.getNodes().stream()
                .filter(node -> node.isUnschedulable() && cordons.contains(node.getName()))
                .count();
        String pauses =
                Texts.of("ClusterClosing.pausesAt", operation.plan().title(), operation.done(), operation.total());
        return nodes == 0
                ? Stream.of(pauses)
                : Stream.of(pauses, Texts.of("ClusterClosing.staysCordoned", Formats.counted(nodes, "node")));
    }

    private static boolean goesOn(Operation operation) {
        return !operation.state().ended() && operation.state() != OperationState.INTERRUPTED;
    }
}
