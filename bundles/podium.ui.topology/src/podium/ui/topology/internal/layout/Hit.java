// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.layout;

import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import podium.ui.topology.internal.scene.Box;
import podium.ui.topology.internal.scene.Cell;

/**
 * A thing of the canvas: a box, or a cell in it.
 *
 * @param box the box, or the node the cell lies in
 */
public record Hit(Box box, Optional<Cell> cell) {
    public static Hit of(Box box) {
        return new Hit(box, Optional.empty());
    }

    public static Hit of(Cell cell) {
        return new Hit(cell.node(), Optional.of(cell));
    }

    /** The cluster, domain, node or accelerator. */
    public EObject subject() {
        return cell.<EObject>map(Cell::accelerator).orElse(box.subject());
    }

    /** Where it lies. */
    public WorldRect rect(SceneLayout layout) {
        return cell.map(layout::of).orElse(layout.of(box));
    }

    /** The thing under a pixel, as far down as the detail at this zoom goes; empty outside of every cluster. */
    public static Optional<Hit> at(SceneLayout layout, Viewport view, int x, int y) {
        double wx = view.worldX(x);
        double wy = view.worldY(y);
        for (Box cluster : layout.scene().clusters()) {
            if (layout.of(cluster).contains(wx, wy)) {
                return Optional.of(down(layout, view.scale(), cluster, wx, wy));
            }
        }
        return Optional.empty();
    }

    private static Hit down(SceneLayout layout, double scale, Box from, double wx, double wy) {
        Box box = from;
        while (!box.isNode() && LevelOfDetail.of(layout, box, scale) != LevelOfDetail.BLOCK) {
            Optional<Box> child = child(layout, box, wx, wy);
            if (child.isEmpty()) {
                return of(box);
            }
            box = child.get();
        }
        if (box.isNode() && LevelOfDetail.of(layout, box, scale) != LevelOfDetail.BLOCK) {
            int place = layout.grid(box).placeAt(wx, wy);
            if (place >= 0) {
                return of(layout.scene().cells(box).get(place));
            }
        }
        return of(box);
    }

    private static Optional<Box> child(SceneLayout layout, Box box, double wx, double wy) {
        for (Box child : box.children()) {
            if (layout.of(child).contains(wx, wy)) {
                return Optional.of(child);
            }
        }
        return Optional.empty();
    }
}
