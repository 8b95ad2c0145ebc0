// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Submitting on the simulated cluster. */
class SimulatedSubmitJourneyTest extends SubmitJourney {
    SimulatedSubmitJourneyTest(@TempDir Path directory) throws Exception {
        super(Ground.Kind.SIMULATED, directory);
    }
}
