// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.testing;

import java.lang.reflect.Constructor;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.TransferData;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import podium.ui.drag.DragSession;
import podium.ui.drag.SubjectTransfer;

/**
 * What is dragged over a control, as the toolkit tells its drop target. The toolkit's event is its own affair, so it is made and filled
 * by reflection; all else is the way a drag of the desktop takes. UI thread.
 *
 * @param operations what is offered, of {@link DND}
 */
public record DesktopDrag(Control control, int operations, TransferData type) {
    /** One of a job that was picked up in the window. */
    public static DesktopDrag ofJob(Control control, DragSession session) {
        return new DesktopDrag(
                control, DND.DROP_MOVE | DND.DROP_COPY, new SubjectTransfer(session).getSupportedTypes()[0]);
    }

    /** Tells of one of the events of {@link DND} at a point of the control; what would be done there. */
    public int tell(int event, int x, int y, @Nullable Object data) {
        try {
            Class<?> known = Class.forName(DropTarget.class.getPackageName() + ".DNDEvent");
            Constructor<?> constructor = known.getDeclaredConstructor();
            constructor.setAccessible(true);
            Event told = (Event) constructor.newInstance();
            var at = control.toDisplay(x, y);
            told.x = at.x;
            told.y = at.y;
            told.detail = DND.DROP_DEFAULT;
            told.data = data;
            set(told, "operations", operations);
            set(told, "dataType", type);
            ((DropTarget) control.getData(DND.DROP_TARGET_KEY)).notifyListeners(event, told);
            return told.detail;
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("the toolkit tells of drags in another way now", e);
        }
    }

    private static void set(Event event, String field, Object value) throws ReflectiveOperationException {
        var known = event.getClass().getDeclaredField(field);
        known.setAccessible(true);
        known.set(event, value);
    }
}
