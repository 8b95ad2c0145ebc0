// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Placements on the simulated cluster. */
class SimulatedPlaceJourneyTest extends PlaceJourney {
    SimulatedPlaceJourneyTest(@TempDir Path directory) throws Exception {
        super(Ground.Kind.SIMULATED.open(directory), directory);
    }
}
