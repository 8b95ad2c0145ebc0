// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.layout;

/** A rectangle in world units. One world unit is one pixel when the whole fleet fits the view. */
public record WorldRect(double x, double y, double width, double height) {
    public double right() {
        return x + width;
    }

    public double bottom() {
        return y + height;
    }

    public double area() {
        return width * height;
    }

    public boolean contains(double px, double py) {
        return px >= x && px < right() && py >= y && py < bottom();
    }

    /** True when the other lies wholly inside, a thousandth of a unit aside. */
    public boolean contains(WorldRect other) {
        double e = 1e-3;
        return other.x >= x - e && other.y >= y - e && other.right() <= right() + e && other.bottom() <= bottom() + e;
    }

    /** Smaller by a margin on each side; never below zero. */
    public WorldRect inset(double margin) {
        return new WorldRect(
                x + Math.min(margin, width / 2),
                y + Math.min(margin, height / 2),
                Math.max(0, width - 2 * margin),
                Math.max(0, height - 2 * margin));
    }

    /** Without a strip at the top. */
    public WorldRect below(double strip) {
        return new WorldRect(x, y + Math.min(strip, height), width, Math.max(0, height - strip));
    }
}
