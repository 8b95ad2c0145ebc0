// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.Repaint;

/** Lines of a dialog that follow what goes on while it stands. */
final class LiveLines {
    private static final Duration LOOK = Duration.ofMillis(500);

    private final ConsoleDialog dialog;
    private final Composite all;
    private final Supplier<List<String>> lines;
    private final Icon icon;
    private final Name tone;
    private List<String> shown = List.of();

    private LiveLines(ConsoleDialog dialog, Composite parent, Supplier<List<String>> lines, Icon icon, Name tone) {
        this.dialog = dialog;
        this.lines = lines;
        this.icon = icon;
        this.tone = tone;
        all = dialog.services().theme().dress(new Composite(parent, SWT.NONE));
        all.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        all.setLayout(new GridLayout());
    }

    static void show(ConsoleDialog dialog, Composite parent, Supplier<List<String>> lines, Icon icon, Name tone) {
        LiveLines shown = new LiveLines(dialog, parent, lines, icon, tone);
        shown.look();
        Repaint.every(shown.all, LOOK, shown::look);
    }

    private void look() {
        List<String> now = lines.get();
        if (!now.equals(shown)) {
            shown = now;
            List.of(all.getChildren()).forEach(Control::dispose);
            dialog.lines(all, now, icon, tone);
            all.layout(true, true);
        }
    }
}
