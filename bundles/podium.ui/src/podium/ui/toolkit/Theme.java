// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.ST;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Widget;

/** How things look: the colours and the icons of the theme of now. UI thread. */
public record Theme(Palette palette, Icons icons) {
    /** What the style sheets of the platform leave alone (AbstractCSSSWTEngineImpl.isStylable). */
    private static final String NOT_BY_SHEET = "org.eclipse.e4.ui.css.disabled";

    /** The colour of a meaning. */
    public Color color(Palette.Name name) {
        return palette.color(name);
    }

    /** An icon in the colour of a meaning. */
    public Image image(Icon icon, Palette.Name tone) {
        return icons.image(icon, tone);
    }

    /** Gives a control the ground and text colour of content, now and after each change of theme. */
    public <C extends Control> C dress(C control) {
        return dress(control, Palette.Name.SURFACE, Palette.Name.TEXT);
    }

    /** Gives a control a ground and a text colour, now and after each change of theme; and a text the key that selects all of it. */
    public <C extends Control> C dress(C control, Palette.Name ground, Palette.Name text) {
        own(control);
        if (control instanceof StyledText styled) {
            styled.setKeyBinding('A' | SWT.MOD1, ST.SELECT_ALL);
        }
        onTheme(control, () -> {
            control.setBackground(color(ground));
            control.setForeground(color(text));
        });
        return control;
    }

    /** Gives tabs within a part their height and colours, now and after each change of theme. */
    public CTabFolder dressTabs(CTabFolder tabs) {
        own(tabs);
        tabs.setBorderVisible(false);
        tabs.setTabHeight(24);
        onTheme(tabs, () -> {
            tabs.setBackground(color(Palette.Name.SURFACE));
            tabs.setForeground(color(Palette.Name.MUTED));
            tabs.setSelectionBackground(color(Palette.Name.PANEL));
            tabs.setSelectionForeground(color(Palette.Name.TEXT));
        });
        return tabs;
    }

    /** Keeps the style sheets of the platform from colouring a widget that colours itself. */
    public void own(Widget widget) {
        widget.setData(NOT_BY_SHEET, Boolean.TRUE);
    }

    /** Does something now and after each change of theme, as long as the control lives. */
    public void onTheme(Control control, Runnable apply) {
        apply.run();
        new Subscriptions(control).add(palette.listen(apply));
    }
}
