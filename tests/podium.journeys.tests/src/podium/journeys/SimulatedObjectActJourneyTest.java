// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Acts on objects on the simulated cluster. */
class SimulatedObjectActJourneyTest extends ObjectActJourney {
    SimulatedObjectActJourneyTest(@TempDir Path directory) throws Exception {
        super(Ground.Kind.SIMULATED, directory);
    }
}
