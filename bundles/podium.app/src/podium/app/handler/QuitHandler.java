// SPDX-License-Identifier: Apache-2.0
package podium.app.handler;

import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.workbench.IWorkbench;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import podium.ui.shutdown.ShutdownController;
import podium.ui.toolkit.TabKey;

/** Closes the console, once what runs is settled. */
public class QuitHandler {

    @Execute
    void quit(IWorkbench workbench, Display display, @Optional @Nullable ShutdownController closing) {
        @Nullable Control focused = display.getFocusControl();
        if (focused != null && TabKey.takesAll(focused)) {
            type(focused);
            return;
        }
        if (closing == null || closing.mayClose()) {
            workbench.close();
        }
    }

    /** In a terminal Ctrl+Q is a key like any other (nano, XON): who works there does not mean the console. */
    private static void type(Control terminal) {
        Event event = new Event();
        event.character = 'q' & 0x1F;
        event.keyCode = 'q';
        event.stateMask = SWT.CTRL;
        terminal.notifyListeners(SWT.KeyDown, event);
    }
}
