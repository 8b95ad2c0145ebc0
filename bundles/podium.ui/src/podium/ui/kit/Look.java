// SPDX-License-Identifier: Apache-2.0
package podium.ui.kit;

import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Control;

/** How things look: the colours and the icons of the theme of now. UI thread. */
public record Look(Palette palette, Icons icons) {
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

    /** Gives a control a ground and a text colour, now and after each change of theme. */
    public <C extends Control> C dress(C control, Palette.Name ground, Palette.Name text) {
        onTheme(control, () -> {
            control.setBackground(color(ground));
            control.setForeground(color(text));
        });
        return control;
    }

    /** Does something now and after each change of theme, as long as the control lives. */
    public void onTheme(Control control, Runnable apply) {
        apply.run();
        new Subscriptions(control).add(palette.listen(apply));
    }
}
