// SPDX-License-Identifier: Apache-2.0
package podium.ui.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.ToolItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.core.change.SyncState;
import podium.core.fleet.SchedulingObjects;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Node;
import podium.model.fleet.Purpose;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.placement.Subject;
import podium.placement.Target;
import podium.placement.advice.CureMoves;
import podium.placement.advice.SlotMoves;
import podium.ui.fake.PartScreen;
import podium.ui.fake.Screen;
import podium.ui.fake.UiFixture;
import podium.ui.flow.PlaceFlow;

/** The free slots of each domain, and the moves that would free one. */
class SlotsPartTest {
    private final PartScreen seen = new PartScreen();
    private final UiFixture stage = seen.stage;
    private final Cluster lab = stage.made.cluster("lab", 4);

    @AfterEach
    void close() {
        seen.close();
    }

    @Test
    void slotsAreListedByDomainAndTheMoveIsPlannedLikeAnyPlacement() {
        Job job = stage.made.job(lab, "train", "Job", JobState.RUNNING, 1, 4);
        Task task = stage.made.task(
                job, 0, TaskPhase.RUNNING, List.of(lab.getNodes().get(0)));
        stage.advice.relief = Optional.of(new SlotMoves(
                new Target.OnNode(lab.getNodes().get(0)),
                8,
                List.of(new SlotMoves.Move(
                        task, lab.getNodes().get(0), lab.getNodes().get(1), OptionalDouble.of(12.5), true)),
                OptionalDouble.of(12.5)));
        slots();
        seen.show();
        assertTrue(seen.all(NatTable.class).get(0).getRowCount() > 2, "the cluster and its racks");
        assertEquals(List.of(lab, 8), stage.advice.asked);
        assertTrue(
                seen.words().contains("1 restart elsewhere frees a slot of 8 on a1-n1; 12.5 GPU-hours"), seen.words());
        ToolItem restart = seen.tool("Restart Elsewhere\u2026").orElseThrow();
        assertFalse(restart.isEnabled(), "no move is selected");
        Screen.click(seen.all(NatTable.class).get(1), 20, 30, 0);
        seen.until("the move is selected", restart::isEnabled);
        restart.notifyListeners(SWT.Selection, new Event());
        seen.until("it is planned", () -> !stage.placement.planned.isEmpty());
        assertEquals(List.of(new Target.OnNode(lab.getNodes().get(1))), stage.placement.planned);
        seen.until("it is shown", () -> seen.dialogs.shown.contains("review Restart train on a1-n2"));
        assertFalse(
                seen.dialogs
                        .plans
                        .getLast()
                        .effects()
                        .contains(SlotColumns.cost(
                                stage.advice.relief.orElseThrow().moves().getFirst())),
                "the plan of one job has its hours among what cannot be undone");
        job.getTasks().remove(task);
        restart.notifyListeners(SWT.Selection, new Event());
        assertTrue(seen.words().contains(task.getName() + " is no longer in the fleet."), seen.words());
        assertEquals(1, stage.placement.planned.size());
    }

    /** 8 was offered first where nodes have 4 GPUs, and answered with "No node of the cluster has 8 GPUs". */
    @Test
    void whatNoNodeHasIsNotOffered() {
        lab.getNodes().forEach(node -> node.getAccelerators()
                .subList(4, node.getAccelerators().size())
                .clear());
        slots();
        seen.show();
        ToolItem sizes = seen.tool("free a slot of: 4 GPUs").orElseThrow();
        assertEquals(
                List.of("1 GPU", "2 GPUs", "4 GPUs", "16 GPUs"),
                Stream.of(((Menu) sizes.getData()).getItems())
                        .map(MenuItem::getText)
                        .toList());
        assertEquals(List.of(lab, 4), stage.advice.asked);
    }

    @Test
    void columnsThatSayNothingTakeNoRoom() {
        slots();
        seen.show();
        assertEquals(
                1,
                seen.all(NatTable.class).stream()
                        .filter(table -> table.getSize().x > 0)
                        .count(),
                "no move, no table of moves");
        assertFalse(heads().contains("slices free"), heads()::toString);
        assertTrue(
                heads().containsAll(List.of("where", "of 8", "whole GPUs free", "GPUs stranded")), heads()::toString);
    }

    @Test
    void noSlotIsCountedBeforeThePodsAreKnown() {
        SchedulingObjects facts = new SchedulingObjects();
        facts.read("pods", SyncState.NOT_YET, "");
        lab.setFacts(facts);
        lab.setConnection(ConnectionState.STALE);
        slots();
        seen.show();
        assertTrue(seen.words().contains("Who holds its devices is not known yet."), seen.words());
        assertEquals(List.of(), stage.advice.asked);
    }

    @Test
    void whatFreesASlotWhereTheClusterIsNotHeardIsSaidToBeOfBefore() {
        slots();
        lab.setConnection(ConnectionState.STALE);
        seen.show();
        assertTrue(seen.words().contains(", stale"), seen.words());
    }

    @Test
    void allMovesThatFreeASlotAreOneOperationThatSaysWhatEachCosts() {
        List<Node> nodes = lab.getNodes();
        stage.advice.relief = Optional.of(new SlotMoves(
                new Target.OnNode(nodes.get(0)),
                8,
                List.of(
                        new SlotMoves.Move(task("train"), nodes.get(0), nodes.get(1), OptionalDouble.of(12.5), true),
                        new SlotMoves.Move(task("eval"), nodes.get(0), nodes.get(2), OptionalDouble.empty(), false)),
                OptionalDouble.empty()));
        slots();
        seen.show();
        seen.pressTool("Restart All\u2026");
        seen.until("it is shown", () -> !seen.dialogs.shown.isEmpty());
        assertEquals(List.of("review Restart 2 tasks to free a slot of 8 on a1-n1"), seen.dialogs.shown);
        assertEquals(
                List.of(new Target.OnNode(nodes.get(1)), new Target.OnNode(nodes.get(2))), stage.placement.planned);
        SlotMoves.Move move = stage.advice.relief.orElseThrow().moves().getFirst();
        assertEquals("train: 12.5 GPU-hours are lost unless a checkpoint was saved.", SlotColumns.cost(move));
        assertTrue(seen.dialogs.plans.getLast().effects().contains(SlotColumns.cost(move)));
    }

    @Test
    void aGangThatMovesWholeIsOnePlacementIntoTheDomainOfItsNewNodes() {
        Cluster two = stage.made.cluster("two", 16);
        Node from = two.getNodes().getFirst();
        Node to = two.getNodes().stream()
                .filter(node -> node.getDomain() != from.getDomain())
                .findFirst()
                .orElseThrow();
        Job gang = stage.made.job(two, "gang", "Job", JobState.RUNNING, 2, 4);
        List<SlotMoves.Move> moves = new ArrayList<>();
        for (int rank = 0; rank < 2; rank++) {
            Task task = stage.made.task(gang, rank, TaskPhase.RUNNING, List.of(from));
            moves.add(new SlotMoves.Move(task, from, to.getDomain().getNodes().get(rank), OptionalDouble.of(3), true));
        }
        SlotMoves slot = new SlotMoves(new Target.OnNode(from), 8, moves, OptionalDouble.of(3));
        List<PlaceFlow.PlaceRequest> requests = SlotRequests.of(slot.moves());
        assertEquals(1, requests.size());
        assertEquals(new Target.OnDomain(to.getDomain()), requests.getFirst().target());
        assertEquals(new Subject(gang, List.of()), requests.getFirst().subject());
        assertTrue(
                requests.getFirst().cost().contains("3.0 GPU-hours"),
                requests.getFirst().cost());
        stage.made.task(gang, 2, TaskPhase.RUNNING, List.of(from));
        assertEquals(2, SlotRequests.of(slot.moves()).size(), "one of it stays: it does not move whole");
    }

    @Test
    void whatRestartsWithAMoveGoesWithIt() {
        Cluster two = stage.made.cluster("two", 16);
        Node from = two.getNodes().getFirst();
        Node to = two.getNodes().stream()
                .filter(node -> node.getDomain() != from.getDomain())
                .findFirst()
                .orElseThrow();
        Job chat = stage.made.job(two, "chat", "Deployment", JobState.RUNNING, 2, 4);
        List<SlotMoves.Move> moves = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Task task = stage.made.task(chat, i, TaskPhase.RUNNING, List.of(from));
            moves.add(new SlotMoves.Move(task, from, to.getDomain().getNodes().get(i), OptionalDouble.of(0), true));
        }
        assertEquals(
                new Target.OnNode(to),
                SlotRequests.of(List.of(
                                moves.get(0),
                                new SlotMoves.Move(moves.get(1).task(), from, to, OptionalDouble.of(0), true)))
                        .getFirst()
                        .target(),
                "all on one node");
        stage.advice.relief = Optional.of(new SlotMoves(new Target.OnNode(from), 8, moves, OptionalDouble.of(0)));
        slots();
        seen.show();
        ToolItem restart = seen.tool("Restart Elsewhere\u2026").orElseThrow();
        Screen.click(seen.all(NatTable.class).get(1), 20, 30, 0);
        seen.until("the move is selected", restart::isEnabled);
        restart.notifyListeners(SWT.Selection, new Event());
        seen.until("it is planned", () -> !stage.placement.planned.isEmpty());
        assertEquals(List.of(new Target.OnDomain(to.getDomain())), stage.placement.planned);
    }

    @Test
    void tasksOfOneJobAreNotRestartedSideBySide() {
        List<Node> nodes = lab.getNodes();
        Task first = task("train");
        Task second = stage.made.task(first.getJob(), 1, TaskPhase.RUNNING, List.of(nodes.get(0)));
        stage.place.placeAll(
                "Free a slot",
                List.of(
                        new PlaceFlow.PlaceRequest(
                                new Subject(first.getJob(), List.of(first)), new Target.OnNode(nodes.get(1)), ""),
                        new PlaceFlow.PlaceRequest(
                                new Subject(first.getJob(), List.of(second)), new Target.OnNode(nodes.get(2)), "")));
        assertTrue(seen.dialogs.shown.getFirst().startsWith("refuse Free a slot"), seen.dialogs.shown::toString);
        assertEquals(List.of(), stage.placement.planned);
    }

    private Task task(String job) {
        return stage.made.task(
                stage.made.job(lab, job, "Job", JobState.RUNNING, 1, 4),
                0,
                TaskPhase.RUNNING,
                List.of(lab.getNodes().getFirst()));
    }

    @Test
    void theWordsForMovesSayWhatTheyCostOrThatThereAreNone() {
        Target rack = new Target.OnDomain(lab.getDomains().getFirst());
        assertTrue(SlotColumns.words(Optional.empty(), 64, 0).startsWith("No set of moves"));
        assertEquals(
                "No set of moves was found that frees a slot of 8 here without taking one elsewhere in the cluster,"
                        + " which has 5 free.",
                SlotColumns.words(Optional.empty(), 8, 5));
        assertTrue(SlotColumns.words(Optional.of(new SlotMoves(rack, 16, List.of(), OptionalDouble.of(0))), 16, 0)
                .startsWith("No move is needed: a slot of 16 is free, such as "));
    }

    @Test
    void aServiceThatMovesIsSaidToAnswerFewerRequestsAndNotToLoseNoGpuHours() {
        Job chat = stage.made.job(lab, "chat", "Deployment", JobState.RUNNING, 1, 4);
        chat.setPurpose(Purpose.INFERENCE);
        Node node = lab.getNodes().getFirst();
        Task task = stage.made.task(chat, 0, TaskPhase.RUNNING, List.of(node));
        SlotMoves.Move move = new SlotMoves.Move(task, node, lab.getNodes().get(1), OptionalDouble.of(0), false);
        assertTrue(SlotColumns.cost(move).contains("Services have no work to lose"), SlotColumns.cost(move));
        SlotMoves relief = new SlotMoves(new Target.OnNode(node), 8, List.of(move), OptionalDouble.of(0));
        assertEquals(
                "1 restart elsewhere of a service frees a slot of 8 on a1-n1; no work is lost, but it answers fewer"
                        + " requests, or none, meanwhile.",
                SlotColumns.words(Optional.of(relief), 8, 0));
    }

    @Test
    void whatIsLostAtAnUnknownStartIsSaidToBeUnknown() {
        Job job = stage.made.job(lab, "train", "Job", JobState.RUNNING, 1, 4);
        Node node = lab.getNodes().getFirst();
        Task task = stage.made.task(job, 0, TaskPhase.RUNNING, List.of(node));
        SlotMoves.Move move = new SlotMoves.Move(task, node, lab.getNodes().get(1), OptionalDouble.empty(), false);
        SlotMoves relief = new SlotMoves(new Target.OnNode(node), 8, List.of(move), OptionalDouble.empty());
        assertTrue(SlotColumns.words(Optional.of(relief), 8, 0).contains("GPU-hours lost unknown"));
        assertEquals(
                "unknown",
                SlotColumns.moves().stream()
                        .filter(column -> column.id().equals("lost"))
                        .findFirst()
                        .orElseThrow()
                        .text(move));
    }

    @Test
    void slotsThatNobodySeesAreNotWorkedOut() {
        SlotsPart part = slots();
        assertEquals(List.of(), stage.advice.asked, "nothing is shown yet");
        seen.show();
        seen.until("it is worked out when it is seen", () -> stage.advice.asked.equals(List.of(lab, 8)));
        stage.advice.asked = List.of();
        seen.shell.setVisible(false);
        part.focus();
        assertEquals(List.of(), stage.advice.asked);
        seen.shell.setVisible(true);
        seen.until("it is worked out again", () -> stage.advice.asked.equals(List.of(lab, 8)));
    }

    @Test
    void noOtherMoveTakesThePlaceOfASelectedOneThatIsNoneAnyMore() {
        List<Node> nodes = lab.getNodes();
        List<SlotMoves.Move> moves = new ArrayList<>();
        for (String job : List.of("train", "eval")) {
            moves.add(new SlotMoves.Move(task(job), nodes.get(0), nodes.get(1), OptionalDouble.of(1), false));
        }
        SlotsPart part = slots();
        seen.show();
        seen.until("the cluster is selected", () -> stage.advice.asked.equals(List.of(lab, 8)));
        part.want(new SlotsPart.Wanted(
                "For x: free 4 GPUs", lab, () -> Optional.of(new CureMoves(moves, OptionalDouble.of(1)))));
        ToolItem restart = seen.tool("Restart Elsewhere\u2026").orElseThrow();
        assertTrue(restart.isEnabled(), "the first is selected");
        moves.removeFirst();
        part.focus();
        assertEquals(1, seen.all(NatTable.class).get(1).getRowCount() - 1);
        assertFalse(restart.isEnabled());
    }

    private List<String> heads() {
        NatTable table = seen.all(NatTable.class).getFirst();
        return IntStream.range(0, table.getColumnCount())
                .filter(column -> table.getColumnWidthByPosition(column) > 0)
                .mapToObj(column -> String.valueOf(table.getDataValueByPosition(column, 0)))
                .toList();
    }

    @Test
    void noSizeIsCountedOfWhichThereCanBeNoSlot() {
        SlotsPart part = slots();
        seen.show();
        seen.until("4 nodes have 32 GPUs", () -> !heads().contains("of 64"));
        assertTrue(heads().containsAll(List.of("of 8", "of 32")), heads()::toString);
        lab.getNodes().forEach(node -> node.getAccelerators().subList(4, 8).clear());
        part.focus();
        assertFalse(heads().contains("of 8"), "no node has more than 4: " + heads());
    }

    @Test
    void noHeadOfTheSlotsIsCut() {
        slots();
        seen.show();
        GC gc = new GC(seen.all(NatTable.class).get(0));
        try {
            SlotColumns.slots()
                    .forEach(column -> assertTrue(
                            gc.textExtent(column.label()).x + 8 <= column.width(),
                            column.label() + " needs " + gc.textExtent(column.label()).x));
        } finally {
            gc.dispose();
        }
    }

    private SlotsPart slots() {
        return new SlotsPart(seen.shell, stage.fleet, stage.selection, stage.advice, stage.place, stage.services);
    }
}
