// SPDX-License-Identifier: Apache-2.0
package podium.ui.handler;

import jakarta.inject.Named;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.swt.widgets.Shell;
import podium.ui.trim.CommandLine;

/** Opens the command line. */
public class CommandLineHandler {

    @Execute
    void open(@Named(IServiceConstants.ACTIVE_SHELL) Shell shell, CommandTargets targets, CommandLine line) {
        line.open(shell, targets::words, targets::go);
        targets.ask(line::again);
    }
}
