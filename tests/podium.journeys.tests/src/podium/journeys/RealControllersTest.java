// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.kubernetes.testkit.AllKinds;
import podium.kubernetes.testkit.OwnerFixtures;
import podium.model.fleet.TaskPhase;

/** The real controllers start on this machine and do their part. */
class RealControllersTest {
    @Test
    void aQueuedJobIsAdmittedRunsAndHoldsItsQuota(@TempDir Path directory) throws Exception {
        ControllersGround ground = new ControllersGround(directory);
        try (Lab lab = new Lab(ground, directory)) {
            ground.queue("gold", ControllersGround.Flavor.TAS, 8);
            lab.create(
                    AllKinds.job("team", "it"), OwnerFixtures.text("job-kueue").replace("NAME", "it"));
            lab.tasks("it", 2, task -> task.getPhase() == TaskPhase.RUNNING);
            lab.await("the reservation", () -> ground.reserved("gold") == 2);
        }
    }
}
