// SPDX-License-Identifier: Apache-2.0
package podium.ui.drag;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageDataProvider;
import org.eclipse.swt.graphics.ImageGcDrawer;
import org.eclipse.swt.widgets.Display;
import podium.placement.Subject;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.Theme;

/** The small sign under the pointer, which covers next to nothing: what is carried stands on the card of the canvas. */
final class DragImage {
    private static final int SIZE = 26;
    private static final int ICON = 16;

    private DragImage() {}

    /**
     * A new image; whoever asked disposes it. What GTK drags of an image that is drawn has one dot for a pixel whatever the screen
     * has, so that it is blurred; of one whose data is asked for at a zoom it has as many as the screen.
     */
    static Image draw(Display display, Theme theme, Subject subject) {
        ImageGcDrawer drawer = (gc, width, height) -> paint(gc, theme, subject);
        ImageDataProvider sharp = zoom -> {
            Image drawn = new Image(display, drawer, SIZE, SIZE);
            ImageData data = drawn.getImageData(zoom);
            drawn.dispose();
            return data;
        };
        return new Image(display, sharp);
    }

    private static void paint(GC gc, Theme theme, Subject subject) {
        gc.setBackground(theme.color(Name.RAISED));
        gc.fillRectangle(0, 0, SIZE, SIZE);
        gc.setForeground(theme.color(Name.SELECTED));
        gc.drawRectangle(0, 0, SIZE - 1, SIZE - 1);
        gc.setAntialias(SWT.ON);
        Icon icon = subject.wholeJob() ? Icon.JOB : Icon.TASK;
        gc.drawImage(theme.image(icon, Name.TEXT), (SIZE - ICON) / 2, (SIZE - ICON) / 2);
    }
}
