// SPDX-License-Identifier: Apache-2.0
package podium.app.handler;

import jakarta.inject.Named;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;

/** Switches to the theme named by the parameter {@code theme}; the choice is kept for the next start. */
public class ThemeHandler {

    @Execute
    void apply(@Named("theme") String theme, IThemeEngine engine) {
        engine.setTheme(theme, true);
    }
}
