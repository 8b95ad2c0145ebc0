// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.ToolItem;

/**
 * The buttons at the right of the tabs, by which parts are maximized, minimized and brought back. Each moves the others: where Restore
 * was, Minimize of another part is a moment later, and a second press there folded that one for good. UI thread.
 */
public final class FolderButtons {
    /** Milliseconds in which nobody has seen yet what lies beneath the pointer now. */
    private static final int UNSEEN = 1_000;

    private final Display display;
    private int last;
    private @Nullable Point at;

    private FolderButtons(Display display) {
        this.display = display;
    }

    /**
     * Takes a second press that comes at once at the same place.
     *
     * @return the filter of the display that does it
     */
    public static Listener watch(Display display) {
        Listener filter = new FolderButtons(display)::pressed;
        display.addFilter(SWT.Selection, filter);
        return filter;
    }

    private void pressed(Event event) {
        if (event.widget instanceof ToolItem item && item.getParent().getParent() instanceof CTabFolder) {
            Point now = display.getCursorLocation();
            if (now.equals(at) && event.time - last < UNSEEN) {
                event.type = SWT.None;
            }
            at = now;
            last = event.time;
        }
    }
}
