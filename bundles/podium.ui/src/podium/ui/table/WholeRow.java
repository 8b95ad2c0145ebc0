// SPDX-License-Identifier: Apache-2.0
package podium.ui.table;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.Repaint;
import podium.ui.toolkit.Theme;
import podium.ui.toolkit.WrappedText;

/**
 * A table that keeps its columns in sight where it is narrow. Below it stands what of the row that is selected is cut or left out;
 * nothing where all of it is seen. UI thread.
 */
public final class WholeRow<R> {
    private static final int LINES = 6;
    /** Pixels of an icon before a text, and of the edges of a cell. */
    private static final int ICON = 20;

    private static final int EDGES = 8;

    private final Composite box;
    private final RowTable<R> table;
    private final WrappedText text;
    private String said = "";

    /** @param name what a screen reader calls the table */
    public WholeRow(Composite parent, Theme theme, List<Column<R, ?>> columns, String name) {
        this(parent, theme, columns, columns.size() - 1, name);
    }

    /**
     * @param wide number of the column that what room is left goes to
     * @param name what a screen reader calls the table
     */
    public WholeRow(Composite parent, Theme theme, List<Column<R, ?>> columns, int wide, String name) {
        box = theme.dress(new Composite(parent, SWT.NONE), Name.LINE, Name.TEXT);
        GridLayoutFactory.fillDefaults().spacing(5, 1).applyTo(box);
        table = RowTable.table(box, theme, columns, wide, name).narrow();
        table.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        text = new WrappedText(box, theme, Texts.of("WholeRow.theWholeRow", name), LINES);
        text.fit(LINES);
        Repaint later = Repaint.of(table.control(), Duration.ZERO, this::show);
        // what is selected, what is in it and how wide it is shown can change: each of them is painted
        table.control().addListener(SWT.Paint, event -> {
            if (!words().equals(said)) {
                later.request();
            }
        });
    }

    /** The table with what stands below it. */
    public Composite control() {
        return box;
    }

    public RowTable<R> table() {
        return table;
    }

    private void show() {
        said = words();
        text.show(said);
        text.fit(LINES);
    }

    /** A line for each cell that is not seen whole. */
    private String words() {
        List<R> selected = table.selection();
        if (selected.size() != 1) {
            return "";
        }
        List<String> lines = new ArrayList<>();
        GC gc = new GC(table.control());
        try {
            gc.setFont(table.control().getFont());
            int end = 0;
            for (int i = 0; i < table.columns().size(); i++) {
                Column<R, ?> column = table.columns().get(i);
                int width = table.width(i);
                end += width;
                String words = column.text(selected.getFirst());
                int needed = gc.textExtent(words).x
                        + (column.mark().apply(selected.getFirst()).isPresent() ? ICON : 0)
                        + EDGES;
                if (!words.isEmpty()
                        && !table.isHidden(i)
                        && (needed > width || end > table.control().getClientArea().width)) {
                    lines.add(column.label() + ": " + words);
                }
            }
        } finally {
            gc.dispose();
        }
        return String.join("\n", lines);
    }
}
