// SPDX-License-Identifier: Apache-2.0
package podium.ui.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.core.change.ClusterId;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Node;
import podium.model.fleet.Queue;
import podium.placement.Target;
import podium.placement.whatif.Hypothesis;
import podium.placement.whatif.WhatIfResult;
import podium.ui.fake.PartScreen;
import podium.ui.fake.Screen;
import podium.ui.fake.UiFixture;
import podium.ui.label.Snapshots;
import podium.ui.table.Column;
import podium.ui.table.Rows;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.Palette;

/** What is supposed and its answer, as the What if part shows them. */
class WhatIfPartTest {
    private final PartScreen seen = new PartScreen();
    private final UiFixture stage = seen.stage;
    private final Cluster lab = stage.made.cluster("lab", 4);

    @AfterEach
    void close() {
        seen.close();
    }

    @Test
    void aLineThatIsTypedIsSupposedAndAnswered() {
        whatIf();
        assertTrue(seen.words().contains("No scenario yet."));
        type("down a1-n1; submit 2x8");
        assertEquals(
                List.of("down a1-n1", "submit 2x8"),
                stage.whatIf.asked.getLast().stream().map(Hypothesis::text).toList());
        assertTrue(seen.words().contains("Calculating"));
        answer(outlook());
        seen.until("the answer is shown", () -> seen.all(NatTable.class).get(1).getRowCount() - 1 == 7);
        assertTrue(seen.words().contains("Not real: nothing was sent"));
        assertTrue(
                seen.words()
                        .contains("Calculated with the fleet of "
                                + Formats.time(stage.services.clock().instant())),
                seen::words);
    }

    @Test
    void ofASnapshotTheAnswerSaysOfWhenItIs() {
        Cluster snapshot = stage.fleet.add(Snapshots.id(ClusterId.of(lab), Path.of("/tmp/night.fleet")), "lab", true);
        snapshot.setConnection(ConnectionState.CLOSED);
        snapshot.setLastContact(Instant.parse("2026-01-02T03:04:00Z"));
        whatIf();
        stage.whatIfSession.add(snapshot, List.of(new Hypothesis.Submit(2, 8)));
        answer(outlook());
        seen.until("it is answered", () -> seen.words()
                .contains("Calculated with lab (night.fleet) " + Snapshots.words(snapshot) + "."));
    }

    /** Both could be pressed with nothing to clear and nothing to calculate, and one had no word. */
    @Test
    void aScenarioIsClearedAndCalculatedAgainOnlyWhereThereIsOne() {
        whatIf();
        List<ToolItem> both = List.of(
                seen.tool("Clear").orElseThrow(), seen.tool("Calculate Again").orElseThrow());
        assertTrue(both.stream().noneMatch(ToolItem::isEnabled));
        stage.whatIfSession.add(lab, List.of(new Hypothesis.Submit(2, 8)));
        seen.until("both are offered", () -> both.stream().allMatch(ToolItem::isEnabled));
        stage.whatIfSession.clear();
        seen.until("none is", () -> both.stream().noneMatch(ToolItem::isEnabled));
    }

    @Test
    void aNameOfTheClusterIsCompletedWhereOneIsExpected() {
        whatIf();
        assertEquals("submit 1x8; down a1-n1", seen.taken("submit 1x8; down n1"));
        assertEquals(List.of(), stage.whatIfSession.hypotheses(), "Enter took the name and supposed nothing yet");
        assertEquals("submit ", seen.taken("submit "));
    }

    private String field() {
        return seen.all(Text.class).getFirst().getText();
    }

    @Test
    void theFieldHoldsTheScenarioAndEnterSupposesWhatWasMadeOfIt() {
        whatIf();
        Hypothesis down = new Hypothesis.Down(new Target.OnNode(lab.getNodes().getFirst()));
        stage.whatIfSession.add(lab, List.of(down));
        assertEquals("down a1-n1", field(), "what was supposed by a menu");
        type("down a1-n1; submit 2 x 8");
        assertEquals("down a1-n1; submit 2x8", field());
        type("submit 3x8");
        assertEquals(List.of(new Hypothesis.Submit(3, 8)), stage.whatIfSession.hypotheses());
        seen.all(Text.class).getFirst().setText("submit 5");
        stage.whatIfSession.add(lab, List.of(down));
        assertEquals("submit 5; down a1-n1", field(), "it comes to what is being typed");
        stage.whatIfSession.remove(List.of(down));
        assertEquals("submit 3x8", field(), "what is still supposed");
        stage.whatIfSession.clear();
        assertEquals("", field());
    }

    /** It stood for good beside what would follow of another scenario. */
    @Test
    void whatStandsInTheFieldIsSupposedWhenItIsLeft() {
        whatIf();
        type("submit 3x8");
        Text text = seen.all(Text.class).getFirst();
        for (String typed : List.of("submit 2x8", "submit 5 of nothing")) {
            text.setFocus();
            text.setText(typed);
            seen.all(NatTable.class).getFirst().setFocus();
            seen.settle();
            assertEquals(List.of(new Hypothesis.Submit(2, 8)), stage.whatIfSession.hypotheses());
        }
        assertEquals("submit 5 of nothing", field(), "what cannot be read is to be mended, and it is said why");
        assertFalse(seen.words().contains("Not real: nothing was sent"), seen::words);
    }

    @Test
    void whatIfFromTheMenuShowsItsAnswerAndLeavesTheFocus() {
        whatIf();
        Node node = lab.getNodes().getFirst();
        stage.menu.entries(List.of(node)).stream()
                .flatMap(List::stream)
                .filter(entry -> entry.words().startsWith("What if this were down"))
                .findFirst()
                .orElseThrow()
                .action()
                .run();
        assertEquals(List.of("uncover podium.part.whatif"), stage.parts);
        assertEquals("down a1-n1", field());
    }

    @Test
    void theExamplesNameWhatIsThere() {
        Queue queue = FleetFactory.INSTANCE.createQueue();
        queue.setName("team");
        lab.getQueues().add(queue);
        whatIf();
        String hint = seen.all(Text.class).getFirst().getMessage();
        for (String part : hint.substring(hint.indexOf(':') + 1).split(";")) {
            type(part.strip());
            assertTrue(seen.words().contains("Calculating"), part + ": " + seen.words());
        }
        assertTrue(hint.contains("quota team "), hint);
    }

    @Test
    void anErrorHasTheColourOfErrors() {
        whatIf();
        type("down rack-99");
        Label said = seen.all(Label.class).stream()
                .filter(label -> label.getText().contains("rack-99"))
                .findFirst()
                .orElseThrow();
        assertEquals(stage.services.theme().color(Palette.Name.CRITICAL), said.getForeground());
        type("submit 1x1");
        answer(outlook());
        seen.until("the answer", () -> said.getText().contains("Not real"));
        assertEquals(stage.services.theme().color(Palette.Name.WAITING), said.getForeground());
    }

    @Test
    void theAnswerFollowsTheFleetAndStandsUntilTheNextIsThere() {
        whatIf();
        type("submit 2x8");
        answer(outlook());
        seen.until("the answer", () -> seen.words().contains("Not real"));
        stage.fleet.tell(lab);
        seen.until("it is asked anew", () -> stage.whatIf.asked.size() == 2);
        assertTrue(seen.words().contains("Not real"), seen::words);
        answer(new WhatIfResult(
                List.of(),
                new WhatIfResult.Capacity(4, 32, 29),
                new WhatIfResult.Capacity(4, 32, 13),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                Duration.ZERO));
        seen.until("what is free now", () -> String.valueOf(
                        seen.all(NatTable.class).get(1).getDataValueByPosition(3, 1))
                .startsWith("29 GPUs free before, 13 after"));
    }

    @Test
    void anEmptyFieldSupposesNothingHoweverItWasEmptied() {
        whatIf();
        type("submit 2x8");
        escape();
        assertEquals("", field());
        assertEquals(List.of(), stage.whatIfSession.hypotheses());
        assertTrue(seen.words().contains("No scenario yet."), seen::words);
        type("submit 2x8");
        seen.all(Text.class).getFirst().setText("");
        assertEquals(List.of(), stage.whatIfSession.hypotheses(), "nor after its text was deleted");
    }

    private void escape() {
        Event event = new Event();
        event.keyCode = SWT.ESC;
        event.character = SWT.ESC;
        seen.all(Text.class).getFirst().notifyListeners(SWT.KeyDown, event);
        seen.settle();
    }

    @Test
    void thatMoreIsFreeThanBeforeIsExplained() {
        WhatIfResult outlook = new WhatIfResult(
                List.of(),
                new WhatIfResult.Capacity(4, 32, 8),
                new WhatIfResult.Capacity(3, 24, 14),
                List.of(),
                List.of(),
                List.of(),
                Map.of(lab.getNodes().get(1), new WhatIfResult.NodeChange(false, 8, 2, List.of())),
                Duration.ZERO);
        assertEquals(
                List.of(
                        "8 GPUs down; 8 GPUs free before, 14 after",
                        "8 free now, 8 freed by jobs that lose tasks or are evicted, 2 taken by what starts; 14 free"
                                + " after"),
                WhatIfLine.rows(outlook).all().stream()
                        .map(row -> row.item().words())
                        .toList());
    }

    @Test
    void aLineThatIsNotUnderstoodStaysAndSaysWhy() {
        whatIf();
        type("down rack-99");
        assertTrue(seen.words().contains("No node or domain is called rack-99."));
        assertEquals("down rack-99", seen.all(Text.class).getFirst().getText());
        assertEquals(List.of(), stage.whatIf.asked);
    }

    @Test
    void theSelectionIsSupposedDownByAButton() {
        whatIf();
        seen.pressTool("Selection down");
        seen.settle();
        assertTrue(seen.words().contains("Select nodes or domains first"));
        Node node = lab.getNodes().getFirst();
        stage.selection.set(this, List.of(node.getAccelerators().getFirst()));
        seen.pressTool("Selection down");
        seen.settle();
        assertEquals(List.of(new Hypothesis.Down(new Target.OnNode(node))), stage.whatIf.asked.getLast());
        seen.pressTool("Clear");
        seen.settle();
        assertEquals(List.of(), stage.whatIfSession.hypotheses());
        assertEquals(Optional.empty(), stage.whatIfSession.outlook());
    }

    @Test
    void onlyTheAnswerToTheLastQuestionCounts() {
        stage.whatIfSession.add(lab, List.of(new Hypothesis.Submit(1, 1)));
        stage.whatIfSession.add(lab, List.of(new Hypothesis.Submit(2, 2)));
        answer(0, outlook());
        seen.settle();
        assertEquals(Optional.empty(), stage.whatIfSession.outlook());
        answer(1, outlook());
        seen.until("the last is shown", () -> stage.whatIfSession.outlook().isPresent());
    }

    @Test
    void whatIsSupposedTwiceIsSupposedOnceButJobsAdd() {
        Hypothesis down = new Hypothesis.Down(new Target.OnNode(lab.getNodes().getFirst()));
        stage.whatIfSession.add(lab, List.of(down, new Hypothesis.Submit(1, 1)));
        stage.whatIfSession.add(lab, List.of(down, new Hypothesis.Submit(1, 1)));
        assertEquals(3, stage.whatIfSession.hypotheses().size());
        stage.whatIfSession.remove(List.of(down));
        assertEquals(2, stage.whatIfSession.hypotheses().size());
        Cluster other = stage.made.cluster("other", 1);
        stage.whatIfSession.add(other, List.of(new Hypothesis.Submit(1, 1)));
        assertEquals(1, stage.whatIfSession.hypotheses().size(), "another cluster begins anew");
    }

    @Test
    void aQuestionThatFailsSaysSo() {
        whatIf();
        type("submit 1x1");
        stage.whatIf.answers.getLast().completeExceptionally(new IllegalStateException("out of luck"));
        seen.until("it is said", () -> seen.words().contains("out of luck"));
    }

    @Test
    void theMostTellingLineComesFirst() {
        var rows = WhatIfLine.rows(outlook()).all();
        assertEquals(
                List.of("in all", "", "", "does not fit", "loses its place", "would start", "waits either way"),
                rows.stream().map(row -> row.item().answer()).toList());
        assertEquals("2 tasks: no room", rows.get(4).item().words());
        String gpus = rows.getFirst().item().words();
        assertTrue(gpus.contains(" free before, ") && gpus.endsWith(" after"), gpus);
        assertEquals(
                "1 job loses its nodes, 1 cannot place all tasks",
                rows.get(1).item().words());
        assertEquals("unless a checkpoint was saved", rows.get(2).item().words());
    }

    /** "12 jobs are hit" counted nine that lose their nodes and three that are preempted for them as one. */
    @Test
    void whoIsPreemptedIsCountedApartFromWhoLosesItsNodes() {
        Job job = stage.made.job(lab, "train", "Job", JobState.RUNNING, 2, 8);
        var hit = new WhatIfResult.Displaced(job, 2, 2, OptionalDouble.of(1), false, "on n2");
        var preempted = new WhatIfResult.Displaced(job, 2, 1, OptionalDouble.of(1), true, "no room");
        assertEquals(
                List.of(
                        "2 jobs lose their nodes, all tasks fit elsewhere",
                        "1 more job would be preempted for them, 1 cannot place all tasks"),
                jobs(hit, hit, preempted));
        assertEquals(
                List.of("2 jobs would be preempted, 2 cannot place all tasks"),
                jobs(preempted, preempted),
                "for what is submitted");
    }

    private static List<String> jobs(WhatIfResult.Displaced... displaced) {
        return WhatIfLine.rows(new WhatIfResult(
                        List.of(),
                        new WhatIfResult.Capacity(4, 32, 32),
                        new WhatIfResult.Capacity(3, 24, 16),
                        List.of(),
                        List.of(displaced),
                        List.of(),
                        Map.of(),
                        Duration.ofMillis(7)))
                .all()
                .stream()
                .map(Rows.Row::item)
                .filter(line -> line.what().endsWith(" jobs"))
                .map(WhatIfLine::words)
                .toList();
    }

    /** It stood at the end of the line, and was the first that was cut. */
    @Test
    void whatAJobLosesHasAColumnOfItsOwnThatIsNeverCut() {
        var lost = WhatIfLine.columns().stream()
                .filter(column -> column.id().equals("lost"))
                .findFirst()
                .orElseThrow();
        assertEquals(Column.Form.NUMBER, lost.form());
        assertEquals(
                List.of("", "", "3.5", "", "3.5", "", ""),
                WhatIfLine.rows(outlook()).all().stream()
                        .map(row -> lost.text(row.item()))
                        .toList());
    }

    @Test
    void aNodeThatLeavesIsSupposedNoMoreByNameAndItsAnswerOpensNothing() {
        whatIf();
        type("down a1-n1");
        WhatIfResult outlook = outlook();
        answer(outlook);
        seen.until("it is shown", () -> seen.all(NatTable.class).get(1).getRowCount() > 1);
        lab.getNodes().remove(lab.getNodes().getFirst());
        lab.getJobs().remove(outlook.displaced().getFirst().job());
        stage.fleet.tell(lab);
        int[] at = {20, seen.all(NatTable.class).get(1).getBoundsByPosition(0, 4).y + 5};
        Screen.click(seen.all(NatTable.class).get(1), at[0], at[1], 0);
        Screen.key(seen.all(NatTable.class).get(1), SWT.CR, SWT.CR, 0);
        seen.settle();
        assertEquals(List.of(), stage.selection.get(), "the job of that line is gone");
        type("down a1-n1");
        assertTrue(seen.words().contains("No node or domain is called a1-n1."), seen.words());
    }

    /** An answer that was calculated again swapped rows under the eye. */
    @Test
    void rowsKeepTheirOrderUnderThePointerWhenItIsCalculatedAgain() {
        Job one = stage.made.job(lab, "one", "Job", JobState.RUNNING, 1, 8);
        Job two = stage.made.job(lab, "two", "Job", JobState.RUNNING, 1, 8);
        whatIf();
        type("submit 2x8");
        answer(waiting(one, two));
        NatTable table = seen.all(NatTable.class).get(1);
        seen.until("it is shown", () -> order(table).equals(List.of("one", "two")));
        seen.until("they stay", () -> {
            table.notifyListeners(SWT.MouseMove, new Event());
            boolean before = order(table).equals(List.of("one", "two"));
            stage.whatIfSession.follow();
            answer(before ? waiting(two, one) : waiting(one, two));
            seen.settle();
            return before && order(table).equals(List.of("one", "two"));
        });
        type("submit 3x8");
        answer(waiting(two, one));
        seen.until("what is asked for is in its own order", () -> order(table).equals(List.of("two", "one")));
    }

    private static List<String> order(NatTable table) {
        return IntStream.range(1, table.getRowCount())
                .mapToObj(row -> IntStream.range(0, table.getColumnCount())
                        .mapToObj(column -> String.valueOf(table.getDataValueByPosition(column, row)))
                        .filter(List.of("one", "two")::contains)
                        .findFirst()
                        .orElse(""))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static WhatIfResult waiting(Job... jobs) {
        return new WhatIfResult(
                List.of(new Hypothesis.Submit(2, 8)),
                new WhatIfResult.Capacity(4, 32, 32),
                new WhatIfResult.Capacity(3, 24, 16),
                List.of(),
                List.of(),
                List.of(jobs).stream()
                        .map(job -> new WhatIfResult.Waiting(job, false, false, "no node takes it"))
                        .toList(),
                Map.of(),
                Duration.ofMillis(7));
    }

    @Test
    void ofAClosedClusterNothingIsAskedAnyMore() {
        whatIf();
        type("submit 1x1");
        stage.fleet.remove(new ClusterId("lab"));
        stage.fleet.tell(lab);
        stage.whatIfSession.ask();
        assertEquals(1, stage.whatIf.asked.size());
        assertFalse(stage.whatIfSession.isAsking());
        type("submit 2x2");
        assertEquals(1, stage.whatIf.asked.size());
        assertEquals("submit 2x2", seen.all(Text.class).getFirst().getText(), "it stays, there is no cluster to ask");
    }

    private void whatIf() {
        new WhatIfPart(seen.shell, stage.fleet, stage.selection, stage.whatIfSession, stage.services);
        seen.show();
    }

    private WhatIfResult outlook() {
        Job job = stage.made.job(lab, "train", "Job", JobState.RUNNING, 2, 8);
        return new WhatIfResult(
                List.of(new Hypothesis.Submit(2, 8)),
                new WhatIfResult.Capacity(4, 32, 32),
                new WhatIfResult.Capacity(3, 24, 16),
                List.of(new WhatIfResult.Submitted(new Hypothesis.Submit(2, 8), false, "room for 1 of 2 tasks")),
                List.of(new WhatIfResult.Displaced(job, 2, 0, OptionalDouble.of(3.5), false, "no room")),
                List.of(
                        new WhatIfResult.Waiting(job, false, true, ""),
                        new WhatIfResult.Waiting(job, false, false, "no node takes it")),
                Map.of(lab.getNodes().getFirst(), new WhatIfResult.NodeChange(true, 0, 0, List.of())),
                Duration.ofMillis(7));
    }

    private void answer(WhatIfResult outlook) {
        answer(stage.whatIf.answers.size() - 1, outlook);
    }

    private void answer(int number, WhatIfResult outlook) {
        stage.whatIf.answers.get(number).complete(outlook);
    }

    private void type(String line) {
        Text text = seen.all(Text.class).getFirst();
        text.setText(line);
        Event event = new Event();
        event.keyCode = SWT.CR;
        event.character = SWT.CR;
        text.notifyListeners(SWT.KeyDown, event);
        seen.settle();
    }
}
