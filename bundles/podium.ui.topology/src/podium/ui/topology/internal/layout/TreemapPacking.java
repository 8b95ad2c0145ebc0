// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Divides a rectangle among weighted children, in their order and without a gap: children of like weight lie in a grid of
 * equal places, others in rows whose heights and widths follow the weights (a strip treemap). Depends on order, weights
 * and rectangle alone, so nothing moves when a state changes.
 */
final class TreemapPacking {
    /** Weights that differ by less than this factor count as like. */
    private static final double LIKE = 1.5;

    private static final double EMPTY_PLACE_COST = 6.5;
    private static final double TOO_SMALL_COST = 2;
    private static final int MOST_ROWS = 64;

    /**
     * What a place should be like.
     *
     * @param aspect width to height
     * @param width least one, as far as it can be had; 0: none
     * @param height least one, as far as it can be had; 0: none
     */
    record PlaceShape(double aspect, double width, double height) {
        private double cost(double placeWidth, double placeHeight) {
            double shape = placeWidth / Math.max(1e-9, placeHeight);
            return Math.abs(Math.log(Math.max(1e-9, shape) / aspect))
                    + TOO_SMALL_COST * (lack(width, placeWidth) + lack(height, placeHeight));
        }

        private static double lack(double least, double is) {
            return is >= least ? 0 : Math.log(least / Math.max(1e-9, is));
        }
    }

    private TreemapPacking() {}

    /**
     * Places of the children.
     *
     * @param weights above 0
     * @param wanted what each child should be like
     */
    static List<WorldRect> pack(WorldRect area, double[] weights, PlaceShape wanted) {
        if (weights.length == 0) {
            return List.of();
        }
        double least = Arrays.stream(weights).min().orElse(1);
        double most = Arrays.stream(weights).max().orElse(1);
        return most <= least * LIKE ? grid(area, weights.length, wanted) : strips(area, weights, wanted);
    }

    private static List<WorldRect> grid(WorldRect area, int count, PlaceShape wanted) {
        int columns = columns(count, area.width(), area.height(), wanted);
        int rows = (count + columns - 1) / columns;
        double width = area.width() / columns;
        double height = area.height() / rows;
        List<WorldRect> places = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            places.add(new WorldRect(area.x() + i % columns * width, area.y() + i / columns * height, width, height));
        }
        return places;
    }

    /** Columns of a grid whose places come nearest to what they should be like and leave few places empty. */
    static int columns(int count, double width, double height, PlaceShape wanted) {
        int best = 1;
        double bestCost = Double.MAX_VALUE;
        for (int columns = 1; columns <= count; columns++) {
            int rows = (count + columns - 1) / columns;
            double empty = rows * columns - count;
            double cost = wanted.cost(width / columns, height / rows) + EMPTY_PLACE_COST * empty / count;
            if (cost < bestCost - 1e-9) {
                bestCost = cost;
                best = columns;
            }
        }
        return best;
    }

    private static List<WorldRect> strips(WorldRect area, double[] weights, PlaceShape wanted) {
        double total = Arrays.stream(weights).sum();
        List<WorldRect> best = List.of();
        double bestCost = Double.MAX_VALUE;
        int most = Math.min(weights.length, MOST_ROWS);
        for (int rows = 1; rows <= most; rows++) {
            List<WorldRect> places = rows(area, weights, total, rows);
            double cost = 0;
            for (int i = 0; i < weights.length; i++) {
                WorldRect place = places.get(i);
                cost += (weights[i] / total + 1.0 / weights.length) * wanted.cost(place.width(), place.height());
            }
            if (cost < bestCost - 1e-9) {
                bestCost = cost;
                best = places;
            }
        }
        return best;
    }

    private static List<WorldRect> rows(WorldRect area, double[] weights, double total, int rows) {
        List<WorldRect> places = new ArrayList<>(weights.length);
        double y = area.y();
        double left = total;
        int from = 0;
        for (int row = 0; row < rows && from < weights.length; row++) {
            int end = rowEnd(weights, from, left / (rows - row), weights.length - (rows - row - 1));
            double sum = 0;
            for (int i = from; i < end; i++) {
                sum += weights[i];
            }
            double height = end == weights.length ? area.bottom() - y : area.height() * sum / total;
            double x = area.x();
            for (int i = from; i < end; i++) {
                double width = i == end - 1 ? area.right() - x : area.width() * weights[i] / sum;
                places.add(new WorldRect(x, y, width, height));
                x += width;
            }
            y += height;
            left -= sum;
            from = end;
        }
        return places;
    }

    /** End of a row that holds about its share of the weight and leaves at least one child for each row below. */
    private static int rowEnd(double[] weights, int from, double share, int latest) {
        if (latest == weights.length) {
            return latest;
        }
        double sum = weights[from];
        int end = from + 1;
        while (end < latest && Math.abs(sum + weights[end] - share) <= Math.abs(sum - share)) {
            sum += weights[end++];
        }
        return end;
    }
}
