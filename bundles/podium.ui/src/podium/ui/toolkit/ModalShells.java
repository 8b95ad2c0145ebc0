// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import java.time.Duration;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;

/** Which of the windows of the console lies over which. */
public final class ModalShells {
    private static final int MODAL = SWT.PRIMARY_MODAL | SWT.APPLICATION_MODAL | SWT.SYSTEM_MODAL;

    private static final int GTK_DIALOG = 1;

    private ModalShells() {}

    /** Whether a dialog waits for an answer: until then the keys of the window do nothing. UI thread. */
    public static boolean isOpen(Display display) {
        return Stream.of(display.getShells()).anyMatch(shell -> shell.isVisible() && isModal(shell));
    }

    /** Whether a window keeps all others from being used. */
    public static boolean isModal(Shell shell) {
        return (shell.getStyle() & MODAL) != 0;
    }

    /**
     * Keeps a window that can stay open above the one it belongs to, also where that fills the screen: the desktop keeps only dialogs
     * above such a one. To be called before it is shown. Other toolkits than GTK need not be asked.
     */
    public static void stayAboveOwner(Shell window) {
        try {
            Object handle = Shell.class.getField("handle").get(window);
            Object top = SwtInternals.call("gtk3.GTK3", "gtk_widget_get_toplevel", handle);
            SwtInternals.call("gtk3.GTK3", "gtk_window_set_type_hint", top, GTK_DIALOG);
        } catch (ReflectiveOperationException e) {
            return;
        }
    }

    /** Keeps a window that can stay open below the dialog that must be answered: brought over it, it could not be used. */
    public static void stayBelow(Shell window) {
        // once the desktop has brought the window to the front
        Repaint later = Repaint.of(
                window, Duration.ZERO, () -> Stream.of(window.getDisplay().getShells())
                        .filter(shell -> shell != window && shell.isVisible() && isModal(shell))
                        .reduce((first, last) -> last)
                        .ifPresent(shell -> {
                            shell.moveAbove(null);
                            shell.setActive();
                        }));
        window.addListener(SWT.Activate, event -> later.request());
    }
}
