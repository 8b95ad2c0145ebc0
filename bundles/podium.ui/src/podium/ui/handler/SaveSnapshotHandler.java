// SPDX-License-Identifier: Apache-2.0
package podium.ui.handler;

import jakarta.inject.Named;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import podium.core.file.Home;
import podium.ui.cluster.SnapshotFiles;
import podium.ui.label.FailureLabel;
import podium.ui.prompt.Dialogs;
import podium.ui.texts.Texts;
import podium.ui.trim.StatusMessage;

/** Saves the fleet as it is now to a file the operator names. */
public class SaveSnapshotHandler {

    @Execute
    void save(
            @Named(IServiceConstants.ACTIVE_SHELL) Shell shell,
            SnapshotFiles snapshots,
            Dialogs dialogs,
            StatusMessage message) {
        FileDialog files = new FileDialog(shell, SWT.SAVE);
        files.setText(Texts.of("SaveSnapshotHandler.saveSnapshot"));
        files.setFileName(snapshots.name(ZonedDateTime.now(ZoneId.systemDefault())));
        files.setFilterPath(folder().toString());
        files.setFilterExtensions(new String[] {"*.fleet"});
        files.setFilterNames(new String[] {Texts.of("OpenSnapshotHandler.snapshots")});
        files.setOverwrite(true);
        @Nullable String chosen = files.open();
        if (chosen != null) {
            String nothing = String.join(", ", snapshots.empty());
            snapshots.save(
                    Path.of(chosen),
                    saved -> message.say(
                            nothing.isEmpty()
                                    ? Texts.of("SaveSnapshotHandler.savedOpenItWith", saved)
                                    : Texts.of("SaveSnapshotHandler.savedWithout", saved, nothing)),
                    problem -> dialogs.refuse(
                            Texts.of("SaveSnapshotHandler.saveSnapshot"),
                            FailureLabel.words(problem),
                            Texts.of("SaveSnapshotHandler.chooseAnotherPlaceAnd")));
        }
    }

    /** Where people look for what they saved. */
    static Path folder() {
        Path home = Home.folder();
        Path documents = home.resolve("Documents");
        return Files.isDirectory(documents) ? documents : home;
    }
}
