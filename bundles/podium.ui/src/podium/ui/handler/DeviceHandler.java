// SPDX-License-Identifier: Apache-2.0
package podium.ui.handler;

import jakarta.inject.Named;
import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import podium.ui.act.DeviceAct;
import podium.ui.act.DeviceMenu;
import podium.ui.act.Dialogs;
import podium.ui.select.FleetSelection;

/** Does the act named by the parameter {@code act} with the selected GPU, or those of the selected node. */
public class DeviceHandler {

    @CanExecute
    public boolean can(@Named("act") String act, DeviceMenu devices, FleetSelection selection) {
        return devices.whyNot(DeviceAct.valueOf(act), selection.get()).isEmpty();
    }

    @Execute
    public void run(@Named("act") String name, DeviceMenu devices, FleetSelection selection, Dialogs dialogs) {
        DeviceAct act = DeviceAct.valueOf(name);
        devices.whyNot(act, selection.get())
                .ifPresentOrElse(
                        why -> dialogs.refuse(act.words().replace("\u2026", ""), why, act.meaning() + "."),
                        () -> devices.run(act, selection.get()));
    }
}
