// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.model.fleet.Cluster;
import podium.ui.fake.PartScreen;
import podium.ui.part.DetailsPart;

class KeptFocusTest {
    private final PartScreen seen = new PartScreen();
    private final Shell shell = seen.shell;

    @BeforeEach
    void watch() {
        shell.setLayout(new FillLayout());
        KeptFocus.watch(shell.getDisplay());
    }

    @AfterEach
    void close() {
        seen.close();
    }

    private void focused(Control control) {
        seen.show();
        shell.forceActive();
        control.forceFocus();
        seen.until("it has the focus", control::isFocusControl);
    }

    private void keysGoSomewhere() {
        seen.until("keys go somewhere that is seen", () -> {
            Control now = shell.getDisplay().getFocusControl();
            return now != null && now.isVisible() && now.isEnabled() && now.getShell() == shell;
        });
    }

    /** After y the keyboard was dead: the focus came to a button of the page, which was grey while it was read. */
    @Test
    void aPageOfDetailsThatIsReadLeavesTheFocusInTheWindow() {
        Cluster cluster = seen.lab();
        DetailsPart details = seen.stage.details(shell);
        seen.stage.selection.set(this, List.of(cluster.getNodes().getFirst()));
        seen.show();
        shell.forceActive();
        for (String page : List.of("YAML", "Tasks", "YAML")) {
            details.focus();
            keysGoSomewhere();
            details.open(page);
            keysGoSomewhere();
        }
    }

    @Test
    void whatIsHiddenDisposedOrMadeGreyLeavesTheFocusInTheWindow() {
        Composite within = new Composite(shell, SWT.NONE);
        within.setLayout(new FillLayout());
        List<Runnable> losses = List.of(
                () -> within.getChildren()[0].setVisible(false),
                () -> within.getChildren()[0].dispose(),
                () -> within.getChildren()[0].setEnabled(false));
        for (Runnable loss : losses) {
            for (Control old : within.getChildren()) {
                old.dispose();
            }
            Text text = new Text(within, SWT.SINGLE);
            AccessibleName.name(text, "text");
            shell.layout(true, true);
            focused(text);
            loss.run();
            keysGoSomewhere();
        }
    }

    @Test
    void aButtonOfAToolBarThatIsMadeGreyLeavesTheFocusInTheWindow() {
        PartToolbar bar = PartToolbar.above(shell, seen.stage.services.theme());
        ToolItem item = bar.button(Icon.COPY, "Copy", "Copy all", () -> {});
        focused(item.getParent());
        item.setEnabled(false);
        keysGoSomewhere();
    }

    @Test
    void anEmptyStateInThePlaceOfTheContentLeavesTheFocusInTheWindow() {
        Theme theme = seen.stage.services.theme();
        EmptyState empty = new EmptyState(shell, theme);
        Text text = new Text(empty.stack(), SWT.SINGLE);
        AccessibleName.name(text, "text");
        empty.content(text);
        focused(text);
        empty.why("Nothing any more.", "Wait.");
        keysGoSomewhere();
    }

    @Test
    void anotherTabOfWhichNothingTakesTheFocusLeavesItInTheWindow() {
        CTabFolder folder = new CTabFolder(shell, SWT.TOP);
        Text text = new Text(folder, SWT.SINGLE);
        AccessibleName.name(text, "text");
        Label words = new Label(folder, SWT.NONE);
        for (Control page : List.of(text, words)) {
            new CTabItem(folder, SWT.NONE).setControl(page);
        }
        folder.setSelection(0);
        focused(text);
        folder.setSelection(1);
        keysGoSomewhere();
    }
}
