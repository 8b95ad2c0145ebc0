// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import podium.core.testkit.NoClusters;
import podium.operation.internal.rule.RuleServiceImpl;
import podium.operation.internal.run.EngineTiming;
import podium.operation.rule.OperatorRules;
import podium.testkit.OpenUmask;

/** What operations and rules keep on the disk is for its owner only. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class KeptForItsOwnerTest {
    @TempDir
    Path temporary = Path.of("");

    private final Properties before = new Properties();
    private Path folder = Path.of("");

    @BeforeEach
    void area() throws IOException {
        assumeTrue(OpenUmask.isKnown(), "files have no owners here");
        before.putAll(System.getProperties());
        folder = temporary.resolve("a/b");
        System.setProperty("podium.rules", folder.resolve("rules.json").toString());
    }

    @AfterEach
    void restore() {
        System.setProperties((Properties) before.clone());
    }

    /** Writes something of each. */
    private void work() throws IOException {
        try (OperationEngine engine =
                OperationEngine.in(new NoClusters(), folder.resolve("journal"), EngineTiming.usual())) {
            engine.awaitOpen();
        }
        new RuleServiceImpl().keep(OperatorRules.NONE);
    }

    @Test
    void allThatIsKeptIsForItsOwnerOnlyUnderAnyUmask() throws IOException {
        try (OpenUmask _ = new OpenUmask()) {
            work();
        }
        try (var all = Files.walk(folder)) {
            assertTrue(all.filter(Files::isRegularFile).count() >= 4, "something of each is there");
        }
        assertEquals(List.of(), OpenUmask.open(temporary.resolve("a")));
    }

    @Test
    void whatAnEarlierPodiumLeftOpenIsClosed() throws IOException {
        work();
        Files.setPosixFilePermissions(folder.resolve("journal"), PosixFilePermissions.fromString("rwxr-xr-x"));
        for (Path one : List.of(
                folder.resolve("journal/operations.jsonl"),
                folder.resolve("journal/operations.lock"),
                folder.resolve("rules.json"))) {
            Files.setPosixFilePermissions(one, PosixFilePermissions.fromString("rw-r--r--"));
        }
        work();
        assertEquals(List.of(), OpenUmask.open(folder));
    }
}
