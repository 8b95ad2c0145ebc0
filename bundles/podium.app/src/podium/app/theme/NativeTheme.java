// SPDX-License-Identifier: Apache-2.0
package podium.app.theme;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import podium.ui.toolkit.SwtInternals;

/**
 * How the toolkit below SWT paints menus, tooltips, check boxes and fields. SWT 3.133 has no public method for it, so this
 * reaches for those the Eclipse theme fragments use; on other toolkits the system decides. UI thread.
 */
final class NativeTheme {
    private static final Logger LOG = System.getLogger(NativeTheme.class.getName());
    private static final String GTK = "gtk.GTK";
    private static final String GTK3 = "gtk3.GTK3";

    /** GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1: over the theme, and over what SWT says of all widgets. */
    private static final int PRIORITY = 601;

    /** The provider of our sheet; 0: not made yet. */
    private long provider;

    /** Asks GTK for the dark or light variant of its theme, and gives it our colours where its own cannot be seen. */
    void theme(boolean dark) {
        try {
            Class.forName("org.eclipse.swt.internal.gtk.OS")
                    .getMethod("setDarkThemePreferred", boolean.class)
                    .invoke(null, dark);
            sheet(GtkStyleSheet.css(dark));
        } catch (ClassNotFoundException e) {
            LOG.log(Level.DEBUG, "not GTK: the system decides how native widgets look");
        } catch (ReflectiveOperationException e) {
            LOG.log(Level.WARNING, "GTK was not asked for its " + (dark ? "dark" : "light") + " theme", e);
        }
    }

    private void sheet(String css) throws ReflectiveOperationException {
        if (provider == 0) {
            provider = (long) SwtInternals.call(GTK, "gtk_css_provider_new");
            long screen = (long) SwtInternals.call("gtk.GDK", "gdk_screen_get_default");
            SwtInternals.call(GTK3, "gtk_style_context_add_provider_for_screen", screen, provider, PRIORITY);
        }
        byte[] bytes = (css + '\0').getBytes(StandardCharsets.UTF_8);
        SwtInternals.call(GTK3, "gtk_css_provider_load_from_data", provider, bytes, -1L, new long[1]);
    }
}
