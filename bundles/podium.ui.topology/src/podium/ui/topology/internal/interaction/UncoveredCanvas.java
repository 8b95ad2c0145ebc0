// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.interaction;

import java.util.Optional;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import podium.ui.drag.DragSession;
import podium.ui.toolkit.Subscriptions;

/**
 * Keeps a canvas out from under the window in which places are asked for, as long as that is open: all places that can be chosen are
 * seen, and nothing moves while one is looked for. UI thread.
 */
final class UncoveredCanvas {
    /** Pixels that are left at the least; what is less shows nothing. */
    private static final int LEAST = 200;

    private static final int GAP = 8;

    private final Composite parent;
    private final DragSession session;
    private boolean moved;

    private UncoveredCanvas(Composite parent, DragSession session) {
        this.parent = parent;
        this.session = session;
    }

    /** @param parent what the canvas lies in, under a grid */
    static void of(Composite parent, Control canvas, DragSession session) {
        UncoveredCanvas uncovered = new UncoveredCanvas(parent, session);
        new Subscriptions(canvas).add(session.listen(uncovered::changed));
    }

    /** What is aimed at while something is dragged stays where it is. */
    private void changed() {
        Optional<Rectangle> covered = session.covered();
        boolean dragged = session.current().isPresent() && session.chooser().isEmpty();
        if (!dragged && covered.isPresent() != moved && parent.getLayout() instanceof GridLayout grid) {
            moved = covered.isPresent();
            Rectangle area = parent.getDisplay().map(parent, null, parent.getClientArea());
            Margins free = covered.map(by -> margins(area, by)).orElse(Margins.NONE);
            grid.marginLeft = free.left;
            grid.marginRight = free.right;
            parent.layout(true);
        }
    }

    /** Pixels at both sides. */
    record Margins(int left, int right) {
        static final Margins NONE = new Margins(0, 0);
    }

    /** What of an area has to be left at a side so that the rest is not covered; none where too little would be left. */
    static Margins margins(Rectangle area, Rectangle covers) {
        Rectangle over = area.intersection(covers);
        int left = over.x - area.x - GAP;
        int right = area.x + area.width - over.x - over.width - GAP;
        if (over.isEmpty() || Math.max(left, right) < LEAST) {
            return Margins.NONE;
        }
        return left >= right ? new Margins(0, area.width - left) : new Margins(area.width - right, 0);
    }
}
