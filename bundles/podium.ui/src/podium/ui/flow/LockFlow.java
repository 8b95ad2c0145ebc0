// SPDX-License-Identifier: Apache-2.0
package podium.ui.flow;

import podium.core.change.ClusterId;
import podium.model.fleet.Cluster;
import podium.operation.ProtectionChanges;
import podium.ui.enablement.ConsoleLocks;
import podium.ui.label.FailureLabel;
import podium.ui.label.FleetLabels;
import podium.ui.prompt.Dialogs;
import podium.ui.texts.Texts;
import podium.ui.toolkit.BackgroundWork;

/** Locks and unlocks clusters, once the journal says so. UI thread. */
public final class LockFlow {
    private LockFlow() {}

    /** Returns at once. What the journal cannot record is refused. */
    public static void turn(
            Cluster cluster,
            boolean locked,
            ProtectionChanges changes,
            ConsoleLocks locks,
            BackgroundWork background,
            Dialogs dialogs) {
        ClusterId id = ClusterId.of(cluster);
        String name = FleetLabels.name(cluster);
        background.run(
                () -> {
                    changes.lock(id, locked);
                    return id;
                },
                done -> locks.turned(),
                problem -> {
                    locks.turned();
                    dialogs.refuse(
                            locked ? Texts.of("LockFlow.lock", name) : Texts.of("LockFlow.unlock", name),
                            FailureLabel.words(problem),
                            locked ? Texts.of("LockFlow.lockedUnrecorded") : Texts.of("LockFlow.staysLocked"));
                });
    }
}
