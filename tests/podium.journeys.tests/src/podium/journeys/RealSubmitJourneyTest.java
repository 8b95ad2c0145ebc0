// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Submitting on the real control plane. */
class RealSubmitJourneyTest extends SubmitJourney {
    RealSubmitJourneyTest(@TempDir Path directory) throws Exception {
        super(Ground.Kind.REAL, directory);
    }
}
