// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.testing;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.widgets.Control;

/** Files that the desktop drags over a control. UI thread. */
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
        Object data = told ? files.stream().map(Path::toString).toArray(String[]::new) : null;
        return new DesktopDrag(control, operations, FileTransfer.getInstance().getSupportedTypes()[0])
                .tell(type, x, y, data);
    }
}
