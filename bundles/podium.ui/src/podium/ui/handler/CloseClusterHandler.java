// SPDX-License-Identifier: Apache-2.0
package podium.ui.handler;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import podium.core.fleet.FleetService;
import podium.ui.cluster.ClusterActions;
import podium.ui.selection.CurrentCluster;
import podium.ui.selection.FleetSelection;

/** Closes the cluster of what is selected, else the only one. */
public class CloseClusterHandler {

    @CanExecute
    boolean can(FleetSelection selection, FleetService fleet) {
        return CurrentCluster.of(selection, fleet).isPresent();
    }

    @Execute
    void close(FleetSelection selection, FleetService fleet, ClusterActions clusters) {
        CurrentCluster.of(selection, fleet).ifPresent(clusters::close);
    }
}
