// SPDX-License-Identifier: Apache-2.0
package podium.core.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import podium.core.change.ClusterId;
import podium.core.internal.operation.OperationEngine;
import podium.core.internal.operation.Timing;
import podium.core.internal.rule.KeptRules;
import podium.core.internal.telemetry.DayStore;
import podium.core.rule.Rules;
import podium.core.telemetry.DeviceKey;
import podium.core.telemetry.Metric;
import podium.testkit.OpenUmask;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class PrivateFilesTest {
    @TempDir
    Path temporary = Path.of("");

    private final Properties before = new Properties();
    private Path folder = Path.of("");

    @BeforeEach
    void area() throws IOException {
        assumeTrue(OpenUmask.isKnown(), "files have no owners here");
        before.putAll(System.getProperties());
        folder = temporary.resolve("a/b");
        System.setProperty("podium.telemetry", folder.resolve("telemetry").toString());
        System.setProperty("podium.rules", folder.resolve("rules.json").toString());
        System.setProperty("osgi.instance.area", "file:" + temporary.resolve("area") + "/");
    }

    @AfterEach
    void restore() {
        System.setProperties((Properties) before.clone());
    }

    /** Writes something of everything that this bundle keeps. */
    private void work() throws IOException {
        try (OperationEngine engine = OperationEngine.in(new NoClusters(), folder.resolve("journal"), Timing.usual())) {
            engine.awaitOpen();
        }
        new KeptRules().keep(Rules.NONE);
        DayStore store = new DayStore();
        store.append(new DeviceKey(new ClusterId("lab"), "n1", 0), Metric.POWER, System.currentTimeMillis(), 1);
        store.forget(new ClusterId("lab"));
    }

    private static final class NoClusters implements Connections {
        @Override
        public ClusterConnection open(ClusterTarget target) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<ClusterConnection> connection(ClusterId cluster) {
            return Optional.empty();
        }

        @Override
        public List<ClusterConnection> all() {
            return List.of();
        }

        @Override
        public void close(ClusterId cluster) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void allThatIsKeptIsForItsOwnerOnlyUnderAnyUmask() throws IOException {
        try (OpenUmask _ = new OpenUmask()) {
            work();
        }
        try (var all = Files.walk(folder)) {
            assertTrue(all.filter(Files::isRegularFile).count() >= 5, "something of each is there");
        }
        assertEquals(List.of(), OpenUmask.open(temporary.resolve("a")));
    }

    @Test
    void whatAnEarlierPodiumLeftOpenIsClosed() throws IOException {
        work();
        List<Path> open = new ArrayList<>();
        for (Path one : List.of(folder.resolve("journal"), folder.resolve("telemetry"))) {
            Files.setPosixFilePermissions(one, PosixFilePermissions.fromString("rwxr-xr-x"));
            open.add(one);
        }
        for (Path one : List.of(
                folder.resolve("journal/operations.jsonl"),
                folder.resolve("journal/operations.lock"),
                folder.resolve("rules.json"))) {
            Files.setPosixFilePermissions(one, PosixFilePermissions.fromString("rw-r--r--"));
        }
        work();
        assertEquals(List.of(), OpenUmask.open(folder));
    }

    @Test
    void theLogAndTheLayoutInTheWorkspaceAreClosedToOthers() throws IOException {
        Path area = Files.createDirectories(temporary.resolve("area"));
        Path metadata = Files.createDirectory(area.resolve(".metadata"));
        Files.setPosixFilePermissions(metadata, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(area, PosixFilePermissions.fromString("rwxr-xr-x"));
        Workspace.closeToOthers();
        assertEquals(List.of(area.toString()), OpenUmask.open(area), "a folder that may be shared is left as it is");
    }

    @Test
    void aFolderForAllIsLeftAsItIs() throws IOException {
        Path shared = Files.createDirectory(temporary.resolve("tmp"));
        Files.setAttribute(shared, "unix:mode", 01777);
        PrivateFiles.folder(shared);
        assertTrue(PrivateFiles.isSticky(shared));
        assertEquals("rwxrwxrwx", PosixFilePermissions.toString(Files.getPosixFilePermissions(shared)));
    }

    @Test
    void aTextIsThereWholeOrNotAtAll() throws IOException {
        Path file = temporary.resolve("x");
        PrivateFiles.write(file, "old");
        Path full = Files.createDirectory(temporary.resolve("x.new"));
        Files.writeString(full.resolve("y"), "");
        assertThrows(IOException.class, () -> PrivateFiles.write(file, "new"));
        assertEquals("old", Files.readString(file));
        assertFalse(PrivateFiles.create(file), "it is there");
    }
}
