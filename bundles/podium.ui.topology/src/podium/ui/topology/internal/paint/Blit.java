// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.paint;

import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Pattern;
import org.eclipse.swt.graphics.Transform;
import podium.ui.topology.internal.layout.Pixels;

/**
 * Copies an image by filling with it. {@link GC#drawImage} of SWT 3.133 on GTK first reads the whole image back from the
 * display server (Image.getImageDataAtCurrentZoom), 4 ms for 2560 x 1440 whatever the part; a fill stays on the server and
 * costs nothing that can be measured. UI thread.
 */
final class Blit {
    private Blit() {}

    /** Copies a part to the same place. */
    static void copy(GC gc, Image image, Pixels part) {
        fill(gc, image, part);
    }

    /**
     * Copies the image moved and stretched: a point p of it comes to {@code p * factor + (dx, dy)}.
     *
     * @param whole all of the image, in its own pixels
     */
    static void transformed(GC gc, Image image, Pixels whole, float factor, float dx, float dy) {
        Transform transform = new Transform(gc.getDevice());
        try {
            transform.translate(dx, dy);
            transform.scale(factor, factor);
            gc.setTransform(transform);
            fill(gc, image, whole);
            gc.setTransform(null);
        } finally {
            transform.dispose();
        }
    }

    private static void fill(GC gc, Image image, Pixels part) {
        Pattern pattern = new Pattern(gc.getDevice(), image);
        try {
            gc.setBackgroundPattern(pattern);
            gc.fillRectangle(part.x(), part.y(), part.width(), part.height());
            gc.setBackgroundPattern(null);
        } finally {
            pattern.dispose();
        }
    }
}
