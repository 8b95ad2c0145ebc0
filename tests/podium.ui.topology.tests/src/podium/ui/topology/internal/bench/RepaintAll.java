// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.bench;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import podium.ui.toolkit.Palette;
import podium.ui.topology.internal.layout.PixelRect;
import podium.ui.topology.internal.model.TopologyModel;
import podium.ui.topology.internal.scene.Cell;

/**
 * The canvas the topology is measured against: it paints every cell in every frame, as plainly as can be: one filled
 * rectangle of the right colour at the same place, and nothing else.
 */
final class RepaintAll {
    private final Palette palette;
    private final PixelRect[] places;
    private final TopologyModel model;

    RepaintAll(TopologyModel model, Palette palette) {
        this.model = model;
        this.palette = palette;
        places = model.scene().cells().stream()
                .map(cell -> model.view().pixels(model.layout().of(cell)))
                .toArray(PixelRect[]::new);
    }

    void paint(GC gc) {
        gc.setAntialias(SWT.OFF);
        gc.setBackground(palette.color(Palette.Name.SURFACE));
        gc.fillRectangle(0, 0, model.view().width(), model.view().height());
        for (Cell cell : model.scene().cells()) {
            boolean held = !cell.accelerator().getTasks().isEmpty();
            gc.setBackground(palette.color(held ? Palette.Name.HELD : Palette.Name.FREE));
            PixelRect at = places[cell.id()];
            gc.fillRectangle(at.x(), at.y(), Math.max(1, at.width()), Math.max(1, at.height()));
        }
    }
}
