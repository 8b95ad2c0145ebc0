// SPDX-License-Identifier: Apache-2.0
package podium.ui.fake;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import podium.model.fleet.Cluster;

/** A window for one part over a made fleet, and what an operator sees and presses in it. In the UI thread. */
public final class PartScreen implements AutoCloseable {
    public final FakeDialogs dialogs = new FakeDialogs();
    private final Screen screen = Screen.open();
    public final UiFixture stage = new UiFixture(screen.display(), false, dialogs);
    /** Where the part is made; it is seen after {@link #show()}. */
    public final Shell shell = screen.shell(900, 500);

    /** A cluster of eight nodes at work. */
    public Cluster lab() {
        Cluster cluster = stage.made.cluster("lab", 8);
        stage.made.work(cluster);
        return cluster;
    }

    /** Opens the window, with what was put into it. */
    public void show() {
        screen.show(shell);
    }

    /** Serves events until the condition holds. */
    public void until(String what, BooleanSupplier condition) {
        screen.until(what, condition);
    }

    /** Serves what is waiting. */
    public void settle() {
        screen.settle();
    }

    /** The controls of this type that can be seen. */
    public <C extends Control> List<C> all(Class<C> type) {
        return Controls.all(shell, type);
    }

    /** What the labels say, one a line. */
    public String words() {
        return Controls.words(shell);
    }

    /** Rows of the first table that can be seen, without its head. */
    public int rows() {
        return all(NatTable.class).getFirst().getRowCount() - 1;
    }

    /** What the cells of the first table say that can be seen, row by row, without its head. */
    public List<String> cells() {
        return cells(all(NatTable.class).getFirst());
    }

    /** What the cells of a table say, row by row, without its head. */
    public static List<String> cells(NatTable table) {
        return IntStream.range(1, table.getRowCount())
                .boxed()
                .flatMap(row -> IntStream.range(0, table.getColumnCount())
                        .mapToObj(column -> String.valueOf(table.getDataValueByPosition(column, row))))
                .toList();
    }

    /** Presses the button with these words. */
    public void press(String words) {
        all(Button.class).stream()
                .filter(button -> button.getText().equals(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + words))
                .notifyListeners(SWT.Selection, new Event());
    }

    /** The button of a tool bar with these words, or that says them in its tip in a narrow bar; empty: there is none. */
    public Optional<ToolItem> tool(String words) {
        return tools().filter(item -> item.getText().equals(words)
                        || item.getText().isEmpty() && (item.getToolTipText() + ": ").startsWith(words + ": "))
                .findFirst();
    }

    /** Presses the button of a tool bar with these words. */
    public void pressTool(String words) {
        press(tool(words), words);
    }

    /** Presses the button of a tool bar that has only a picture, by how its tip begins. */
    public void pressTip(String tip) {
        press(
                tools().filter(item -> String.valueOf(item.getToolTipText()).startsWith(tip))
                        .findFirst(),
                tip);
        settle();
    }

    /** Chooses one of several, by what stands before the choice. */
    public void choose(String label, String option) {
        ToolItem item = tools().filter(tool -> tool.getText().startsWith(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no choice " + label));
        for (MenuItem each : ((Menu) item.getData()).getItems()) {
            boolean chosen = each.getText().equals(option);
            each.setSelection(chosen);
            if (chosen) {
                each.notifyListeners(SWT.Selection, new Event());
            }
        }
    }

    private static void press(Optional<ToolItem> item, String words) {
        item.orElseThrow(() -> new AssertionError("no tool " + words)).notifyListeners(SWT.Selection, new Event());
    }

    private Stream<ToolItem> tools() {
        return all(ToolBar.class).stream().flatMap(bar -> Stream.of(bar.getItems()));
    }

    /** What stands in the first field once the first of what Ctrl+Space lists there for a text is taken. */
    public String taken(String typed) {
        Text field = all(Text.class).getFirst();
        field.setText(typed);
        for (int key : new int[] {' ', SWT.ARROW_DOWN, SWT.CR}) {
            Event event = new Event();
            event.keyCode = key;
            event.stateMask = key == ' ' ? SWT.CTRL : 0;
            field.notifyListeners(SWT.KeyDown, event);
        }
        return field.getText();
    }

    /** Whatever a test leaves in sight can be called by a name. */
    @Override
    public void close() {
        try {
            if (!shell.isDisposed()) {
                Unnamed.none(shell);
                Unsafe.none(shell);
            }
        } finally {
            screen.close();
        }
    }
}
