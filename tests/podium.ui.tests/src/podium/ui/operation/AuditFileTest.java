// SPDX-License-Identifier: Apache-2.0
package podium.ui.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.operation.AuditLog;
import podium.ui.fake.PartScreen;

class AuditFileTest {
    private final PartScreen seen = new PartScreen();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        seen.close();
    }

    private void write(Path file) {
        AuditLog audit = to -> {
            Files.writeString(to, "time\n");
            return List.of();
        };
        AuditFile.write(audit, file, seen.stage.services, seen.dialogs);
    }

    @Test
    void whatIsWellIsWrittenAndTheStatusLineSaysWhere() {
        Path file = folder.resolve("audit.csv");
        write(file);
        Optional<String> saved = Optional.of("Saved " + file + ".");
        seen.until("it is said", () -> seen.stage.services.message().words().equals(saved));
        assertTrue(Files.exists(file));
        assertTrue(seen.dialogs.shown.isEmpty(), seen.dialogs.shown::toString);
    }

    @Test
    void aPlaceThatCannotBeWrittenIsNamed() {
        write(folder.resolve("none").resolve("audit.csv"));
        seen.until("it is said", () -> !seen.dialogs.shown.isEmpty());
        assertEquals(1, seen.dialogs.shown.size());
        String said = seen.dialogs.shown.getFirst();
        assertTrue(said.startsWith("refuse Export audit: ") && said.contains("could not be written"), said);
    }
}
