// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Shapes of budgets on a real control plane, where KUBEBUILDER_ASSETS names one. */
class RealBudgetJourneyTest extends BudgetJourney {
    RealBudgetJourneyTest(@TempDir Path directory) throws Exception {
        super(Ground.Kind.REAL, directory);
    }
}
