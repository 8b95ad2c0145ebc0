// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.layout;

/**
 * Where the cells of a node lie: a grid filled row by row. Rows follow the devices' order, so that the devices of one
 * NUMA node or PCIe switch, which are numbered together, lie together.
 *
 * @param area around all cells
 * @param columns at least 1 when there are cells
 */
public record CellGrid(WorldRect area, int count, int columns, int rows) {
    private static final TreemapPacking.PlaceShape SQUARE = new TreemapPacking.PlaceShape(1, 0, 0);

    /** How much of its place a small cell fills. */
    static final double FILLED = 0.86;

    static final CellGrid NONE = new CellGrid(new WorldRect(0, 0, 0, 0), 0, 1, 1);

    static CellGrid of(WorldRect area, int count) {
        if (count == 0) {
            return NONE;
        }
        int columns = TreemapPacking.columns(count, area.width(), area.height(), SQUARE);
        return new CellGrid(area, count, columns, (count + columns - 1) / columns);
    }

    /** Width of a place, gap included. */
    public double stepX() {
        return area.width() / columns;
    }

    /** Height of a place, gap included. */
    public double stepY() {
        return area.height() / rows;
    }

    /** Space between two cells. */
    public double gap() {
        return Math.min(2, Math.min(stepX(), stepY()) * (1 - FILLED));
    }

    /** A cell by its place on the node. */
    public WorldRect cell(int place) {
        double half = gap() / 2;
        return new WorldRect(
                area.x() + place % columns * stepX() + half,
                area.y() + place / columns * stepY() + half,
                stepX() - 2 * half,
                stepY() - 2 * half);
    }

    /** Place under a point; -1: none. */
    public int placeAt(double x, double y) {
        if (count == 0 || !area.contains(x, y)) {
            return -1;
        }
        int column = Math.min(columns - 1, (int) ((x - area.x()) / stepX()));
        int row = Math.min(rows - 1, (int) ((y - area.y()) / stepY()));
        int place = row * columns + column;
        return place < count ? place : -1;
    }
}
