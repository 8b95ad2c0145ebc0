// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.model;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.swt.graphics.Rectangle;
import podium.ui.toolkit.NamedBounds;
import podium.ui.topology.internal.layout.PixelRect;
import podium.ui.topology.internal.scene.Box;

/** Where every box of the canvas is, by name. */
public record CanvasBounds(TopologyModel model) implements NamedBounds {
    @Override
    public Map<String, Rectangle> places() {
        Map<String, Rectangle> places = new LinkedHashMap<>();
        for (Box box : model.scene().boxes()) {
            PixelRect pixels = model.view().pixels(model.layout().of(box));
            places.put(box.name(), new Rectangle(pixels.x(), pixels.y(), pixels.width(), pixels.height()));
        }
        return places;
    }
}
