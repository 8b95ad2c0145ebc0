// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.paint;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Pattern;
import org.eclipse.swt.graphics.Transform;
import podium.ui.topology.internal.layout.PixelRect;

/**
 * An image to paint on and to copy from, as sharp as the screen: it has as many dots as the screen has for its pixels.
 *
 * <p>It is copied by filling with it. {@link GC#drawImage} of SWT 3.133 on GTK first reads the whole image back from the
 * display server (Image.getImageDataAtCurrentZoom), 4 ms for 2560 x 1440 whatever the part; a fill stays on the server.
 * UI thread.
 */
final class BackingImage implements AutoCloseable {
    private final Image image;
    private final Transform toDots;
    private final int width;
    private final int height;
    private final float dots;

    /** Dots of the screen for a pixel; an image of GTK has one whatever the zoom, elsewhere the toolkit sees to it. */
    static float dots(int zoom) {
        return "gtk".equals(SWT.getPlatform()) ? zoom / 100f : 1;
    }

    BackingImage(Device device, int width, int height, float dots) {
        this.width = width;
        this.height = height;
        this.dots = dots;
        image = new Image(device, Math.max(1, Math.round(width * dots)), Math.max(1, Math.round(height * dots)));
        toDots = new Transform(device);
        toDots.scale(dots, dots);
    }

    /** To paint on it, in pixels; whoever asks disposes it. */
    GC gc() {
        GC gc = new GC(image);
        gc.setTransform(toDots);
        gc.setAntialias(SWT.OFF);
        return gc;
    }

    /** Copies a part to the same place of something else. */
    void copy(GC gc, PixelRect part) {
        Transform toPixels = new Transform(gc.getDevice());
        toPixels.scale(1 / dots, 1 / dots);
        fill(gc, toPixels, part.x() * dots, part.y() * dots, part.width() * dots, part.height() * dots);
    }

    /** Copies all of it moved and stretched onto another one: a pixel p comes to {@code p * factor + (dx, dy)}. */
    void onto(BackingImage other, float factor, float dx, float dy) {
        GC gc = new GC(other.image);
        try {
            Transform transform = new Transform(gc.getDevice());
            transform.translate(dx * dots, dy * dots);
            transform.scale(factor, factor);
            fill(gc, transform, 0, 0, width * dots, height * dots);
        } finally {
            gc.dispose();
        }
    }

    private void fill(GC gc, Transform transform, float x, float y, float w, float h) {
        Pattern pattern = new Pattern(gc.getDevice(), image);
        try {
            gc.setTransform(transform);
            gc.setBackgroundPattern(pattern);
            gc.fillRectangle((int) Math.floor(x), (int) Math.floor(y), (int) Math.ceil(w), (int) Math.ceil(h));
            gc.setBackgroundPattern(null);
            gc.setTransform(null);
        } finally {
            pattern.dispose();
            transform.dispose();
        }
    }

    @Override
    public void close() {
        image.dispose();
        toDots.dispose();
    }
}
