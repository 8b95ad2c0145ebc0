// SPDX-License-Identifier: Apache-2.0
package podium.ui.cluster;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.e4.core.di.annotations.Creatable;
import podium.core.change.ClusterId;
import podium.core.cluster.ImpersonatedUser;
import podium.core.text.CleanText;
import podium.model.fleet.Cluster;
import podium.operation.Operation;
import podium.operation.OperationService;
import podium.operation.OperationState;
import podium.operation.forward.ForwardService;
import podium.operation.forward.PortForward;
import podium.operation.shell.ShellService;
import podium.ui.label.FailureLabel;
import podium.ui.label.FleetLabels;
import podium.ui.label.Snapshots;
import podium.ui.prompt.Dialogs;
import podium.ui.texts.Texts;

/** Closes clusters or opens them as somebody else, and asks first where something ends with one. UI thread. */
@Creatable
public final class ClusterClosing {
    private static final int LONGEST = 60;

    private final ClusterActions clusters;
    private final OperationService operations;
    private final ShellService shells;
    private final ForwardService forwards;
    private final Dialogs dialogs;

    @Inject
    public ClusterClosing(
            ClusterActions clusters,
            OperationService operations,
            ShellService shells,
            ForwardService forwards,
            Dialogs dialogs) {
        this.clusters = clusters;
        this.operations = operations;
        this.shells = shells;
        this.forwards = forwards;
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
        List<String> ending = new ArrayList<>(Snapshots.is(cluster) ? List.of() : ending(cluster));
        if (cluster.isSimulated() && !Snapshots.is(cluster)) {
            ending.add(Texts.of("ClusterClosing.theSimulatedFleet"));
        }
        ask(words(cluster), Texts.of("ClusterClosing.closeCluster"), ending, () -> clusters.close(cluster));
    }

    /** Opens a cluster anew as somebody else, or again as the kubeconfig says. */
    public void actAs(Cluster cluster, Optional<ImpersonatedUser> other) {
        String confirm = other.isPresent() ? Texts.of("ClusterClosing.actAs") : Texts.of("ClusterClosing.asMyself");
        String name = CleanText.middle(FleetLabels.name(cluster), LONGEST);
        String title = other.map(it -> Texts.of("ClusterClosing.actAsIn", CleanText.middle(it.user(), LONGEST), name))
                .orElse(Texts.of("ClusterClosing.asMyselfIn", name));
        ask(
                title,
                confirm,
                ending(cluster),
                () -> clusters.actAs(
                        cluster,
                        other,
                        problem -> dialogs.refuse(
                                title, FailureLabel.words(problem), Texts.of("ClusterClosing.openTheClusterAgain"))));
    }

    private void ask(String title, String confirm, List<String> ending, Runnable confirmed) {
        if (ending.isEmpty()) {
            confirmed.run();
        } else {
            dialogs.close(title, confirm, ending, confirmed);
        }
    }

    /** What ends with the connection, each in a line. */
    private List<String> ending(Cluster cluster) {
        ClusterId id = ClusterId.of(cluster);
        Stream<String> stopped = operations.operations().stream()
                .filter(it -> it.plan().cluster().equals(id) && goesOn(it))
                .map(it -> Texts.of("ClusterClosing.stopsAt", it.plan().title(), it.done(), it.total()));
        Stream<String> closed = forwards.all().stream()
                .filter(it -> it.cluster().equals(id))
                .filter(PortForward::isOpen)
                .map(it -> Texts.of("ClusterClosing.forward", it.target().title(), String.valueOf(it.localPort())));
        return Stream.of(stopped, shells.running(id).stream(), closed)
                .flatMap(it -> it)
                .toList();
    }

    private static boolean goesOn(Operation operation) {
        return !operation.state().ended() && operation.state() != OperationState.INTERRUPTED;
    }
}
