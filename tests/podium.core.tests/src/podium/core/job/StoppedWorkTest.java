// SPDX-License-Identifier: Apache-2.0
package podium.core.job;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Job;
import podium.model.fleet.Purpose;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.model.value.Labels;
import podium.model.value.Resources;
import podium.model.value.TaskSpec;

/** What is lost when others take the place of work goes by what the work is for. */
class StoppedWorkTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static Job job(Purpose purpose, int tasks, int gpus, @Nullable Instant started) {
        Job job = FleetFactory.INSTANCE.createJob();
        job.setPurpose(purpose);
        for (int i = 0; i < tasks; i++) {
            Task task = FleetFactory.INSTANCE.createTask();
            task.setPhase(TaskPhase.RUNNING);
            task.setStarted(started);
            task.setSpec(TaskSpec.of(Resources.of(Map.of("nvidia.com/gpu", (long) gpus))));
            task.setNode(FleetFactory.INSTANCE.createNode());
            job.getTasks().add(task);
        }
        return job;
    }

    private static String lost(Job job) {
        return StoppedWork.lost(job, List.of(job.getTasks().getFirst()), NOON.plus(Duration.ofHours(10)));
    }

    @Test
    void workWithAStateLosesItSinceItsStartOrItsLastCheckpoint() {
        for (Purpose purpose : List.of(Purpose.TRAINING, Purpose.FINE_TUNING, Purpose.BATCH, Purpose.UNKNOWN)) {
            assertEquals(
                    "loses the work of 8 GPUs (80.0 GPU-hours) since 2026-03-02T12:00:00Z, or since its last"
                            + " checkpoint",
                    lost(job(purpose, 1, 8, NOON)));
            assertEquals("loses the work of 1 GPU since its last checkpoint", lost(job(purpose, 1, 1, null)));
            assertEquals("", lost(job(purpose, 1, 0, NOON)), "no device of anybody works on it");
        }
    }

    @Test
    void aGangLosesTheWorkOfAllItsTasks() {
        Job gang = job(Purpose.TRAINING, 4, 8, null);
        gang.setMinimum(4);
        assertEquals("its gang cannot go on, and loses the work of 32 GPUs since its last checkpoint", lost(gang));
        gang.getTasks().forEach(task -> task.setStarted(NOON));
        assertEquals(
                "its gang cannot go on, and loses the work of 32 GPUs (320 GPU-hours) since 2026-03-02T12:00:00Z, or"
                        + " since its last checkpoint",
                lost(gang));
        gang.setManagers(Labels.of(Map.of(GangLoss.CHECKPOINT, "2026-03-02T21:00:00Z")));
        assertEquals(
                "its gang cannot go on, and loses the work of 32 GPUs (32.0 GPU-hours) since its checkpoint at"
                        + " 2026-03-02T21:00:00Z",
                lost(gang));
        gang.setManagers(null);
        gang.getTasks().forEach(task -> task.setStarted(null));
        gang.setMinimum(3);
        assertEquals("loses the work of 8 GPUs since its last checkpoint", lost(gang), "three are enough");
    }

    @Test
    void aServiceLosesReplicasAndNoWork() {
        assertEquals("answers with 2 pods until others are ready", lost(job(Purpose.INFERENCE, 3, 8, NOON)));
        assertEquals("answers no requests until its pods are ready again", lost(job(Purpose.INFERENCE, 1, 8, NOON)));
    }

    @Test
    void aNotebookLosesItsKernels() {
        assertEquals("its kernels end, with all they have in memory", lost(job(Purpose.NOTEBOOK, 1, 0, NOON)));
    }
}
