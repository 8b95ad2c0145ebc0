// SPDX-License-Identifier: Apache-2.0
package podium.ui.log;

import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import podium.core.log.AnsiText;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.Theme;

/** The colours of a log in the theme of now: of ranks, of a terminal. UI thread. */
record LogStyle(Theme theme) {
    private static final Name[] TERMINAL = {
        Name.MUTED, Name.CRITICAL, Name.GOOD, Name.WARNING, Name.HELD, Name.WAITING, Name.LINK, Name.TEXT
    };
    /** The golden angle: neighbours are as different as can be, however many there are. */
    private static final float ANGLE = 137.508f;

    /** The colour of a rank; it has its number beside it, so that it is never colour alone. */
    Color source(int number) {
        float hue = (210 + number * ANGLE) % 360;
        boolean dark = theme.palette().isDark();
        return new Color(new RGB(hue, dark ? 0.45f : 0.8f, dark ? 0.9f : 0.62f));
    }

    /** The colour of a packed style of {@link AnsiText}; black and white of a terminal are those of the theme. */
    Color text(int style) {
        int colour = style & 0xff;
        return theme.color(colour == 0 ? Name.TEXT : TERMINAL[(colour - 1) % TERMINAL.length]);
    }

    static boolean bold(int style) {
        return (style & AnsiText.BOLD) != 0;
    }
}
