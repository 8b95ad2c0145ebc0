// SPDX-License-Identifier: Apache-2.0
package podium.ui.handler;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import podium.core.fleet.FleetService;
import podium.ui.act.Locks;
import podium.ui.select.CurrentCluster;
import podium.ui.select.FleetSelection;

/** Unlocks the cluster for changes, or makes it read-only again. */
public class LockHandler {

    @CanExecute
    boolean can(FleetSelection selection, FleetService fleet) {
        return CurrentCluster.of(selection, fleet).isPresent();
    }

    @Execute
    void turn(FleetSelection selection, FleetService fleet, Locks locks) {
        CurrentCluster.of(selection, fleet).ifPresent(cluster -> locks.set(cluster, !locks.isLocked(cluster)));
    }
}
