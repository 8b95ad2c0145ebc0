// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.testing;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import podium.ui.toolkit.Palette;
import podium.ui.toolkit.PendingOpens;
import podium.ui.topology.internal.colour.CellValues;
import podium.ui.topology.internal.colour.ColourBy;
import podium.ui.topology.internal.model.Highlights;
import podium.ui.topology.internal.model.TopologyModel;
import podium.ui.topology.internal.paint.TopologyCanvas;

/** The canvas alone in a window, and pictures of it. UI thread. */
public final class Pictures implements AutoCloseable {
    private final Shell shell;
    private final TopologyModel model;
    private final Highlights highlights = new Highlights();
    private final TopologyCanvas canvas;

    public Pictures(Display display, Fleets fleets, Palette palette, int width, int height) {
        shell = new Shell(display, SWT.NO_TRIM);
        shell.setLayout(new FillLayout());
        shell.setSize(width, height);
        model = new TopologyModel(fleets.fleet());
        Clock clock = Clock.fixed(Fleets.NOW.plus(Duration.ofSeconds(2)), ZoneOffset.UTC);
        canvas = new TopologyCanvas(shell, model, highlights, palette, clock, new PendingOpens(clock));
        shell.open();
        settle();
    }

    public TopologyModel model() {
        return model;
    }

    public Highlights highlights() {
        return highlights;
    }

    public TopologyCanvas canvas() {
        return canvas;
    }

    public void colourBy(ColourBy by) {
        long now = Fleets.NOW.toEpochMilli();
        model.colourBy(by);
        model.take(CellValues.take(by, model.scene().cells(), model.bounds(by), Readouts.of(model.scene(), now), now));
    }

    /** Everything painted, as an image. */
    public ImageData picture() {
        Image image =
                new Image(shell.getDisplay(), model.view().width(), model.view().height());
        GC gc = new GC(image);
        try {
            canvas.paintAll(gc);
            return image.getImageData();
        } finally {
            gc.dispose();
            image.dispose();
        }
    }

    public void save(Path file) {
        ImageLoader loader = new ImageLoader();
        loader.data = new ImageData[] {picture()};
        loader.save(file.toString(), SWT.IMAGE_PNG);
    }

    private void settle() {
        canvas.control().update();
        while (shell.getDisplay().readAndDispatch()) {}
    }

    @Override
    public void close() {
        shell.dispose();
    }
}
