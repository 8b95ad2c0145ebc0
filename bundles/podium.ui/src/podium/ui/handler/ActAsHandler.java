// SPDX-License-Identifier: Apache-2.0
package podium.ui.handler;

import jakarta.inject.Named;
import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.swt.widgets.Shell;
import podium.core.fleet.FleetService;
import podium.ui.act.Dialogs;
import podium.ui.act.Problems;
import podium.ui.cluster.ClusterActions;
import podium.ui.dialog.ActAsDialog;
import podium.ui.kit.Kit;
import podium.ui.select.CurrentCluster;
import podium.ui.select.FleetSelection;
import podium.ui.words.Things;

/** Opens the current cluster anew as another user. */
public class ActAsHandler {

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
            Dialogs dialogs,
            Kit kit) {
        CurrentCluster.of(selection, fleet)
                .ifPresent(cluster -> new ActAsDialog(shell, kit, Things.name(cluster), clusters.actsAs(cluster))
                        .ask()
                        .ifPresent(other -> clusters.actAs(
                                cluster,
                                other,
                                problem -> dialogs.refuse(
                                        "Act as", Problems.words(problem), "Open the cluster again (Fleet menu)."))));
    }
}
