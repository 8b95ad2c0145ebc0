// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog;

import java.util.List;
import java.util.function.Supplier;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.UiServices;

/** What ends with a cluster, before it is closed or opened anew. Enter does not do that. */
@NonNullByDefault({}) // the library's types say nothing of null
public final class ClosingDialog extends ConsoleDialog {
    private final Supplier<List<String>> ending;

    public ClosingDialog(
            Shell parent, UiServices services, String title, String confirm, Supplier<List<String>> ending) {
        super(parent, services, title, confirm, new Point(560, 240));
        this.ending = ending;
    }

    @Override
    protected boolean confirmsByEnter() {
        return false;
    }

    @Override
    protected void fill(Composite parent) {
        heading(parent, Texts.of("ClosingDialog.thisEndsWithIt"));
        LiveLines.show(this, parent, ending, Icon.WARNING, Name.WARNING);
    }
}
