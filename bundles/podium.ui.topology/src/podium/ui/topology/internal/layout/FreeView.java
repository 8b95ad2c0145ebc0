// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.layout;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What of a view is left free by what always lies over it: the path of names scrolled out in its upper left corner, and the small map
 * in another. A thing that is gone to is shown there, so that neither its name nor its last cell is covered.
 */
public final class FreeView {
    /** Height of the strip at the top where the path is written. */
    public static final int PATH = 24;

    private static final int LONGER = 150;
    private static final int MARGIN = 8;
    private static final int GAP = 6;

    /** By how much less is zoomed in for each try to find room. */
    private static final double SMALLER = 0.94;

    private FreeView() {}

    /**
     * Where the small map lies; empty while everything is seen. It lies to the right, but to the left while the lower right corner of
     * the world is looked at, which cannot be moved out from under it.
     */
    public static PixelRect map(Viewport view) {
        if (view.scale() <= 1) {
            return new PixelRect(0, 0, 0, 0);
        }
        double factor = (double) LONGER / Math.max(view.width(), view.height());
        int width = (int) Math.round(view.width() * factor);
        int height = (int) Math.round(view.height() * factor);
        int x = view.isAtEnd() ? MARGIN : view.width() - width - MARGIN;
        return new PixelRect(x, view.height() - height - MARGIN, width, height);
    }

    /**
     * Where the small map lies so that it covers as little as can be of what is looked at: where it usually does, else in the other lower
     * corner, else in the upper right one.
     */
    public static PixelRect map(Viewport view, Stream<PixelRect> lookedAt) {
        PixelRect usual = map(view);
        List<PixelRect> parts = usual.isEmpty() ? List.of() : lookedAt.toList();
        int right = view.width() - usual.width() - MARGIN;
        return Stream.of(
                        usual,
                        new PixelRect(usual.x() == right ? MARGIN : right, usual.y(), usual.width(), usual.height()),
                        new PixelRect(right, PATH + MARGIN, usual.width(), usual.height()))
                .min(Comparator.comparingLong(at -> parts.stream()
                        .map(at.grow(GAP)::common)
                        .filter(part -> !part.isEmpty())
                        .mapToLong(FreeView::area)
                        .sum()))
                .orElse(usual);
    }

    private static long area(PixelRect of) {
        return (long) of.width() * of.height();
    }

    /**
     * The view of a world rectangle in what is free: in the middle where that is possible, else moved by as little as frees it, else
     * smaller.
     */
    static Viewport show(Viewport from, WorldRect rect, double share, double most) {
        double scale = scale(rect, from.width() * share, Math.max(1, from.height() - 2 * PATH), most);
        Viewport next = freed(from.centred(rect, scale), rect);
        while (!isFree(next, rect) && scale > 1) {
            scale = Math.max(1, scale * SMALLER);
            next = freed(from.centred(rect, scale), rect);
        }
        return next;
    }

    /** Moved up or left out from under the map, whichever is less and leaves the rectangle in the view. */
    private static Viewport freed(Viewport view, WorldRect rect) {
        if (isFree(view, rect)) {
            return view;
        }
        PixelRect at = view.pixels(rect);
        PixelRect map = map(view);
        int left = at.right() + GAP - map.x();
        int up = at.bottom() + GAP - map.y();
        if (at.y() - up >= PATH && (up <= left || at.x() - left < GAP)) {
            return view.pan(0, -up);
        }
        return at.x() - left >= GAP ? view.pan(-left, 0) : view;
    }

    /** What of a rectangle lies beside the map: the larger part of it, above or below the map or next to it. */
    public static PixelRect besideMap(PixelRect mapAt, PixelRect at) {
        PixelRect map = mapAt.grow(GAP);
        if (mapAt.isEmpty() || !at.overlaps(map)) {
            return at;
        }
        PixelRect below = new PixelRect(at.x(), map.bottom(), at.width(), Math.max(0, at.bottom() - map.bottom()));
        PixelRect above = new PixelRect(at.x(), at.y(), at.width(), Math.max(0, map.y() - at.y()));
        PixelRect left = new PixelRect(at.x(), at.y(), Math.max(0, map.x() - at.x()), at.height());
        PixelRect right = new PixelRect(map.right(), at.y(), Math.max(0, at.right() - map.right()), at.height());
        return Stream.of(above, left, right, below)
                .max(Comparator.comparingLong(FreeView::area))
                .orElse(at);
    }

    private static boolean isFree(Viewport view, WorldRect rect) {
        return !view.pixels(rect).grow(GAP - 1).overlaps(map(view));
    }

    private static double scale(WorldRect rect, double width, double height, double most) {
        double next = Math.min(width / Math.max(1e-9, rect.width()), height / Math.max(1e-9, rect.height()));
        return Math.clamp(next, 1, Math.clamp(most, 1, Viewport.MOST));
    }
}
