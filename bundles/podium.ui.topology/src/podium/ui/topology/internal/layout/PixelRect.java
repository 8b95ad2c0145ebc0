// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.layout;

/** A rectangle on the screen, in pixels. */
public record PixelRect(int x, int y, int width, int height) {
    public int right() {
        return x + width;
    }

    public int bottom() {
        return y + height;
    }

    public boolean isEmpty() {
        return width <= 0 || height <= 0;
    }

    public boolean contains(int px, int py) {
        return px >= x && px < right() && py >= y && py < bottom();
    }

    public boolean overlaps(PixelRect other) {
        return other.x < right() && x < other.right() && other.y < bottom() && y < other.bottom();
    }

    /** Larger by a margin on each side; smaller when it is negative. */
    public PixelRect grow(int margin) {
        return new PixelRect(x - margin, y - margin, width + 2 * margin, height + 2 * margin);
    }

    public PixelRect moved(int dx, int dy) {
        return new PixelRect(x + dx, y + dy, width, height);
    }

    /** What both share; empty when nothing. */
    public PixelRect common(PixelRect other) {
        int left = Math.max(x, other.x);
        int top = Math.max(y, other.y);
        return new PixelRect(
                left, top, Math.min(right(), other.right()) - left, Math.min(bottom(), other.bottom()) - top);
    }

    /** The least rectangle around both; an empty one does not count. */
    public PixelRect around(PixelRect other) {
        if (isEmpty()) {
            return other;
        } else if (other.isEmpty()) {
            return this;
        }
        int left = Math.min(x, other.x);
        int top = Math.min(y, other.y);
        return new PixelRect(
                left, top, Math.max(right(), other.right()) - left, Math.max(bottom(), other.bottom()) - top);
    }
}
