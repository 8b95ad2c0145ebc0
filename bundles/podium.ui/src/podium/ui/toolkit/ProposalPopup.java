// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import java.util.List;
import java.util.function.IntConsumer;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.MouseListener;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Palette.Name;

/**
 * A list over a field that is written in, which keeps the cursor: arrow keys that the field gets move in it. It closes when the field
 * loses the cursor and when its window moves. UI thread.
 */
public final class ProposalPopup {
    /** More are scrolled. */
    private static final int MOST_ROWS = 12;

    /** Pixels around the words, and of a scroll bar. */
    private static final int EDGES = 40;

    /** Pixels in which words can be read: where right of the field are fewer, the list begins further left. */
    private static final int LEAST = 420;

    private final Control field;
    private final Theme theme;
    private final IntConsumer clicked;
    private boolean above;
    private int count;
    private int chosen = -1;
    private @Nullable Shell shell;
    private @Nullable Table table;

    /** @param clicked called with the place of what was clicked */
    public ProposalPopup(Control field, Theme theme, IntConsumer clicked) {
        this.field = field;
        this.theme = theme;
        this.clicked = clicked;
        field.addListener(SWT.FocusOut, event -> close());
        Shell window = field.getShell();
        Listener moved = event -> close();
        window.addListener(SWT.Deactivate, moved);
        window.addListener(SWT.Move, moved);
        field.addListener(SWT.Dispose, event -> {
            close();
            if (!window.isDisposed()) {
                window.removeListener(SWT.Deactivate, moved);
                window.removeListener(SWT.Move, moved);
            }
        });
    }

    /** Opens above the field where there is room: what lies below is to be clicked. */
    ProposalPopup above() {
        above = true;
        return this;
    }

    /**
     * Shows these instead of those before, none of them chosen.
     *
     * @param beside what it must not cover, relative to the field: it opens below that, or above where there is no room
     */
    public void show(List<String> words, Rectangle beside) {
        count = words.size();
        chosen = -1;
        if (words.isEmpty()) {
            close();
            return;
        }
        Table shown = table == null ? open() : table;
        shown.setRedraw(false);
        shown.removeAll();
        Point below = field.toDisplay(beside.x, beside.y + beside.height);
        Rectangle screen = field.getMonitor().getClientArea();
        int right = screen.x + screen.width;
        fill(shown, words, Math.max(Math.max(beside.width, LEAST), right - below.x) - EDGES);
        shown.setRedraw(true);
        Shell window = shown.getShell();
        Point size = shown.computeSize(SWT.DEFAULT, SWT.DEFAULT);
        int height = Math.min(size.y, shown.getItemHeight() * Math.min(count, MOST_ROWS)) + 2;
        boolean fits =
                (!above || below.y - beside.height - height < screen.y) && below.y + height <= screen.y + screen.height;
        int room = shown.getVerticalBar() == null ? 0 : shown.getVerticalBar().getSize().x;
        int width = Math.max(beside.width, size.x + (height < size.y ? room : 0)) + 2;
        window.setBounds(
                Math.max(screen.x, Math.min(below.x, right - width)),
                fits ? below.y : below.y - beside.height - height,
                width,
                height);
        window.setVisible(true);
    }

    /** Names that would go over the edge of the screen are cut in their middle: what tells them apart is often their end. */
    private static void fill(Table shown, List<String> words, int room) {
        GC gc = new GC(shown);
        try {
            for (String proposal : words) {
                String fits = TextShortener.middle(proposal, room, text -> gc.textExtent(text).x);
                WidgetText.set(new TableItem(shown, SWT.NONE), fits);
            }
        } finally {
            gc.dispose();
        }
    }

    /** Whether it is seen. */
    public boolean isOpen() {
        return table != null;
    }

    /** The place of the chosen one, -1: none. */
    public int chosen() {
        return isOpen() ? chosen : -1;
    }

    /** Goes down or up; above the first none is chosen. */
    public void move(int by) {
        choose(Math.clamp(chosen + (long) by, -1, count - 1));
    }

    /** Chooses the one at a place. */
    public void choose(int place) {
        @Nullable Table shown = table;
        if (shown != null) {
            chosen = place;
            if (chosen < 0) {
                shown.deselectAll();
            } else {
                shown.setSelection(chosen);
            }
        }
    }

    /** Takes it away. */
    public void close() {
        @Nullable Shell window = shell;
        shell = null;
        table = null;
        chosen = -1;
        if (window != null && !window.isDisposed()) {
            window.dispose();
        }
    }

    private Table open() {
        Shell window = new Shell(field.getShell(), SWT.ON_TOP | SWT.TOOL | SWT.NO_FOCUS | SWT.NO_TRIM);
        theme.own(window);
        window.setBackground(theme.color(Name.LINE));
        FillLayout layout = new FillLayout();
        layout.marginWidth = 1;
        layout.marginHeight = 1;
        window.setLayout(layout);
        Table made = new Table(window, SWT.SINGLE | SWT.NO_FOCUS);
        theme.own(made);
        made.setBackground(theme.color(Name.RAISED));
        made.setForeground(theme.color(Name.TEXT));
        AccessibleName.name(made, Texts.of("ProposalPopup.proposals"));
        made.addMouseListener(MouseListener.mouseDownAdapter(event -> {
            @Nullable TableItem at = made.getItem(new Point(event.x, event.y));
            if (at != null) {
                clicked.accept(made.indexOf(at));
            }
        }));
        shell = window;
        table = made;
        return made;
    }
}
