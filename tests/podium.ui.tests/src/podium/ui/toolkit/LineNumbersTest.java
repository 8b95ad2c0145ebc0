// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import podium.ui.fake.Screen;
import podium.ui.fake.UiFixture;
import podium.ui.toolkit.Palette.Name;

/** The numbers beside the lines of a text, as they are painted. */
class LineNumbersTest {
    private final Screen screen = Screen.open();

    @AfterEach
    void close() {
        screen.close();
    }

    private LineNumbers numbers(StyledText text, Theme theme, String content) {
        theme.dress(text).setMargins(6, 4, 6, 4);
        LineNumbers numbers = LineNumbers.of(text, theme);
        text.setText(content);
        text.getShell().setLayout(new FillLayout());
        text.getShell().setSize(300, 200);
        text.getShell().open();
        return numbers;
    }

    private StyledText text(int style) {
        return new StyledText(new Shell(screen.display()), SWT.MULTI | SWT.V_SCROLL | style);
    }

    private Theme theme(boolean dark) {
        return new UiFixture(screen.display(), dark).services.theme();
    }

    private static String lines(int count) {
        return "a\n".repeat(count - 1) + "a";
    }

    /** The margin beside a row of pixels as high as a line, counted from the top of a line on. */
    private static ImageData margin(StyledText text, int line, int row) {
        int high = text.getLineHeight();
        Image image = new Image(text.getDisplay(), text.getLeftMargin() - 1, high);
        GC gc = new GC(text);
        gc.copyArea(image, 0, text.getLinePixel(line) + row * high);
        gc.dispose();
        ImageData data = image.getImageData();
        image.dispose();
        return data;
    }

    private static boolean has(ImageData data, Predicate<RGB> colour) {
        return IntStream.range(0, data.width * data.height)
                .mapToObj(i -> data.palette.getRGB(data.getPixel(i % data.width, i / data.width)))
                .anyMatch(colour);
    }

    private static boolean isPainted(StyledText text, int line, int row) {
        RGB ground = text.getBackground().getRGB();
        ImageData margin = margin(text, line, row);
        return has(margin, ground::equals) && has(margin, colour -> !colour.equals(ground));
    }

    private static boolean isBare(StyledText text, int line, int row) {
        RGB ground = text.getBackground().getRGB();
        return !has(margin(text, line, row), colour -> !colour.equals(ground));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void eachLineHasItsNumberAndALineThatIsWrongASignAndATip(boolean dark) {
        Theme theme = theme(dark);
        RGB red = theme.color(Name.CRITICAL).getRGB();
        StyledText text = text(SWT.H_SCROLL);
        LineNumbers numbers = numbers(text, theme, lines(3));
        screen.until(
                "all lines have numbers, and nothing is below them",
                () -> isPainted(text, 0, 0) && isPainted(text, 2, 0) && isBare(text, 2, 1));
        assertFalse(has(margin(text, 1, 0), red::equals));
        numbers.mark(Map.of(2, "A bracket is not closed."));
        screen.until("the second is wrong", () -> has(margin(text, 1, 0), red::equals));
        assertFalse(has(margin(text, 0, 0), red::equals), "and only that");
        assertEquals("A bracket is not closed.", tip(text, 3, text.getLinePixel(1) + 2));
        assertEquals("", tip(text, 3, text.getLinePixel(0) + 2));
        assertEquals("", tip(text, text.getLeftMargin() + 20, text.getLinePixel(1) + 2));
        numbers.mark(Map.of());
        screen.until("it is right", () -> !has(margin(text, 1, 0), red::equals));
        assertTrue(isPainted(text, 1, 0));
    }

    private static String tip(StyledText text, int x, int y) {
        Event moved = new Event();
        moved.x = x;
        moved.y = y;
        text.notifyListeners(SWT.MouseMove, moved);
        return String.valueOf(text.getToolTipText());
    }

    @Test
    void theNumbersFollowTheTextThroughFiftyThousandLines() {
        StyledText text = text(SWT.H_SCROLL);
        LineNumbers numbers = numbers(text, theme(false), lines(3));
        int narrow = text.getLeftMargin();
        text.setText(lines(50_000));
        assertTrue(text.getLeftMargin() > narrow, "five digits have room");
        screen.until("the first has its number", () -> isPainted(text, 0, 0));
        byte[] first = margin(text, 0, 0).data;
        text.setTopIndex(40_000);
        screen.until(
                "the line at the top has another",
                () -> isPainted(text, text.getTopIndex(), 0)
                        && !Arrays.equals(first, margin(text, text.getTopIndex(), 0).data));
        text.setTopIndex(0);
        screen.until("the first has its own again", () -> Arrays.equals(first, margin(text, 0, 0).data));
        numbers.goTo(45_000, 2);
        assertEquals(
                "44999 at 1",
                text.getLineAtOffset(text.getCaretOffset()) + " at "
                        + (text.getCaretOffset() - text.getOffsetAtLine(44_999)));
        assertTrue(text.getLinePixel(44_999) < text.getClientArea().height, "it is seen");
        numbers.goTo(60_000, 90);
        assertEquals(text.getCharCount(), text.getCaretOffset(), "the place is gone");
    }

    @Test
    void aLineThatGoesOnBelowHasOneNumber() {
        StyledText text = text(SWT.WRAP);
        numbers(text, theme(false), "words ".repeat(12) + "\nb");
        screen.until(
                "both have numbers, and what goes on has none",
                () -> isPainted(text, 0, 0) && isBare(text, 0, 1) && isPainted(text, 1, 0));
    }
}
