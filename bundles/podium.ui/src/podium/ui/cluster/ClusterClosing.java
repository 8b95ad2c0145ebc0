// SPDX-License-Identifier: Apache-2.0
package podium.ui.cluster;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.e4.core.di.annotations.Creatable;
import podium.core.change.ClusterId;
import podium.core.text.CleanText;
import podium.model.fleet.Cluster;
import podium.operation.Operation;
import podium.operation.OperationService;
import podium.operation.OperationState;
import podium.operation.forward.ForwardService;
import podium.operation.forward.PortForward;
import podium.operation.shell.ShellService;
import podium.ui.label.FleetLabels;
import podium.ui.label.Snapshots;
import podium.ui.prompt.Dialogs;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Formats;

/** Closes clusters, and asks first where something ends with one. UI thread. */
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
        List<String> ending = Snapshots.is(cluster) ? List.of() : ending(cluster);
        if (ending.isEmpty()) {
            clusters.close(cluster);
        } else {
            dialogs.close(words(cluster), ending, () -> clusters.close(cluster));
        }
    }

    /** What ends with it, each in a line. */
    private List<String> ending(Cluster cluster) {
        ClusterId id = ClusterId.of(cluster);
        List<String> ending = new ArrayList<>();
        operations.operations().stream()
                .filter(it -> it.plan().cluster().equals(id) && goesOn(it))
                .map(it -> Texts.of("ClusterClosing.stopsAt", it.plan().title(), it.done(), it.total()))
                .forEach(ending::add);
        int running = shells.running(id);
        if (running > 0) {
            ending.add(Formats.counted(running, "shell"));
        }
        long open = forwards.all().stream()
                .filter(it -> it.cluster().equals(id))
                .filter(PortForward::isOpen)
                .count();
        if (open > 0) {
            ending.add(Formats.counted(open, "port forward"));
        }
        if (cluster.isSimulated()) {
            ending.add(Texts.of("ClusterClosing.theSimulatedFleet"));
        }
        return ending;
    }

    private static boolean goesOn(Operation operation) {
        return !operation.state().ended() && operation.state() != OperationState.INTERRUPTED;
    }
}
