// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.model.fleet.Node;
import podium.ui.topology.internal.testing.Fleets;
import podium.ui.topology.internal.testing.PartFixture;

/** The card of what is pointed at, on the whole part. */
class TooltipOfThePartTest {
    private final Fleets fleets = Fleets.aiFactory();
    private final PartFixture fixture = PartFixture.open(fleets, 900, 600);
    private final Canvas canvas = fixture.canvas();
    private final Node node = fleets.findNode("gpu-a1-2");
    private final Rectangle at = fixture.places().get("gpu-a1-2");

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void escapeClosesItAndNothingElse() {
        fixture.selection().set(this, List.of(node));
        open();
        fixture.key(SWT.ESC, SWT.ESC, 0);
        assertFalse(isOpen());
        assertEquals(List.of(node), fixture.selection().get());
        fixture.key(SWT.ESC, SWT.ESC, 0);
        assertEquals(List.of(), fixture.selection().get());
    }

    @Test
    void aMenuClosesIt() {
        open();
        new Menu(fixture.shell(), SWT.POP_UP).notifyListeners(SWT.Show, new Event());
        assertFalse(isOpen());
    }

    @Test
    void aDialogClosesIt() {
        open();
        fixture.shell().notifyListeners(SWT.Deactivate, new Event());
        assertFalse(isOpen());
    }

    @Test
    void aKeyThatOpensAnotherPartClosesIt() {
        open();
        fixture.shell().notifyListeners(SWT.KeyUp, new Event());
        assertFalse(isOpen());
    }

    @Test
    void itIsClosedWhereThePointerLeftWithoutAWord() {
        canvas.getDisplay().setCursorLocation(outside(canvas.toDisplay(0, 0).x), 0);
        fixture.settle();
        open();
        fixture.await(() -> !isOpen());
    }

    @Test
    void itSaysWhatIsNowWhilePointerRests() {
        canvas.getDisplay().setCursorLocation(canvas.toDisplay(at.x + 5, at.y + 5));
        fixture.await(this::isOpen);
        int[] before = card();
        node.setUnschedulable(true);
        fixture.fleet().changed(node);
        fixture.await(() -> !Arrays.equals(before, card()));
    }

    private int outside(int left) {
        return left > 10 ? 0 : canvas.getDisplay().getBounds().width - 1;
    }

    private void open() {
        for (int type : new int[] {SWT.MouseMove, SWT.MouseHover}) {
            Event event = new Event();
            event.x = at.x + 5;
            event.y = at.y + 5;
            canvas.notifyListeners(type, event);
        }
        assertTrue(isOpen());
    }

    /** Whether the node at the right is covered. */
    private boolean isOpen() {
        int[] card = card();
        return Arrays.stream(card).filter(pixel -> pixel == card[0]).count() > card.length / 2;
    }

    /** The pixels of the card right of the node that it is about. */
    private int[] card() {
        Image image = new Image(canvas.getDisplay(), canvas.getSize().x, canvas.getSize().y);
        Event event = new Event();
        event.gc = new GC(image);
        event.width = canvas.getSize().x;
        event.height = canvas.getSize().y;
        canvas.notifyListeners(SWT.Paint, event);
        event.gc.dispose();
        ImageData data = image.getImageData();
        image.dispose();
        int[] pixels = new int[60 * 80];
        for (int y = 0; y < 80; y++) {
            data.getPixels(at.x + at.width + 6, at.y + 22 + y, 60, pixels, y * 60);
        }
        return pixels;
    }
}
