// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageDataProvider;
import org.eclipse.swt.widgets.Display;

/** The icons as images, tinted by the theme of now and drawn anew from the SVG at every zoom. UI thread. */
public final class Icons {
    private static final int SIZE = 16;
    private final Display display;
    private final Palette palette;
    private final Map<Icon, String> sources = new EnumMap<>(Icon.class);
    private final Map<Key, Image> images = new HashMap<>();

    /** Icons in the colours of a palette; freed with the display. */
    public Icons(Display display, Palette palette) {
        this.display = display;
        this.palette = palette;
        display.disposeExec(() -> images.values().forEach(Image::dispose));
    }

    /** An icon in the colour of a meaning. Do not dispose it. */
    public Image image(Icon icon, Palette.Name tone) {
        int rgb = tone.rgb(palette.isDark());
        return images.computeIfAbsent(new Key(icon, rgb), key -> {
            ImageDataProvider provider = zoom -> draw(icon, rgb, zoom);
            return new Image(display, provider);
        });
    }

    private ImageData draw(Icon icon, int rgb, int zoom) {
        int size = SIZE * zoom / 100;
        String svg = sources.computeIfAbsent(icon, Icons::read)
                .replace("width=\"16\" height=\"16\"", "width=\"%d\" height=\"%d\"".formatted(size, size))
                .replace("currentColor", "#%06x".formatted(rgb));
        return new ImageData(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    private static String read(Icon icon) {
        @Nullable URL url = Icons.class.getResource(icon.path());
        if (url == null) {
            throw new IllegalStateException("missing in the bundle: " + icon.path());
        }
        try (InputStream in = url.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + icon.path(), e);
        }
    }

    private record Key(Icon icon, int rgb) {}
}
