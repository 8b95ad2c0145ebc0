// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import java.time.Duration;
import java.util.function.Consumer;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.Shell;

/**
 * Has the menu bar of a window painted again after the window was. On a busy machine GTK 3 painted all of a window that opens maximized
 * but its menu bar, which stayed black until its words were pointed at. UI thread.
 */
public final class MenuBarPaint {
    private static final Duration THROTTLE = Duration.ofMillis(100);

    private MenuBarPaint() {}

    /** From now on: the bar may be painted before the window has the size that its window manager gives it. */
    public static void watch(Shell shell) {
        watch(shell, MenuBarPaint::paint);
    }

    static void watch(Shell shell, Consumer<Menu> paint) {
        Repaint later = Repaint.of(shell, THROTTLE, () -> {
            @Nullable Menu bar = shell.getMenuBar();
            if (bar != null) {
                paint.accept(bar);
            }
        });
        for (int type : new int[] {SWT.Resize, SWT.Activate, SWT.Show}) {
            shell.addListener(type, event -> later.request());
        }
        later.request();
    }

    /** Whether the toolkit has been asked for it: other ones than GTK need not be. */
    static boolean paint(Menu bar) {
        try {
            Object handle = Menu.class.getField("handle").get(bar);
            SwtInternals.call("gtk.GTK", "gtk_widget_queue_draw", handle);
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
