// SPDX-License-Identifier: Apache-2.0
package podium.app.internal;

import java.util.Comparator;
import java.util.List;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.IPresentationEngine;
import org.eclipse.swt.graphics.Rectangle;

/**
 * Where a window opens that was left somewhere: there, as long as enough of it would be seen to work with it. A screen may be
 * gone or smaller by now, and what a file says may be nonsense. In pixels.
 */
public final class WindowBounds {
    /** The least size of a window in which the parts can be told apart. */
    static final int LEAST_WIDTH = 640;

    static final int LEAST_HEIGHT = 400;

    /** Percent of a screen that a window takes which is no longer maximized as it is at first. */
    private static final int MOST = 85;

    /** So much of a title bar must be on a screen for a hand to find it. */
    private static final int GRIP = 100;

    /** What the model of e4 has for a coordinate that was never set: the window manager chooses. */
    private static final int UNSET = Integer.MIN_VALUE;

    private WindowBounds() {}

    /**
     * Has windows that nobody has placed yet take the whole screen, and most of it where that is undone.
     *
     * @param screens the usable areas of all screens, the first one first; where there is none nothing is done
     */
    public static void open(List<MWindow> windows, List<Rectangle> screens) {
        for (MWindow window : screens.isEmpty() ? List.<MWindow>of() : windows) {
            Rectangle screen = screens.getFirst();
            window.setWidth(Math.max(window.getWidth(), screen.width * MOST / 100));
            window.setHeight(Math.max(window.getHeight(), screen.height * MOST / 100));
            window.getTags().add(IPresentationEngine.WINDOW_MAXIMIZED_TAG);
        }
    }

    /**
     * Gives windows a place on one of the screens.
     *
     * @param screens the usable areas of all screens, the first one first; where there is none nothing is done
     */
    public static void mend(List<MWindow> windows, List<Rectangle> screens) {
        for (MWindow window : screens.isEmpty() ? List.<MWindow>of() : windows) {
            Rectangle kept = new Rectangle(window.getX(), window.getY(), window.getWidth(), window.getHeight());
            Rectangle place = onScreen(kept, screens);
            if (!place.equals(kept)) {
                window.setX(place.x);
                window.setY(place.y);
                window.setWidth(place.width);
                window.setHeight(place.height);
            }
        }
    }

    /**
     * @param kept as it was left
     * @param screens the usable areas of all screens, the first one first; not empty
     */
    static Rectangle onScreen(Rectangle kept, List<Rectangle> screens) {
        Rectangle screen = screens.stream()
                .max(Comparator.comparingLong(area -> shared(area, kept)))
                .orElseThrow();
        int width = Math.clamp(kept.width, Math.min(LEAST_WIDTH, screen.width), screen.width);
        int height = Math.clamp(kept.height, Math.min(LEAST_HEIGHT, screen.height), screen.height);
        boolean found = kept.x == UNSET
                || kept.y == UNSET
                || screens.stream().anyMatch(area -> graspable(new Rectangle(kept.x, kept.y, width, height), area));
        return found
                ? new Rectangle(kept.x, kept.y, width, height)
                : new Rectangle(
                        screen.x + (screen.width - width) / 2, screen.y + (screen.height - height) / 2, width, height);
    }

    private static boolean graspable(Rectangle window, Rectangle area) {
        int seen = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x);
        return seen >= GRIP && window.y >= area.y && window.y <= area.y + area.height - GRIP;
    }

    private static long shared(Rectangle area, Rectangle kept) {
        Rectangle both = area.intersection(kept);
        return (long) Math.max(0, both.width) * Math.max(0, both.height);
    }
}
