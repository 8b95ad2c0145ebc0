// SPDX-License-Identifier: Apache-2.0
package podium.app.handler;

import jakarta.inject.Named;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;
import org.osgi.framework.FrameworkUtil;

/** Says which Podium this is, and on which Java it runs. */
public class AboutHandler {

    @Execute
    void about(@Optional @Named(IServiceConstants.ACTIVE_SHELL) @Nullable Shell shell) {
        String text = "Podium %s%nan operations console for GPU clusters%n%nJava %s, %s %s%nApache License 2.0"
                .formatted(
                        FrameworkUtil.getBundle(AboutHandler.class).getVersion(),
                        Runtime.version(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"));
        MessageDialog.openInformation(shell, "About Podium", text);
    }
}
