// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.Repaint;
import podium.ui.toolkit.UiServices;

/** What ends with a cluster, before it is closed or opened anew. Enter does not do that. */
@NonNullByDefault({}) // the library's types say nothing of null
public final class ClosingDialog extends ConsoleDialog {
    private static final Duration LOOK = Duration.ofMillis(500);

    private final Supplier<List<String>> ending;
    private List<String> shown = List.of();

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
        Composite all = services().theme().dress(new Composite(parent, SWT.NONE));
        all.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        all.setLayout(new GridLayout());
        show(all);
        Repaint.every(all, LOOK, () -> show(all));
    }

    /** What goes on while it is asked shows in the numbers. */
    private void show(Composite all) {
        List<String> now = ending.get();
        if (!now.equals(shown)) {
            shown = now;
            List.of(all.getChildren()).forEach(Control::dispose);
            lines(all, now, Icon.WARNING, Name.WARNING);
            all.layout(true, true);
        }
    }
}
