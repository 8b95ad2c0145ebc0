// SPDX-License-Identifier: Apache-2.0
package podium.ui.handler;

import jakarta.inject.Named;
import java.nio.file.Path;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import podium.ui.action.Dialogs;
import podium.ui.action.FailureLabel;
import podium.ui.cluster.SnapshotFiles;

/** Saves the fleet as it is now to a file the operator names. */
public class SaveSnapshotHandler {

    @Execute
    void save(@Named(IServiceConstants.ACTIVE_SHELL) Shell shell, SnapshotFiles snapshots, Dialogs dialogs) {
        FileDialog files = new FileDialog(shell, SWT.SAVE);
        files.setText("Save snapshot");
        files.setFileName("fleet.fleet");
        files.setFilterExtensions(new String[] {"*.fleet"});
        files.setOverwrite(true);
        @Nullable String chosen = files.open();
        if (chosen != null) {
            snapshots.save(
                    Path.of(chosen),
                    problem -> dialogs.refuse(
                            "Save snapshot", FailureLabel.words(problem), "Choose another place and save again."));
        }
    }
}
