// SPDX-License-Identifier: Apache-2.0
package podium.app.handler;

import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.workbench.IWorkbench;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Event;
import podium.ui.shutdown.ShutdownController;
import podium.ui.toolkit.TabKey;

/** Closes the console, once what runs is settled. */
public class QuitHandler {
    private static final String CTRL_Q = "\u0011";

    @Execute
    void quit(IWorkbench workbench, @Optional @Nullable Event trigger, @Optional @Nullable ShutdownController closing) {
        // in a terminal Ctrl+Q is a key like any other (nano, XON): who works there does not mean the console
        if (TabKey.type(trigger, CTRL_Q)) {
            return;
        }
        if (closing == null || closing.mayClose()) {
            workbench.close();
        }
    }
}
