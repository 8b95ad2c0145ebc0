// SPDX-License-Identifier: Apache-2.0
package podium.ui.utilization;

import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.MouseListener;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import podium.core.metrics.Curve;
import podium.core.metrics.Metric;
import podium.ui.texts.Texts;
import podium.ui.toolkit.AccessibleName;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.SafeText;
import podium.ui.toolkit.TextShortener;
import podium.ui.toolkit.Theme;
import podium.ui.toolkit.WidgetText;
import podium.ui.utilization.HeatMap.HeatRow;

/** Paints the heat map: a row a device, time to the right, colour by the ramp; unknown is a dotted outline. UI thread. */
final class HeatMapCanvas {
    private static final int LABELS = 96;
    private static final int FOOT = 18;
    private static final int LEAST_LABEL = 13;
    private static final int WIDEST_SCALE = 120;
    private static final int LEAST_SCALE = 20;
    private static final int SCALE_GAP = 4;
    private final Canvas canvas;
    private final Theme theme;
    private HeatMap map = new HeatMap(Metric.ACTIVITY, MetricScale.of(Metric.ACTIVITY, 0), List.of(), 0);
    private TimeWindow window = TimeWindow.MINUTES_30;
    private Optional<String> then = Optional.empty();

    HeatMapCanvas(Composite parent, Theme theme) {
        this.theme = theme;
        canvas = theme.dress(new Canvas(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND));
        canvas.addPaintListener(event -> paint(event.gc, canvas.getClientArea()));
        canvas.addMouseMoveListener(event -> tip(event.x, event.y));
        canvas.addListener(SWT.MouseExit, event -> WidgetText.tip(canvas, null));
        canvas.addMouseListener(MouseListener.mouseDownAdapter(event -> canvas.setFocus()));
        theme.onTheme(canvas, canvas::redraw);
        AccessibleName.name(
                canvas,
                () -> Texts.of("HeatMapCanvas.heatMapOf", map.scale().label()),
                () -> Formats.counted(map.rows().size(), "row"));
    }

    Canvas control() {
        return canvas;
    }

    /** Shows a map. {@code taken}: as it was at 12:43, of a snapshot. */
    void show(HeatMap next, TimeWindow of, Optional<String> taken) {
        map = next;
        then = taken;
        window = of;
        if (canvas.getToolTipText() != null) {
            Point at = canvas.toControl(canvas.getDisplay().getCursorLocation());
            tip(at.x, at.y); // other rows may be there now
        }
        canvas.redraw();
    }

    private void paint(GC gc, Rectangle area) {
        gc.setBackground(theme.color(Name.SURFACE));
        gc.fillRectangle(area);
        Rectangle grid = grid(area);
        if (map.rows().isEmpty() || grid.width <= 0 || grid.height <= 0) {
            return;
        }
        int rows = map.rows().size();
        int labelled = -LEAST_LABEL;
        for (int i = 0; i < rows; i++) {
            int top = grid.y + i * grid.height / rows;
            int height = Math.max(1, grid.y + (i + 1) * grid.height / rows - top);
            HeatRow row = map.rows().get(i);
            paintRow(gc, row.curve(), grid, top, height > 4 ? height - 1 : height);
            if (top - labelled >= LEAST_LABEL) {
                labelled = top;
                gc.setForeground(theme.color(Name.MUTED));
                String label =
                        TextShortener.middle(SafeText.line(row.label()), LABELS - 10, text -> gc.textExtent(text).x);
                int text = gc.getFontMetrics().getHeight();
                gc.drawText(label, 4, height > text ? top + (height - text) / 2 : top - 2, true);
            }
        }
        paintFoot(gc, grid);
    }

    private void paintRow(GC gc, Curve curve, Rectangle grid, int top, int height) {
        int size = curve.size();
        for (int i = 0; i < size; i++) {
            int left = grid.x + i * grid.width / size;
            if (curve.count()[i] > 0) {
                int right = grid.x + (i + 1) * grid.width / size;
                gc.setBackground(theme.palette().ramp(map.scale().place(curve.average()[i])));
                gc.fillRectangle(left, top, Math.max(1, right - left), height);
            } else {
                int end = i;
                while (end < size && curve.count()[end] == 0) {
                    end++;
                }
                int right = grid.x + end * grid.width / size;
                gc.setForeground(theme.color(Name.STALE));
                gc.setLineStyle(SWT.LINE_DOT);
                gc.drawRectangle(left, top, Math.max(1, right - left - 1), Math.max(1, height - 1));
                gc.setLineStyle(SWT.LINE_SOLID);
                i = end - 1;
            }
        }
    }

    private void paintFoot(GC gc, Rectangle grid) {
        gc.setForeground(theme.color(Name.MUTED));
        int y = grid.y + grid.height + 2;
        String ago = then.isPresent()
                ? Texts.of("HeatMapCanvas.before", window.word())
                : Texts.of("HeatMapCanvas.ago", window.word());
        gc.drawText(ago, grid.x, y, true);
        String now = then.orElse(Texts.of("HeatMapCanvas.now"));
        int right = grid.x + grid.width - gc.textExtent(now).x;
        gc.drawText(now, right, y, true);
        paintScale(gc, new Rectangle(grid.x + gc.textExtent(ago).x, y, right - grid.x - gc.textExtent(ago).x, 0));
    }

    /** In the middle of what the two ends of time leave; nothing where that is too little. */
    private void paintScale(GC gc, Rectangle room) {
        String least = end(map.scale().least());
        String most = end(map.scale().most());
        int words = gc.textExtent(least).x + gc.textExtent(most).x + 2 * SCALE_GAP;
        int width = Math.min(WIDEST_SCALE, room.width - words - 2 * SCALE_GAP);
        if (width < LEAST_SCALE) {
            return;
        }
        int x = room.x + (room.width - words - width) / 2;
        int left = x + gc.textExtent(least).x + SCALE_GAP;
        for (int i = 0; i < width; i++) {
            gc.setForeground(theme.palette().ramp(i / (double) width));
            gc.drawLine(left + i, room.y + 4, left + i, room.y + 12);
        }
        gc.setForeground(theme.color(Name.MUTED));
        gc.drawText(least, x, room.y, true);
        gc.drawText(most, left + width + SCALE_GAP, room.y, true);
    }

    private String end(double value) {
        return Formats.value(value, map.metric().unit());
    }

    private void tip(int x, int y) {
        Rectangle grid = grid(canvas.getClientArea());
        int row = map.rowAt(y - grid.y, grid.height);
        int bucket = map.bucketAt(x - grid.x, grid.width);
        String text = null;
        if (row >= 0 && bucket >= 0) {
            HeatRow at = map.rows().get(row);
            Curve curve = at.curve();
            String value = curve.count()[bucket] == 0
                    ? Texts.of("HeatMapCanvas.notKnown")
                    : Texts.of(
                            "HeatMapCanvas.valueAndRange",
                            end(curve.average()[bucket]),
                            end(curve.min()[bucket]),
                            end(curve.max()[bucket]));
            text = at.label() + "\n"
                    + Formats.time(java.time.Instant.ofEpochMilli(curve.start() + bucket * curve.step())) + "\n"
                    + value;
        }
        if (!java.util.Objects.equals(text, canvas.getToolTipText())) {
            WidgetText.tip(canvas, text);
        }
    }

    private static Rectangle grid(Rectangle area) {
        return new Rectangle(area.x + LABELS, area.y + 4, area.width - LABELS - 8, area.height - 4 - FOOT);
    }
}
