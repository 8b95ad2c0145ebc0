// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import java.time.Duration;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Shell;

/** Dialogs that must be answered before anything else is done. */
public final class ModalShells {
    private static final int MODAL = SWT.PRIMARY_MODAL | SWT.APPLICATION_MODAL | SWT.SYSTEM_MODAL;

    private ModalShells() {}

    /** Keeps a window that can stay open below the dialog that must be answered: brought over it, it could not be used. */
    public static void stayBelow(Shell window) {
        // once the desktop has brought the window to the front
        Repaint later = Repaint.of(
                window, Duration.ZERO, () -> Stream.of(window.getDisplay().getShells())
                        .filter(shell -> shell != window && shell.isVisible() && (shell.getStyle() & MODAL) != 0)
                        .reduce((first, last) -> last)
                        .ifPresent(shell -> {
                            shell.moveAbove(null);
                            shell.setActive();
                        }));
        window.addListener(SWT.Activate, event -> later.request());
    }
}
