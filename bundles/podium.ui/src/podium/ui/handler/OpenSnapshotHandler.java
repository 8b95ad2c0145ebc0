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
import podium.ui.cluster.SnapshotFiles;
import podium.ui.label.FailureLabel;
import podium.ui.prompt.Dialogs;
import podium.ui.selection.FleetSelection;
import podium.ui.texts.Texts;
import podium.ui.toolkit.SaveFile;

/** Opens a snapshot an operator saved, and goes there. */
public class OpenSnapshotHandler implements FleetSelection.Opens {

    @Execute
    void open(
            @Named(IServiceConstants.ACTIVE_SHELL) Shell shell,
            SnapshotFiles snapshots,
            FleetSelection selection,
            Dialogs dialogs) {
        FileDialog files = new FileDialog(shell, SWT.OPEN);
        files.setText(Texts.of("OpenSnapshotHandler.openSnapshot"));
        files.setFilterPath(SaveFile.folder().toString());
        SnapshotFiles.newest(SaveFile.folder())
                .ifPresent(file -> files.setFileName(String.valueOf(file.getFileName())));
        files.setFilterExtensions(new String[] {"*.fleet", "*"});
        files.setFilterNames(
                new String[] {Texts.of("OpenSnapshotHandler.snapshots"), Texts.of("OpenSnapshotHandler.allFiles")});
        @Nullable String chosen = files.open();
        if (chosen != null) {
            snapshots.open(
                    Path.of(chosen),
                    opened -> selection.set(this, opened.subList(0, Math.min(1, opened.size()))),
                    problem -> dialogs.refuse(
                            Texts.of("OpenSnapshotHandler.openSnapshot"),
                            FailureLabel.words(problem),
                            Texts.of("OpenSnapshotHandler.chooseAFileThat")));
        }
    }
}
