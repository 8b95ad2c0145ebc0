// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog.drain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.core.api.KueueNames;
import podium.core.change.SchedulingObject;
import podium.core.fleet.SchedulingObjects;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.model.value.Labels;
import podium.operation.rule.RuleDecision;
import podium.ui.dialog.shell.ShellDialogs;
import podium.ui.enablement.FleetAction;
import podium.ui.fake.DialogScreen;
import podium.ui.fake.Screen;
import podium.ui.fake.UiFixture;
import podium.ui.table.RowTable;

class DrainDialogTest {
    private final DialogScreen seen = new DialogScreen(ShellDialogs::new);
    private final UiFixture stage = seen.stage;
    private final Cluster cluster = stage.made.cluster("lab", 8);

    @AfterEach
    void close() {
        seen.close();
    }

    @Test
    void aDrainThatIsBlockedSaysByWhatAndAnOptionLiftsIt() {
        Node node = cluster.getNodes().getFirst();
        Job bare = stage.made.job(cluster, "shell", "Pod", JobState.RUNNING, 1, 1);
        stage.made.task(bare, 0, TaskPhase.RUNNING, List.of(node));
        seen.in(() -> stage.actions.run(FleetAction.DRAIN, List.of(node)), () -> {
            assertTrue(problems().contains("A pod without a controller would be lost."), problems());
            assertFalse(seen.button("Drain").isEnabled());
            assertTrue(seen.words().contains("This drain cannot finish as it is: something blocks it."), seen.words());
            assertFalse(seen.words().contains("About "), "one truth: " + seen.words());
            assertTrue(
                    seen.words()
                            .contains("\"Also evict pods without a controller\" helps. "
                                    + "\"Leave blocking pods in place\" drains the rest."),
                    "only what would help is pointed at: " + seen.words());
            seen.tick("Also evict pods without a controller");
            seen.until("it can be drained", () -> seen.button("Drain").isEnabled());
            assertTrue(seen.words().contains("1 pod evicted"));
            seen.press("Drain");
        });
        assertEquals(List.of("submit Drain a1-n1"), stage.operations.asked);
        assertTrue(stage.drains.previewed.getLast().force());
    }

    @Test
    void whatIsLeftThereStaysAndBlocksNothing() {
        Node node = cluster.getNodes().getFirst();
        Job bare = stage.made.job(cluster, "shell", "Pod", JobState.RUNNING, 1, 1);
        stage.made.task(bare, 0, TaskPhase.RUNNING, List.of(node));
        seen.in(() -> stage.actions.run(FleetAction.DRAIN, List.of(node)), () -> {
            NatTable table = seen.all(NatTable.class).getFirst();
            assertEquals("blocks", String.valueOf(table.getDataValueByPosition(0, 1)));
            seen.tick("Leave blocking pods in place");
            seen.until("it stays", () -> "stays".equals(String.valueOf(table.getDataValueByPosition(0, 1))));
        });
    }

    private String problems() {
        return seen.all(StyledText.class).getFirst().getText();
    }

    /** At 1280 by 800 what blocks the drain of a zone left half a row of the table that says what happens to each pod. */
    @Test
    void fivePodsStayInSightHoweverMuchBlocksAndEveryLineHasItsIcon() {
        stage.drains.blockers = IntStream.rangeClosed(1, 20)
                .mapToObj(i -> "Deadlock: budget serve-" + i + " allows no disruption.")
                .toList();
        List<Node> rack = List.copyOf(cluster.getNodes());
        rack.forEach(node -> running("job-" + node.getName(), node));
        seen.in(() -> stage.actions.run(FleetAction.DRAIN, List.copyOf(rack)), () -> {
            seen.dialog().setSize(960, 720);
            StyledText lines = seen.all(StyledText.class).getFirst();
            seen.until("all are there", () -> lines.getLineCount() == 21);
            NatTable table = seen.all(NatTable.class).getFirst();
            seen.until("it has room", () -> table.getSize().y >= 6 * RowTable.ROW_HEIGHT);
            assertTrue(lines.getSize().y >= 3 * lines.getLineHeight(), "something of what blocks is in sight");
            for (int i = 0; i < lines.getLineCount(); i++) {
                assertNotNull(lines.getLineBullet(i), lines.getLine(i));
            }
            seen.dialog().setSize(960, 1400);
            seen.until(
                    "all of it is in sight where there is room", () -> lines.getSize().y >= 21 * lines.getLineHeight());
        });
    }

    @Test
    void whyIsOnTheScreenInANarrowWindow() {
        Node node = cluster.getNodes().getFirst();
        running("train", node);
        seen.in(
                () -> stage.actions.run(
                        FleetAction.DRAIN, List.copyOf(cluster.getNodes().subList(0, 2))),
                () -> {
                    seen.dialog().setSize(700, 600);
                    NatTable table = seen.all(NatTable.class).getFirst();
                    seen.until(
                            "all columns are in sight",
                            () -> table.getClientArea().width < 700 && table.getWidth() <= table.getClientArea().width);
                    assertEquals(
                            "fate pod node job job then can go to, e.g. why",
                            shown(table),
                            "a column without words stays away");
                });
    }

    private static String shown(NatTable table) {
        List<String> heads = new ArrayList<>();
        for (int i = 0; i < table.getColumnCount(); i++) {
            if (table.getColumnWidthByPosition(i) > 0) {
                heads.add(String.valueOf(table.getDataValueByPosition(i, 0)));
            }
        }
        return String.join(" ", heads);
    }

    @Test
    void thatNoJobWouldEndIsSaidByTheOptionThatSuspendsThem() {
        Node node = cluster.getNodes().getFirst();
        running("train", node);
        seen.in(() -> stage.actions.run(FleetAction.DRAIN, List.of(node)), () -> {
            String none = "Suspend Jobs that an eviction would end (none here)";
            seen.button(none).setSelection(false);
            seen.press(none);
            assertTrue(seen.button("Suspend Jobs that an eviction would end").isEnabled());
        });
    }

    @Test
    void jobsOfKueueAreRequeuedOnlyWhereThereAreSome() {
        Node node = cluster.getNodes().getFirst();
        Job job = running("train", node).getJob();
        seen.in(
                () -> stage.actions.run(FleetAction.DRAIN, List.of(node)),
                () -> assertFalse(
                        seen.button("Requeue jobs of Kueue (none here)").isEnabled()));
        job.setLabels(Labels.of(KueueNames.QUEUE, "main"));
        seen.in(
                () -> stage.actions.run(FleetAction.DRAIN, List.of(node)),
                () -> assertTrue(seen.button("Requeue jobs of Kueue").isEnabled()));
    }

    @Test
    void thatASecondPersonMustApproveIsSaidBeforeTheDrainIsConfirmed() {
        stage.operations.ruling =
                new RuleDecision(List.of(), Optional.empty(), Optional.of("A second person must approve this."));
        Node node = cluster.getNodes().getFirst();
        running("train", node);
        String[] next = {""};
        seen.in(() -> stage.actions.run(FleetAction.DRAIN, List.of(node)), () -> {
            seen.until("it is said", () -> seen.words()
                    .contains("A second person must approve this. Nothing runs before that."));
            assertTrue(seen.all(Button.class).stream()
                    .noneMatch(button -> button.getText().equals("Drain")));
            assertTrue(seen.button("Ask for Approval\u2026").isEnabled());
            seen.next(() -> next[0] = seen.words());
            seen.press("Ask for Approval\u2026");
        });
        assertTrue(next[0].contains("give the file to another operator"), next[0]);
        assertTrue(stage.operations.asked.isEmpty(), stage.operations.asked::toString);
    }

    @Test
    void whatIsForcedStaysInRedBesideTheOption() {
        Node node = cluster.getNodes().getFirst();
        Job bare = stage.made.job(cluster, "shell", "Pod", JobState.RUNNING, 1, 1);
        stage.made.task(bare, 0, TaskPhase.RUNNING, List.of(node));
        seen.in(() -> stage.actions.run(FleetAction.DRAIN, List.of(node)), () -> {
            assertFalse(problems().contains("Lost for good"));
            seen.tick("Also evict pods without a controller");
            seen.until("the loss is told", () -> problems().contains("Lost for good"));
            seen.press("Cancel");
        });
    }

    @Test
    void aDrainThatCannotBePromisedSaysSoInItsFirstLine() {
        Node node = cluster.getNodes().getFirst();
        running("train", node);
        stage.drains.doubts = List.of("no right to read: PodDisruptionBudgets");
        seen.in(() -> stage.actions.run(FleetAction.DRAIN, List.of(node)), () -> {
            String words = String.join("\n", seen.words());
            assertTrue(words.contains("Not certain: no right to read: PodDisruptionBudgets."), words);
            assertTrue(words.contains("How long it takes, and whether it can finish, is not known."), words);
            seen.press("Cancel");
        });
    }

    @Test
    void anEvictionThatTheServerWouldRefuseIsNotConfirmed() {
        Node node = cluster.getNodes().getFirst();
        running("train", node);
        stage.drains.refusals = List.of("The server would not evict pod team/train-0 now: a budget.");
        seen.in(() -> stage.actions.run(FleetAction.DRAIN, List.of(node)), () -> {
            seen.until(
                    "the check says it", () -> String.join("\n", seen.words()).contains("would not evict pod"));
            assertFalse(seen.button("Drain").isEnabled());
            seen.press("Cancel");
        });
    }

    @Test
    void onlyWhatCanGoIsTakenAndTheNodeSaidNotToBeEmpty() {
        Node node = cluster.getNodes().getFirst();
        running("train", node);
        Job bare = stage.made.job(cluster, "shell", "Pod", JobState.RUNNING, 1, 1);
        stage.made.task(bare, 0, TaskPhase.RUNNING, List.of(node));
        seen.in(() -> stage.actions.run(FleetAction.DRAIN, List.of(node)), () -> {
            assertFalse(seen.button("Drain").isEnabled());
            seen.tick("Leave blocking pods in place");
            seen.until("it can be done", () -> seen.button("Drain").isEnabled());
            String words = String.join("\n", seen.words());
            assertTrue(words.contains("The node is not empty at the end: 1 pod stays."), words);
            seen.press("Drain");
        });
        assertTrue(stage.drains.previewed.getLast().partial());
    }

    /** The pod leaves as the mirror takes it out: no job, no node. */
    private static void remove(Task task) {
        task.getAccelerators().clear();
        task.setNode(null);
        task.getJob().getTasks().remove(task);
    }

    private Task running(String job, Node node) {
        return stage.made.task(
                stage.made.job(cluster, job, "Job", JobState.RUNNING, 1, 1), 0, TaskPhase.RUNNING, List.of(node));
    }

    @Test
    void aPodThatLeavesWhileItsFateIsShownKeepsItsJobAndTheDrainCanGoOn() {
        Node node = cluster.getNodes().getFirst();
        Task leaves = running("train", node);
        running("serve", node);
        seen.in(() -> stage.actions.run(FleetAction.DRAIN, List.of(node)), () -> {
            seen.until("it was checked", () -> seen.button("Drain").isEnabled());
            remove(leaves);
            NatTable table = seen.all(NatTable.class).getFirst();
            table.redraw();
            table.update();
            assertEquals(
                    List.of("serve", "train"), jobs(table).stream().sorted().toList());
            seen.until("it says so", () -> seen.words().contains("Meanwhile 1 pod left."));
            assertTrue(seen.button("Drain").isEnabled());
        });
    }

    @Test
    void whatWasCheckedRunsThoughWhatIsLeftOfItWasLookedAtSince() {
        Node node = cluster.getNodes().getFirst();
        Task leaves = running("train", node);
        running("serve", node);
        seen.in(() -> stage.actions.run(FleetAction.DRAIN, List.of(node)), () -> {
            seen.until("it was checked", () -> seen.button("Drain").isEnabled());
            remove(leaves);
            seen.until("it says so", () -> seen.words().contains("Meanwhile 1 pod left."));
            seen.press("Drain");
        });
        assertEquals(List.of("submit Drain a1-n1"), stage.operations.asked);
    }

    @Test
    void aPodThatComesWhileTheDialogIsOpenIsShownAndCheckedBeforeItCanBeConfirmed() {
        Node node = cluster.getNodes().getFirst();
        running("train", node);
        seen.in(() -> stage.actions.run(FleetAction.DRAIN, List.of(node)), () -> {
            seen.until("it was checked", () -> seen.button("Drain").isEnabled());
            running("late", node);
            seen.until("it was looked at again", () -> seen.words().contains(": 1 pod came."));
            assertTrue(seen.words().contains("2 pods evicted"), seen.words());
            seen.until("it was checked again", () -> seen.button("Drain").isEnabled());
            assertEquals(2, jobs(seen.all(NatTable.class).getFirst()).size());
        });
    }

    /** A queue of Kueue that was held meanwhile left a green plan, by which its jobs stood still. */
    @Test
    void aQueueThatChangesWhileTheDialogIsOpenIsLookedAtAgain() {
        Node node = cluster.getNodes().getFirst();
        Task task = running("train", node);
        cluster.setFacts(new SchedulingObjects());
        stage.drains.requeued = List.of(task.getJob());
        seen.in(() -> stage.actions.run(FleetAction.DRAIN, List.of(node)), () -> {
            seen.until("it was checked", () -> seen.button("Drain").isEnabled());
            stage.drains.requeued = List.of();
            stage.drains.warnings = List.of("team/train is evicted pod by pod, not requeued");
            SchedulingObjects.of(cluster).seen(new SchedulingObject.LocalQueue("team", "q", "cq", true));
            seen.until("it was looked at again", () -> problems().contains("train is evicted pod by pod"));
        });
    }

    /** Another node that was cordoned let the replacement stop a job of which the open plan had never spoken. */
    @Test
    void whoLosesItsPlaceThroughAChangeElsewhereIsNamedInTheOpenPreview() {
        Node node = cluster.getNodes().getFirst();
        running("train", node);
        seen.in(() -> stage.actions.run(FleetAction.DRAIN, List.of(node)), () -> {
            seen.until("it was checked", () -> seen.button("Drain").isEnabled());
            stage.drains.losses = List.of("lo on n3 may be stopped at once.");
            seen.until("it is named", () -> problems().contains("lo on n3"));
            seen.until("it was checked again", () -> seen.button("Drain").isEnabled());
            stage.drains.losses = List.of();
            seen.until("it is named no more", () -> !problems().contains("lo on n3"));
        });
    }

    @Test
    void aDrainThatDoesMoreThanWasShownWhenItIsConfirmedIsShownAndDoesNotBegin() {
        Node node = cluster.getNodes().getFirst();
        running("train", node);
        seen.in(() -> stage.actions.run(FleetAction.DRAIN, List.of(node)), () -> {
            seen.until("it was checked", () -> seen.button("Drain").isEnabled());
            stage.drains.losses = List.of("lo on n3 may be stopped at once.");
            seen.press("Drain");
            assertTrue(problems().contains("lo on n3"), problems());
            assertEquals(List.of(), stage.operations.asked);
            seen.press("Cancel");
        });
    }

    @Test
    void noOtherPodTakesThePlaceOfASelectedOneThatLeft() {
        Node node = cluster.getNodes().getFirst();
        Task leaves = running("train", node);
        running("serve", node);
        seen.in(() -> stage.actions.run(FleetAction.DRAIN, List.of(node)), () -> {
            seen.until("it was checked", () -> seen.button("Drain").isEnabled());
            Screen.click(seen.all(NatTable.class).getFirst(), 20, 30, 0);
            assertTrue(seen.words().contains(leaves.getName() + ": "), seen.words());
            remove(leaves);
            running("late", node);
            seen.until("it was looked at again", () -> seen.words().contains("1 pod came"));
            assertTrue(seen.words().contains("Select a pod"), seen.words());
        });
    }

    @Test
    void aNodeThatLeavesCannotBeDrainedAnyMore() {
        Node node = cluster.getNodes().getFirst();
        running("train", node);
        seen.in(() -> stage.actions.run(FleetAction.DRAIN, List.of(node)), () -> {
            seen.until("it was checked", () -> seen.button("Drain").isEnabled());
            cluster.getNodes().remove(node);
            seen.until("it says so", () -> seen.words().contains("a1-n1 is no longer in the fleet."));
            assertFalse(seen.button("Drain").isEnabled());
            seen.tick("Also evict pods without a controller");
            assertFalse(seen.button("Drain").isEnabled());
        });
    }

    private static List<String> jobs(NatTable table) {
        List<String> jobs = new ArrayList<>();
        for (int row = 1; row < table.getRowCount(); row++) {
            jobs.add(String.valueOf(table.getDataValueByPosition(4, row)));
        }
        return jobs;
    }
}
