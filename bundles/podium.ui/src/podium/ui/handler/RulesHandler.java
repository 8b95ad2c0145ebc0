// SPDX-License-Identifier: Apache-2.0
package podium.ui.handler;

import jakarta.inject.Named;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.swt.widgets.Shell;
import podium.core.fleet.FleetService;
import podium.operation.ProtectionChanges;
import podium.operation.rule.RuleService;
import podium.ui.dialog.RulesDialog;
import podium.ui.toolkit.UiServices;

/** Shows the operator's rules, to be changed. */
public class RulesHandler {

    @Execute
    void show(
            @Named(IServiceConstants.ACTIVE_SHELL) Shell shell,
            RuleService rules,
            ProtectionChanges changes,
            FleetService fleet,
            UiServices services) {
        new RulesDialog(shell, services, rules, changes, fleet.fleet()).open();
    }
}
