// SPDX-License-Identifier: Apache-2.0
package podium.ui.handler;

import jakarta.inject.Named;
import org.eclipse.e4.core.di.annotations.Execute;
import podium.ui.act.Act;
import podium.ui.act.Acts;
import podium.ui.bar.Remark;
import podium.ui.select.FleetSelection;

/** Does the act named by the parameter {@code act} with what is selected, or says in the status line why not. */
public class ActHandler {

    @Execute
    void run(@Named("act") String name, Acts acts, FleetSelection selection, Remark remark) {
        Act act = Act.valueOf(name);
        acts.whyNot(act, selection.get())
                .ifPresentOrElse(
                        why -> remark.say(act.words().replace("\u2026", "") + " not now: " + why),
                        () -> acts.run(act, selection.get()));
    }
}
