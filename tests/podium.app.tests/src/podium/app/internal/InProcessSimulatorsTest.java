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
