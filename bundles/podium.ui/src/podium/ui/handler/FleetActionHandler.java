// SPDX-License-Identifier: Apache-2.0
package podium.ui.handler;

import jakarta.inject.Named;
import org.eclipse.e4.core.di.annotations.Execute;
import podium.ui.action.FleetActions;
import podium.ui.enablement.FleetAction;
import podium.ui.selection.FleetSelection;
import podium.ui.trim.RefusalNote;

/** Does the act named by the parameter {@code action} with what is selected, or says beside what has the focus why not. */
public class FleetActionHandler {

    @Execute
    void run(@Named("act") String name, FleetActions actions, FleetSelection selection, RefusalNote note) {
        FleetAction action = FleetAction.valueOf(name);
        actions.whyNot(action, selection.get())
                .ifPresentOrElse(
                        why -> note.say(
                                () -> actions.whyNot(action, selection.get()).map(now -> action.cannot() + ": " + now)),
                        () -> actions.run(action, selection.get()));
    }
}
