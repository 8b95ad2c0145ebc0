// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.core.change.Change;
import podium.core.change.SchedulingObject.PodRefusal;
import podium.core.change.SchedulingObject.PriorityClass;
import podium.core.testkit.FleetBench;
import podium.core.testkit.Seen;
import podium.core.testkit.SpecBuilder;
import podium.model.value.Condition;
import podium.model.value.Conditions;
import podium.model.value.QuotaTerms;
import podium.model.value.Resources;
import podium.model.value.TaskSpec;
import podium.placement.Obstacle;
import podium.placement.Obstacle.By;
import podium.placement.Obstacle.Cure;
import podium.placement.Subject;
import podium.placement.Target;
import podium.placement.Verdict;
import podium.placement.internal.PlacementServiceImpl;

/** Of a job of which no pods are made it is not said that nodes could take it, nor is it placed. */
class PodCreationTest {
    private static final Instant AT = Instant.parse("2026-03-04T03:00:03Z");

    private final FleetBench bench = new FleetBench();
    private final PlacementServiceImpl placement = new PlacementServiceImpl(bench.service);

    PodCreationTest() {
        bench.show(Seen.gpuNode("n1", 8), new Change.Listed("Pod", 0));
    }

    @AfterEach
    void close() throws Exception {
        placement.close();
    }

    private List<String> waits(String job) {
        List<Obstacle> all = placement.obstacles(bench.job(job));
        assertEquals(By.CREATION, all.getFirst().by());
        all.forEach(one -> assertEquals(
                Optional.empty(), one.cure().filter(Cure.Place.class::isInstance), "to place it does nothing"));
        return all.stream().map(Obstacle::words).toList();
    }

    @Test
    void aPriorityClassThatDoesNotExistIsNamedAtOnce() {
        QuotaTerms gold = new QuotaTerms(Resources.none(), "gold", false, List.of());
        TaskSpec spec = SpecBuilder.of(Resources.of(Map.of("nvidia.com/gpu", 1L)))
                .quota(gold)
                .build();
        bench.show(
                new Change.FactSeen(new PriorityClass("system-node-critical", 2_000_001_000, false, false)),
                Seen.job("train", false, 1, spec, ""));
        assertEquals(List.of("priority class gold does not exist: the server refuses its pods"), waits("train"));
        bench.show(new Change.FactSeen(new PriorityClass("gold", 7, false, false)));
        assertEquals(
                List.of("its controller has not created its pods yet; 1 node could take it then"),
                placement.whyWaiting(bench.job("train")));
    }

    @Test
    void whatItsControllerMayNotCreateIsToldInTheWordsOfTheServer() {
        Condition refused = new Condition(
                "ReplicaFailure", "True", "FailedCreate", "pods \"web-1\" is forbidden: violates PodSecurity", "");
        bench.show(Seen.workload(
                "Deployment",
                "web",
                2,
                Optional.empty(),
                false,
                OptionalInt.empty(),
                new Conditions(List.of(refused)),
                ""));
        assertEquals(
                List.of("its pods cannot be created: pods \"web-1\" is forbidden: violates PodSecurity"), waits("web"));
    }

    @Test
    void ofOneThatIsScaledToNoneNothingElseIsSaid() {
        bench.show(Seen.workload("Deployment", "web", 0));
        assertEquals(List.of("scaled to 0: it wants no pods"), waits("web"));
        bench.show(Seen.workload("DaemonSet", "agent", 0));
        assertEquals(List.of("it wants no pods: no node is to have one"), waits("agent"));
    }

    /** Of a Job no condition tells it: it stands in the events alone. */
    @Test
    void whatTheEventsTellIsSaidInWaitsAndOnTheCanvas() {
        bench.show(Seen.job("train", false, 1, Seen.asks(1), ""), refusal("train", "Error creating: no", true));
        assertEquals(List.of("its pods cannot be created: no"), waits("train"));
        assertEquals(
                Optional.of(AT),
                placement.obstacles(bench.job("train")).getFirst().said().map(Obstacle.Quote::at));
        assertEquals(List.of("its pods cannot be created: no"), canvas("train"));
        bench.show(refusal("train", "", true));
        assertEquals(List.of(), canvas("train"), "they can be created now");
    }

    @Test
    void theCanvasToldAPriorityClassThatDoesNotExist() {
        QuotaTerms gold = new QuotaTerms(Resources.none(), "gold", false, List.of());
        TaskSpec spec = SpecBuilder.of(Resources.of(Map.of("nvidia.com/gpu", 1L)))
                .quota(gold)
                .build();
        bench.show(
                new Change.FactSeen(new PriorityClass("system-node-critical", 2_000_001_000, false, false)),
                Seen.job("train", false, 1, spec, ""));
        assertEquals(List.of("priority class gold does not exist: the server refuses its pods"), canvas("train"));
    }

    @Test
    void whereTheEventsMayNotBeReadNoPlaceIsOfferedOfOneThatLacksItsPodsForLong() {
        bench.show(Seen.job("train", false, 1, Seen.asks(1), ""), refusal("train", "", false));
        bench.job("train").setCreated(AT);
        assertEquals(
                List.of("it has no pods, and why is not known: no right to read the events of its namespace"),
                waits("train"));
        bench.job("train").setCreated(Instant.now().plus(Duration.ofDays(1)));
        assertEquals(
                List.of("its controller has not created its pods yet; 1 node could take it then"),
                placement.whyWaiting(bench.job("train")),
                "it had no time yet");
    }

    private Change refusal(String job, String message, boolean readable) {
        return new Change.FactSeen(new PodRefusal("team", "uid-" + job, message, readable, AT));
    }

    private List<String> canvas(String job) {
        Verdict there = placement.verdict(new Subject(bench.job(job), List.of()), new Target.OnNode(bench.node("n1")));
        assertTrue(there.fit().takes(), there::toString);
        return there.reasons();
    }
}
