// SPDX-License-Identifier: Apache-2.0
package podium.ui.log;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.KeyEvent;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.events.MouseEvent;
import org.eclipse.swt.events.MouseListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.ScrollBar;
import podium.core.log.LogIndex;
import podium.core.log.LogLine;
import podium.core.log.LogRing;
import podium.ui.texts.Texts;
import podium.ui.toolkit.AccessibleName;
import podium.ui.toolkit.PaintedWords;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.Repaint;
import podium.ui.toolkit.TextShortener;
import podium.ui.toolkit.Theme;

/**
 * The lines of a log, of which only those that are seen are looked at, however many there are. At the end it stays at the end; anywhere
 * else the lines stay where they are while others come. UI thread, except {@link #request}.
 */
final class LogView {
    private static final Duration THROTTLE = Duration.ofMillis(33);
    private static final Pattern NOTHING = Pattern.compile("");

    private final Canvas canvas;
    private final Theme theme;
    private final LogPainter painter;
    private final Repaint repaint;
    private final Consumer<Boolean> stuck;
    private LogPainter.Layout layout = new LogPainter.Layout(new Point(8, 16), 4, true, false, 80, 0);
    private Optional<LogSession> session = Optional.empty();
    private LogSelection selection = LogSelection.NONE;
    private boolean atEnd = true;
    private long top;
    private long lastSeen;

    /** @param stuck told when the operator leaves the end, or comes back to it */
    LogView(Composite parent, Theme theme, Consumer<Boolean> stuck, Runnable painted) {
        this.theme = theme;
        this.stuck = stuck;
        this.painter = new LogPainter(theme);
        canvas = theme.dress(new Canvas(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND | SWT.V_SCROLL | SWT.H_SCROLL));
        canvas.setFont(JFaceResources.getTextFont());
        GC gc = new GC(canvas);
        Point cell = gc.textExtent("mmmmmmmmmm");
        gc.dispose();
        layout = new LogPainter.Layout(new Point(Math.max(1, cell.x / 10), cell.y + 1), 4, true, false, 80, 0);
        canvas.addPaintListener(event -> paint(event.gc, canvas.getClientArea()));
        canvas.addMouseListener(MouseListener.mouseDownAdapter(this::pressed));
        canvas.addMouseMoveListener(event -> {
            if ((event.stateMask & SWT.BUTTON1) != 0) {
                select(event, true);
            }
        });
        canvas.addListener(SWT.MouseVerticalWheel, event -> scroll(-event.count));
        canvas.addKeyListener(KeyListener.keyPressedAdapter(this::key));
        vertical()
                .addSelectionListener(SelectionListener.widgetSelectedAdapter(
                        event -> goTo(vertical().getSelection())));
        horizontal().addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
            layout = with(layout.times(), layout.wrap(), horizontal().getSelection());
            canvas.redraw();
        }));
        theme.onTheme(canvas, canvas::redraw);
        repaint = Repaint.of(canvas, THROTTLE, () -> {
            canvas.redraw();
            painted.run();
        });
        AccessibleName.name(canvas, () -> Texts.of("LogView.log"), () -> text(lastSeen));
    }

    private String text(long number) {
        LogLine line = session.map(it -> it.ring().get(number)).orElse(null);
        return line == null ? "" : line.text();
    }

    Canvas control() {
        return canvas;
    }

    /** Asks for a paint soon. Any thread. */
    void request() {
        repaint.request();
    }

    /** Shows what a session has; empty: nothing. */
    void show(Optional<LogSession> next) {
        session = next;
        selection = LogSelection.NONE;
        atEnd = true;
        top = 0;
        canvas.redraw();
    }

    void setTimes(boolean times) {
        layout = with(times, layout.wrap(), layout.left());
        canvas.redraw();
    }

    void setWrap(boolean wrap) {
        layout = with(layout.times(), wrap, 0);
        canvas.redraw();
    }

    /** Goes to the end and stays there, or stays where it is. */
    void setAtEnd(boolean end) {
        if (!end && atEnd) {
            top = lastSeen < 0 ? 0 : top;
        }
        atEnd = end;
        canvas.redraw();
    }

    /** Brings a line into the middle, or near the end where it is there, and selects it: more lines do not push it out. */
    void reveal(long number) {
        settle();
        session.ifPresent(log -> {
            LogIndex index = log.index();
            selection = LogSelection.at(number);
            // before its place is known: what is shown while it does not follow takes room
            stuck.accept(false);
            int middle = firstOf(log, index, index.placeOf(number) + 1, rows() / 2 + 1);
            goTo(Math.min(middle, firstOf(log, index, index.size(), rows())));
            if (atEnd) {
                atEnd = false;
                stuck.accept(false);
            }
        });
    }

    /** Selects nothing. */
    void unselect() {
        selection = LogSelection.NONE;
    }

    LogSelection selection() {
        settle();
        return selection;
    }

    /** What is remembered by its number goes with its line. */
    private void settle() {
        for (LogRing.Move move : session.map(LogSession::moves).orElse(List.of())) {
            top = move.of(top);
            lastSeen = move.of(lastSeen);
            selection = selection.moved(move);
        }
    }

    private LogPainter.Layout with(boolean times, boolean wrap, int left) {
        return new LogPainter.Layout(layout.cell(), layout.label(), times, wrap, layout.columns(), left);
    }

    private int rows() {
        return Math.max(1, canvas.getClientArea().height / layout.cell().y);
    }

    private ScrollBar vertical() {
        return canvas.getVerticalBar();
    }

    private ScrollBar horizontal() {
        return canvas.getHorizontalBar();
    }

    private void paint(GC gc, Rectangle area) {
        gc.setBackground(theme.color(Name.SURFACE));
        gc.fillRectangle(area);
        session.ifPresent(log -> paint(gc, area, log));
    }

    private void paint(GC gc, Rectangle area, LogSession log) {
        settle();
        LogIndex index = log.index();
        int size = index.size();
        Pattern find = index.choice().find().orElse(NOTHING);
        int label = Math.clamp(log.widest(), 2, LogPainter.LABEL);
        layout = new LogPainter.Layout(
                        layout.cell(), label, layout.times(), layout.wrap(), layout.columns(), layout.left())
                .fitting(area.width);
        int place = atEnd ? firstOf(log, index, size, area.height / layout.cell().y) : index.placeOf(top);
        place = Math.clamp(place, 0, Math.max(0, size - 1));
        bars(size, place, area);
        if (size == 0) {
            Rectangle words = new Rectangle(area.x + 16, area.y + 16, area.width - 32, area.height - 16);
            PaintedWords.paint(gc, theme, canvas.getParent().getFont(), LogCounts.none(log), words);
        }
        int y = area.y;
        int widest = 0;
        for (int i = place; i < size && y < area.y + area.height; i++) {
            long number = index.numberAt(i);
            if (i == place) {
                top = number;
            }
            LogLine line = log.ring().get(number);
            if (line != null) {
                int height = layout.rows(line) * layout.cell().y;
                Rectangle box = new Rectangle(area.x, y, area.width, height);
                String name = line.source() < 0 ? "" : TextShortener.to(LogPainter.LABEL, log.label(line.source()));
                painter.paint(gc, line, name, layout, box, selection.has(number), find);
                y += height;
                widest = Math.max(widest, line.text().length());
                lastSeen = number;
            }
        }
        ScrollBar across = horizontal();
        int columns = layout.columns();
        if (layout.wrap() || widest + layout.left() <= columns && layout.left() == 0) {
            across.setEnabled(false);
        } else {
            across.setEnabled(true);
            across.setValues(layout.left(), 0, Math.max(widest + 8, layout.left() + columns), columns, 8, columns / 2);
        }
    }

    /** The first line of those that fill so many rows up to a place. */
    private int firstOf(LogSession log, LogIndex index, int end, int rows) {
        int place = end;
        int left = rows;
        while (place > 0 && left > 0) {
            LogLine line = log.ring().get(index.numberAt(place - 1));
            left -= line == null ? 1 : layout.rows(line);
            if (left >= 0) {
                place--;
            }
        }
        return place;
    }

    private void bars(int size, int place, Rectangle area) {
        int rows = Math.max(1, area.height / layout.cell().y);
        ScrollBar down = vertical();
        down.setEnabled(size > rows);
        down.setValues(place, 0, Math.max(1, size), Math.min(Math.max(1, size), rows), 1, Math.max(1, rows - 1));
    }

    private void scroll(int lines) {
        session.ifPresent(log -> goTo(log.index().placeOf(top) + lines));
    }

    private void goTo(int place) {
        session.ifPresent(log -> {
            int size = log.index().size();
            int most = Math.max(0, size - rows());
            int at = Math.clamp(place, 0, Math.max(0, size - 1));
            boolean end = at >= most;
            if (size > 0) {
                top = log.index().numberAt(at);
            }
            if (end != atEnd) {
                atEnd = end;
                stuck.accept(end);
            }
            canvas.redraw();
        });
    }

    private void pressed(MouseEvent event) {
        canvas.setFocus();
        if (event.button == 1) {
            select(event, (event.stateMask & SWT.SHIFT) != 0);
        }
    }

    private void select(MouseEvent event, boolean extend) {
        @Nullable Long number = at(event.y);
        if (number != null) {
            selection = extend ? selection.to(number) : LogSelection.at(number);
            if (atEnd) {
                atEnd = false;
                stuck.accept(false);
            }
            canvas.redraw();
        }
    }

    /** The number of the line at a height; null: there is none. */
    private @Nullable Long at(int y) {
        int bottom = 0;
        if (session.isPresent()) {
            LogSession log = session.get();
            int size = log.index().size();
            for (int i = log.index().placeOf(top); i < size && bottom <= y; i++) {
                long number = log.index().numberAt(i);
                LogLine line = log.ring().get(number);
                bottom += line == null ? 0 : layout.rows(line) * layout.cell().y;
                if (y < bottom) {
                    return number;
                }
            }
        }
        return null;
    }

    private void key(KeyEvent event) {
        switch (event.keyCode) {
            case SWT.ARROW_DOWN -> scroll(1);
            case SWT.ARROW_UP -> scroll(-1);
            case SWT.PAGE_DOWN -> scroll(rows() - 1);
            case SWT.PAGE_UP -> scroll(1 - rows());
            case SWT.HOME -> goTo(0);
            case SWT.END -> {
                atEnd = true;
                stuck.accept(true);
                canvas.redraw();
            }
            default -> {}
        }
    }
}
