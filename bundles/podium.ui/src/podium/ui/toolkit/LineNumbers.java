// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import java.util.Map;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import podium.ui.toolkit.Palette.Name;

/**
 * The numbers of the lines of a text in its left margin, of those lines only that are seen; a line with something wrong has a sign, and
 * what is wrong as its tip. UI thread.
 */
public final class LineNumbers {
    /** Digits that have room from the start, so that the text does not jump with its tenth line. */
    private static final int LEAST_DIGITS = 3;

    private static final int GAP = 6;
    private final StyledText text;
    private final Theme theme;
    private Map<Integer, String> wrong = Map.of();
    private int digits;
    private int sign;
    private int top;
    private int count;

    private LineNumbers(StyledText text, Theme theme) {
        this.text = text;
        this.theme = theme;
    }

    /** Gives a text its numbers. */
    public static LineNumbers of(StyledText text, Theme theme) {
        LineNumbers numbers = new LineNumbers(text, theme);
        numbers.fit();
        text.addListener(SWT.Modify, event -> numbers.fit());
        text.addListener(SWT.Resize, event -> {
            numbers.digits = 0;
            numbers.fit();
        });
        text.addListener(SWT.Paint, numbers::paint);
        text.addListener(SWT.MouseMove, numbers::tip);
        theme.onTheme(text, text::redraw);
        return numbers;
    }

    /** @param words what is wrong, by the number of the line, from 1 */
    public void mark(Map<Integer, String> words) {
        if (!words.equals(wrong)) {
            wrong = Map.copyOf(words);
            text.redraw();
        }
    }

    /** Puts the cursor where something is, or was, and shows it. */
    public void goTo(int line, int column) {
        int at = Math.clamp(line - 1L, 0, text.getLineCount() - 1);
        text.setSelection(text.getOffsetAtLine(at)
                + Math.clamp(column - 1L, 0, text.getLine(at).length()));
        text.showSelection();
    }

    /** What is wrong with the line at a height; empty: nothing is. */
    String wordsAt(int y) {
        return wrong.getOrDefault(text.getLineIndex(y) + 1, "");
    }

    private void fit() {
        int needed = Math.max(LEAST_DIGITS, String.valueOf(text.getLineCount()).length());
        if (needed != digits) {
            digits = needed;
            GC gc = new GC(text);
            sign = gc.getFontMetrics().getHeight();
            text.setLeftMargin(2 * GAP + sign + gc.textExtent("0".repeat(digits)).x + GAP);
            gc.dispose();
        }
    }

    private void paint(Event event) {
        if (text.getTopPixel() != top || text.getLineCount() != count) {
            // what the text has painted it moves, and the margin not at all or with its old numbers
            top = text.getTopPixel();
            count = text.getLineCount();
            text.redraw(0, 0, text.getLeftMargin(), text.getClientArea().height, false);
        }
        int right = text.getLeftMargin() - GAP;
        if (event.x > right) {
            return;
        }
        int below = event.y + event.height;
        for (int line = text.getLineIndex(event.y); line < text.getLineCount(); line++) {
            int y = text.getLinePixel(line) + text.getLineVerticalIndent(line);
            if (y >= below) {
                return;
            }
            paint(event.gc, line + 1, right, y);
        }
    }

    private void paint(GC gc, int line, int right, int y) {
        boolean marked = wrong.containsKey(line);
        gc.setForeground(theme.color(marked ? Name.CRITICAL : Name.MUTED));
        String number = String.valueOf(line);
        gc.drawString(number, right - gc.stringExtent(number).x, y, true);
        if (marked) {
            Rectangle of = theme.image(Icon.FAILED, Name.CRITICAL).getBounds();
            gc.drawImage(
                    theme.image(Icon.FAILED, Name.CRITICAL), 0, 0, of.width, of.height, GAP, y + 2, sign - 4, sign - 4);
        }
    }

    private void tip(Event event) {
        WidgetText.tip(text, event.x < text.getLeftMargin() ? wordsAt(event.y) : "");
    }
}
