// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.interaction;

import org.eclipse.swt.widgets.Canvas;
import podium.ui.topology.internal.model.Highlights;
import podium.ui.topology.internal.model.TopologyModel;
import podium.ui.topology.internal.paint.TopologyCanvas;

/** One canvas, with what it shows, what is marked on it, and what chooses on it. UI thread. */
public record CanvasView(TopologyCanvas canvas, TopologyModel model, Highlights highlights, CanvasSelection chooser) {
    /** The canvas itself. */
    public Canvas control() {
        return canvas.control();
    }
}
