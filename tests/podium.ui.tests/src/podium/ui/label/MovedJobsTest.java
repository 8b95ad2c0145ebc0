// SPDX-License-Identifier: Apache-2.0
package podium.ui.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import podium.core.change.ClusterId;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.operation.Operation;
import podium.operation.OperationState;
import podium.operation.plan.Plan;
import podium.ui.fake.Examples;
import podium.ui.fake.FakeFleet;
import podium.ui.fake.FakePlacement;

class MovedJobsTest {
    private final FakeFleet made = new FakeFleet();
    private final Cluster east = made.cluster("east", 2);
    private final Cluster west = made.cluster("west", 2);
    private final Job left = job(east, JobState.SUSPENDED);
    private final Operation stop = operation(east, "suspend", "Move train to west: Suspend train", OperationState.DONE);

    private Job job(Cluster cluster, JobState state) {
        Job job = made.job(cluster, "train", "Job", state, 1, 8);
        job.setCreated(FakeFleet.NOW.minusSeconds(3600));
        return job;
    }

    private Operation operation(Cluster cluster, String kind, String title, OperationState state) {
        Plan like = FakePlacement.example(left);
        Plan plan = new Plan(
                ClusterId.of(cluster), kind, title, like.steps(), List.of(), List.of(), List.of(), like.undo());
        return Examples.operation(title, plan, state, 1, 1, Optional.empty());
    }

    private Operation submit(OperationState state) {
        return operation(west, "submit", "Move train to west: Submit train", state);
    }

    @Test
    void aJobThatWasMovedSaysSoWhereItWasLeftAndWhereItIs() {
        String words = MovedJobs.words(left, List.of(submit(OperationState.DONE), stop))
                .orElseThrow();
        assertTrue(words.matches("moved to west at .*\\d\\d:\\d\\d(:\\d\\d)?"), words);
        assertEquals(
                words,
                MovedJobs.words(left, List.of(submit(OperationState.RUNNING), stop))
                        .orElseThrow());
    }

    @Test
    void oneThatNeverGotThereSaysThatItIsToBeResumed() {
        for (OperationState state : List.of(OperationState.FAILED, OperationState.UNDONE)) {
            String words = MovedJobs.words(left, List.of(submit(state), stop)).orElseThrow();
            assertTrue(words.startsWith("stopped at ") && words.endsWith("not submitted: resume it in east"), words);
        }
        assertTrue(MovedJobs.words(left, List.of(stop)).isPresent());
    }

    @Test
    void oneThatIsOnItsWayIsNotSaidToHaveBeenLeft() {
        Operation moving = operation(east, "suspend", "Move train to west: Suspend train", OperationState.PAUSED);
        String words = MovedJobs.words(left, List.of(moving)).orElseThrow();
        assertTrue(words.startsWith("being moved to west since "), words);
    }

    @Test
    void aJobThatWasSuspendedBeforeItWasMovedSaysSoToo() {
        String words =
                MovedJobs.words(left, List.of(submit(OperationState.DONE))).orElseThrow();
        assertTrue(words.startsWith("moved to west at "), words);
        assertEquals(Optional.empty(), MovedJobs.words(left, List.of(submit(OperationState.UNDONE))));
        assertEquals(
                Optional.empty(), MovedJobs.words(job(west, JobState.SUSPENDED), List.of(submit(OperationState.DONE))));
    }

    @Test
    void nothingIsSaidOfAnotherJobNorOfOneThatIsBack() {
        List<Operation> all = List.of(submit(OperationState.DONE), stop);
        assertEquals(Optional.empty(), MovedJobs.words(job(west, JobState.SUSPENDED), all), "there it has arrived");
        Operation undone = operation(east, "suspend", "Move train to west: Suspend train", OperationState.UNDONE);
        assertEquals(Optional.empty(), MovedJobs.words(left, List.of(undone, stop)));
        Operation queue = operation(east, "queue", "Move train to queue b", OperationState.DONE);
        assertEquals(Optional.empty(), MovedJobs.words(left, List.of(queue)));
        left.setState(JobState.RUNNING);
        assertEquals(Optional.empty(), MovedJobs.words(left, all));
        left.setState(JobState.SUSPENDED);
        left.setCreated(FakeFleet.NOW);
        assertEquals(Optional.empty(), MovedJobs.words(left, all), "another one of its name came later");
        left.setCreated(FakeFleet.NOW.minusSeconds(3600));
        left.setNamespace("other");
        assertEquals(Optional.empty(), MovedJobs.words(left, all));
        left.setNamespace("research");
        assertTrue(MovedJobs.words(left, all).isPresent());
        left.setName("train-2");
        assertEquals(Optional.empty(), MovedJobs.words(left, all));
    }
}
