// SPDX-License-Identifier: Apache-2.0
package podium.simulator.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.testkit.ServerMatrix.Outcome;
import podium.testkit.ServerMatrix.Rows;
import podium.testkit.ServerMatrix.Server;

class ServerMatrixTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private Rows rows(String file) {
        return new Rows(folder.resolve(file), new PrintStream(out));
    }

    private static void fill(Rows rows) {
        rows.add("Watch: a bookmark comes before the end", Server.SIMULATOR, Outcome.HELD);
        rows.add("Watch: a bookmark comes before the end", Server.REAL, Outcome.HELD);
        rows.add("Binding: a pod is bound once", Server.SIMULATOR, Outcome.HELD);
        rows.add("Binding: a pod is bound once", Server.REAL, Outcome.BROKEN);
        rows.add("Drain: a budget is kept", Server.SIMULATOR, Outcome.SKIPPED);
    }

    @Test
    void eachRuleHasItsWordForEachServer() {
        try (Rows rows = rows("matrix.md")) {
            fill(rows);
            assertTrue(rows.table().contains("| Binding: a pod is bound once | yes | NO |"), rows::table);
            assertTrue(rows.table().contains("| Drain: a budget is kept | skipped | - |"), rows::table);
            assertEquals("3 rules; simulator: 2 yes, 1 skipped; kube-apiserver: 1 yes, 1 NO", rows.sums());
        }
    }

    @Test
    void ofSeveralOutcomesOfARuleTheWorstCounts() {
        try (Rows rows = rows("matrix.md")) {
            rows.add("r", Server.REAL, Outcome.BROKEN);
            rows.add("r", Server.REAL, Outcome.HELD);
            assertTrue(rows.table().contains("| r | - | NO |"), rows::table);
        }
    }

    @Test
    void theTableIsWrittenWhenTheRunEnds() throws IOException {
        Path file = folder.resolve("deep").resolve("matrix.md");
        try (Rows rows = rows("deep/matrix.md")) {
            fill(rows);
        }
        assertTrue(out.toString().startsWith("Rules by server: 3 rules; simulator: 2 yes"), out::toString);
        assertTrue(Files.readString(file).startsWith("# Rules by server\n\n3 rules; "), Files.readString(file));
    }
}
