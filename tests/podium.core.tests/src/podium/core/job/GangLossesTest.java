// SPDX-License-Identifier: Apache-2.0
package podium.core.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Job;
import podium.model.fleet.Purpose;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.model.value.Resources;
import podium.model.value.TaskSpec;

/** Drains, preemptions and What if go by the same rule. */
class GangLossesTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static Job gang(int minimum, TaskPhase... phases) {
        Job job = FleetFactory.INSTANCE.createJob();
        job.setPurpose(Purpose.TRAINING);
        job.setMinimum(minimum);
        for (TaskPhase phase : phases) {
            Task task = FleetFactory.INSTANCE.createTask();
            task.setPhase(phase);
            task.setStarted(phase == TaskPhase.RUNNING ? NOON : null);
            task.setSpec(TaskSpec.of(Resources.of(Map.of("nvidia.com/gpu", 8L))));
            task.setNode(FleetFactory.INSTANCE.createNode());
            job.getTasks().add(task);
        }
        return job;
    }

    private static OptionalDouble hours(Job job, List<Task> victims) {
        return new GangLosses(victims, NOON.plus(Duration.ofHours(1)))
                .of(job)
                .map(GangLoss::gpuHours)
                .orElse(OptionalDouble.of(0));
    }

    @Test
    void aRankThatIsAboutToStartIsOneTheGangGoesOnWith() {
        Job gang = gang(2, TaskPhase.RUNNING, TaskPhase.RUNNING, TaskPhase.PENDING);
        assertFalse(GangLosses.isTooFew(gang, List.of(gang.getTasks().getFirst())));
        assertTrue(GangLosses.isTooFew(gang, gang.getTasks().subList(0, 2)));
        assertEquals(OptionalDouble.of(0), hours(gang, gang.getTasks().subList(0, 1)));
        assertEquals(OptionalDouble.of(16), hours(gang, gang.getTasks().subList(0, 2)), "what starts has done nothing");
    }

    /** Nothing was said to be lost of it. */
    @Test
    void anElasticGangAllOfWhosePodsGoLosesTheirWork() {
        Job elastic = gang(1, TaskPhase.RUNNING, TaskPhase.RUNNING);
        assertEquals(OptionalDouble.of(0), hours(elastic, elastic.getTasks().subList(0, 1)), "the other goes on");
        assertEquals(OptionalDouble.of(16), hours(elastic, elastic.getTasks()));
    }
}
