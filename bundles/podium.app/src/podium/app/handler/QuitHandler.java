// SPDX-License-Identifier: Apache-2.0
package podium.app.handler;

import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.workbench.IWorkbench;
import org.eclipse.jdt.annotation.Nullable;
import podium.ui.shutdown.ShutdownController;

/** Closes the console, once what runs is settled. */
public class QuitHandler {

    @Execute
    void quit(IWorkbench workbench, @Optional @Nullable ShutdownController closing) {
        if (closing == null || closing.mayClose()) {
            workbench.close();
        }
    }
}
