// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import podium.core.api.ObjectRef;
import podium.core.change.ClusterId;
import podium.core.job.GangLoss;
import podium.core.retry.PodLossEffect;
import podium.core.retry.PodLossOutcome;
import podium.model.fleet.Cluster;
import podium.model.fleet.DisruptionBudget;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.model.value.ControllerRef;
import podium.model.value.TaskSpec;
import podium.operation.drain.DrainForecast;
import podium.operation.drain.DrainPreview;
import podium.operation.drain.DrainRequest;
import podium.operation.drain.DrainWave;
import podium.operation.drain.Fate;
import podium.operation.drain.PodFate;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;
import podium.ui.dialog.drain.DrainText;
import podium.ui.dialog.drain.ForecastText;
import podium.ui.dialog.plan.PlanWords;
import podium.ui.dialog.plan.TextDiff;
import podium.ui.dialog.plan.TextDiff.Kind;
import podium.ui.fake.FakeFleet;
import podium.ui.fake.FakePlacement;
import podium.ui.table.Column;
import podium.ui.table.Rows.Row;

class DialogTextTest {
    private final FakeFleet made = new FakeFleet();
    private final Cluster cluster = made.cluster("lab", 4);
    private final Job job = made.job(cluster, "train", "Job", JobState.RUNNING, 2, 8);

    private static String marks(List<TextDiff.Line> lines) {
        return lines.stream()
                .map(line -> switch (line.kind()) {
                    case SAME -> "=";
                    case REMOVED -> "-";
                    case ADDED -> "+";
                })
                .collect(Collectors.joining());
    }

    @Test
    void theDiffMarksOnlyWhatChanged() {
        List<TextDiff.Line> lines = TextDiff.of("a\nb\nc", "a\nx\nc\nd");
        assertEquals("=-+=+", marks(lines));
        assertEquals("b", lines.get(1).before());
        assertEquals("x", lines.get(2).after());
    }

    @Test
    void equalTextsHaveNoMark() {
        assertEquals("==", marks(TextDiff.of("a\nb", "a\nb")));
    }

    @Test
    void anObjectThatDoesNotExistYetIsAllAdded() {
        assertEquals("++", marks(TextDiff.of("", "a\nb")));
        assertEquals("--", marks(TextDiff.of("a\nb", "")));
    }

    @Test
    void theDiffReadsBackAsBothTexts() {
        Random random = new Random(7);
        Supplier<String> some = () ->
                random.ints(random.nextInt(12), 0, 5).mapToObj(i -> "a: " + i).collect(Collectors.joining("\n"));
        for (int i = 0; i < 500; i++) {
            String before = some.get();
            String after = some.get();
            List<TextDiff.Line> lines = TextDiff.of(before, after);
            assertEquals(before, side(lines, Kind.ADDED, TextDiff.Line::before));
            assertEquals(after, side(lines, Kind.REMOVED, TextDiff.Line::after));
        }
    }

    private static String side(List<TextDiff.Line> lines, Kind without, Function<TextDiff.Line, String> text) {
        return lines.stream().filter(line -> line.kind() != without).map(text).collect(Collectors.joining("\n"));
    }

    @Test
    void aChangeOfManyLinesIsTakenAsAWholeAndWhatStandsAroundItStays() {
        String head = "kind: ConfigMap\n";
        String tail = "\nmetadata: {}";
        String one = IntStream.range(0, 40_000).mapToObj(i -> "a" + i).collect(Collectors.joining("\n"));
        String other = IntStream.range(0, 40_000).mapToObj(i -> "b" + i).collect(Collectors.joining("\n"));
        List<TextDiff.Line> lines = TextDiff.of(head + one + tail, head + other + tail);
        assertEquals(80_002, lines.size());
        assertEquals(Kind.SAME, lines.getFirst().kind());
        assertEquals(Kind.REMOVED, lines.get(40_000).kind());
        assertEquals(Kind.ADDED, lines.get(40_001).kind());
        assertEquals(Kind.SAME, lines.getLast().kind());
    }

    @Test
    void linesChangedFarApartAreFoundAndAllBetweenThemStays() {
        String text = IntStream.range(0, 40_000).mapToObj(i -> "a" + i).collect(Collectors.joining("\n"));
        List<TextDiff.Line> lines = TextDiff.of("first\n" + text + "\nlast", "1st\n" + text + "\nend");
        assertEquals("-+" + "=".repeat(40_000) + "-+", marks(lines));
    }

    @Test
    void everyStepOfAPlanIsSaidInOrder() {
        List<String> lines = PlanWords.lines(FakePlacement.example(job));
        assertEquals(3, lines.size());
        assertTrue(lines.get(0).startsWith("1  Suspend Job"));
        assertTrue(lines.get(2).startsWith("3  Resume Job"));
    }

    @Test
    void everyPodThatIsEvictedIsNamed() {
        Plan plan = new Plan(
                new ClusterId("lab"),
                "drain",
                "Drain n1",
                List.of(new Step.EvictAll(
                        List.of(
                                new Step.Victim(ObjectRef.pod("a", "p1"), "u1", Optional.empty()),
                                new Step.Victim(ObjectRef.pod("a", "p2"), "u2", Optional.of(Duration.ofSeconds(30)))),
                        Duration.ofMinutes(10),
                        "Evict two pods")),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        List<String> lines = PlanWords.lines(plan);
        assertEquals(List.of("1  Evict two pods", "      a/p1"), lines.subList(0, 2));
        assertTrue(lines.get(2).contains("grace 30"));
        assertEquals("Drain", PlanWords.verb(plan));
    }

    @Test
    void aDrainIsSummedUpInOneSentence() {
        DrainPreview preview = preview(
                fate(Fate.EVICT, Optional.of(1)),
                fate(Fate.EVICT, Optional.empty()),
                fate(Fate.STAYS, Optional.empty()),
                fate(Fate.BLOCKS, Optional.empty()));
        assertEquals(
                "2 pods evicted (1 with no place to go), 1 blocks, 1 of DaemonSets or static not touched;"
                        + " 12.5 GPU-hours of work are lost unless a checkpoint was saved.",
                DrainText.summary(preview).replace('\u2009', ' '));
    }

    /** A pod that nothing makes again was counted as one that finds no place. */
    @Test
    void podsThatAreLostAndThatWaitAtAGateAreNotCountedAsWithoutAPlace() {
        PodFate lost = new PodFate(
                task(),
                Optional.of(job),
                Fate.EVICT,
                "why",
                List.of(),
                Optional.empty(),
                true,
                new PodLossEffect(PodLossOutcome.ENDS, ""),
                true);
        assertEquals(
                "3 pods evicted (1 lost for good, 1 with no place to go), 2 finished pods removed;"
                        + " 12.5 GPU-hours of work are lost unless a checkpoint was saved.",
                DrainText.summary(preview(
                                lost,
                                fate(Fate.EVICT, Optional.empty()),
                                fate(Fate.EVICT, Optional.of(1)),
                                fate(Fate.FINISHED, Optional.empty()),
                                fate(Fate.FINISHED, Optional.empty())))
                        .replace('\u2009', ' '));
        job.setSpec(TaskSpec.parse("requests=nvidia.com/gpu=1\ngates=example.com/wait\\t\n"));
        job.setGroups(null);
        PodFate gated = fate(Fate.EVICT, Optional.empty());
        gated.task().setController(new ControllerRef("batch/v1", "Job", "a", "u"));
        assertTrue(DrainText.summary(preview(lost, gated))
                .startsWith("2 pods evicted (1 lost for good, 1 waiting at a gate); "));
    }

    @Test
    void whatIsLostAtAnUnknownStartIsSaidToBeUnknownAndNotLeftOut() {
        DrainPreview any = preview(fate(Fate.EVICT, Optional.empty()));
        DrainPreview unknown = new DrainPreview(
                any.request(),
                any.pods(),
                List.of(new GangLoss(job, OptionalDouble.empty(), Optional.empty())),
                any.waves(),
                any.forecast(),
                any.blockers(),
                any.warnings(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        assertTrue(DrainText.summary(unknown).contains("; how many GPU-hours are lost is not known"));
    }

    @Test
    void whatBlocksComesFirst() {
        DrainPreview preview = preview(
                fate(Fate.STAYS, Optional.empty()),
                fate(Fate.EVICT, Optional.empty()),
                fate(Fate.BLOCKS, Optional.empty()));
        assertEquals(
                List.of(Fate.BLOCKS, Fate.EVICT, Fate.STAYS),
                DrainText.rows(preview).all().stream()
                        .map(Row::item)
                        .map(PodFate::fate)
                        .toList());
    }

    @Test
    void aPodThatHasNowhereToGoSaysSoAndABudgetSaysWhatItAllows() {
        DisruptionBudget budget = FleetFactory.INSTANCE.createDisruptionBudget();
        budget.setName("serve-pdb");
        budget.setDisruptionsAllowed(1);
        PodFate pod = new PodFate(task(), Optional.of(job), Fate.EVICT, "why", List.of(budget), Optional.empty(), true);
        List<String> cells = DrainText.columns(this::preview).stream()
                .map((Column<PodFate, ?> column) -> column.text(pod))
                .toList();
        assertEquals("evicted", cells.get(0));
        assertEquals("train", cells.get(4));
        assertEquals("restarts", cells.get(5));
        assertEquals("serve-pdb (1 allowed)", cells.get(6));
        assertEquals("nowhere now", cells.get(7));
        assertEquals("why", cells.get(8));
        PodFate perhaps = new PodFate(
                task(),
                Optional.of(job),
                Fate.EVICT,
                "why",
                List.of(),
                Optional.empty(),
                true,
                new PodLossEffect(PodLossOutcome.MAY_END, "why"),
                true);
        assertEquals("may end", DrainText.columns(this::preview).get(5).text(perhaps));
    }

    @Test
    void aPodSaysInWhichWaveItsNodeIs() {
        List<Node> nodes = cluster.getNodes().subList(0, 2);
        DrainPreview any = preview();
        DrainPreview waves = new DrainPreview(
                any.request(),
                any.pods(),
                any.gangs(),
                List.of(new DrainWave(1, 2, "", nodes.subList(1, 2)), new DrainWave(2, 2, "", nodes.subList(0, 1))),
                any.forecast(),
                any.blockers(),
                any.warnings(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        PodFate pod = fate(Fate.EVICT, Optional.of(1));
        pod.task().setNode(nodes.getFirst());
        assertEquals(
                "2",
                DrainText.columns(() -> waves).stream()
                        .filter(column -> column.id().equals("wave"))
                        .map(column -> column.text(pod))
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void theTitleNamesOneNodeAndCountsMany() {
        assertEquals("Drain a1-n1", DrainText.title(List.of(cluster.getNodes().getFirst())));
        assertEquals(
                "Drain a1-n1, a1-n2, a1-n3", DrainText.title(cluster.getNodes().subList(0, 3)));
    }

    @Test
    void aForecastSaysItsTimeItsAssumptionAndWhereItStopsFirst() {
        Task task = task();
        DrainForecast ends = new DrainForecast(
                Optional.of(Duration.ofSeconds(150)),
                Optional.of(new DrainForecast.Stop(Duration.ZERO, task, "web", false)));
        assertEquals(
                "About 2\u2009min if every grace period is used up and a replacement is healthy after 30\u2009s."
                        + " At the start it waits: budget web does not let pod " + task.getName() + " go yet.",
                ForecastText.of(foreseen(ends)));
        DrainForecast stuck = new DrainForecast(
                Optional.empty(), Optional.of(new DrainForecast.Stop(Duration.ofSeconds(90), task, "web", true)));
        assertEquals(
                "This drain cannot finish: budget web blocks pod " + task.getName() + ".",
                ForecastText.of(foreseen(stuck)));
        assertEquals(
                "About 2\u2009min if every grace period is used up.",
                ForecastText.of(foreseen(new DrainForecast(Optional.of(Duration.ofSeconds(150)), Optional.empty()))),
                "no pod of it has a place to go, so none is healthy after any time");
        assertEquals(
                "There is nothing to wait for.",
                ForecastText.of(foreseen(new DrainForecast(Optional.of(Duration.ZERO), Optional.empty()))));
    }

    @Test
    void aPodWhoseJobEndsWithItIsToldApartFromOneThatComesBack() {
        PodFate back = fate(Fate.EVICT, Optional.of(1));
        PodFate ends = new PodFate(
                task(),
                Optional.of(job),
                Fate.EVICT,
                "ends the job: backoffLimit is 0",
                List.of(),
                Optional.empty(),
                false,
                new PodLossEffect(PodLossOutcome.ENDS, "backoffLimit is 0"),
                false);
        assertEquals("evicted", cell("fate", back));
        assertEquals("ends job", cell("fate", ends));
        assertEquals("not recreated", cell("destination", ends));
        assertEquals("not known", cell("budgets", ends));
        assertEquals(ends, DrainText.rows(preview(back, ends)).all().getFirst().item(), "the worse comes first");
    }

    private String cell(String column, PodFate pod) {
        return DrainText.columns(this::preview).stream()
                .filter(one -> one.id().equals(column))
                .map(one -> one.text(pod))
                .findFirst()
                .orElseThrow();
    }

    private DrainPreview foreseen(DrainForecast forecast) {
        DrainPreview any = preview();
        return new DrainPreview(
                any.request(),
                any.pods(),
                any.gangs(),
                any.waves(),
                forecast,
                any.blockers(),
                any.warnings(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private Task task() {
        return made.task(job, 0, TaskPhase.RUNNING, List.of());
    }

    private PodFate fate(Fate fate, Optional<Integer> node) {
        return new PodFate(
                task(),
                Optional.of(job),
                fate,
                "why",
                List.of(),
                node.map(index -> cluster.getNodes().get(index)),
                false);
    }

    private DrainPreview preview(PodFate... pods) {
        DrainRequest request = new DrainRequest(
                List.of(cluster.getNodes().getFirst()), false, false, Optional.empty(), Optional.empty());
        return new DrainPreview(
                request,
                List.of(pods),
                List.of(new GangLoss(job, OptionalDouble.of(12.5), Optional.empty())),
                List.of(new DrainWave(1, 1, "", request.nodes())),
                new DrainForecast(Optional.empty(), Optional.empty()),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
