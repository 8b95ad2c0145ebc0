// SPDX-License-Identifier: Apache-2.0
package podium.ui.handler;

import jakarta.inject.Named;
import java.util.List;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.swt.widgets.Shell;
import podium.ui.cluster.ClusterActions;
import podium.ui.cluster.ContextChoices;
import podium.ui.dialog.ContextsDialog;
import podium.ui.label.FailureLabel;
import podium.ui.prompt.Dialogs;
import podium.ui.texts.Texts;
import podium.ui.toolkit.UiServices;

/** Opens contexts: of the kubeconfigs that kubectl reads, of those that were opened before, or of a file the operator names. */
public class OpenKubeconfigHandler {
    @Execute
    void open(
            @Named(IServiceConstants.ACTIVE_SHELL) Shell shell,
            ClusterActions clusters,
            Dialogs dialogs,
            UiServices services) {
        clusters.contexts(
                List.of(),
                choices -> choose(shell, clusters, dialogs, services, choices),
                problem -> refused(dialogs, problem));
    }

    private static void choose(
            Shell shell, ClusterActions clusters, Dialogs dialogs, UiServices services, ContextChoices choices) {
        new ContextsDialog(
                        shell,
                        services,
                        choices,
                        (files, read) -> clusters.contexts(files, read, problem -> refused(dialogs, problem)))
                .choose()
                .forEach(target -> clusters.open(target, problem -> refused(dialogs, problem)));
    }

    private static void refused(Dialogs dialogs, Throwable problem) {
        dialogs.refuse(
                Texts.of("OpenKubeconfigHandler.openClusters"),
                FailureLabel.words(problem),
                Texts.of("OpenKubeconfigHandler.chooseAnotherFileOr"));
    }
}
