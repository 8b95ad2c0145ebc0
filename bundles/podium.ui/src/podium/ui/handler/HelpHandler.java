// SPDX-License-Identifier: Apache-2.0
package podium.ui.handler;

import jakarta.inject.Named;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Shell;
import podium.ui.dialog.HelpDialog;
import podium.ui.toolkit.UiServices;

/** Shows the help at the page of the part that has the focus. */
public class HelpHandler {
    @Execute
    void show(
            @Named(IServiceConstants.ACTIVE_SHELL) Shell shell,
            @Optional @Named(IServiceConstants.ACTIVE_PART) @Nullable MPart part,
            UiServices services) {
        new HelpDialog(shell, services, part == null ? "" : part.getElementId()).open();
    }
}
