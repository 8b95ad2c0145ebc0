// SPDX-License-Identifier: Apache-2.0
package podium.ui.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Item;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.ToolBar;
import podium.core.text.CleanText;

/** Finds words on widgets that are not what they seem: with characters that hide or turn text, or a lost ampersand. */
public final class Unsafe {
    private Unsafe() {}

    /** Fails for a control below a composite, its items, menus and tips that show such words. */
    public static void none(Composite in) {
        List<String> unsafe = new ArrayList<>();
        walk(in, unsafe);
        if (!unsafe.isEmpty()) {
            throw new AssertionError("unsafe words on " + unsafe);
        }
    }

    private static void walk(Control control, List<String> unsafe) {
        keyed(control, control.getToolTipText(), unsafe);
        switch (control) {
            case Label label -> keyed(control, label.getText(), unsafe);
            case Button button -> keyed(control, button.getText(), unsafe);
            case Shell shell -> plain(control, shell.getText(), unsafe);
            case StyledText text -> text.getText().lines().forEach(line -> plain(control, line, unsafe));
            case ToolBar bar ->
                Stream.of(bar.getItems()).forEach(item -> {
                    keyed(control, item.getText(), unsafe);
                    keyed(control, item.getToolTipText(), unsafe);
                });
            case CTabFolder folder -> items(control, folder.getItems(), unsafe);
            case NatTable table -> cells(table, unsafe);
            default -> {
                // says nothing itself
            }
        }
        @Nullable Menu menu = control.getMenu();
        if (menu != null) {
            for (MenuItem item : menu.getItems()) {
                String text = item.getText();
                int tab = text.lastIndexOf('\t');
                keyed(control, tab < 0 ? text : text.substring(0, tab), unsafe);
            }
        }
        if (control instanceof Composite composite) {
            Stream.of(composite.getChildren()).forEach(child -> walk(child, unsafe));
        }
    }

    private static void items(Control control, Item[] items, List<String> unsafe) {
        Stream.of(items).forEach(item -> keyed(control, item.getText(), unsafe));
    }

    private static void cells(NatTable table, List<String> unsafe) {
        for (int row = 1; row < table.getRowCount(); row++) {
            for (int column = 0; column < table.getColumnCount(); column++) {
                plain(table, String.valueOf(table.getDataValueByPosition(column, row)), unsafe);
            }
        }
    }

    /** What the toolkit would read a key out of: each ampersand stands twice. */
    private static void keyed(Control control, @Nullable String text, List<String> unsafe) {
        String words = Objects.toString(text, "");
        if (words.replace("&&", "").contains("&")) {
            unsafe.add(control + ": a key in \"" + words + "\"");
        }
        words.lines().forEach(line -> plain(control, line, unsafe));
    }

    private static void plain(Control control, String text, List<String> unsafe) {
        if (!CleanText.clean(text).equals(text)) {
            unsafe.add(control + ": \""
                    + text.codePoints()
                            .mapToObj(c -> c < 127 && c > 31 ? Character.toString(c) : "\\u" + Integer.toHexString(c))
                            .collect(java.util.stream.Collectors.joining())
                    + "\"");
        }
    }
}
