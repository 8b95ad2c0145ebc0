// SPDX-License-Identifier: Apache-2.0
package podium.ui.handler;

import jakarta.inject.Named;
import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import podium.ui.act.Act;
import podium.ui.act.Acts;
import podium.ui.act.Dialogs;
import podium.ui.select.FleetSelection;

/** Does the act named by the parameter {@code act} with what is selected. */
public class ActHandler {

    @CanExecute
    boolean can(@Named("act") String act, Acts acts, FleetSelection selection) {
        return acts.whyNot(Act.valueOf(act), selection.get()).isEmpty();
    }

    @Execute
    void run(@Named("act") String name, Acts acts, FleetSelection selection, Dialogs dialogs) {
        Act act = Act.valueOf(name);
        acts.whyNot(act, selection.get())
                .ifPresentOrElse(
                        why -> dialogs.refuse(act.words().replace("\u2026", ""), why, act.meaning() + "."),
                        () -> acts.run(act, selection.get()));
    }
}
