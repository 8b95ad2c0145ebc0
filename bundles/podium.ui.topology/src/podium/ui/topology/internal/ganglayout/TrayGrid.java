// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.ganglayout;

import java.util.Optional;
import org.eclipse.swt.graphics.Rectangle;

/**
 * Where the chips of the tray lie: row by row, as many rows as are seen, scrolled by whole rows.
 *
 * @param columns chips in a row, at least 1
 * @param count chips in all
 * @param rows rows that are seen
 * @param first row at the top
 */
record TrayGrid(int columns, int count, int rows, int first) {
    private static final int WIDTH = 34;
    private static final int HEIGHT = 22;
    private static final int GAP = 4;
    private static final int MARGIN = 6;

    /** A grid for a tray of this size, at this row as far as there are so many. */
    static TrayGrid of(int count, int width, int height, int first) {
        int columns = Math.max(1, (width - 2 * MARGIN + GAP) / (WIDTH + GAP));
        int rows = Math.max(1, (height + GAP) / (HEIGHT + GAP));
        return new TrayGrid(columns, count, rows, 0).scrolled(first);
    }

    /** Height of a tray of this width that shows all chips, but not more rows than {@code most}. */
    static int height(int count, int width, int most) {
        int columns = Math.max(1, (width - 2 * MARGIN + GAP) / (WIDTH + GAP));
        int rows = Math.clamp((count + columns - 1) / columns, 1, most);
        return rows * (HEIGHT + GAP);
    }

    /** Rows that are seen, and those that are scrolled out. */
    int allRows() {
        return (count + columns - 1) / columns;
    }

    /** The same some rows further down. */
    TrayGrid scrolled(int by) {
        return new TrayGrid(columns, count, rows, Math.clamp(first + by, 0, Math.max(0, allRows() - rows)));
    }

    /** The same, scrolled as little as possible so that a chip is seen. */
    TrayGrid showing(int chip) {
        int row = chip / columns;
        int by = row < first ? row - first : Math.max(0, row - first - rows + 1);
        return scrolled(by);
    }

    /** Where a chip lies; empty: it is scrolled out. */
    Optional<Rectangle> place(int chip) {
        int row = chip / columns - first;
        return row < 0 || row >= rows || chip >= count
                ? Optional.empty()
                : Optional.of(new Rectangle(
                        MARGIN + chip % columns * (WIDTH + GAP), GAP / 2 + row * (HEIGHT + GAP), WIDTH, HEIGHT));
    }

    /** The chip under a point; -1: none. */
    int at(int x, int y) {
        for (int chip = first * columns; chip < Math.min(count, (first + rows) * columns); chip++) {
            if (place(chip).filter(place -> place.contains(x, y)).isPresent()) {
                return chip;
            }
        }
        return -1;
    }
}
