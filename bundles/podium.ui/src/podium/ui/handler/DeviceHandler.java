// SPDX-License-Identifier: Apache-2.0
package podium.ui.handler;

import jakarta.inject.Named;
import org.eclipse.e4.core.di.annotations.Execute;
import podium.ui.act.DeviceAct;
import podium.ui.act.DeviceMenu;
import podium.ui.bar.Remark;
import podium.ui.select.FleetSelection;

/**
 * Does the act named by the parameter {@code act} with the selected GPU, or those of the selected node, or says in the status
 * line why not.
 */
public class DeviceHandler {

    @Execute
    public void run(@Named("act") String name, DeviceMenu devices, FleetSelection selection, Remark remark) {
        DeviceAct act = DeviceAct.valueOf(name);
        devices.whyNot(act, selection.get())
                .ifPresentOrElse(
                        why -> remark.say(act.words().replace("\u2026", "") + " not now: " + why),
                        () -> devices.run(act, selection.get()));
    }
}
