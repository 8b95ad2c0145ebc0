// SPDX-License-Identifier: Apache-2.0
package podium.ui.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.ui.fake.FakeShells;
import podium.ui.fake.PartScreen;
import podium.ui.label.FleetLabels;
import podium.ui.prompt.LastAnswers;

class RunningTaskTest {
    private final List<Integer> taken = new ArrayList<>();
    private final PartScreen seen = new PartScreen();

    @AfterEach
    void close() {
        seen.close();
    }

    @Test
    void theTasksThatRunAreOfferedByTheirRank() {
        Cluster lab = seen.stage.made.cluster("lab", 4);
        Job job = seen.stage.made.job(lab, "train", "Job", JobState.RUNNING, 4, 8);
        for (int rank : new int[] {1, 10, 0, 2}) {
            seen.stage.made.task(
                    job, rank, TaskPhase.RUNNING, List.of(lab.getNodes().getFirst()));
        }
        seen.stage.made.task(job, 3, TaskPhase.PENDING, List.of());
        assertEquals(
                List.of(0, 1, 2, 10),
                RunningTask.of(List.of(job)).stream().map(Task::getRank).toList());
    }

    @Test
    void theOneThatWasChosenLastOfItsJobIsTakenByEnterTheNextTime() {
        Cluster lab = seen.stage.made.cluster("lab", 4);
        Job job = seen.stage.made.job(lab, "train", "Job", JobState.RUNNING, 2, 8);
        for (int rank : new int[] {1, 0}) {
            seen.stage.made.task(
                    job, rank, TaskPhase.RUNNING, List.of(lab.getNodes().getFirst()));
        }
        LastAnswers answers = new LastAnswers();
        Runnable choose = () -> RunningTask.choose(
                seen.dialogs,
                answers,
                "Open shell",
                "Open Shell",
                RunningTask.of(List.of(job)),
                task -> taken.add(task.getRank()));
        seen.dialogs.confirms = true;
        choose.run();
        assertEquals("Which one?", seen.dialogs.questions.getLast());
        seen.dialogs.picks.add(FleetLabels.name(job.getTasks().getFirst()));
        choose.run();
        choose.run();
        assertEquals(List.of(0, 1, 1), taken);
        assertEquals("Which one? Last time it was rank 1.", seen.dialogs.questions.getLast());
        String shown = seen.dialogs.shown.getLast();
        assertTrue(shown.startsWith("pick Open shell: 2 running tasks:"), shown);
    }

    @Test
    void aShellOnANodeIsSaidToStandInItsMenu() {
        Cluster lab = seen.stage.made.cluster("lab", 4);
        ShellFlow flow = new ShellFlow(null, new FakeShells(), seen.dialogs, new LastAnswers());
        assertTrue(
                flow.whyNot(List.of(lab.getNodes().getFirst())).orElse("").contains("Node Shell"),
                "what to do instead is said");
    }
}
