// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.core.change.ClusterId;
import podium.operation.plan.ObjectChange;
import podium.ui.dialog.shell.ShellDialogs;
import podium.ui.fake.DialogScreen;

class DiffViewTest {
    private static final int MANY = 50_000;
    /** Lines that are laid out at most. */
    private static final int FEW = 2_000;

    private final DialogScreen seen = new DialogScreen(ShellDialogs::new);
    private final Shell shell = new Shell(Display.getCurrent());
    private final AtomicInteger laidOut = new AtomicInteger();
    private List<StyledText> sides = List.of();

    @AfterEach
    void close() {
        shell.dispose();
        seen.close();
    }

    private void show(String before, String after) {
        shell.setLayout(new FillLayout());
        shell.setSize(900, 500);
        DiffView view = new DiffView(shell, seen.stage.services);
        sides = Stream.of(view.control().getChildren())
                .filter(StyledText.class::isInstance)
                .map(StyledText.class::cast)
                .toList();
        sides.forEach(side -> side.addBidiSegmentListener(event -> laidOut.incrementAndGet()));
        view.show(new ClusterId("lab"), List.of(new ObjectChange("ConfigMap a", before, after)));
        shell.layout(true, true);
        sides.forEach(side -> side.setTopPixel(20_000));
    }

    private static String lines(int count, String words) {
        return IntStream.range(0, count)
                .mapToObj(i -> "  key" + i + ": " + words + "\n")
                .collect(Collectors.joining());
    }

    private static String words(StyledText side) {
        return side.getText().lines().skip(1).map(line -> line.substring(2)).collect(Collectors.joining());
    }

    @Test
    void oneChangedLineOfVeryManyIsShownWithThoseAroundItAndNoOtherIsLaidOut() {
        String text = lines(MANY, "a value that is wider than one of the sides and goes on below it".repeat(2));
        show(text, text.replace("key40000: a", "key40000: b"));
        assertTrue(laidOut.get() < FEW, () -> laidOut + " lines");
        List<String> after = sides.get(1).getText().lines().toList();
        assertEquals(15, after.size(), after::toString);
        assertEquals("  … 39\u2009995 lines unchanged …", after.get(1));
        assertTrue(after.get(2).startsWith("    key39995: a"), after.get(2));
        assertTrue(after.get(8).startsWith("+   key40000: b"), after.get(8));
        assertEquals("  … 9\u2009994 lines unchanged …", after.getLast());
    }

    @Test
    void veryManyChangedLinesAreShownWholeAndOnlyThoseInSightAreLaidOut() {
        String old = lines(MANY, "a value that is wider than one of the sides and goes on below it".repeat(2));
        String now = lines(MANY, "\u503C".repeat(150));
        show(old, now);
        assertTrue(laidOut.get() < FEW, () -> laidOut + " lines");
        assertEquals(old.replace("\n", ""), words(sides.get(0)));
        assertEquals(now.replace("\n", ""), words(sides.get(1)));
        assertEquals(sides.get(0).getLineCount(), sides.get(1).getLineCount());
        StyledText side = sides.get(1);
        int wide = side.getTextBounds(side.getCharCount() - 1_000, side.getCharCount() - 1).width;
        assertTrue(wide <= side.getClientArea().width, "nothing is cut off");
    }

    @Test
    void aFewLinesThatGoOnForVeryLongAreCutAsWellInsteadOfBeingLaidOut() {
        String text = lines(20, "of a model card ".repeat(4_000));
        show("", text);
        assertTrue(laidOut.get() < FEW, () -> laidOut + " lines");
        assertEquals(text.replace("\n", ""), words(sides.get(1)));
        assertFalse(sides.get(1).getWordWrap());
    }
}
