// SPDX-License-Identifier: Apache-2.0
package podium.ui.kit;

import java.util.List;
import org.eclipse.swt.widgets.Display;

/**
 * Tells the window system's toolkit to draw its own widgets dark or light. SWT has no public method for it before 3.134;
 * the platform's own theme code calls {@code OS.setTheme(boolean)} by reflection too (org.eclipse.swt.internal, the same
 * name on GTK, Cocoa and Windows). Where it is missing the widgets keep the system's look. UI thread.
 */
public final class ToolkitTheme {
    private static final List<String> NATIVES = List.of(
            "org.eclipse.swt.internal.gtk.OS",
            "org.eclipse.swt.internal.cocoa.OS",
            "org.eclipse.swt.internal.win32.OS");

    private ToolkitTheme() {}

    /** Draws native widgets dark, or light. */
    public static void use(boolean dark) {
        NATIVES.forEach(name -> set(name, dark));
    }

    private static void set(String name, boolean dark) {
        try {
            Class.forName(name, true, Display.class.getClassLoader())
                    .getMethod("setTheme", boolean.class)
                    .invoke(null, dark);
        } catch (ReflectiveOperationException | LinkageError e) {
            // another platform's natives, or an SWT without it: the system's look stays
        }
    }
}
