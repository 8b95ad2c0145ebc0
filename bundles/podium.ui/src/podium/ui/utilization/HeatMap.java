// SPDX-License-Identifier: Apache-2.0
package podium.ui.utilization;

import java.util.List;
import podium.core.metrics.Curve;
import podium.core.metrics.Metric;

/**
 * Time by device: a row for each device, or for each node when there are many.
 *
 * @param metric what the colour means
 * @param rows top to bottom; at most {@link #MOST_ROWS}
 * @param all how many rows there would be
 */
record HeatMap(Metric metric, MetricScale scale, List<HeatRow> rows, int all) {
    /** More rows than this are not drawn: the rest is said. */
    static final int MOST_ROWS = 256;

    /** A row. */
    record HeatRow(String label, Curve curve) {}

    /** The row at a height of a picture of this height; negative: none. */
    int rowAt(int y, int height) {
        return rows.isEmpty() || y < 0 || y >= height ? -1 : (int) ((long) y * rows.size() / height);
    }

    /** The bucket at a place of a picture of this width; negative: none. */
    int bucketAt(int x, int width) {
        int size = rows.isEmpty() ? 0 : rows.getFirst().curve().size();
        return size == 0 || x < 0 || x >= width ? -1 : (int) ((long) x * size / width);
    }
}
