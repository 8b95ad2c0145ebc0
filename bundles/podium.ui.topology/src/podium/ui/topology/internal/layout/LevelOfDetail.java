// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.layout;

import podium.ui.topology.internal.scene.Box;

/** How much of a box is drawn at a zoom. Zoom changes the detail, never the place. */
public enum LevelOfDetail {
    /** The box is a block that shows an aggregate; nothing in it is drawn. */
    BLOCK,
    /** What lies in it is drawn: boxes in a cluster or domain, plain cells in a node. */
    OPEN,
    /** Cells carry their index where the widest of the node has room. */
    INDEXED,
    /** Cells carry index, holder and the number of the chosen metric; links and NUMA groups are drawn. */
    NEAR;

    /** Least pixels of a cell that is drawn on its own. */
    static final double CELL = 2.4;
    /** Pixels of a cell that is a plain dot where smaller ones are. */
    public static final double SMALL = 10;
    /** Least pixels, on the shorter side, of a node that is drawn on its own. */
    static final double NODE = 3;

    static final double INDEX_WIDTH = 11;
    static final double INDEX_HEIGHT = 14;
    static final double NEAR_WIDTH = 62;
    static final double NEAR_HEIGHT = 44;

    /** Detail of a box at a scale. */
    public static LevelOfDetail of(SceneLayout layout, Box box, double scale) {
        if (box.isNode()) {
            return ofNode(layout, box, scale);
        }
        Box inner = box;
        while (!inner.children().isEmpty()) {
            inner = inner.children().getFirst();
            WorldRect rect = layout.of(inner);
            if (inner.isNode() || inner.children().isEmpty()) {
                return Math.min(rect.width(), rect.height()) * scale < NODE ? BLOCK : OPEN;
            }
            if (Math.min(rect.width(), rect.height()) * scale >= 8 * NODE) {
                return OPEN;
            }
        }
        return OPEN;
    }

    /** Small cells are drawn in all nodes or in none: one state has one look, though some nodes have a little more room. */
    private static LevelOfDetail ofNode(SceneLayout layout, Box node, double scale) {
        CellGrid grid = layout.grid(node);
        if (grid.count() == 0) {
            return OPEN;
        }
        double width = grid.stepX() * scale;
        double height = grid.stepY() * scale;
        SceneLayout.Size least = layout.leastCell();
        boolean some = Math.min(least.width(), least.height()) * scale < CELL * CellGrid.FILLED;
        if (Math.min(width, height) < (some ? SMALL : CELL)) {
            return BLOCK;
        } else if (width >= NEAR_WIDTH && height >= NEAR_HEIGHT) {
            return NEAR;
        }
        return width >= INDEX_WIDTH && height >= INDEX_HEIGHT ? INDEXED : OPEN;
    }
}
