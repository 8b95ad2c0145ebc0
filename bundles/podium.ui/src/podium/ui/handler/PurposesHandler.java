// SPDX-License-Identifier: Apache-2.0
package podium.ui.handler;

import jakarta.inject.Named;
import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.swt.widgets.Shell;
import podium.core.file.Workspace;
import podium.core.job.PurposeFile;
import podium.operation.ProtectionChanges;
import podium.ui.dialog.PurposesDialog;
import podium.ui.toolkit.UiServices;

/** Shows the rules by which kinds of work are told apart, to be changed. */
public class PurposesHandler {

    @CanExecute
    boolean hasFile() {
        return PurposeFile.find(Workspace.folder()).isPresent();
    }

    @Execute
    void show(@Named(IServiceConstants.ACTIVE_SHELL) Shell shell, UiServices services, ProtectionChanges changes) {
        PurposeFile.find(Workspace.folder())
                .ifPresent(file -> new PurposesDialog(shell, services, file, changes).open());
    }
}
