// SPDX-License-Identifier: Apache-2.0
package podium.ui.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.junit.jupiter.api.Test;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.ui.fake.FakeFleet;

class LogTargetTest {
    private final FakeFleet made = new FakeFleet();
    private final Node node = made.cluster("lab", 8).getNodes().getFirst();
    private final Job job = made.job(node.getCluster(), "train", "Job", JobState.RUNNING, 1, 8);
    private final Task failed = made.task(job, 7, TaskPhase.FAILED, List.of());
    private final Task again = made.task(job, 7, TaskPhase.RUNNING, List.of(node));

    LogTargetTest() {
        failed.setUid("failed");
        failed.setName("train-7-x");
        again.setUid("again");
        again.setName("train-7-y");
    }

    private static List<String> pods(EObject... selection) {
        return LogTarget.of(List.of(selection)).orElseThrow().pods(new HashMap<>()).stream()
                .map(LogTarget.Pod::name)
                .toList();
    }

    /** The steps of the pod in its place stood there, and why it failed far above them. */
    @Test
    void thePodThatFailedIsShownWithoutTheOneInItsPlace() {
        assertEquals(List.of("train-7-x"), pods(failed));
        assertEquals(2, pods(again).size(), "of a rank that runs all its runs");
        assertEquals(2, pods(failed, again).size());
    }
}
