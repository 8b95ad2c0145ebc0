// SPDX-License-Identifier: Apache-2.0
package podium.app.theme;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** How the toolkit below SWT paints menus, scroll bars and fields. */
final class NativeWidgets {
    private static final Logger LOG = System.getLogger(NativeWidgets.class.getName());

    private NativeWidgets() {}

    /**
     * Asks GTK for the dark or light variant of its theme. SWT 3.133 has no public method for it, so this reaches for
     * the one the Eclipse theme fragments use; on other toolkits the system decides. UI thread.
     */
    static void preferDark(boolean dark) {
        try {
            Class.forName("org.eclipse.swt.internal.gtk.OS")
                    .getMethod("setDarkThemePreferred", boolean.class)
                    .invoke(null, dark);
        } catch (ClassNotFoundException e) {
            LOG.log(Level.DEBUG, "not GTK: the system decides how native widgets look");
        } catch (ReflectiveOperationException e) {
            LOG.log(Level.WARNING, "GTK was not asked for its " + (dark ? "dark" : "light") + " theme", e);
        }
    }
}
