// SPDX-License-Identifier: Apache-2.0
package podium.app.theme;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThemeOfHomeTest {
    /** The dialog of a second start was light beside a dark window. */
    @Test
    void aHomeIsDarkWhenThatWasChosenInItAndElseAsTheDesktopIs(@TempDir Path home) throws IOException {
        assertTrue(ThemeAddon.isDark(home, true));
        assertFalse(ThemeAddon.isDark(home, false));
        Path chosen = home.resolve(ThemeAddon.CHOSEN);
        Files.createDirectories(chosen.getParent());
        Files.writeString(chosen, "eclipse.preferences.version=1\nthemeid=podium.theme.dark\n");
        assertTrue(ThemeAddon.isDark(home, false));
        Files.writeString(chosen, "eclipse.preferences.version=1\nthemeid=podium.theme.light\n");
        assertFalse(ThemeAddon.isDark(home, true));
    }
}
