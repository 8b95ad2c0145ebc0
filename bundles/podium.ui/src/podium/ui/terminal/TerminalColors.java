// SPDX-License-Identifier: Apache-2.0
package podium.ui.terminal;

import java.util.EnumMap;
import java.util.Map;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.tm.terminal.model.TerminalColor;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.Theme;

/** The sixteen colours of a terminal, so that each can be read on the ground of either theme (contrast 4.5 or more, but black). */
final class TerminalColors {
    private static final int[] LIGHT = {
        0x24292F, 0xB3261E, 0x1B6E33, 0x7A5200, 0x0B57D0, 0x8430A0, 0x0B6E75, 0x57606A,
        0x424A53, 0xC62828, 0x1E7A39, 0x805A00, 0x1A63DB, 0x9C27B0, 0x0F7178, 0x6A737D
    };
    private static final int[] DARK = {
        0x6E7681, 0xFF7B72, 0x5FCB73, 0xE3B341, 0x79B8FF, 0xD2A8FF, 0x56D4DD, 0xD0D7DE,
        0x8B949E, 0xFFA198, 0x7EE787, 0xF2CC60, 0xA5D6FF, 0xE2C5FF, 0x7FE3EA, 0xF6F8FA
    };
    private static final TerminalColor[] NAMES = {
        TerminalColor.BLACK, TerminalColor.RED, TerminalColor.GREEN, TerminalColor.YELLOW,
        TerminalColor.BLUE, TerminalColor.MAGENTA, TerminalColor.CYAN, TerminalColor.WHITE,
        TerminalColor.BRIGHT_BLACK, TerminalColor.BRIGHT_RED, TerminalColor.BRIGHT_GREEN, TerminalColor.BRIGHT_YELLOW,
        TerminalColor.BRIGHT_BLUE, TerminalColor.BRIGHT_MAGENTA, TerminalColor.BRIGHT_CYAN, TerminalColor.BRIGHT_WHITE
    };

    private TerminalColors() {}

    /** Those of a terminal in a theme. */
    static Map<TerminalColor, RGB> of(Theme theme) {
        Map<TerminalColor, RGB> colors = new EnumMap<>(TerminalColor.class);
        colors.put(TerminalColor.FOREGROUND, theme.color(Name.TEXT).getRGB());
        colors.put(TerminalColor.BACKGROUND, theme.color(Name.SURFACE).getRGB());
        colors.put(TerminalColor.SELECTION_FOREGROUND, theme.color(Name.TEXT).getRGB());
        colors.put(
                TerminalColor.SELECTION_BACKGROUND,
                theme.color(Name.SELECTED_SURFACE).getRGB());
        int[] values = theme.palette().isDark() ? DARK : LIGHT;
        for (int i = 0; i < NAMES.length; i++) {
            colors.put(NAMES[i], new RGB(values[i] >> 16 & 0xFF, values[i] >> 8 & 0xFF, values[i] & 0xFF));
        }
        return colors;
    }
}
