// SPDX-License-Identifier: Apache-2.0
package podium.ui.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.core.advice.Relief;
import podium.core.change.ClusterId;
import podium.core.placement.Obstacle;
import podium.core.placement.Obstacle.By;
import podium.core.placement.Obstacle.Cure;
import podium.core.placement.Target;
import podium.core.whatif.Hypothesis;
import podium.core.whatif.Outlook;
import podium.model.fleet.Cluster;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Node;
import podium.model.fleet.Queue;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.ui.fake.FakeDialogs;
import podium.ui.fake.Screen;
import podium.ui.fake.Stage;
import podium.ui.words.Things;

class AdvicePartsTest {
    private final FakeDialogs dialogs = new FakeDialogs();
    private final Screen screen = Screen.open();
    private final Stage stage = new Stage(screen.display(), false, dialogs);
    private final Shell shell = screen.shell(1000, 400);
    private final Cluster lab = stage.made.cluster("lab", 4);

    @AfterEach
    void close() {
        screen.close();
    }

    @Test
    void aLineThatIsTypedIsSupposedAndAnswered() {
        whatIf();
        assertTrue(words().contains("Nothing is supposed."));
        type("down a1-n1; submit 2x8");
        assertEquals(
                List.of("down a1-n1", "submit 2x8"),
                stage.whatIf.asked.getLast().stream().map(Hypothesis::text).toList());
        assertTrue(words().contains("Working it out"));
        answer(outlook());
        screen.until("the answer is shown", () -> table(1).getRowCount() - 1 == 5);
        assertTrue(words().contains("Supposed, not real"));
        assertEquals("", all(Text.class).getFirst().getText());
    }

    @Test
    void aLineThatIsNotUnderstoodStaysAndSaysWhy() {
        whatIf();
        type("down rack-99");
        assertTrue(words().contains("No node or domain is called rack-99."));
        assertEquals("down rack-99", all(Text.class).getFirst().getText());
        assertEquals(List.of(), stage.whatIf.asked);
    }

    @Test
    void theSelectionIsSupposedDownByAButton() {
        whatIf();
        press("Selection down");
        assertTrue(words().contains("Select nodes or domains first"));
        Node node = lab.getNodes().getFirst();
        stage.selection.set(this, List.of(node.getAccelerators().getFirst()));
        press("Selection down");
        assertEquals(List.of(new Hypothesis.Down(new Target.OnNode(node))), stage.whatIf.asked.getLast());
        press("Clear");
        assertEquals(List.of(), stage.supposition.hypotheses());
        assertEquals(Optional.empty(), stage.supposition.outlook());
    }

    @Test
    void onlyTheAnswerToTheLastQuestionCounts() {
        stage.supposition.add(lab, List.of(new Hypothesis.Submit(1, 1)));
        stage.supposition.add(lab, List.of(new Hypothesis.Submit(2, 2)));
        answer(0, outlook());
        screen.settle();
        assertEquals(Optional.empty(), stage.supposition.outlook());
        answer(1, outlook());
        screen.until("the last is shown", () -> stage.supposition.outlook().isPresent());
    }

    @Test
    void whatIsSupposedTwiceIsSupposedOnceButJobsAdd() {
        Hypothesis down = new Hypothesis.Down(new Target.OnNode(lab.getNodes().getFirst()));
        stage.supposition.add(lab, List.of(down, new Hypothesis.Submit(1, 1)));
        stage.supposition.add(lab, List.of(down, new Hypothesis.Submit(1, 1)));
        assertEquals(3, stage.supposition.hypotheses().size());
        stage.supposition.remove(List.of(down));
        assertEquals(2, stage.supposition.hypotheses().size());
        Cluster other = stage.made.cluster("other", 1);
        stage.supposition.add(other, List.of(new Hypothesis.Submit(1, 1)));
        assertEquals(1, stage.supposition.hypotheses().size(), "another cluster begins anew");
    }

    @Test
    void aQuestionThatFailsSaysSo() {
        whatIf();
        type("submit 1x1");
        stage.whatIf.answers.getLast().completeExceptionally(new IllegalStateException("out of luck"));
        screen.until("it is said", () -> words().contains("out of luck"));
    }

    @Test
    void theMostTellingLineComesFirst() {
        var rows = OutlookLine.rows(outlook()).all();
        assertEquals(
                List.of("does not fit", "loses its place", "would start", "waits either way", "GPUs free"),
                rows.stream().map(row -> row.item().answer()).toList());
        assertEquals("no room; 2 tasks, 3.5 GPU-hours lost", rows.get(1).item().words());
        assertEquals("32 now, 16 then", rows.getLast().item().what());
    }

    @Test
    void slotsAreListedByDomainAndTheMoveIsPlannedLikeAnyPlacement() {
        Job job = stage.made.job(lab, "train", "Job", JobState.RUNNING, 1, 4);
        Task task = stage.made.task(
                job, 0, TaskPhase.RUNNING, List.of(lab.getNodes().get(0)));
        stage.advice.relief = Optional.of(new Relief(
                new Target.OnNode(lab.getNodes().get(0)),
                8,
                List.of(new Relief.Move(
                        task, lab.getNodes().get(0), lab.getNodes().get(1), OptionalDouble.of(12.5), true)),
                OptionalDouble.of(12.5)));
        new SlotsPart(shell, stage.fleet, stage.selection, stage.advice, stage.place, stage.kit);
        screen.show(shell);
        assertTrue(table(0).getRowCount() > 2, "the cluster and its racks");
        assertEquals(List.of(lab, 8), stage.advice.asked);
        assertTrue(words().contains("1 restart elsewhere frees a slot of 8 on a1-n1; 12.5 GPU-hours"), words());
        ToolItem restart = item("Restart elsewhere\u2026");
        assertFalse(restart.isEnabled(), "no move is selected");
        Screen.click(table(1), 20, 30, 0);
        screen.until("the move is selected", restart::isEnabled);
        restart.notifyListeners(SWT.Selection, new Event());
        screen.until("it is planned", () -> !stage.placement.planned.isEmpty());
        assertEquals(List.of(new Target.OnNode(lab.getNodes().get(1))), stage.placement.planned);
        job.getTasks().remove(task);
        restart.notifyListeners(SWT.Selection, new Event());
        assertTrue(words().contains(task.getName() + " is no longer in the fleet."), words());
        assertEquals(1, stage.placement.planned.size());
    }

    @Test
    void theWordsForMovesSayWhatTheyCostOrThatThereAreNone() {
        Target rack = new Target.OnDomain(lab.getDomains().getFirst());
        assertTrue(SlotColumns.words(Optional.empty(), 64).startsWith("No set of moves"));
        assertTrue(SlotColumns.words(Optional.of(new Relief(rack, 16, List.of(), OptionalDouble.of(0))), 16)
                .startsWith("A slot of 16 is free: "));
    }

    @Test
    void whatIsLostAtAnUnknownStartIsSaidToBeUnknown() {
        assertEquals("unknown how many GPU-hours are lost", OutlookLine.hours(OptionalDouble.empty()));
        Job job = stage.made.job(lab, "train", "Job", JobState.RUNNING, 1, 4);
        Node node = lab.getNodes().getFirst();
        Task task = stage.made.task(job, 0, TaskPhase.RUNNING, List.of(node));
        Relief.Move move = new Relief.Move(task, node, lab.getNodes().get(1), OptionalDouble.empty(), false);
        Relief relief = new Relief(new Target.OnNode(node), 8, List.of(move), OptionalDouble.empty());
        assertTrue(SlotColumns.words(Optional.of(relief), 8).contains("unknown how many GPU-hours are lost"));
        assertEquals(
                "unknown",
                SlotColumns.moves().stream()
                        .filter(column -> column.id().equals("lost"))
                        .findFirst()
                        .orElseThrow()
                        .text(move));
    }

    @Test
    void theCureThatFreesGpusOpensTheSlotsAtItsSize() {
        SlotsPart part = slots();
        stage.shown.put("podium.part.slots", part);
        screen.show(shell);
        Job job = stage.made.job(lab, "late", "Job", JobState.WAITING, 1, 3);
        run(job, new Cure.Free(3));
        assertEquals(List.of(lab, 3), stage.advice.asked);
        assertTrue(words().contains("a slot of 3"), words());
        item("free a slot of: 3 GPUs");
        run(job, new Cure.Free(4));
        item("free a slot of: 4 GPUs");
        assertEquals(List.of(lab, 4), stage.advice.asked);
    }

    @Test
    void slotsThatNobodySeesAreNotWorkedOut() {
        SlotsPart part = slots();
        part.want(2);
        assertEquals(List.of(), stage.advice.asked, "nothing is shown yet");
        screen.show(shell);
        screen.until("it is worked out when it is seen", () -> stage.advice.asked.equals(List.of(lab, 2)));
        stage.advice.asked = List.of();
        shell.setVisible(false);
        part.want(4);
        assertEquals(List.of(), stage.advice.asked);
        shell.setVisible(true);
        screen.until("it is worked out again", () -> stage.advice.asked.equals(List.of(lab, 4)));
    }

    private SlotsPart slots() {
        return new SlotsPart(shell, stage.fleet, stage.selection, stage.advice, stage.place, stage.kit);
    }

    @Test
    void aNodeThatLeavesIsSupposedNoMoreByNameAndItsAnswerOpensNothing() {
        whatIf();
        type("down a1-n1");
        Outlook outlook = outlook();
        answer(outlook);
        screen.until("it is shown", () -> table(1).getRowCount() > 1);
        lab.getNodes().remove(lab.getNodes().getFirst());
        lab.getJobs().remove(outlook.displaced().getFirst().job());
        stage.fleet.tell(lab);
        int[] at = {20, table(1).getBoundsByPosition(0, 2).y + 5};
        Screen.click(table(1), at[0], at[1], 0);
        Screen.key(table(1), SWT.CR, SWT.CR, 0);
        screen.settle();
        assertEquals(List.of(), stage.selection.get(), "the job of that line is gone");
        type("down a1-n1");
        assertTrue(words().contains("No node or domain is called a1-n1."), words());
    }

    @Test
    void ofAClosedClusterNothingIsAskedAnyMore() {
        whatIf();
        type("submit 1x1");
        stage.fleet.remove(new ClusterId("lab"));
        stage.fleet.tell(lab);
        stage.supposition.ask();
        assertEquals(1, stage.whatIf.asked.size());
        assertFalse(stage.supposition.isAsking());
        type("submit 2x2");
        assertEquals(1, stage.whatIf.asked.size());
        assertEquals("submit 2x2", all(Text.class).getFirst().getText(), "it stays, there is no cluster to ask");
    }

    @Test
    void whatIsGoneHasNoCureAndACureThatWasOnTheScreenIsRefused() {
        Job job = stage.made.job(lab, "late", "Job", JobState.WAITING, 1, 8);
        Node node = lab.getNodes().getFirst();
        node.setUnschedulable(true);
        Runnable uncordon =
                stage.cures.of(job, new Cure.Uncordon(List.of(node))).orElseThrow();
        Runnable place = stage.cures.of(job, new Cure.Place()).orElseThrow();
        Queue queue = FleetFactory.INSTANCE.createQueue();
        queue.setName("team");
        lab.getNodes().remove(node);
        lab.getJobs().remove(job);
        uncordon.run();
        place.run();
        String gone = " is no longer in the fleet.";
        assertEquals(List.of("refuse Uncordon: a1-n1" + gone, "refuse Place: late" + gone), dialogs.shown);
        for (Cure cure : List.of(
                new Cure.Uncordon(List.of(node)),
                new Cure.Place(),
                new Cure.Resume(),
                new Cure.Quota(queue, "nvidia.com/gpu", 64))) {
            assertEquals(Optional.empty(), stage.cures.of(job, cure), cure::toString);
        }
    }

    @Test
    void noHeadOfTheSlotsIsCut() {
        slots();
        screen.show(shell);
        GC gc = new GC(table(0));
        try {
            SlotColumns.slots()
                    .forEach(column -> assertTrue(
                            gc.textExtent(column.label()).x + 8 <= column.width(),
                            column.label() + " needs " + gc.textExtent(column.label()).x));
        } finally {
            gc.dispose();
        }
    }

    @Test
    void aDomainIsNotCalledByItsLevelTwice() {
        lab.getDomains().getFirst().setLevel("rack");
        lab.getDomains().getFirst().setName("rack-1");
        assertEquals("rack-1", Things.called(lab.getDomains().getFirst()));
        lab.getDomains().getFirst().setName("a1");
        assertEquals("rack a1", Things.called(lab.getDomains().getFirst()));
        assertEquals("a1-n1", Things.called(lab.getNodes().getFirst()));
    }

    @Test
    void whyAJobWaitsHasTheCureBesideTheReasonAndTheBestPlaceFirst() {
        Job job = stage.made.job(lab, "late", "Job", JobState.WAITING, 1, 8);
        WaitsPage page = new WaitsPage(shell, stage.placement, stage.advice, stage.cures, stage.kit);
        page.control().setLayoutData(null);
        shell.setLayout(new org.eclipse.swt.layout.FillLayout());
        screen.show(shell);
        assertTrue(page.isFor(job));
        page.show(job);
        screen.settle();
        ToolItem cure = item("place it there\u2026");
        assertTrue(cure.isEnabled());
        assertTrue(words().contains("fills the node"), "the whole reason is in sight: " + words());
        cure.notifyListeners(SWT.Selection, new Event());
        screen.until("it is planned", () -> !stage.placement.planned.isEmpty());
        assertFalse(page.isFor(lab));
    }

    @Test
    void everyCureLeadsToItsUsualWay() {
        Job job = stage.made.job(lab, "late", "Job", JobState.WAITING, 1, 8);
        Queue queue = FleetFactory.INSTANCE.createQueue();
        queue.setName("team");
        lab.getQueues().add(queue);
        run(job, new Cure.Free(8));
        run(job, new Cure.Quota(queue, "nvidia.com/gpu", 64));
        assertEquals(List.of("podium.part.slots", "podium.part.whatif"), stage.parts);
        assertEquals("quota team 64", stage.supposition.hypotheses().getFirst().text());
        run(job, new Cure.Place());
        assertTrue(dialogs.shown.getLast().startsWith("choose among"), dialogs.shown.toString());
        assertEquals(Optional.empty(), stage.cures.of(job, new Cure.Elsewhere("start the queue")));
        assertEquals(
                Optional.empty(),
                stage.cures.of(job, new Cure.Uncordon(List.of(lab.getNodes().getFirst()))),
                "a node in service is not brought back");
        assertEquals("quota", Obstacle.of(By.QUOTA, "x").by().word());
    }

    private void run(Job job, Cure cure) {
        stage.cures.of(job, cure).orElseThrow().run();
        screen.settle();
    }

    private void whatIf() {
        new WhatIfPart(shell, stage.fleet, stage.selection, stage.supposition, stage.kit);
        screen.show(shell);
    }

    private Outlook outlook() {
        Job job = stage.made.job(lab, "train", "Job", JobState.RUNNING, 2, 8);
        return new Outlook(
                List.of(new Hypothesis.Submit(2, 8)),
                new Outlook.Capacity(4, 32, 32),
                new Outlook.Capacity(3, 24, 16),
                List.of(new Outlook.Submitted(new Hypothesis.Submit(2, 8), false, "room for 1 of 2 tasks")),
                List.of(new Outlook.Displaced(job, 2, 0, OptionalDouble.of(3.5), "no room")),
                List.of(
                        new Outlook.Waiting(job, false, true, ""),
                        new Outlook.Waiting(job, false, false, "no node takes it")),
                Map.of(lab.getNodes().getFirst(), new Outlook.NodeChange(true, 0, 0, List.of())),
                Duration.ofMillis(7));
    }

    private void answer(Outlook outlook) {
        answer(stage.whatIf.answers.size() - 1, outlook);
    }

    private void answer(int number, Outlook outlook) {
        stage.whatIf.answers.get(number).complete(outlook);
    }

    private void type(String line) {
        Text text = all(Text.class).getFirst();
        text.setText(line);
        Event event = new Event();
        event.keyCode = SWT.CR;
        event.character = SWT.CR;
        text.notifyListeners(SWT.KeyDown, event);
        screen.settle();
    }

    private void press(String words) {
        item(words).notifyListeners(SWT.Selection, new Event());
        screen.settle();
    }

    private ToolItem item(String words) {
        return all(ToolBar.class).stream()
                .flatMap(bar -> List.of(bar.getItems()).stream())
                .filter(it -> it.getText().equals(words))
                .findFirst()
                .orElseThrow();
    }

    private NatTable table(int number) {
        return all(NatTable.class).get(number);
    }

    private String words() {
        return String.join("\n", all(Label.class).stream().map(Label::getText).toList());
    }

    private <C extends Control> List<C> all(Class<C> type) {
        List<C> found = new ArrayList<>();
        collect(shell, type, found);
        return found;
    }

    private static <C extends Control> void collect(Composite in, Class<C> type, List<C> found) {
        for (Control child : in.getChildren()) {
            if (type.isInstance(child) && child.isVisible()) {
                found.add(type.cast(child));
            }
            if (child instanceof Composite inner) {
                collect(inner, type, found);
            }
        }
    }
}
