// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.paint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Display;
import podium.core.text.CleanText;
import podium.ui.topology.internal.scene.Box;

/** Fonts of the canvas and text cut to fit. Widths are kept, since asking the system costs more than drawing. UI thread. */
final class TextPainter implements AutoCloseable {
    private static final int MOST_KEPT = 20_000;

    /** A font and what was measured in it. */
    final class MeasuredFont {
        private final Font font;
        private final int height;
        private final Map<String, Integer> widths = new HashMap<>();

        private MeasuredFont(Font font, GC gc) {
            this.font = font;
            gc.setFont(font);
            this.height = gc.getFontMetrics().getHeight();
        }

        /** Pixels of a line. */
        int height() {
            return height;
        }

        /** Pixels of a text. */
        int width(GC gc, String text) {
            Integer known = widths.get(text);
            if (known != null) {
                return known;
            }
            if (widths.size() > MOST_KEPT) {
                widths.clear();
            }
            gc.setFont(font);
            int width = gc.stringExtent(text).x;
            widths.put(text, width);
            return width;
        }

        /** The text, cut in the middle so that it takes at most so many pixels; empty when not even three letters fit. */
        String fit(GC gc, String text, int pixels) {
            return fit(gc, text, pixels, most -> CleanText.middle(text, most));
        }

        private String fit(GC gc, String text, int pixels, IntFunction<String> shortened) {
            int width = width(gc, text);
            if (width <= pixels) {
                return text;
            }
            int most = (int) ((long) text.length() * pixels / Math.max(1, width));
            while (most >= 3) {
                String cut = shortened.apply(most);
                if (width(gc, cut) <= pixels) {
                    return cut;
                }
                most--;
            }
            return "";
        }

        /** The name of a box, or what of it tells it apart from others, cut where it still does. */
        String fit(GC gc, Box box, int pixels) {
            return Stream.of(box.brief(), box.core(), box.own())
                    .filter(name -> width(gc, name) <= pixels)
                    .findFirst()
                    .orElseGet(() -> fit(gc, box.core(), pixels, box::cut));
        }

        /** The text in lines of at most so many pixels, broken at spaces; a longer word is cut in the middle. */
        List<String> wrap(GC gc, String text, int pixels) {
            List<String> lines = new ArrayList<>();
            String line = "";
            for (String word : text.split(" ")) {
                String longer = line.isEmpty() ? word : line + " " + word;
                if (!line.isEmpty() && width(gc, longer) > pixels) {
                    lines.add(fit(gc, line, pixels));
                    line = word;
                } else {
                    line = longer;
                }
            }
            lines.add(fit(gc, line, pixels));
            return lines;
        }

        /** Draws a text in the foreground colour, on what is there. */
        void draw(GC gc, String text, int x, int y) {
            gc.setFont(font);
            // the one way for words onto the canvas: what could hide or turn text ends here, whoever it came from (R10)
            gc.drawString(CleanText.clean(text), x, y, true);
        }
    }

    private final MeasuredFont label;
    private final MeasuredFont small;
    private final MeasuredFont bold;

    TextPainter(Display display) {
        GC gc = new GC(display);
        try {
            FontData[] system = display.getSystemFont().getFontData();
            label = new MeasuredFont(font(display, system, -1, SWT.NORMAL), gc);
            small = new MeasuredFont(font(display, system, -2, SWT.NORMAL), gc);
            bold = new MeasuredFont(font(display, system, -1, SWT.BOLD), gc);
        } finally {
            gc.dispose();
        }
    }

    MeasuredFont label() {
        return label;
    }

    MeasuredFont small() {
        return small;
    }

    MeasuredFont bold() {
        return bold;
    }

    private static Font font(Display display, FontData[] system, int smaller, int style) {
        FontData data = system[0];
        return new Font(display, data.getName(), Math.max(7, data.getHeight() + smaller), style);
    }

    @Override
    public void close() {
        label.font.dispose();
        small.font.dispose();
        bold.font.dispose();
    }
}
