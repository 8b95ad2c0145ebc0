// SPDX-License-Identifier: Apache-2.0
package podium.ui.handler;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import podium.core.fleet.FleetService;
import podium.ui.enablement.ConsoleLocks;
import podium.ui.selection.CurrentCluster;
import podium.ui.selection.FleetSelection;

/** Unlocks the cluster for changes, or makes it read-only again. */
public class LockHandler {

    @CanExecute
    boolean can(FleetSelection selection, FleetService fleet, ConsoleLocks locks) {
        return CurrentCluster.of(selection, fleet)
                .filter(cluster ->
                        !locks.isLocked(cluster) || locks.whyNotUnlock(cluster).isEmpty())
                .isPresent();
    }

    @Execute
    void turn(FleetSelection selection, FleetService fleet, ConsoleLocks locks) {
        CurrentCluster.of(selection, fleet).ifPresent(cluster -> locks.set(cluster, !locks.isLocked(cluster)));
    }
}
