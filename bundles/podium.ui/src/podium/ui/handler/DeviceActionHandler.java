// SPDX-License-Identifier: Apache-2.0
package podium.ui.handler;

import jakarta.inject.Named;
import org.eclipse.e4.core.di.annotations.Execute;
import podium.ui.action.DeviceActions;
import podium.ui.enablement.DeviceAction;
import podium.ui.selection.KeyTarget;
import podium.ui.trim.RefusalNote;

/**
 * Does the act named by the parameter {@code action} with the selected GPU, or those of the selected node, or says beside what has
 * the focus why not.
 */
public class DeviceActionHandler {

    @Execute
    public void run(@Named("act") String name, DeviceActions devices, KeyTarget target, RefusalNote note) {
        DeviceAction action = DeviceAction.valueOf(name);
        devices.whyNot(action, target.get())
                .ifPresentOrElse(
                        why -> note.say(
                                () -> devices.whyNot(action, target.get()).map(now -> action.cannot() + ": " + now)),
                        () -> devices.run(action, target.get()));
    }
}
