// SPDX-License-Identifier: Apache-2.0
package podium.ui.handler;

import jakarta.inject.Named;
import org.eclipse.e4.core.di.annotations.Execute;
import podium.ui.action.FleetActions;
import podium.ui.enablement.FleetAction;
import podium.ui.selection.KeyTarget;
import podium.ui.trim.RefusalNote;

/** Does the act named by the parameter {@code action} with what the key is about, or says beside what has the focus why not. */
public class FleetActionHandler {

    @Execute
    void run(@Named("act") String name, FleetActions actions, KeyTarget target, RefusalNote note) {
        FleetAction action = FleetAction.valueOf(name);
        actions.whyNot(action, target.get())
                .ifPresentOrElse(
                        why -> note.say(
                                () -> actions.whyNot(action, target.get()).map(now -> action.cannot() + ": " + now)),
                        () -> actions.run(action, target.get()));
    }
}
