// SPDX-License-Identifier: Apache-2.0
package podium.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import podium.core.cluster.ClusterTarget;

class InProcessSimulatorsTest {
    @Test
    void aFleetThatIsStartedAnewIsAnotherClusterOfTheSameName() throws IOException {
        InProcessSimulators fleets = new InProcessSimulators();
        ClusterTarget first = fleets.start("edge");
        assertEquals(first, fleets.start("edge"), "it runs already");
        fleets.stop();
        ClusterTarget second = fleets.start("edge");
        fleets.stop();
        assertNotEquals(first.id(), second.id());
        assertEquals("edge", first.id().name());
        assertEquals(first.id().name(), second.id().name());
        assertFalse(first.kubeconfig().equals(second.kubeconfig()));
    }

    /** What another process sees is what counts: it would delete the folder of a fleet that runs. */
    @EnabledOnOs(OS.LINUX)
    @Test
    void aSecondFleetLeavesTheLockOfTheFirst() throws IOException {
        try (SimulatorFolder first = SimulatorFolder.create();
                SimulatorFolder second = SimulatorFolder.create()) {
            second.sweep(Instant.now().plusSeconds(60));
            assertTrue(Files.exists(first.path()));
            assertTrue(locks().contains(inode(first)), "another process would take the fleet for ended");
            assertTrue(locks().contains(inode(second)));
        }
    }

    private static String inode(SimulatorFolder folder) throws IOException {
        return ":" + Files.getAttribute(folder.path().resolve("lock"), "unix:ino") + " ";
    }

    private static String locks() throws IOException {
        return Files.readString(Path.of("/proc/locks"));
    }

    @Test
    void aFolderThatWasLeftWhileItWasDeletedGoesToo() throws IOException {
        try (SimulatorFolder runs = SimulatorFolder.create()) {
            Path left = Files.createDirectory(runs.path().resolveSibling("podium-simulated-left-" + System.nanoTime()));
            Files.createFile(left.resolve("kubeconfig.lock"));
            runs.sweep(Instant.now().plusSeconds(60));
            assertFalse(Files.exists(left));
        }
    }

    @Test
    void aFolderGoesWhenItsProcessHasEndedAndStaysWhileItRuns() throws IOException {
        SimulatorFolder runs = SimulatorFolder.create();
        Path killed = Files.createDirectory(runs.path().resolveSibling("podium-simulated-killed-" + System.nanoTime()));
        Files.createFile(killed.resolve("lock"));
        Files.createFile(killed.resolve("kubeconfig"));
        runs.sweep(Instant.now().minusSeconds(60));
        assertTrue(Files.exists(killed), "one that is being made");
        runs.sweep(Instant.now().plusSeconds(60));
        assertFalse(Files.exists(killed));
        assertTrue(Files.exists(runs.path()));
        runs.close();
        assertFalse(Files.exists(runs.path()));
    }
}
