// SPDX-License-Identifier: Apache-2.0
package podium.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
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
}
