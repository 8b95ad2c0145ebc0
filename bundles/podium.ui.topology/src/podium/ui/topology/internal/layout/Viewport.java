// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.layout;

/**
 * Which part of the world is seen: screen = round(world * scale) - offset. The offset is in whole pixels, so that panning
 * moves every edge by the same number of pixels and a painted picture can be moved with it.
 *
 * @param width pixels
 * @param height pixels
 * @param scale pixels per world unit; 1: the whole fleet fits
 * @param left pixels from the world's left edge
 * @param top pixels from the world's top edge
 */
public record Viewport(int width, int height, double scale, long left, long top) {
    /** Largest scale, whatever the layout. */
    static final double MOST = 4096;

    /** The whole world. */
    public static Viewport fit(int width, int height) {
        return new Viewport(Math.max(1, width), Math.max(1, height), 1, 0, 0);
    }

    public boolean isFit() {
        return scale == 1 && left == 0 && top == 0;
    }

    public int x(double world) {
        return (int) (Math.round(world * scale) - left);
    }

    public int y(double world) {
        return (int) (Math.round(world * scale) - top);
    }

    public double worldX(int x) {
        return (x + left) / scale;
    }

    public double worldY(int y) {
        return (y + top) / scale;
    }

    /** A world rectangle on screen, snapped to pixels. */
    public PixelRect pixels(WorldRect rect) {
        int x = x(rect.x());
        int y = y(rect.y());
        return new PixelRect(x, y, x(rect.right()) - x, y(rect.bottom()) - y);
    }

    /** The part of the world that is seen. */
    public WorldRect world() {
        return new WorldRect(worldX(0), worldY(0), width / scale, height / scale);
    }

    /** Moves the picture by pixels, as far as the world's edges let it. */
    public Viewport pan(int dx, int dy) {
        return clamped(scale, left - dx, top - dy);
    }

    /** Zooms by a factor; the world point under the pixel stays under it, as far as the world's edges let it. */
    public Viewport zoom(int x, int y, double factor) {
        double next = Math.clamp(scale * factor, 1, MOST);
        if (Math.abs(next - 1) < 1e-3) {
            next = 1;
        }
        return clamped(next, Math.round((x + left) / scale * next) - x, Math.round((y + top) / scale * next) - y);
    }

    /**
     * Brings a world rectangle near the middle, as large as {@code share} of the view but not beyond {@code most}, where nothing lies
     * over it ({@link FreeView}).
     */
    public Viewport show(WorldRect rect, double share, double most) {
        return FreeView.show(this, rect, share, most);
    }

    /** True where the view ends with the world to the right and below. */
    boolean isAtEnd() {
        WorldRect seen = world();
        return seen.right() > 0.98 * width && seen.bottom() > 0.98 * height;
    }

    /** A world rectangle in the middle of the view, as far as the world's edges let it. */
    Viewport centred(WorldRect rect, double next) {
        return clamped(
                next,
                Math.round((rect.x() + rect.width() / 2) * next - width / 2.0),
                Math.round((rect.y() + rect.height() / 2) * next - height / 2.0));
    }

    /**
     * The same, moved as little as possible so that the rectangle is seen below the path of names; unchanged when it is seen
     * already.
     */
    public Viewport reveal(WorldRect rect) {
        PixelRect on = pixels(rect);
        int dx = slide(on.x(), on.width(), width);
        int path = scale > 1 ? Math.min(FreeView.PATH, height) : 0;
        int dy = slide(on.y() - path, on.height(), height - path);
        return dx == 0 && dy == 0 ? this : pan(dx, dy);
    }

    /** A view of another size on a world that grew with it: the same point in the middle. */
    public Viewport resized(int newWidth, int newHeight) {
        double fx = (left + width / 2.0) / (width * scale);
        double fy = (top + height / 2.0) / (height * scale);
        Viewport next = fit(newWidth, newHeight);
        return next.clamped(
                scale,
                Math.round(fx * next.width * scale - next.width / 2.0),
                Math.round(fy * next.height * scale - next.height / 2.0));
    }

    /** The view once a rectangle under a pixel lies elsewhere in the world: what was seen there stays there, as large as before. */
    Viewport follow(WorldRect before, WorldRect after, int x, int y) {
        double next = Math.clamp(scale * Math.sqrt(before.area() / Math.max(1e-9, after.area())), 1, MOST);
        double wx = after.x() + (worldX(x) - before.x()) / Math.max(1e-9, before.width()) * after.width();
        double wy = after.y() + (worldY(y) - before.y()) / Math.max(1e-9, before.height()) * after.height();
        return clamped(next, Math.round(wx * next) - x, Math.round(wy * next) - y);
    }

    private static int slide(int from, int length, int room) {
        if (length >= room) {
            return from > 0 || from + length < room ? -from : 0;
        }
        if (from < 0) {
            return -from;
        }
        return Math.min(0, room - from - length);
    }

    private Viewport clamped(double toScale, long toLeft, long toTop) {
        long mostLeft = Math.round(width * toScale) - width;
        long mostTop = Math.round(height * toScale) - height;
        return new Viewport(
                width,
                height,
                toScale,
                Math.clamp(toLeft, 0, Math.max(0, mostLeft)),
                Math.clamp(toTop, 0, Math.max(0, mostTop)));
    }
}
