// SPDX-License-Identifier: Apache-2.0
package podium.ui.details;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.layout.FillLayout;
import org.junit.jupiter.api.Test;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Cluster;
import podium.model.fleet.Domain;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Node;
import podium.model.fleet.Slice;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.model.value.Resources;
import podium.model.value.TaskSpec;
import podium.ui.fake.FakeFleet;
import podium.ui.fake.PartScreen;
import podium.ui.fake.Screen;
import podium.ui.selection.FleetSelection;
import podium.ui.selection.KeyTarget;

class TasksPageTest {
    private final FakeFleet made = new FakeFleet();
    private final Cluster cluster = made.cluster("lab", 9);
    private final Node first = cluster.getNodes().getFirst();
    private final Node last = cluster.getNodes().getLast();
    private final Job job = made.job(cluster, "train", "Job", JobState.RUNNING, 3, 4);
    private final Task here = made.task(job, 0, TaskPhase.RUNNING, List.of(first));
    private final Task there = made.task(job, 1, TaskPhase.RUNNING, List.of(last));
    private final Task nowhere = made.task(job, 2, TaskPhase.PENDING, List.of());

    private static List<Task> tasks(EObject thing) {
        return TasksPage.tasks(thing)
                .sorted(Comparator.comparing(Task::getName))
                .toList();
    }

    private static String cell(String column, Task task) {
        return TasksPage.columns().stream()
                .filter(each -> each.id().equals(column))
                .findFirst()
                .orElseThrow()
                .text(task);
    }

    private Task withoutRank() {
        here.setRank(null);
        return here;
    }

    @Test
    void aJobHasAllItsTasksAndANodeThoseOnIt() {
        assertEquals(List.of(here, there, nowhere), tasks(job));
        assertEquals(List.of(here), tasks(first));
        assertEquals(List.of(there), tasks(last));
    }

    @Test
    void aDeviceHasTheTasksThatHoldIt() {
        assertEquals(List.of(here), tasks(first.getAccelerators().getFirst()));
        assertEquals(List.of(), tasks(first.getAccelerators().getLast()));
    }

    @Test
    void aDividedDeviceHasTheTasksThatHoldASliceOfIt() {
        Accelerator divided = first.getAccelerators().getLast();
        Slice slice = FleetFactory.INSTANCE.createSlice();
        divided.getSlices().add(slice);
        slice.getTasks().add(here);
        assertEquals(List.of(here), tasks(divided));
        here.setPhase(TaskPhase.SUCCEEDED);
        assertEquals(List.of(), tasks(divided));
    }

    @Test
    void aDomainHasTheTasksOfAllNodesBelowIt() {
        Domain rack = cluster.getDomains().getFirst();
        assertEquals(List.of(here), tasks(rack));
        Domain block = FleetFactory.INSTANCE.createDomain();
        block.getDomains().addAll(List.copyOf(cluster.getDomains()));
        assertEquals(List.of(here, there), tasks(block));
    }

    @Test
    void whatHasNoTasksOfItsOwnShowsNone() {
        assertEquals(List.of(), tasks(cluster));
    }

    @Test
    void aRowSaysWhereItRunsAndWhatItHolds() {
        assertEquals("a1-n1", cell("node", here));
        assertEquals("4", cell("gpus", here));
        assertEquals("running", cell("state", here));
        assertEquals("", cell("node", nowhere));
        nowhere.setSpec(null);
        assertEquals(cell("rank", withoutRank()), cell("gpus", nowhere), "what is not known is shown alike");
        assertNotEquals("0", cell("gpus", nowhere));
    }

    @Test
    void aKeyForATaskThatLeftGoesToNothingElse() {
        try (PartScreen seen = new PartScreen()) {
            FleetSelection selection = seen.stage.selection;
            TasksPage page = new TasksPage(seen.shell, seen.stage.services.theme(), selection);
            seen.shell.setLayout(new FillLayout());
            page.show(job);
            seen.show();
            selection.set(this, List.of(job));
            NatTable table = seen.all(NatTable.class).getFirst();
            table.setFocus();
            seen.until("it has the focus", table::isFocusControl);
            KeyTarget target = new KeyTarget(selection);
            assertEquals(List.of(job), target.get(), "no row is marked");
            Screen.click(table, 20, 30, 0);
            assertEquals(List.of(here), target.get());
            job.getTasks().remove(here);
            page.show(job);
            assertEquals(List.of(), target.get());
            page.show(last);
            assertEquals(List.of(job), target.get(), "nothing of it was marked");
        }
    }

    @Test
    void whatWouldBeTheSameInAllRowsLeavesItsRoomToTheNames() {
        try (PartScreen seen = new PartScreen()) {
            seen.shell.setLayout(new FillLayout());
            seen.shell.setSize(313, 400);
            TasksPage page = new TasksPage(seen.shell, seen.stage.services.theme(), seen.stage.selection);
            page.show(job);
            seen.show();
            assertEquals("state rank task node", heads(seen));
            page.show(first);
            assertEquals("state rank task GPUs", heads(seen));
            Job waits = made.job(cluster, "waits", "Job", JobState.WAITING, 1, 4);
            made.task(waits, 0, TaskPhase.PENDING, List.of());
            page.show(waits);
            assertEquals("state rank task GPUs", heads(seen), "no task of it has a node yet");
            withoutRank();
            page.show(first);
            assertEquals("state task GPUs", heads(seen));
            Screen.click(seen.all(NatTable.class).getFirst(), 20, 30, 0);
            seen.settle();
            assertFalse(seen.all(StyledText.class).stream()
                    .anyMatch(text -> text.getText().contains("node:")));
        }
    }

    /** Each of seven tasks in slices of one GPU was said to have a GPU. */
    @Test
    void whatHoldsASliceIsSaidToHaveASliceAndNoGpu() {
        Slice slice = FleetFactory.INSTANCE.createSlice();
        first.getAccelerators().getLast().getSlices().add(slice);
        Job lab = made.job(cluster, "lab", "Job", JobState.RUNNING, 1, 1);
        Task one = made.task(lab, 0, TaskPhase.RUNNING, List.of());
        one.setNode(first);
        slice.getTasks().add(one);
        Task wants = made.task(lab, 1, TaskPhase.PENDING, List.of());
        wants.setSpec(TaskSpec.of(Resources.of(Map.of("nvidia.com/mig-1g.5gb", 2L))));
        assertEquals("1 slice", cell("gpus", one));
        assertEquals("2 slices", cell("gpus", wants));
        assertEquals("4", cell("gpus", here));
    }

    private static String heads(PartScreen seen) {
        NatTable table = seen.all(NatTable.class).getFirst();
        return IntStream.range(0, table.getColumnCount())
                .filter(column -> table.getColumnWidthByPosition(column) > 0)
                .mapToObj(column -> String.valueOf(table.getDataValueByPosition(column, 0)))
                .collect(Collectors.joining(" "));
    }
}
