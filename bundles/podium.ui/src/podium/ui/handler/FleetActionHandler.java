// SPDX-License-Identifier: Apache-2.0
package podium.ui.handler;

import jakarta.inject.Named;
import org.eclipse.e4.core.di.annotations.Execute;
import podium.ui.action.FleetAction;
import podium.ui.action.FleetActions;
import podium.ui.selection.FleetSelection;
import podium.ui.trim.StatusMessage;

/** Does the act named by the parameter {@code act} with what is selected, or says in the status line why not. */
public class FleetActionHandler {

    @Execute
    void run(@Named("act") String name, FleetActions acts, FleetSelection selection, StatusMessage remark) {
        FleetAction act = FleetAction.valueOf(name);
        acts.whyNot(act, selection.get())
                .ifPresentOrElse(
                        why -> remark.say(act.words().replace("\u2026", "") + " not now: " + why),
                        () -> acts.run(act, selection.get()));
    }
}
