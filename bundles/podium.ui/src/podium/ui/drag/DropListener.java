// SPDX-License-Identifier: Apache-2.0
package podium.ui.drag;

import java.time.Duration;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.widgets.Control;
import podium.ui.toolkit.Repaint;

/** Hears of a drag over a control: entering, moving and other modifier keys all ask the same. UI thread. */
@NonNullByDefault({}) // the library's types say nothing of null
public abstract class DropListener extends DropTargetAdapter {
    /** Says in the event what a drop would do where the pointer is now. */
    protected abstract void over(DropTargetEvent event);

    /**
     * Does what a drop asked for once the drag of the system is over: a dialog must not open inside the drag, it would wait for
     * a drop that waits for it. Does nothing when the control is gone by then.
     */
    protected static void afterDrag(Control control, Runnable action) {
        Repaint.of(control, Duration.ZERO, action).request();
    }

    @Override
    public final void dragEnter(DropTargetEvent event) {
        over(event);
    }

    @Override
    public final void dragOver(DropTargetEvent event) {
        over(event);
    }

    @Override
    public final void dragOperationChanged(DropTargetEvent event) {
        over(event);
    }
}
