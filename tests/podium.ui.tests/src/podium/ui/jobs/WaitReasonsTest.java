// SPDX-License-Identifier: Apache-2.0
package podium.ui.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import podium.core.change.ClusterId;
import podium.core.fleet.FleetDelta;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Node;
import podium.operation.Operation;
import podium.operation.OperationState;
import podium.operation.plan.Plan;
import podium.placement.Assignment;
import podium.placement.Fit;
import podium.placement.FragmentationEffect;
import podium.placement.FreeDevices;
import podium.placement.Obstacle;
import podium.placement.PlacementService;
import podium.placement.Subject;
import podium.placement.Target;
import podium.placement.Verdict;
import podium.ui.fake.Examples;
import podium.ui.fake.FakeFleet;
import podium.ui.fake.FakePlacement;
import podium.ui.label.SameClusters;
import podium.ui.toolkit.Formats;

class WaitReasonsTest {
    private static final Duration NO_TIME = Duration.ZERO;
    private static final Duration MUCH = Duration.ofMinutes(5);

    private final FakeFleet made = new FakeFleet();
    private final Cluster cluster = made.cluster("lab", 8);
    private final Words words = new Words();
    private Instant now = FakeFleet.NOW;
    private List<Operation> operations = List.of();
    private final WaitReasons reasons = new WaitReasons(words, () -> operations, () -> now);
    private final Job first = waiting("first");
    private final Job second = waiting("second");

    private Job waiting(String name) {
        Job job = made.job(cluster, name, "Job", JobState.WAITING, 1, 8);
        job.setReason("0/32 nodes are available");
        return job;
    }

    @Test
    void untilItIsKnownTheClusterHasTheWordThenTheWaitsPage() {
        assertEquals("0/32 nodes are available", reasons.of(first));
        assertEquals(List.of(first, second), reasons.advance(List.of(), List.of(), List.of(first, second), MUCH));
        assertEquals("no node takes first; it lacks 8 GPUs", reasons.of(first));
    }

    @Test
    void whyPodsAreMissingIsAskedOfWhatIsWorkedOut() {
        List<Job> asked = new ArrayList<>();
        reasons.asking(asked::add);
        reasons.advance(List.of(), List.of(first), List.of(first), MUCH);
        assertEquals(List.of(first), asked);
    }

    @Test
    void whatTheClusterSaidHasItsTime() {
        words.said = Optional.of(new Obstacle.Quote("no room", FakeFleet.NOW));
        reasons.advance(List.of(), List.of(), List.of(first), MUCH);
        assertEquals("the cluster said at " + Formats.time(FakeFleet.NOW) + ": no room", reasons.of(first));
    }

    @Test
    void aJobThatAMoveLeftBehindSaysSoInsteadOfThatItIsSuspended() {
        first.setState(JobState.SUSPENDED);
        first.setCreated(FakeFleet.NOW.minusSeconds(3600));
        Plan like = FakePlacement.example(first);
        Plan plan = new Plan(
                ClusterId.of(cluster),
                "suspend",
                "Move first to west: Suspend first",
                like.steps(),
                List.of(),
                List.of(),
                List.of(),
                like.undo());
        operations = List.of(Examples.operation("1", plan, OperationState.DONE, 1, 1, Optional.empty()));
        reasons.advance(List.of(), List.of(first), List.of(first), MUCH);
        assertTrue(reasons.of(first).contains("to be moved to west"), reasons.of(first));
        operations = List.of(Examples.operation("1", plan, OperationState.UNDONE, 1, 1, Optional.empty()));
        assertEquals(List.of(first), reasons.advance(List.of(), List.of(first), List.of(first), MUCH), "told at once");
        assertEquals("no node takes first; it lacks 8 GPUs", reasons.of(first));
    }

    @Test
    void whatIsOnTheScreenIsAskedFirstAndOneAtATimeWhereThereIsNoTime() {
        reasons.advance(List.of(), List.of(second), List.of(first, second), NO_TIME);
        assertEquals(List.of("second"), words.asked);
        reasons.advance(List.of(), List.of(second), List.of(first, second), NO_TIME);
        assertEquals(List.of("second", "first"), words.asked);
    }

    @Test
    void anAnswerIsKeptAndWorkedOutAnewOnlyWhereItIsSeen() {
        reasons.advance(List.of(), List.of(first), List.of(first, second), MUCH);
        words.asked.clear();
        assertEquals(List.of(), reasons.advance(List.of(), List.of(first), List.of(first, second), MUCH));
        assertEquals(List.of(), words.asked);
        now = now.plus(WaitReasons.FRESH).plusSeconds(1);
        words.lacks = "it lacks 2 GPUs";
        assertEquals(List.of(first), reasons.advance(List.of(), List.of(first), List.of(first, second), MUCH));
        assertEquals(List.of("first"), words.asked);
        assertTrue(reasons.of(first).endsWith("2 GPUs"));
    }

    private static FleetDelta delta(Set<Node> nodes, Set<Job> jobs) {
        return new FleetDelta(Set.of(), nodes, jobs, Set.of(), false);
    }

    /** The Waits page, which speaks of what is selected, said another thing for seconds. */
    @Test
    void whatChangedAndWhatIsSelectedIsWorkedOutAnewAtOnce() {
        List<Job> both = List.of(first, second);
        reasons.advance(List.of(), both, both, MUCH);
        words.lacks = "place it there";
        assertEquals(List.of(), reasons.advance(List.of(first), both, both, MUCH), "nothing has changed");
        reasons.changed(delta(Set.of(), Set.of(second)));
        assertEquals(List.of(second), reasons.advance(List.of(), both, both, MUCH), "its selector was edited");
        reasons.changed(delta(Set.of(cluster.getNodes().getFirst()), Set.of()));
        words.asked.clear();
        words.lacks = "it lacks 1 GPU";
        assertEquals(List.of(second), reasons.advance(List.of(second), both, both, NO_TIME), "it is selected");
        assertEquals(List.of("second"), words.asked, "the others have time");
    }

    @Test
    void whatRunsIsNotAskedAndSaysWhatItsClusterSays() {
        reasons.advance(List.of(), List.of(first), List.of(first), MUCH);
        first.setState(JobState.RUNNING);
        first.setReason("");
        words.asked.clear();
        now = now.plus(MUCH);
        assertEquals(List.of(), reasons.advance(List.of(), List.of(first), List.of(first), MUCH));
        assertEquals(List.of(), words.asked);
        assertEquals("", reasons.of(first));
    }

    @Test
    void theTableShowsAndFindsTheNewWords() {
        JobTableModel model = new JobTableModel(JobColumns.all(() -> now), reasons, new SameClusters(_ -> ""));
        model.load(made.fleet());
        assertTrue(model.explained(reasons.advance(List.of(), List.of(), model.all(), MUCH)));
        JobLine line = model.jobs().stream()
                .filter(it -> it.name().equals("first"))
                .findFirst()
                .orElseThrow();
        assertEquals("no node takes first; it lacks 8 GPUs", line.why());
        assertTrue(line.search().contains("lacks 8 gpus"));
        assertEquals(false, model.explained(List.of()));
    }

    private static final class Words implements PlacementService {
        private Optional<Obstacle.Quote> said = Optional.empty();
        private final List<String> asked = new ArrayList<>();
        private String lacks = "it lacks 8 GPUs";

        @Override
        public Map<Node, Verdict> verdicts(Subject subject) {
            return Map.of();
        }

        @Override
        public Verdict verdict(Subject subject, Target target) {
            return new Verdict(Fit.DOES_NOT_FIT, List.of(), 0, 0);
        }

        @Override
        public Optional<Assignment> layout(Subject subject, Target target) {
            return Optional.empty();
        }

        @Override
        public List<Obstacle> obstacles(Job job) {
            return said.isEmpty()
                    ? PlacementService.super.obstacles(job)
                    : List.of(new Obstacle(Obstacle.By.SCHEDULER, "no room", Optional.empty(), said));
        }

        @Override
        public List<String> whyWaiting(Job job) {
            asked.add(job.getName());
            return List.of("no node takes " + job.getName(), lacks);
        }

        @Override
        public List<String> evicted(Subject subject) {
            return List.of();
        }

        @Override
        public List<String> notGrantedAgain(Job job) {
            return List.of();
        }

        @Override
        public FreeDevices room(Node node) {
            return FreeDevices.NONE;
        }

        @Override
        public Optional<FragmentationEffect> effect(Subject subject, Node node) {
            return Optional.empty();
        }
    }
}
