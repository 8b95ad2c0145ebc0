// SPDX-License-Identifier: Apache-2.0
package podium.telemetry.internal;

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
import podium.core.change.ClusterId;
import podium.core.metrics.DeviceKey;
import podium.core.metrics.Metric;
import podium.testkit.OpenUmask;

/** What the store keeps on the disk is for its owner only. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class KeptForItsOwnerTest {
    @TempDir
    Path temporary = Path.of("");

    private final Properties before = new Properties();
    private Path folder = Path.of("");

    @BeforeEach
    void area() {
        assumeTrue(OpenUmask.isKnown(), "files have no owners here");
        before.putAll(System.getProperties());
        folder = temporary.resolve("a/b");
        System.setProperty("podium.telemetry", folder.resolve("telemetry").toString());
    }

    @AfterEach
    void restore() {
        System.setProperties((Properties) before.clone());
    }

    private static void work() throws IOException {
        DayStore store = new DayStore();
        store.append(new DeviceKey(new ClusterId("lab"), "n1", 0), Metric.POWER, System.currentTimeMillis(), 1);
        store.forget(new ClusterId("lab"));
    }

    @Test
    void allThatIsKeptIsForItsOwnerOnlyUnderAnyUmask() throws IOException {
        try (OpenUmask _ = new OpenUmask()) {
            work();
        }
        try (var all = Files.walk(folder)) {
            assertTrue(all.filter(Files::isRegularFile).count() >= 1, "something is there");
        }
        assertEquals(List.of(), OpenUmask.open(temporary.resolve("a")));
    }

    @Test
    void whatAnEarlierPodiumLeftOpenIsClosed() throws IOException {
        work();
        Files.setPosixFilePermissions(folder.resolve("telemetry"), PosixFilePermissions.fromString("rwxr-xr-x"));
        work();
        assertEquals(List.of(), OpenUmask.open(folder));
    }
}
