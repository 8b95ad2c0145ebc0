// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import podium.ui.toolkit.Palette.Name;

/** A sentence in a small window that takes no focus, over the one it belongs to. Who opened it closes it. UI thread. */
public final class FloatingNote {
    private static final int WIDEST = 420;
    private static final int GAP = 16;
    private static final int MARGIN = 6;

    private static final String ABOVE = "podium.note.above";

    private FloatingNote() {}

    /** Has a control of rows keep its notes above it: on them they would hide what is to be read or picked next. */
    public static void keepAbove(Control rows) {
        rows.setData(ABOVE, true);
    }

    /**
     * Opens one by the pointer where that is on the control, or else at its lower edge; above it where it is to be kept there. Never off
     * the window.
     */
    public static Shell open(Theme theme, Control beside, Icon icon, Name tone, String words) {
        Shell note = new Shell(beside.getShell(), SWT.ON_TOP | SWT.TOOL | SWT.NO_FOCUS | SWT.NO_TRIM);
        theme.dress(note, Name.RAISED, Name.TEXT);
        GridLayout grid = new GridLayout(2, false);
        grid.marginWidth = MARGIN;
        grid.marginHeight = MARGIN;
        note.setLayout(grid);
        Label picture = theme.dress(new Label(note, SWT.NONE), Name.RAISED, Name.TEXT);
        picture.setImage(theme.image(icon, tone));
        picture.setLayoutData(new GridData(SWT.BEGINNING, SWT.BEGINNING, false, false));
        Label text = theme.dress(new Label(note, SWT.WRAP), Name.RAISED, Name.TEXT);
        WidgetText.set(text, words);
        GridData wide = new GridData(SWT.FILL, SWT.FILL, true, true);
        wide.widthHint = Math.min(WIDEST, text.computeSize(SWT.DEFAULT, SWT.DEFAULT).x);
        text.setLayoutData(wide);
        note.addListener(SWT.Paint, event -> {
            event.gc.setForeground(theme.color(Name.LINE));
            event.gc.drawRectangle(0, 0, note.getSize().x - 1, note.getSize().y - 1);
        });
        note.pack();
        note.setLocation(place(beside, note.getSize()));
        note.setVisible(true);
        return note;
    }

    private static Point place(Control beside, Point size) {
        Rectangle area = new Rectangle(0, 0, beside.getSize().x, beside.getSize().y);
        Point corner = beside.toDisplay(0, 0);
        Point pointer = beside.getDisplay().getCursorLocation();
        boolean pointed = area.contains(pointer.x - corner.x, pointer.y - corner.y);
        int x = pointed ? pointer.x + GAP : corner.x + GAP;
        int y = pointed ? pointer.y + GAP : corner.y + Math.max(0, area.height - size.y - GAP);
        if (beside.getData(ABOVE) != null) {
            y = corner.y - size.y - GAP;
        }
        Rectangle window = beside.getShell().getBounds();
        return new Point(
                Math.clamp(x, window.x, Math.max(window.x, window.x + window.width - size.x)),
                Math.clamp(y, window.y, Math.max(window.y, window.y + window.height - size.y)));
    }
}
