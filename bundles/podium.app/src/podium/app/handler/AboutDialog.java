// SPDX-License-Identifier: Apache-2.0
package podium.app.handler;

import java.util.List;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import podium.app.texts.Texts;
import podium.ui.dialog.ConsoleDialog;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.UiServices;

/** Which Podium this is, and what it runs on. In the theme's colours, which the toolkit's own message boxes do not know. */
final class AboutDialog extends ConsoleDialog {
    private final String version;

    AboutDialog(Shell parent, UiServices services, String version) {
        super(parent, services, Texts.of("AboutDialog.aboutPodium"), "", new Point(440, 200));
        this.version = version;
    }

    @Override
    protected void fill(Composite parent) {
        lines(parent, List.of("Podium " + version), Icon.CLUSTER, Name.TEXT);
        text(parent, Texts.of("AboutDialog.anOperationsConsoleFor"), Name.TEXT);
        text(
                parent,
                "Java %s, %s %s%nApache License 2.0"
                        .formatted(Runtime.version(), System.getProperty("os.name"), System.getProperty("os.arch")),
                Name.MUTED);
    }
}
