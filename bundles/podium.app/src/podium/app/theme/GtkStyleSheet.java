// SPDX-License-Identifier: Apache-2.0
package podium.app.theme;

import podium.ui.toolkit.Palette.Name;

/**
 * What the toolkit is told of our colours, as GTK CSS. Its own dark theme draws the edges of check boxes, fields and spinners
 * in a black that is not seen on the ground of our dialogs, and leaves the ground of the menu bar to the compositor.
 */
final class GtkStyleSheet {
    private GtkStyleSheet() {}

    /** The sheet of a theme. Names of nodes and classes: the GTK 3 reference manual, "CSS nodes" of each widget. */
    static String css(boolean dark) {
        return """
            @define-color placeholder_text_color %9$s;
            menubar { background-color: %1$s; color: %2$s; }
            menubar > menuitem { color: %2$s; }
            menu, .menu, .context-menu { background-color: %3$s; color: %2$s; border-color: %4$s; }
            menu > menuitem, .context-menu > menuitem { color: %2$s; }
            toolbar button label { color: %2$s; }
            menu menuitem:disabled, menu menuitem:disabled label, menu menuitem:disabled accelerator,
            toolbar button:disabled label { color: %5$s; }
            toolbar { padding: 0; }
            toolbar button { min-width: 16px; min-height: 16px; padding: 2px 3px; }
            menu > separator { background-color: %4$s; }
            tooltip, tooltip.background { background-color: %3$s; color: %2$s; border: 1px solid %4$s; }
            tooltip label { color: %2$s; text-shadow: none; }
            check, radio { border-color: %6$s; background-image: none; background-color: %3$s; color: %2$s; }
            menu menuitem check, menu menuitem radio, checkbutton check, radiobutton radio { margin-right: 6px; }
            check:checked, radio:checked { border-color: %7$s; background-color: %7$s; color: %8$s; }
            check:disabled, radio:disabled { border-color: %4$s; color: %5$s; }
            entry, spinbutton, scrolledwindow.frame, textview.frame { border-color: %6$s; }
            entry:focus, spinbutton:focus { border-color: %7$s; }
            """.formatted(
                        hex(Name.PANEL, dark),
                        hex(Name.TEXT, dark),
                        hex(Name.RAISED, dark),
                        hex(Name.LINE, dark),
                        hex(Name.STALE, dark),
                        hex(Name.FREE, dark),
                        hex(Name.LINK, dark),
                        hex(Name.SURFACE, dark),
                        hex(Name.MUTED, dark));
    }

    private static String hex(Name name, boolean dark) {
        return "#%06x".formatted(name.rgb(dark));
    }
}
