// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.interaction;

import java.util.Optional;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Point;
import podium.ui.drag.DragSession;
import podium.ui.drag.DropListener;
import podium.ui.drag.SubjectTransfer;
import podium.ui.toolkit.Subscriptions;
import podium.ui.topology.internal.layout.Hit;
import podium.ui.topology.internal.model.Highlights;
import podium.ui.topology.internal.paint.BestPlacesLine;

/**
 * Takes what is dropped on a number of the line of best places: while the mouse drags, the system keeps the keyboard. The
 * line lies over the chips of the waiting jobs; a drag that begins there must have left it before it counts. While a place is asked for,
 * a click on a number chooses it. UI thread.
 */
public final class BestPlaceDrop {
    private final BestPlacesLine line;
    private final BestPlaceFinder best;
    private final CanvasDropTarget drops;
    private final Highlights highlights;
    private final DragSession session;
    private boolean armed;

    public BestPlaceDrop(
            BestPlacesLine line,
            BestPlaceFinder best,
            CanvasDropTarget drops,
            Highlights highlights,
            DragSession session) {
        this.line = line;
        this.best = best;
        this.drops = drops;
        this.highlights = highlights;
        this.session = session;
    }

    /** Takes drops on the line from now on. */
    public void attach() {
        DropTarget target = new DropTarget(line.control(), DND.DROP_MOVE | DND.DROP_COPY | DND.DROP_DEFAULT);
        target.setTransfer(new Transfer[] {new SubjectTransfer(session)});
        target.addDropListener(new Listener());
        line.control().addListener(SWT.MouseUp, event -> best.hit(line.number(event.x))
                .ifPresent(drops::clicked));
        new Subscriptions(line.control()).add(session.listen(() -> armed = !isUnderPointer()));
    }

    private boolean isUnderPointer() {
        Point at = line.control().toControl(line.control().getDisplay().getCursorLocation());
        Point size = line.control().getSize();
        return at.x >= 0 && at.y >= 0 && at.x < size.x && at.y < size.y;
    }

    @NonNullByDefault({}) // the library's types say nothing of null
    private final class Listener extends DropListener {
        @Override
        public void dragLeave(DropTargetEvent event) {
            armed |= !isUnderPointer();
            highlights.hover(Optional.empty());
        }

        @Override
        public void drop(DropTargetEvent event) {
            Optional<Hit> hit = hit(event);
            if (hit.isEmpty()) {
                event.detail = DND.DROP_NONE;
                return;
            }
            afterDrag(line.control(), drops.later(hit.get()));
        }

        @Override
        protected void over(DropTargetEvent event) {
            Optional<Hit> hit = hit(event);
            highlights.hover(hit.map(it -> it.box().subject()));
            event.detail = hit.isPresent() ? DND.DROP_MOVE : DND.DROP_NONE;
            event.feedback = DND.FEEDBACK_NONE;
        }

        private Optional<Hit> hit(DropTargetEvent event) {
            int x = line.control().toControl(event.x, event.y).x;
            return armed ? best.hit(line.number(x)) : Optional.empty();
        }
    }
}
