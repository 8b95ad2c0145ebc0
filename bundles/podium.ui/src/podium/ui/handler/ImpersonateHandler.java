// SPDX-License-Identifier: Apache-2.0
package podium.ui.handler;

import jakarta.inject.Named;
import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.swt.widgets.Shell;
import podium.core.fleet.FleetService;
import podium.ui.cluster.ClusterActions;
import podium.ui.cluster.ClusterClosing;
import podium.ui.dialog.ImpersonationDialog;
import podium.ui.label.FleetLabels;
import podium.ui.selection.CurrentCluster;
import podium.ui.selection.FleetSelection;
import podium.ui.toolkit.UiServices;

/** Opens the current cluster again as another user. */
public class ImpersonateHandler {

    @CanExecute
    boolean can(FleetSelection selection, FleetService fleet, ClusterActions clusters) {
        return CurrentCluster.of(selection, fleet).filter(clusters::canActAs).isPresent();
    }

    @Execute
    void ask(
            @Named(IServiceConstants.ACTIVE_SHELL) Shell shell,
            FleetSelection selection,
            FleetService fleet,
            ClusterActions clusters,
            ClusterClosing closing,
            UiServices services) {
        CurrentCluster.of(selection, fleet).ifPresent(cluster -> new ImpersonationDialog(
                        shell, services, FleetLabels.name(cluster), clusters.actsAs(cluster))
                .ask()
                .ifPresent(other -> closing.actAs(cluster, other)));
    }
}
