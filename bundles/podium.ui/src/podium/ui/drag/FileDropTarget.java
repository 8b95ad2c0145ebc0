// SPDX-License-Identifier: Apache-2.0
package podium.ui.drag;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Control;

/** Takes files that are dragged here from the desktop. UI thread. */
public final class FileDropTarget {
    private FileDropTarget() {}

    /** Calls with the files that are dropped on a control, once the drag of the system is over. */
    public static void on(Control control, Consumer<List<Path>> dropped) {
        DropTarget target = new DropTarget(control, DND.DROP_COPY | DND.DROP_MOVE | DND.DROP_DEFAULT);
        target.setTransfer(new Transfer[] {FileTransfer.getInstance()});
        target.addDropListener(new Listener(control, dropped));
    }

    /** True when what is dragged are files. */
    public static boolean isMeant(DropTargetEvent event) {
        return FileTransfer.getInstance().isSupportedType(event.currentDataType);
    }

    /** The files that are dragged, where the toolkit tells before the drop; Windows does, GTK and macOS do not. */
    public static Optional<List<Path>> told(DropTargetEvent event) {
        Object names = event.data == null ? FileTransfer.getInstance().nativeToJava(event.currentDataType) : event.data;
        return names instanceof String[] all && all.length > 0
                ? Optional.of(Stream.of(all).map(Path::of).toList())
                : Optional.empty();
    }

    /** The files that were dropped; none when the desktop did not say. */
    public static List<Path> files(DropTargetEvent event) {
        return event.data instanceof String[] names
                ? Stream.of(names).map(Path::of).toList()
                : List.of();
    }

    /** Files are read and stay where they are. */
    public static void copy(DropTargetEvent event) {
        event.detail = (event.operations & DND.DROP_COPY) != 0 ? DND.DROP_COPY : DND.DROP_NONE;
        event.feedback = DND.FEEDBACK_NONE;
    }

    @NonNullByDefault({}) // the library's types say nothing of null
    private static final class Listener extends DropListener {
        private final Control control;
        private final Consumer<List<Path>> dropped;

        Listener(Control control, Consumer<List<Path>> dropped) {
            this.control = control;
            this.dropped = dropped;
        }

        @Override
        protected void over(DropTargetEvent event) {
            copy(event);
        }

        @Override
        public void drop(DropTargetEvent event) {
            List<Path> files = files(event);
            afterDrag(control, () -> dropped.accept(files));
        }
    }
}
