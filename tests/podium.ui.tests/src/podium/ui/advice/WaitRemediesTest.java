// SPDX-License-Identifier: Apache-2.0
package podium.ui.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.core.change.ClusterId;
import podium.model.fleet.Cluster;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Node;
import podium.model.fleet.Queue;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.operation.Operation;
import podium.operation.OperationState;
import podium.operation.plan.Plan;
import podium.placement.Obstacle;
import podium.placement.Obstacle.By;
import podium.placement.Obstacle.Cure;
import podium.placement.Reason;
import podium.placement.Target;
import podium.placement.advice.CureMoves;
import podium.placement.advice.SlotMoves;
import podium.ui.enablement.FleetAction;
import podium.ui.fake.Examples;
import podium.ui.fake.FakePlacement;
import podium.ui.fake.PartScreen;
import podium.ui.fake.UiFixture;

/** Why a job waits, and what is done about it. */
class WaitRemediesTest {
    private final PartScreen seen = new PartScreen();
    private final UiFixture stage = seen.stage;
    private final Cluster lab = stage.made.cluster("lab", 4);

    @AfterEach
    void close() {
        seen.close();
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
        assertEquals(List.of("refuse Uncordon: a1-n1" + gone, "refuse Place: late" + gone), seen.dialogs.shown);
        for (Cure cure : List.of(
                new Cure.Uncordon(List.of(node)),
                new Cure.Place(),
                new Cure.Resume(),
                new Cure.Quota(queue, "nvidia.com/gpu", 64))) {
            assertEquals(Optional.empty(), stage.cures.of(job, cure), cure::toString);
        }
    }

    @Test
    void whyAJobWaitsHasTheCureBesideTheReasonAndTheBestPlaceFirst() {
        Job job = stage.made.job(lab, "late", "Job", JobState.WAITING, 1, 8);
        WaitsPage page = page(List.of());
        seen.shell.setLayout(new org.eclipse.swt.layout.FillLayout());
        seen.show();
        assertTrue(page.isFor(job));
        page.show(job);
        seen.settle();
        ToolItem cure = seen.tool("Place it on node a1-n1\u2026").orElseThrow();
        assertTrue(cure.isEnabled());
        String tip = String.valueOf(cure.getToolTipText()).replace("null", "");
        assertEquals("", tip, "its words say it, and a tip would lie over the first reason");
        String reasons = String.join(" ", seen.cells());
        assertTrue(reasons.contains("fills the node"), "the whole reason is in sight: " + reasons);
        assertFalse(reasons.contains("Fix: "), "the best place is one itself: " + reasons);
        cure.notifyListeners(SWT.Selection, new Event());
        seen.until("it is planned", () -> !stage.placement.planned.isEmpty());
        assertFalse(page.isFor(lab));
    }

    @Test
    void oneOfWhichNoPodsAreMadeIsOfferedNoPlace() {
        Job job = stage.made.job(lab, "late", "Job", JobState.WAITING, 1, 8);
        stage.placement.obstacles = List.of(Obstacle.of(By.CREATION, "priority class gold does not exist"));
        WaitsPage page = page(List.of());
        seen.shell.setLayout(new org.eclipse.swt.layout.FillLayout());
        seen.show();
        page.show(job);
        seen.settle();
        assertEquals("priority class gold does not exist", seen.cells().getFirst());
        nothingToPress();
    }

    /** Placed there it would wait as before. */
    @Test
    void noPlaceIsTheFixWhereItsQueueLetsItInNowhereAndWhatIsToBeDoneIsSaid() {
        Job job = stage.made.job(lab, "late", "Job", JobState.SUSPENDED, 1, 8);
        String words = "queue q is stopped";
        List<String> lines = lines(job, Obstacle.of(By.QUEUE, words, new Cure.Elsewhere("start the queue")));
        assertEquals(List.of(words, "To do: start the queue"), lines);
        nothingToPress();
    }

    @Test
    void aPlaceWhereItWaitsForSomebodyIsNotTheFix() {
        Job job = stage.made.job(lab, "late", "Job", JobState.WAITING, 1, 8);
        String words = "Kueue: quota reserved; admission check m is Pending";
        stage.placement.conditions = List.of(Reason.ofStop("not before its queue lets it start; " + words));
        assertEquals(words, lines(job, Obstacle.of(By.KUEUE, words)).getFirst());
        nothingToPress();
    }

    private WaitsPage page(List<Operation> operations) {
        WaitsPage page = new WaitsPage(
                seen.shell,
                stage.placement,
                stage.advice,
                stage.cures,
                () -> operations,
                stage.services,
                new PodRefusals(stage.fleet, stage.connections, stage.services));
        page.control().setLayoutData(null);
        return page;
    }

    /** Placed or resumed there, it would run in two clusters. */
    @Test
    void whatAMoveLeftBehindSaysSoFirstAndIsNotOfferedAPlace() {
        Job job = stage.made.job(lab, "train", "Job", JobState.SUSPENDED, 1, 8);
        WaitsPage page = page(List.of(part(job, lab, "suspend")));
        seen.shell.setLayout(new org.eclipse.swt.layout.FillLayout());
        seen.show();
        page.show(job);
        seen.settle();
        assertTrue(seen.cells().getFirst().startsWith("stopped at"), seen.cells()::toString);
        nothingToPress();
        assertFalse(String.join(" ", seen.cells()).contains("place it on"), seen.cells()::toString);
    }

    private Operation part(Job job, Cluster in, String kind) {
        Plan like = FakePlacement.example(job);
        Plan part = new Plan(
                ClusterId.of(in),
                kind,
                "Move train to west: " + kind,
                like.steps(),
                List.of(),
                List.of(),
                List.of(),
                like.undo());
        return Examples.operation(kind, part, OperationState.DONE, 1, 1, Optional.empty());
    }

    @Test
    void theFixOfWhatWasMovedIsTheUndoOfTheMoveAndToResumeItIsCalledASecondRun() {
        Job job = stage.made.job(lab, "train", "Job", JobState.SUSPENDED, 1, 8);
        job.setSuspended(true);
        stage.placement.obstacles = List.of(
                Obstacle.of(By.PERSON, "suspended: nothing happens until somebody resumes it", new Cure.Resume()));
        List<Operation> all = List.of(part(job, stage.made.cluster("west", 2), "submit"), part(job, lab, "suspend"));
        all.reversed().forEach(stage.operations::publish);
        WaitsPage page = page(all);
        seen.shell.setLayout(new org.eclipse.swt.layout.FillLayout());
        seen.show();
        page.show(job);
        seen.settle();
        String lines = String.join(" ", seen.cells());
        assertTrue(lines.startsWith("moved to west at"), lines);
        assertTrue(lines.contains("Fix: resume it: a second run, beside that in west"), lines);
        ToolItem undo = seen.tool("Undo the move").orElseThrow();
        assertTrue(undo.isEnabled());
        undo.notifyListeners(SWT.Selection, new Event());
        seen.until("the undo of what was submitted is shown", () -> seen.dialogs.shown.stream()
                .anyMatch(shown -> shown.contains("Undo: Move train to west: submit")));
    }

    @Test
    void thePlanThatResumesWhatWasMovedSaysThatItThenRunsInBoth() {
        Job job = stage.made.job(lab, "train", "Job", JobState.SUSPENDED, 1, 8);
        job.setSuspended(true);
        stage.operations.publish(part(job, lab, "suspend"));
        stage.operations.publish(part(job, stage.made.cluster("west", 2), "submit"));
        stage.actions.run(FleetAction.RESUME, List.of(job));
        seen.until("its plan is shown", () -> !seen.dialogs.plans.isEmpty());
        String effects = seen.dialogs.plans.getLast().effects().toString();
        assertTrue(effects.contains("train was moved to west at") && effects.contains("runs in both"), effects);
    }

    /** What is in the way, and where it would go. */
    private CureMoves away(Task task) {
        Node to = lab.getNodes().get(1);
        return new CureMoves(
                List.of(new SlotMoves.Move(task, lab.getNodes().getFirst(), to, OptionalDouble.of(12), false)),
                OptionalDouble.of(12));
    }

    @Test
    void theCureThatMovesOthersShowsThemInSlotsAndOnePressPlansTheMove() {
        SlotsPart part =
                new SlotsPart(seen.shell, stage.fleet, stage.selection, stage.advice, stage.place, stage.services);
        stage.shown.put("podium.part.slots", part);
        seen.show();
        Job job = stage.made.job(lab, "late", "Job", JobState.WAITING, 1, 3);
        Job beside = stage.made.job(lab, "tokenize", "Job", JobState.RUNNING, 1, 0);
        Task task = stage.made.task(
                beside, 0, TaskPhase.RUNNING, List.of(lab.getNodes().getFirst()));
        stage.advice.cure = Optional.of(away(task));
        for (Cure cure : List.of(
                new Cure.Free(3, 1, List.of(), List.of()),
                new Cure.MoveOff(List.of(task)),
                new Cure.Partly(new Cure.MoveOff(List.of(task)), 4, 16))) {
            stage.placement.planned.clear();
            run(job, cure);
            assertTrue(seen.words().contains("For late: " + cure.words() + ". It takes 1 restart"), seen.words());
            ToolItem restart = seen.tool("Restart Elsewhere\u2026").orElseThrow();
            assertTrue(restart.isEnabled(), "the first move is selected");
            restart.notifyListeners(SWT.Selection, new Event());
            seen.until("it is planned", () -> !stage.placement.planned.isEmpty());
            assertEquals(List.of(new Target.OnNode(lab.getNodes().get(1))), stage.placement.planned);
        }
    }

    @Test
    void whereNobodyCanMoveAwayNoButtonLeadsToSlotsAndItIsSaidWhatToDo() {
        Job job = stage.made.job(lab, "late", "Job", JobState.WAITING, 1, 3);
        Cure cure = new Cure.Free(8, 15, List.of(), List.of());
        assertEquals(Optional.empty(), stage.cures.of(job, cure));
        assertEquals(
                "free 8 GPUs on each of 15 more nodes. Podium finds no other nodes for what runs there: wait until"
                        + " some of it ends, suspend some, or add nodes",
                WaitRemedies.words(cure, false));
    }

    @Test
    void everyCureLeadsToItsUsualWay() {
        Job job = stage.made.job(lab, "late", "Job", JobState.WAITING, 1, 8);
        Queue queue = FleetFactory.INSTANCE.createQueue();
        queue.setName("team");
        lab.getQueues().add(queue);
        stage.advice.cure = Optional.of(away(stage.made.task(job, 0, TaskPhase.PENDING, List.of())));
        run(job, new Cure.Free(8, 1, List.of(), List.of()));
        run(job, new Cure.Quota(queue, "nvidia.com/gpu", 64));
        assertEquals(List.of("podium.part.slots", "podium.part.whatif"), stage.parts);
        assertEquals(
                "quota team 64", stage.whatIfSession.hypotheses().getFirst().text());
        run(job, new Cure.Place());
        assertTrue(seen.dialogs.shown.getLast().startsWith("choose among"), seen.dialogs.shown.toString());
        assertEquals(Optional.empty(), stage.cures.of(job, new Cure.Elsewhere("start the queue")));
        assertEquals(
                Optional.empty(),
                stage.cures.of(job, new Cure.Uncordon(List.of(lab.getNodes().getFirst()))),
                "a node in service is not brought back");
        assertEquals("quota", Obstacle.of(By.QUOTA, "x").by().word());
    }

    @Test
    void whatAsksForHardwareThatIsNotThereIsSuspendedThenEditedOrComparedWithOtherClusters() {
        Job job = stage.made.job(lab, "late", "Job", JobState.WAITING, 1, 8);
        run(job, new Cure.Edit("its node selector", "gpu.product", true));
        seen.until("suspending it is planned", () -> !seen.dialogs.plans.isEmpty());
        assertEquals(
                "Step 1 of 3; no pod of it runs before the last. Waits then offers step 2, to edit its node selector,"
                        + " and after that step 3, to place or resume it.",
                seen.dialogs.plans.getLast().effects().getFirst(),
                "the steps that follow are known before the first is done");
        assertTrue(stage.cures
                .of(job, new Cure.Edit("its node selector", "gpu.product", false))
                .isPresent());
        assertEquals(Optional.empty(), stage.cures.of(job, new Cure.WhichCluster()), "no other is open");
    }

    private List<String> lines(Job job, Obstacle... obstacles) {
        stage.placement.obstacles = List.of(obstacles);
        WaitsPage page = page(List.of());
        seen.shell.setLayout(new org.eclipse.swt.layout.FillLayout());
        seen.show();
        page.show(job);
        seen.settle();
        return seen.cells();
    }

    /** Undated it contradicted what Podium counted a moment ago beside it. */
    @Test
    void whatTheClusterSaidHasItsAge() {
        Job job = stage.made.job(lab, "late", "Job", JobState.WAITING, 1, 64);
        Instant before = stage.services.clock().instant().minusSeconds(180);
        Obstacle said = new Obstacle(
                By.SCHEDULER,
                "the cluster says: 0/3 nodes are available",
                Optional.empty(),
                Optional.of(new Obstacle.Quote("0/3 nodes are available", before)));
        String lines = String.join(" ", lines(job, said)).replaceAll("\\h", " ");
        assertTrue(lines.contains("the cluster said 3 min ago: 0/3 nodes are available"), lines);
    }

    @Test
    void thatThereAreOnlyPartsOfAFixIsReadWholeInAVeryNarrowPart() {
        seen.shell.setSize(195, 400);
        Job job = stage.made.job(lab, "late", "Job", JobState.WAITING, 1, 64);
        stage.advice.cure = Optional.of(away(stage.made.task(job, 0, TaskPhase.PENDING, List.of())));
        lines(
                job,
                Obstacle.of(By.PERSON, "room for 3"),
                Obstacle.of(By.SCHEDULER, "held", new Cure.Partly(new Cure.MoveOff(List.of()), 4, 16)));
        Label parts = nothingToPress();
        assertEquals("Only partial fixes below: select one.", parts.getToolTipText());
        int end = parts.getBounds().x + parts.getBounds().width;
        assertTrue(end <= seen.shell.getClientArea().width, end + " of " + seen.shell.getClientArea().width);
    }

    @Test
    void aGateIsNamedOnceAndTheBestPlaceIsTheOneFixOfIt() {
        Job job = stage.made.job(lab, "late", "Job", JobState.HELD, 1, 8);
        String gate = "gate podium.placement/manual: waits to be placed by an operator";
        String lines = String.join(" ", lines(job, Obstacle.of(By.GATE, gate, new Cure.Place())));
        assertFalse(lines.contains("gate: gate") || lines.contains("a gate"), lines);
        assertFalse(lines.contains("Fix: "), lines);
        seen.tool("Place it on node a1-n1\u2026").orElseThrow();
    }

    @Test
    void whoHoldsItBackIsNamedOnceAndEachFixStandsBelowItAlsoTheOneOfTheButton() {
        Job job = stage.made.job(lab, "late", "Job", JobState.WAITING, 1, 64);
        String lines = String.join(
                " ",
                lines(
                        job,
                        Obstacle.of(By.KUEUE, "Kueue assigned it to n1 by topology", new Cure.Requeue()),
                        Obstacle.of(By.VOLCANO, "its gang starts together", new Cure.Elsewhere("lower minAvailable"))));
        assertFalse(lines.contains("Kueue: Kueue"), lines);
        assertTrue(lines.contains("Volcano: its gang starts together"), lines);
        assertTrue(lines.contains("To do: lower minAvailable"), lines);
        assertTrue(lines.contains("Fix: requeue it, and Kueue assigns its nodes again"), lines);
        seen.tool("Requeue it, and Kueue assigns its nodes again").orElseThrow();
    }

    @Test
    void theFixStandsBelowItsReasonWhereTheButtonHasNoRoomForIt() {
        seen.shell.setSize(240, 400);
        Job job = stage.made.job(lab, "late", "Job", JobState.WAITING, 1, 64);
        String lines = String.join(
                " ", lines(job, Obstacle.of(By.KUEUE, "Kueue assigned it to n1 by topology", new Cure.Requeue())));
        assertTrue(lines.contains("Fix: requeue it, and Kueue assigns its nodes again"), lines);
    }

    @Test
    void theButtonNeverOffersAPartOfAFixThatNobodySelectedAndSaysThatTheJobWaitsAfterIt() {
        Job job = stage.made.job(lab, "late", "Job", JobState.WAITING, 1, 64);
        Task beside = stage.made.task(job, 0, TaskPhase.PENDING, List.of());
        stage.advice.cure = Optional.of(away(beside));
        Obstacle whole = Obstacle.of(By.SCHEDULER, "all held", new Cure.Free(8, 1, List.of(), List.of()));
        Obstacle part = Obstacle.of(By.SCHEDULER, "held", new Cure.Partly(new Cure.MoveOff(List.of(beside)), 4, 16));
        String does = "ove the late pod off; then it still waits: room for 4 of its 16 tasks, 12 short";
        String lines = String.join(" ", lines(job, Obstacle.of(By.PERSON, "room for 3"), part));
        assertTrue(lines.contains("Partial fix: m" + does), lines);
        nothingToPress();
        lines(job, part, whole);
        assertTrue(seen.tool("M" + does).orElseThrow().isEnabled(), "of the line that is selected");
        lines(job, Obstacle.of(By.PERSON, "room for 3"), part, whole);
        assertTrue(seen.tool("Free 8 GPUs on one more node").orElseThrow().isEnabled());
    }

    /** The button is pressed where it is looked at: another fix must not come under the pointer. */
    @Test
    void theFixThatTheButtonOffersStaysWhenLinesComeAndNumbersChange() {
        Job job = stage.made.job(lab, "late", "Job", JobState.WAITING, 1, 64);
        stage.advice.cure = Optional.of(away(stage.made.task(job, 0, TaskPhase.PENDING, List.of())));
        Obstacle requeue = Obstacle.of(By.KUEUE, "assigned to n1", new Cure.Requeue());
        String free = "Free 8 GPUs on each of ";
        WaitsPage page = page(List.of());
        seen.shell.setLayout(new org.eclipse.swt.layout.FillLayout());
        seen.show();
        show(page, job, Obstacle.of(By.PERSON, "room for 3"), many(3));
        assertTrue(seen.tool(free + "3 more nodes").orElseThrow().isEnabled());
        show(page, job, requeue, Obstacle.of(By.PERSON, "room for 4"), many(2));
        assertTrue(seen.tool(free + "2 more nodes").isPresent(), "the line that is selected has no fix of its own");
        show(page, job, many(2), requeue);
        show(page, job, requeue, many(4));
        assertTrue(seen.tool(free + "4 more nodes").isPresent(), "its own is offered, below another now");
        Job other = stage.made.job(lab, "other", "Job", JobState.WAITING, 1, 64);
        show(page, other, requeue, many(4));
        assertTrue(seen.tool("Requeue it, and Kueue assigns its nodes again").isPresent(), "the first of another job");
    }

    private static Obstacle many(int nodes) {
        return Obstacle.of(By.SCHEDULER, "all held, room for " + nodes, new Cure.Free(8, nodes, List.of(), List.of()));
    }

    private void show(WaitsPage page, Job job, Obstacle... obstacles) {
        stage.placement.obstacles = List.of(obstacles);
        page.show(job);
        seen.settle();
    }

    @Test
    void whereNothingCanBeDoneFromHereNoTickStandsBesideIt() {
        Job job = stage.made.job(lab, "late", "Job", JobState.WAITING, 1, 64);
        lines(job, Obstacle.of(By.VOLCANO, "its gang starts together", new Cure.Elsewhere("lower minAvailable")));
        assertEquals(
                "Podium has no fix for this: the lines say what helps.",
                nothingToPress().getText());
        stage.advice.cure = Optional.of(away(stage.made.task(job, 0, TaskPhase.PENDING, List.of())));
        lines(job, Obstacle.of(By.PERSON, "room for 3"), many(3));
        assertTrue(seen.tool("Free 8 GPUs on each of 3 more nodes")
                .orElseThrow()
                .getParent()
                .isVisible());
    }

    /** A grey button that nobody can press says nothing: in its place it is said why there is none. */
    private Label nothingToPress() {
        assertTrue(seen.all(ToolBar.class).stream().noneMatch(Control::isVisible), "no button");
        return seen.all(Label.class).stream()
                .filter(label -> label.isVisible() && !label.getText().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aFixThatCannotBeDoneNowSaysWhy() {
        Job job = stage.made.job(lab, "late", "Job", JobState.WAITING, 1, 64);
        job.setSuspended(false);
        String lines = String.join(" ", lines(job, Obstacle.of(By.PERSON, "held", new Cure.Resume())));
        assertTrue(lines.contains("Fix, not now: resume it."), lines);
        assertTrue(lines.contains("not suspended"), lines);
    }

    @Test
    void theRestOfALineStandsUnderItsTextAndNotUnderItsIcon() {
        seen.shell.setSize(300, 400);
        lines(
                stage.made.job(lab, "late", "Job", JobState.WAITING, 1, 64),
                Obstacle.of(By.SCHEDULER, "one reason that is so long that it goes on in a second row of the list"));
        NatTable table = seen.all(NatTable.class).getFirst();
        seen.until("the second row is painted", () -> inked(table, 26, 200));
        assertFalse(inked(table, 4, 26), "beside its icon there is nothing");
    }

    /** Whether something is painted between two columns of pixels of the second row. */
    private boolean inked(NatTable table, int from, int to) {
        int top = table.getStartYOfRowPosition(2);
        Image image = new Image(seen.shell.getDisplay(), table.getBounds());
        GC gc = new GC(table);
        gc.copyArea(image, 0, 0);
        gc.dispose();
        ImageData data = image.getImageData();
        image.dispose();
        int ground = data.getPixel(from, top + 2);
        return IntStream.range(from, to)
                .anyMatch(x -> IntStream.range(top + 3, top + 18).anyMatch(y -> data.getPixel(x, y) != ground));
    }

    private void run(Job job, Cure cure) {
        stage.cures.of(job, cure).orElseThrow().run();
        seen.settle();
    }
}
