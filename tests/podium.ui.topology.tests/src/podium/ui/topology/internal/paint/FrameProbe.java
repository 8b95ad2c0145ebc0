// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.paint;

import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Region;
import podium.ui.topology.internal.layout.PixelRect;

/** Drives the canvas frame by frame, without waiting for the system to ask for it. For benchmarks. UI thread. */
public final class FrameProbe {
    private final TopologyCanvas canvas;

    public FrameProbe(TopologyCanvas canvas) {
        this.canvas = canvas;
    }

    /** Paints everything that is left. */
    public void finish() {
        Image image = new Image(canvas.control().getDisplay(), 10, 10);
        GC gc = new GC(image);
        canvas.paintAll(gc);
        gc.dispose();
        image.dispose();
    }

    /** One frame: bring the picture up to date within the budget, copy what changed (all after a pan or zoom) with what lies over it. */
    public void frame(Image screen, boolean viewChanged) {
        DamageRegion damage = canvas.update();
        if (viewChanged) {
            damage.add(new PixelRect(0, 0, screen.getBounds().width, screen.getBounds().height));
        }
        Region region = new Region();
        damage.parts().forEach(part -> region.add(part.x(), part.y(), part.width(), part.height()));
        GC gc = new GC(screen);
        gc.setClipping(region);
        canvas.paint(gc, damage.bounds());
        gc.dispose();
        region.dispose();
    }
}
