// SPDX-License-Identifier: Apache-2.0
package podium.ui.handler;

import jakarta.inject.Named;
import java.util.stream.Stream;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import podium.ui.dialog.HelpDialog;
import podium.ui.toolkit.TabKey;
import podium.ui.toolkit.UiServices;

/** Shows the help at the page of the part that has the focus. */
public class HelpHandler {
    /** As xterm sends it (ctlseqs, "PC-Style Function Keys"). */
    private static final String F1 = "\u001bOP";

    @Execute
    void show(
            @Named(IServiceConstants.ACTIVE_SHELL) Shell shell,
            @Optional @Named(IServiceConstants.ACTIVE_PART) @Nullable MPart part,
            @Optional @Nullable Event trigger,
            UiServices services) {
        // in a terminal F1 is a key like any other (htop, mc): help is in the menu
        if (TabKey.type(trigger, F1)) {
            return;
        }
        // over a dialog, if one is in front: below it nobody would see it, and the dialog would take no key
        Shell front = front(shell);
        if (!HelpDialog.is(front)) {
            new HelpDialog(front, services, part == null ? "" : part.getElementId()).open();
        }
    }

    /** The dialog that takes the keys, of a window and those over it; the window, where there is none. */
    private static Shell front(Shell window) {
        return Stream.of(window.getShells())
                .filter(over -> over.isVisible() && (over.getStyle() & SWT.APPLICATION_MODAL) != 0)
                .findFirst()
                .map(HelpHandler::front)
                .orElse(window);
    }
}
