// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Drains on a real control plane, where KUBEBUILDER_ASSETS names one. */
@ExtendWith(RealPlanes.class)
class RealDrainJourneyTest extends DrainJourney {
    RealDrainJourneyTest(RealPlane plane, @TempDir Path directory) throws Exception {
        super(new RealGround(plane, directory), directory);
    }
}
