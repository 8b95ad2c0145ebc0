// SPDX-License-Identifier: Apache-2.0
package podium.ui.handler;

import jakarta.inject.Named;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import podium.core.cluster.ClusterTarget;
import podium.ui.cluster.ClusterActions;
import podium.ui.dialog.PickDialog;
import podium.ui.label.FailureLabel;
import podium.ui.prompt.Dialogs;
import podium.ui.table.Column;
import podium.ui.table.Column.Form;
import podium.ui.toolkit.UiServices;

/** Opens a context of a kubeconfig the operator names. */
public class OpenKubeconfigHandler {
    private static final List<Column<ClusterTarget, ?>> COLUMNS = List.of(
            Column.text("context", "context", 220, Form.NAME, ClusterTarget::context),
            Column.text(
                    "name", "shown as", 200, Form.NAME, target -> target.id().name()));

    @Execute
    void open(
            @Named(IServiceConstants.ACTIVE_SHELL) Shell shell,
            ClusterActions clusters,
            Dialogs dialogs,
            UiServices services) {
        FileDialog files = new FileDialog(shell, SWT.OPEN);
        files.setText("Open kubeconfig");
        files.setFilterPath(Path.of(System.getProperty("user.home"), ".kube").toString());
        @Nullable String chosen = files.open();
        if (chosen != null) {
            clusters.contexts(
                    Path.of(chosen),
                    targets -> pick(shell, clusters, dialogs, services, targets),
                    problem -> refused(dialogs, problem));
        }
    }

    private static void pick(
            Shell shell, ClusterActions clusters, Dialogs dialogs, UiServices services, List<ClusterTarget> targets) {
        String explanation =
                "The cluster opens read-only. Nothing that stands in the kubeconfig is run before you agree.";
        new PickDialog<>(shell, services, "Open a context", "Open", explanation, COLUMNS, targets)
                .pick()
                .ifPresent(target -> clusters.open(target, problem -> refused(dialogs, problem)));
    }

    private static void refused(Dialogs dialogs, Throwable problem) {
        dialogs.refuse("Open kubeconfig", FailureLabel.words(problem), "Choose another file, or correct this one.");
    }
}
