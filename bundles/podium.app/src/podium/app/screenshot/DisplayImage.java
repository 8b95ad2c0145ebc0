// SPDX-License-Identifier: Apache-2.0
package podium.app.screenshot;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.widgets.Display;

/** What a display shows, as a PNG. */
final class DisplayImage {

    private DisplayImage() {}

    /**
     * Writes the whole display. The file appears at its place only when it is whole. UI thread.
     *
     * @throws IOException when the picture cannot be taken or written
     */
    static void write(Display display, Path file) throws IOException {
        Path target = file.toAbsolutePath();
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try (OutputStream out = Files.newOutputStream(part)) {
            ImageLoader loader = new ImageLoader();
            loader.data = new ImageData[] {take(display)};
            loader.save(out, SWT.IMAGE_PNG);
        } catch (SWTException e) {
            Files.deleteIfExists(part);
            throw new IOException(e.getMessage(), e);
        }
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }

    private static ImageData take(Display display) {
        Image image = new Image(display, display.getBounds().width, display.getBounds().height);
        GC gc = new GC(display);
        try {
            gc.copyArea(image, 0, 0);
            return image.getImageData();
        } finally {
            gc.dispose();
            image.dispose();
        }
    }
}
