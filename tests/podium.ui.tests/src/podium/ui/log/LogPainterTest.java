// SPDX-License-Identifier: Apache-2.0
package podium.ui.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import podium.core.log.LogLine;
import podium.ui.fake.Screen;
import podium.ui.fake.UiFixture;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.Theme;

/** What is painted of a line, pixel by pixel. */
class LogPainterTest {
    private static final int WIDTH = 400;
    private static final int HEIGHT = 100;
    private static final int BAR = 1;

    private final Screen screen = Screen.open();

    @AfterEach
    void close() {
        screen.close();
    }

    private static LogLine line(int source, String text) {
        return LogLine.written(source, 0, text);
    }

    private Theme theme(boolean dark) {
        return new UiFixture(screen.display(), dark).services.theme();
    }

    private LogPainter.Layout layout(boolean wrap) {
        GC gc = new GC(screen.display());
        gc.setFont(JFaceResources.getTextFont());
        Point cell = gc.textExtent("m");
        gc.dispose();
        return new LogPainter.Layout(cell, 4, false, wrap, 10, 0);
    }

    private ImageData painted(Theme theme, LogLine line, LogPainter.Layout layout) {
        Image image = new Image(screen.display(), WIDTH, HEIGHT);
        GC gc = new GC(image);
        gc.setFont(JFaceResources.getTextFont());
        Rectangle area = new Rectangle(0, 0, WIDTH, HEIGHT);
        new LogPainter(theme).paint(gc, line, "12", layout, area, false, Pattern.compile(""));
        gc.dispose();
        ImageData data = image.getImageData(100);
        image.dispose();
        return data;
    }

    private static RGB at(ImageData data, int x, int y) {
        return data.palette.getRGB(data.getPixel(x, y));
    }

    private static boolean isWritten(
            Theme theme, ImageData data, int row, int fromColumn, int toColumn, LogPainter.Layout layout) {
        RGB ground = theme.color(Name.SURFACE).getRGB();
        int from = layout.textX() + fromColumn * layout.cell().x;
        return IntStream.range(from, layout.textX() + toColumn * layout.cell().x)
                .anyMatch(x -> IntStream.range(row * layout.cell().y, (row + 1) * layout.cell().y)
                        .anyMatch(y -> !at(data, x, y).equals(ground)));
    }

    @Test
    void whatPodiumSaysDoesNotLookSelected() {
        Theme theme = theme(false);
        LogLine note = LogLine.note(0, 0, "ended", LogLine.Kind.NOTE);
        ImageData data = painted(theme, note, layout(false));
        assertEquals(theme.color(Name.SURFACE).getRGB(), at(data, WIDTH - 2, HEIGHT - 2));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aRankIsABarOfItsColourAndItsNumberInIt(boolean dark) {
        Theme theme = theme(dark);
        LogStyle style = new LogStyle(theme);
        Set<RGB> colours = new HashSet<>();
        for (int rank = 0; rank < 64; rank++) {
            RGB colour = style.source(rank).getRGB();
            ImageData data = painted(theme, line(rank, "step"), layout(false));
            assertEquals(colour, at(data, BAR, HEIGHT / 2), "rank " + rank);
            RGB ground = theme.color(Name.SURFACE).getRGB();
            assertTrue(
                    IntStream.range(4, layout(false).textX())
                            .anyMatch(x -> IntStream.range(0, layout(false).cell().y)
                                    .anyMatch(y -> !at(data, x, y).equals(ground))),
                    "its number stands beside it");
            colours.add(colour);
        }
        assertEquals(64, colours.size(), "no two ranks have the same");
    }

    @Test
    void aLineTakesAsManyRowsAsItNeedsWhereLinesAreBroken() {
        assertEquals(3, layout(true).rows(line(0, "x".repeat(25))));
        assertEquals(1, layout(true).rows(line(0, "x".repeat(10))));
        assertEquals(1, layout(true).rows(line(0, "")));
        assertEquals(1, layout(false).rows(line(0, "x".repeat(25))));
    }

    @Test
    void allOfALongLineIsSeenWhereLinesAreBroken() {
        Theme theme = theme(false);
        LogLine long25 = line(0, "x".repeat(25));
        LogPainter.Layout broken = layout(true);
        ImageData data = painted(theme, long25, broken);
        assertTrue(isWritten(theme, data, 0, 9, 10, broken));
        assertFalse(isWritten(theme, data, 0, 11, 25, broken), "no row is longer than there is room");
        assertTrue(isWritten(theme, data, 2, 4, 5, broken), "the last of it");
        assertFalse(isWritten(theme, data, 2, 6, 10, broken));
        LogPainter.Layout whole = layout(false);
        ImageData one = painted(theme, long25, whole);
        assertTrue(isWritten(theme, one, 0, 9, 10, whole));
        assertFalse(isWritten(theme, one, 1, 0, 25, whole), "one row, with the rest to be scrolled to");
    }

    @Test
    void whatIsScrolledToIsSeen() {
        Theme theme = theme(false);
        LogPainter.Layout at0 = layout(false);
        LogPainter.Layout at20 = new LogPainter.Layout(at0.cell(), at0.label(), false, false, 10, 20);
        ImageData data = painted(theme, line(0, " ".repeat(20) + "end"), at20);
        assertTrue(isWritten(theme, data, 0, 0, 3, at20));
        assertFalse(isWritten(theme, painted(theme, line(0, " ".repeat(20) + "end"), at0), 0, 0, 10, at0));
    }
}
