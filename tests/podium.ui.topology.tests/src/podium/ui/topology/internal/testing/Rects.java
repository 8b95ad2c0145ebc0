// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.testing;

import podium.ui.topology.internal.layout.WorldRect;

/** How places lie to each other. */
public final class Rects {
    private static final double EDGE = 1e-3;

    private Rects() {}

    /** True when the two share more than an edge, a thousandth of a unit aside. */
    public static boolean overlap(WorldRect a, WorldRect b) {
        return b.x() < a.right() - EDGE
                && a.x() < b.right() - EDGE
                && b.y() < a.bottom() - EDGE
                && a.y() < b.bottom() - EDGE;
    }
}
