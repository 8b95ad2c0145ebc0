// SPDX-License-Identifier: Apache-2.0
package podium.ui.log;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import podium.core.log.LogLine;
import podium.core.log.LogTime;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.Theme;

/** Paints one line of a log: rank, time, text in its colours, marks of what was found. UI thread. */
final class LogPainter {
    /** Characters of the column of ranks, at most. */
    static final int LABEL = 14;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");
    private static final int TIME_CHARACTERS = 13;
    private static final int MARGIN = 6;

    private final Theme theme;
    private final LogStyle style;
    private final ZoneId zone = ZoneId.systemDefault();

    LogPainter(Theme theme) {
        this.theme = theme;
        this.style = new LogStyle(theme);
    }

    /**
     * How lines are shown.
     *
     * @param cell width and height of a character
     * @param label characters of the column of ranks
     * @param columns characters of text that fit
     * @param left first character that is shown, where lines are not wrapped
     */
    record Layout(Point cell, int label, boolean times, boolean wrap, int columns, int left) {
        int textX() {
            return MARGIN + cell.x * (label + 1 + (times ? TIME_CHARACTERS : 0));
        }

        /** Rows that a line takes. */
        int rows(LogLine line) {
            return wrap ? Math.max(1, (line.text().length() + columns - 1) / columns) : 1;
        }

        Layout fitting(int width) {
            return new Layout(cell, label, times, wrap, Math.max(8, (width - textX() - MARGIN) / cell.x), left);
        }
    }

    void paint(GC gc, LogLine line, String label, Layout layout, Rectangle area, boolean selected, Pattern find) {
        gc.setBackground(selected ? theme.color(Name.SELECTED_SURFACE) : theme.color(Name.SURFACE));
        gc.fillRectangle(area);
        if (line.kind() == LogLine.Kind.GAP) {
            gc.setBackground(theme.palette().tint(Name.WARNING));
            gc.fillRectangle(area);
        }
        gc.setForeground(style.source(Math.max(0, line.source())));
        gc.setBackground(style.source(Math.max(0, line.source())));
        gc.fillRectangle(area.x, area.y, 3, area.height);
        gc.drawText(label, area.x + MARGIN, area.y, true);
        if (layout.times && line.time() != 0) {
            gc.setForeground(theme.color(Name.MUTED));
            String time = TIME.format(LogTime.instant(line.time()).atZone(zone));
            gc.drawText(time, area.x + MARGIN + layout.cell.x * (layout.label + 1), area.y, true);
        }
        String text = line.text();
        int rows = layout.rows(line);
        for (int row = 0; row < rows; row++) {
            int from = layout.wrap ? row * layout.columns : layout.left;
            int to = Math.min(text.length(), from + layout.columns + (layout.wrap ? 0 : 1));
            if (from < to) {
                int y = area.y + row * layout.cell.y;
                marks(gc, text, from, to, layout, y, find);
                runs(gc, line, from, to, layout, y);
            }
        }
    }

    private void marks(GC gc, String text, int from, int to, Layout layout, int y, Pattern find) {
        if (find.pattern().isEmpty()) {
            return;
        }
        gc.setBackground(theme.palette().tint(Name.WARNING));
        Matcher matcher = find.matcher(text);
        while (matcher.find() && matcher.start() < to) {
            int begin = Math.max(from, matcher.start());
            int end = Math.min(to, matcher.end());
            if (begin < end) {
                int x = layout.textX() + (begin - from) * layout.cell.x;
                gc.fillRectangle(x, y, (end - begin) * layout.cell.x, layout.cell.y);
                gc.setForeground(theme.color(Name.WARNING));
                gc.drawRectangle(x, y, (end - begin) * layout.cell.x, layout.cell.y - 1);
            }
        }
    }

    private void runs(GC gc, LogLine line, int from, int to, Layout layout, int y) {
        int[] styles = line.styles();
        int at = from;
        int now = 0;
        for (int i = 0; styles != null && i < styles.length; i += 2) {
            int end = Math.clamp(styles[i], at, to);
            run(gc, line, at, end, now, layout, layout.textX() + (at - from) * layout.cell.x, y);
            at = end;
            now = styles[i + 1];
        }
        run(gc, line, at, to, now, layout, layout.textX() + (at - from) * layout.cell.x, y);
    }

    private void run(GC gc, LogLine line, int from, int to, int now, Layout layout, int x, int y) {
        if (from < to) {
            gc.setForeground(line.kind() == LogLine.Kind.NOTE ? theme.color(Name.MUTED) : style.text(now));
            String part = line.text().substring(from, to);
            gc.drawText(part, x, y, true);
            if (LogStyle.bold(now)) {
                gc.drawText(part, x + 1, y, true);
            }
        }
    }
}
