// SPDX-License-Identifier: Apache-2.0
package podium.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedLayoutTest {
    @TempDir
    Path workspace;

    @Test
    void whereNothingWasSavedThereIsNothingToTell() {
        assertEquals(Optional.empty(), new SavedLayout(workspace).putAside());
    }

    @Test
    void whatCannotBeReadIsPutAsideSoThatTheNextEndDoesNotWriteOverIt() throws IOException {
        Path file = file();
        Files.writeString(file, "<half");
        String told = new SavedLayout(workspace).putAside().orElseThrow();
        Path aside = file.resolveSibling("workbench.xmi.unreadable");
        assertTrue(
                told.startsWith("The saved layout could not be read. The window opens with the default layout; "),
                told);
        assertTrue(told.contains(aside.toString()), told);
        assertEquals("<half", Files.readString(aside));
        assertFalse(Files.exists(file));
    }

    @Test
    void theLastOneThatCouldNotBeReadTakesThePlaceOfTheOneBefore() throws IOException {
        for (String text : new String[] {"one", "two"}) {
            Files.writeString(file(), text);
            new SavedLayout(workspace).putAside();
        }
        assertEquals("two", Files.readString(file().resolveSibling("workbench.xmi.unreadable")));
    }

    @Test
    void oneThatCannotBeMovedIsToldToo() throws IOException {
        Path file = file();
        Files.writeString(file, "<half");
        Files.createDirectories(file.resolveSibling("workbench.xmi.unreadable").resolve("full"));
        String told = new SavedLayout(workspace).putAside().orElseThrow();
        assertTrue(told.contains("cannot be moved"), told);
        assertTrue(Files.exists(file));
    }

    private Path file() throws IOException {
        Path file = workspace.resolve(SavedLayout.FILE);
        Files.createDirectories(file.getParent());
        return file;
    }
}
