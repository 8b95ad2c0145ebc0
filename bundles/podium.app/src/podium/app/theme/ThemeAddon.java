// SPDX-License-Identifier: Apache-2.0
package podium.app.theme;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.css.swt.theme.ITheme;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.event.Event;
import podium.core.file.PlainFiles;
import podium.ui.action.ChosenItems;

/** Carries a change of theme to the native widgets, which style sheets do not reach, and to the menu. UI thread. */
public class ThemeAddon {
    private static final String DARK = "podium.theme.dark";

    /** Where the theme engine keeps what was chosen. */
    static final Path CHOSEN = Path.of(
            ".metadata", ".plugins", "org.eclipse.core.runtime", ".settings", "org.eclipse.e4.ui.css.swt.theme.prefs");

    private static final int LARGEST = 65_536;

    private static final String LIGHT = "podium.theme.light";

    private static final String COMMAND = "podium.command.theme";

    private final NativeTheme widgets = new NativeTheme();
    private final MApplication application;

    @Inject
    ThemeAddon(MApplication application) {
        this.application = application;
    }

    /** The theme that goes with a desktop as long as none is chosen: beside the words of a dark one a light ground cannot be read. */
    public static String id(boolean darkDesktop) {
        return darkDesktop ? DARK : LIGHT;
    }

    /** Dresses what is shown before there is a theme engine as what works with a home, which may have chosen another theme. */
    public static void as(Path home, boolean darkDesktop) {
        new NativeTheme().theme(isDark(home, darkDesktop));
    }

    static boolean isDark(Path home, boolean darkDesktop) {
        try {
            return PlainFiles.text(home.resolve(CHOSEN), LARGEST).contains(DARK);
        } catch (IOException e) {
            return darkDesktop;
        }
    }

    /** The theme engine has another theme; the first one of a start included. */
    @Inject
    @Optional
    void changed(@UIEventTopic(IThemeEngine.Events.THEME_CHANGED) @Nullable Event event) {
        if (event != null && event.getProperty(IThemeEngine.Events.THEME) instanceof ITheme theme) {
            widgets.theme(theme.getId().equals(DARK));
            ChosenItems.mark(application, COMMAND, theme.getId());
        }
    }
}
