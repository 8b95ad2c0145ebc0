// SPDX-License-Identifier: Apache-2.0
package podium.ui.drag;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import podium.ui.toolkit.SwtInternals;

/**
 * Which files are dragged, asked before they are dropped. GTK hands the names to a drop target with the drop only, but under X
 * the source must answer a target at any time of the drag: it owns the selection XdndSelection ("XDND, Drag-and-Drop Protocol
 * for the X Window System", version 5, XdndPosition). SWT 3.133 has no public method for that; the ones its clipboard uses are
 * called. Elsewhere, as under Wayland, nothing is known before the drop.
 */
public final class DraggedFiles {
    private static final Logger LOG = System.getLogger(DraggedFiles.class.getName());
    private static final String GTK3 = "gtk3.GTK3";

    private DraggedFiles() {}

    /**
     * The files; empty: they cannot be known before the drop. Asks the program that drags them and serves what the window
     * system sends meanwhile, so it must not be called while a drag event is handled. UI thread.
     */
    public static Optional<List<Path>> now() {
        try {
            if (!Boolean.TRUE.equals(SwtInternals.call("gtk.OS", "isX11"))) {
                return Optional.empty();
            }
            long board = (long) SwtInternals.call(GTK3, "gtk_clipboard_get", atom("XdndSelection"));
            long answer =
                    (long) SwtInternals.call(GTK3, "gtk_clipboard_wait_for_contents", board, atom("text/uri-list"));
            return answer == 0
                    ? Optional.empty()
                    : Optional.of(files(text(answer))).filter(files -> !files.isEmpty());
        } catch (ClassNotFoundException e) {
            return Optional.empty(); // not GTK
        } catch (ReflectiveOperationException e) {
            LOG.log(Level.WARNING, "the files that are dragged cannot be asked for before they are dropped", e);
            return Optional.empty();
        }
    }

    private static String text(long answer) throws ReflectiveOperationException {
        try {
            int length = (int) SwtInternals.call(GTK3, "gtk_selection_data_get_length", answer);
            byte[] bytes = new byte[Math.max(0, length)];
            if (bytes.length > 0) {
                long data = (long) SwtInternals.call(GTK3, "gtk_selection_data_get_data", answer);
                Class.forName("org.eclipse.swt.internal.C")
                        .getMethod("memmove", byte[].class, long.class, long.class)
                        .invoke(null, bytes, data, (long) bytes.length);
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } finally {
            SwtInternals.call(GTK3, "gtk_selection_data_free", answer);
        }
    }

    /** The files of a list of addresses, one a line; lines of comment and what is no file are left out (RFC 2483, 5). */
    static List<Path> files(String uris) {
        return uris.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("file:"))
                .flatMap(DraggedFiles::file)
                .toList();
    }

    private static Stream<Path> file(String uri) {
        try {
            // the desktop may name this machine before the path
            return Stream.of(Path.of(URI.create("file://" + URI.create(uri).getRawPath())));
        } catch (IllegalArgumentException e) {
            return Stream.empty();
        }
    }

    private static long atom(String name) throws ReflectiveOperationException {
        byte[] bytes = (name + '\0').getBytes(StandardCharsets.US_ASCII);
        return (long) SwtInternals.call("gtk.GDK", "gdk_atom_intern", bytes, false);
    }
}
