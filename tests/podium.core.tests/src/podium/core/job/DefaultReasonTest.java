// SPDX-License-Identifier: Apache-2.0
package podium.core.job;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.core.testkit.SpecBuilder;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Job;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.model.value.Resources;

class DefaultReasonTest {
    private static final String HELD = DefaultReason.heldBy(Set.of("a.b/gate"));

    @ParameterizedTest
    @CsvSource({
        "'',''",
        "not scheduled yet,''",
        "HELD,''",
        "2 of 8 pods: HELD,''",
        "quota of team-a is used up; HELD,quota of team-a is used up",
        "held by a freeze of the vendor,held by a freeze of the vendor"
    })
    void whatPodiumSaysItselfOfGatesIsNotTakenForWhatTheClusterSays(String reason, String said) {
        Task task = FleetFactory.INSTANCE.createTask();
        task.setPhase(TaskPhase.GATED);
        task.setSpec(SpecBuilder.of(Resources.none()).gates("a.b/gate").build());
        Job job = FleetFactory.INSTANCE.createJob();
        job.getTasks().add(task);
        job.setReason(reason.replace("HELD", HELD));
        assertEquals(said, DefaultReason.said(job));
    }
}
