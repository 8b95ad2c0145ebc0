// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.act;

import java.util.Map;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;
import podium.ui.kit.Look;
import podium.ui.kit.Palette.Name;
import podium.ui.kit.Placed;
import podium.ui.kit.Spoken;
import podium.ui.kit.Strip;
import podium.ui.kit.Subscriptions;
import podium.ui.topology.internal.colour.ColourBy;
import podium.ui.topology.internal.stage.Stage;

/**
 * What the cells are coloured by: one word each, side by side, the chosen one raised and underlined. Click, left and right
 * arrow, or the keys 1 to 6 on the canvas. UI thread.
 */
public final class ColourChoice {
    private static final int PADDING = 7;
    private static final int HEIGHT = 24;

    private final Canvas canvas;
    private final Look look;
    private final Stage stage;
    private final Runnable read;

    /** Words in a strip. {@code read}: brings readings at once. */
    public ColourChoice(Strip strip, Look look, Stage stage, Runnable read) {
        this.look = look;
        this.stage = stage;
        this.read = read;
        ((GridLayout) strip.control().getLayout()).numColumns++;
        canvas = new Canvas(strip.control(), SWT.DOUBLE_BUFFERED);
        GridData data = new GridData(SWT.BEGINNING, SWT.CENTER, false, false);
        data.widthHint = width();
        data.heightHint = HEIGHT;
        canvas.setLayoutData(data);
        canvas.addListener(SWT.Paint, event -> paint(event.gc));
        canvas.addListener(SWT.MouseDown, this::press);
        canvas.addListener(SWT.MouseMove, this::tip);
        canvas.addListener(SWT.KeyDown, this::key);
        canvas.addListener(
                SWT.Traverse,
                event -> event.doit =
                        event.detail != SWT.TRAVERSE_ARROW_NEXT && event.detail != SWT.TRAVERSE_ARROW_PREVIOUS);
        canvas.addListener(SWT.FocusIn, event -> canvas.redraw());
        canvas.addListener(SWT.FocusOut, event -> canvas.redraw());
        look.onTheme(canvas, canvas::redraw);
        new Subscriptions(canvas).add(stage.listen(event -> canvas.redraw()));
        Spoken.name(canvas, () -> "Colour GPUs by", () -> stage.readings().by().label());
        Placed place = () -> Map.of("coloured by " + stage.readings().by().label(), canvas.getClientArea());
        canvas.setData(Placed.KEY, place);
    }

    /** Colours by something else. */
    public void choose(ColourBy by) {
        stage.colourBy(by);
        read.run();
    }

    private int width() {
        GC gc = new GC(canvas);
        try {
            int width = 0;
            for (ColourBy by : ColourBy.values()) {
                width += gc.textExtent(by.label()).x + 2 * PADDING;
            }
            return width;
        } finally {
            gc.dispose();
        }
    }

    private void paint(GC gc) {
        Point size = canvas.getSize();
        gc.setBackground(look.color(Name.PANEL));
        gc.fillRectangle(0, 0, size.x, size.y);
        int x = 0;
        for (ColourBy by : ColourBy.values()) {
            Point text = gc.textExtent(by.label());
            int width = text.x + 2 * PADDING;
            boolean chosen = by == stage.readings().by();
            if (chosen) {
                gc.setBackground(look.color(Name.RAISED));
                gc.fillRectangle(x, 0, width, size.y);
                gc.setBackground(look.color(Name.LINK));
                gc.fillRectangle(x, size.y - 2, width, 2);
            }
            gc.setForeground(look.color(chosen ? Name.TEXT : Name.MUTED));
            gc.drawText(by.label(), x + PADDING, (size.y - text.y) / 2, true);
            if (chosen && canvas.isFocusControl()) {
                gc.setLineStyle(SWT.LINE_DOT);
                gc.drawRectangle(x + 1, 1, width - 3, size.y - 4);
                gc.setLineStyle(SWT.LINE_SOLID);
            }
            x += width;
        }
    }

    private void press(Event event) {
        if (event.button == 1) {
            choose(at(event.x));
        }
    }

    private void tip(Event event) {
        ColourBy by = at(event.x);
        String tip = "Colour GPUs by " + by.label() + "  (key " + (by.ordinal() + 1) + " on the canvas)";
        if (!tip.equals(canvas.getToolTipText())) {
            canvas.setToolTipText(tip);
        }
    }

    private void key(Event event) {
        int step = event.keyCode == SWT.ARROW_LEFT ? -1 : event.keyCode == SWT.ARROW_RIGHT ? 1 : 0;
        int next = stage.readings().by().ordinal() + step;
        if (step != 0 && next >= 0 && next < ColourBy.values().length) {
            choose(ColourBy.values()[next]);
        }
    }

    private ColourBy at(int x) {
        GC gc = new GC(canvas);
        try {
            int right = 0;
            for (ColourBy by : ColourBy.values()) {
                right += gc.textExtent(by.label()).x + 2 * PADDING;
                if (x < right) {
                    return by;
                }
            }
            return ColourBy.ERRORS;
        } finally {
            gc.dispose();
        }
    }
}
