// SPDX-License-Identifier: Apache-2.0
package podium.app.handler;

import jakarta.inject.Named;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.swt.widgets.Shell;
import org.osgi.framework.FrameworkUtil;
import podium.ui.toolkit.UiServices;

/** Says which Podium this is, and on which Java it runs. */
public class AboutHandler {

    @Execute
    void about(@Named(IServiceConstants.ACTIVE_SHELL) Shell shell, UiServices services) {
        String version =
                FrameworkUtil.getBundle(AboutHandler.class).getVersion().toString();
        new AboutDialog(shell, services, version).open();
    }
}
