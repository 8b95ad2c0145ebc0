// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Shapes of budgets on the simulator. */
class SimulatedBudgetJourneyTest extends BudgetJourney {
    SimulatedBudgetJourneyTest(@TempDir Path directory) throws Exception {
        super(Ground.Kind.SIMULATED, directory);
    }
}
