// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.testing;

import java.lang.reflect.Constructor;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;

/**
 * Files that the desktop drags over a control, as the toolkit tells its drop target. The toolkit's event is its own affair,
 * so it is made and filled by reflection; all else is the way a drag of the desktop takes. UI thread.
 */
public final class FileDrag {
    private final Control control;
    private final List<Path> files;
    private final int operations;

    /** @param operations what the desktop offers, of {@link DND} */
    public FileDrag(Control control, int operations, List<Path> files) {
        this.control = control;
        this.operations = operations;
        this.files = files;
    }

    /** Moves over a point of the control; what would be done with the files there, of {@link DND}. */
    public int over(int x, int y) {
        return tell(DND.DragOver, x, y, false);
    }

    /** The same where the desktop tells which files they are, as Windows does; under X they are asked for. */
    public int overTelling(int x, int y) {
        return tell(DND.DragOver, x, y, true);
    }

    /** Leaves the control. */
    public void leave() {
        tell(DND.DragLeave, 0, 0, false);
    }

    public void drop(int x, int y) {
        tell(DND.Drop, x, y, true);
    }

    private int tell(int type, int x, int y, boolean told) {
        try {
            Class<?> known = Class.forName(DropTarget.class.getPackageName() + ".DNDEvent");
            Constructor<?> constructor = known.getDeclaredConstructor();
            constructor.setAccessible(true);
            Event event = (Event) constructor.newInstance();
            var at = control.toDisplay(x, y);
            event.x = at.x;
            event.y = at.y;
            event.detail = DND.DROP_DEFAULT;
            event.data = told ? files.stream().map(Path::toString).toArray(String[]::new) : null;
            set(event, "operations", operations);
            set(event, "dataType", FileTransfer.getInstance().getSupportedTypes()[0]);
            ((DropTarget) control.getData(DND.DROP_TARGET_KEY)).notifyListeners(type, event);
            return event.detail;
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
