// SPDX-License-Identifier: Apache-2.0
package podium.ui.handler;

import jakarta.inject.Named;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.swt.widgets.Shell;
import podium.operation.AuditLog;
import podium.ui.operation.AuditFile;
import podium.ui.prompt.Dialogs;
import podium.ui.toolkit.UiServices;

/** Writes all that was done from here, by whom and when, to a file the operator names. */
public class ExportAuditHandler {

    @Execute
    void export(
            @Named(IServiceConstants.ACTIVE_SHELL) Shell shell, AuditLog audit, UiServices services, Dialogs dialogs) {
        AuditFile.export(shell, audit, services, dialogs);
    }
}
