// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.paint;

import java.util.ArrayList;
import java.util.List;
import podium.ui.topology.internal.layout.PixelRect;

/** What parts of the picture changed: some rectangles, or one around them when there are many. UI thread. */
final class DamageRegion {
    private static final int MOST = 160;

    private final List<PixelRect> parts = new ArrayList<>();

    /** Adds a part; an empty one does not count. */
    void add(PixelRect part) {
        if (part.isEmpty()) {
            return;
        }
        parts.add(part);
        if (parts.size() > MOST) {
            PixelRect around = bounds();
            parts.clear();
            parts.add(around);
        }
    }

    /** The parts; together they cover all that changed. */
    List<PixelRect> parts() {
        return List.copyOf(parts);
    }

    /** The least rectangle around all parts. */
    PixelRect bounds() {
        PixelRect around = new PixelRect(0, 0, 0, 0);
        for (PixelRect part : parts) {
            around = around.around(part);
        }
        return around;
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }
}
