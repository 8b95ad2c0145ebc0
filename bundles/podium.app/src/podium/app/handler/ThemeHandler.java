// SPDX-License-Identifier: Apache-2.0
package podium.app.handler;

import jakarta.inject.Named;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.e4.ui.model.application.ui.menu.MItem;
import org.eclipse.jdt.annotation.Nullable;
import podium.ui.action.ChosenItems;

/** Switches to the theme named by the parameter {@code theme}; the choice is kept for the next start. */
public class ThemeHandler {

    @Execute
    void apply(@Named("theme") String theme, @Optional @Nullable MItem item, IThemeEngine engine) {
        if (!ChosenItems.lost(item)) {
            engine.setTheme(theme, true);
        }
    }
}
