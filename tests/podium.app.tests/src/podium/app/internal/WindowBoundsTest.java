// SPDX-License-Identifier: Apache-2.0
package podium.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.eclipse.e4.ui.model.application.ui.basic.MBasicFactory;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.IPresentationEngine;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.swt.graphics.Rectangle;
import org.junit.jupiter.api.Test;

class WindowBoundsTest {
    private static final Rectangle LEFT = new Rectangle(0, 0, 1600, 1000);
    private static final Rectangle RIGHT = new Rectangle(1600, 0, 2560, 1440);

    @Test
    void aWindowOpensWhereItWasLeft() {
        Rectangle kept = new Rectangle(120, 40, 1280, 800);
        assertEquals(kept, place(kept, LEFT));
        Rectangle other = new Rectangle(1700, 200, 2300, 1200);
        assertEquals(other, place(other, LEFT, RIGHT));
    }

    @Test
    void aWindowThatHangsOverAnEdgeStaysThereAsLongAsAHandFindsItsTitle() {
        Rectangle kept = new Rectangle(-900, 40, 1280, 800);
        assertEquals(kept, place(kept, LEFT));
        assertEquals(new Rectangle(160, 100, 1280, 800), place(new Rectangle(-1200, 40, 1280, 800), LEFT));
        assertEquals(new Rectangle(160, 100, 1280, 800), place(new Rectangle(1520, 40, 1280, 800), LEFT));
        assertEquals(new Rectangle(160, 100, 1280, 800), place(new Rectangle(10, -30, 1280, 800), LEFT));
        assertEquals(new Rectangle(160, 100, 1280, 800), place(new Rectangle(10, 960, 1280, 800), LEFT));
    }

    @Test
    void aWindowOfAScreenThatIsGoneOpensInTheMiddleOfOneThatIsThere() {
        assertEquals(new Rectangle(160, 100, 1280, 800), place(new Rectangle(1900, 300, 1280, 800), LEFT));
    }

    @Test
    void aWindowIsNeitherLargerThanItsScreenNorTooSmallToBeUsed() {
        assertEquals(new Rectangle(0, 0, 1600, 1000), place(new Rectangle(0, 0, 2500, 1400), LEFT));
        assertEquals(new Rectangle(300, 200, 640, 400), place(new Rectangle(300, 200, 40, 10), LEFT));
        assertEquals(new Rectangle(0, 0, 480, 320), place(new Rectangle(0, 0, 10, 10), new Rectangle(0, 0, 480, 320)));
    }

    @Test
    void nonsenseOpensInTheMiddle() {
        Rectangle kept = new Rectangle(Integer.MAX_VALUE - 3, Integer.MIN_VALUE + 1, Integer.MAX_VALUE, -5);
        assertEquals(new Rectangle(0, 300, 1600, 400), place(kept, LEFT));
    }

    @Test
    void whereAWindowWithoutAPlaceOpensIsLeftToTheWindowManager() {
        MWindow window = MBasicFactory.INSTANCE.createTrimmedWindow();
        window.setWidth(5000);
        window.setHeight(800);
        WindowBounds.mend(List.of(window), List.of(LEFT));
        assertEquals(1600, window.getWidth());
        assertEquals(Integer.MIN_VALUE, window.getX());
        assertEquals(Integer.MIN_VALUE, window.getY());
    }

    @Test
    void aWindowThatNobodyHasPlacedTakesTheScreenAndMostOfALargeOneWhereThatIsUndone() {
        MWindow window = MBasicFactory.INSTANCE.createTrimmedWindow();
        window.setWidth(1280);
        window.setHeight(800);
        WindowBounds.open(List.of(window), List.of(new Rectangle(0, 0, 1280, 720)));
        assertEquals(1280, window.getWidth());
        WindowBounds.open(List.of(window), List.of(new Rectangle(0, 0, 2560, 1440)));
        assertEquals(2176, window.getWidth());
        assertEquals(1224, window.getHeight());
        assertTrue(window.getTags().contains(IPresentationEngine.WINDOW_MAXIMIZED_TAG), "the whole of it");
    }

    @Test
    void aWindowThatIsWellPlacedIsNotTouched() {
        MWindow window = MBasicFactory.INSTANCE.createTrimmedWindow();
        window.setX(10);
        window.setY(20);
        window.setWidth(1280);
        window.setHeight(800);
        boolean[] told = {false};
        ((EObject) window).eAdapters().add(new org.eclipse.emf.common.notify.impl.AdapterImpl() {
            @Override
            public void notifyChanged(org.eclipse.emf.common.notify.Notification notification) {
                told[0] = true;
            }
        });
        WindowBounds.mend(List.of(window), List.of(LEFT));
        WindowBounds.mend(List.of(window), List.of());
        assertFalse(told[0]);
        window.setX(9000);
        WindowBounds.mend(List.of(window), List.of(LEFT));
        assertTrue(told[0]);
        assertEquals(160, window.getX());
    }

    private static Rectangle place(Rectangle kept, Rectangle... screens) {
        return WindowBounds.onScreen(kept, List.of(screens));
    }
}
