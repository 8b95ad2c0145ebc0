// SPDX-License-Identifier: Apache-2.0
package podium.ui.handler;

import jakarta.inject.Named;
import java.util.Map;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.swt.widgets.Shell;
import podium.ui.cluster.SnapshotFiles;
import podium.ui.label.FailureLabel;
import podium.ui.prompt.Dialogs;
import podium.ui.texts.Texts;
import podium.ui.toolkit.SaveFile;
import podium.ui.toolkit.StatusMessage;

/** Saves the fleet as it is now to a file the operator names. */
public class SaveSnapshotHandler {

    @Execute
    void save(
            @Named(IServiceConstants.ACTIVE_SHELL) Shell shell,
            SnapshotFiles snapshots,
            Dialogs dialogs,
            StatusMessage message) {
        String title = Texts.of("SaveSnapshotHandler.saveSnapshot");
        Map<String, String> forms = Map.of("*.fleet", Texts.of("OpenSnapshotHandler.snapshots"));
        SaveFile.ask(shell, title, snapshots.name(), forms).ifPresent(chosen -> {
            String nothing = String.join(", ", snapshots.empty());
            snapshots.save(
                    chosen,
                    saved -> message.say(
                            nothing.isEmpty()
                                    ? Texts.of("SaveSnapshotHandler.savedOpenItWith", saved)
                                    : Texts.of("SaveSnapshotHandler.savedWithout", saved, nothing)),
                    problem -> dialogs.refuse(
                            title, FailureLabel.words(problem), Texts.of("SaveSnapshotHandler.chooseAnotherPlaceAnd")));
        });
    }
}
