// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.paint;

import java.util.ArrayList;
import java.util.List;
import podium.ui.topology.internal.layout.Pixels;

/** What parts of the picture changed: some rectangles, or one around them when there are many. UI thread. */
final class Damage {
    private static final int MOST = 160;

    private final List<Pixels> parts = new ArrayList<>();

    /** Adds a part; an empty one does not count. */
    void add(Pixels part) {
        if (part.isEmpty()) {
            return;
        }
        parts.add(part);
        if (parts.size() > MOST) {
            Pixels around = bounds();
            parts.clear();
            parts.add(around);
        }
    }

    /** The parts; together they cover all that changed. */
    List<Pixels> parts() {
        return List.copyOf(parts);
    }

    /** The least rectangle around all parts. */
    Pixels bounds() {
        Pixels around = new Pixels(0, 0, 0, 0);
        for (Pixels part : parts) {
            around = around.around(part);
        }
        return around;
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }
}
