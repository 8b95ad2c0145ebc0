// SPDX-License-Identifier: Apache-2.0
package podium.ui.handler;

import jakarta.inject.Named;
import java.util.List;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.swt.widgets.Shell;
import podium.ui.cluster.ClusterActions;
import podium.ui.dialog.PickDialog;
import podium.ui.label.FailureLabel;
import podium.ui.prompt.Dialogs;
import podium.ui.table.Column;
import podium.ui.table.Column.Form;
import podium.ui.toolkit.UiServices;

/** Starts a simulated fleet and opens it. */
public class OpenSimulatedHandler {
    private static final List<Column<String, ?>> COLUMNS =
            List.of(Column.text("scenario", "scenario", 200, Form.NAME, scenario -> scenario));

    @Execute
    void open(
            @Named(IServiceConstants.ACTIVE_SHELL) Shell shell,
            ClusterActions clusters,
            Dialogs dialogs,
            UiServices services) {
        String explanation =
                "A simulated fleet runs in this process: jobs arrive and finish, GPUs heat up, drains work.";
        new PickDialog<>(shell, services, "Open a simulated fleet", "Open", explanation, COLUMNS, clusters.scenarios())
                .pick()
                .ifPresent(scenario -> clusters.openSimulated(
                        scenario,
                        problem -> dialogs.refuse(
                                "Open " + scenario, FailureLabel.words(problem), "Choose another scenario.")));
    }
}
