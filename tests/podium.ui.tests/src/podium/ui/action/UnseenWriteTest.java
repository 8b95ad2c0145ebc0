// SPDX-License-Identifier: Apache-2.0
package podium.ui.action;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.ui.enablement.DeviceAction;
import podium.ui.enablement.FleetAction;
import podium.ui.fake.PartScreen;

/** A key is pressed by mistake: whatever is selected then, nothing is sent before the operator has seen it and agreed. */
class UnseenWriteTest {
    private final PartScreen seen = new PartScreen();
    private final Cluster lab = seen.lab();

    @AfterEach
    void close() {
        seen.close();
    }

    /** They show a part, and what goes into a cluster from there is guarded in another way. */
    private static final EnumSet<FleetAction> PARTS = EnumSet.of(
            FleetAction.LOGS, FleetAction.SHELL, FleetAction.FORWARD, FleetAction.COPY_FILES, FleetAction.LAY_OUT);

    private List<EObject> things() {
        List<EObject> things = new ArrayList<>(List.of(lab));
        for (Node node : lab.getNodes()) {
            things.add(node);
            things.addAll(node.getAccelerators());
        }
        for (Job job : lab.getJobs()) {
            things.add(job);
            things.addAll(job.getTasks());
        }
        return things;
    }

    @Test
    void noActOfAnyKeySendsAnythingThatWasNotSeenFirst() {
        seen.show();
        seen.dialogs.confirms = false;
        seen.stage.locks.set(lab, false);
        lab.getNodes().getFirst().setUnschedulable(true);
        for (EObject thing : things()) {
            for (FleetAction action : EnumSet.complementOf(PARTS)) {
                seen.stage.actions.run(action, List.of(thing));
            }
            for (DeviceAction action : DeviceAction.values()) {
                seen.stage.deviceMenu.run(action, List.of(thing));
            }
        }
        seen.settle();
        for (String dialog : List.of("review Cordon", "review Uncordon", "drain ", "ask ")) {
            seen.until(dialog, () -> seen.dialogs.shown.toString().contains(dialog));
        }
        assertEquals(List.of(), seen.stage.operations.asked);
    }
}
