// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.core.change.Change;
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
import podium.placement.internal.PlacementServiceImpl;

/** Of a job of which no pods are made it is not said that nodes could take it, nor is it placed. */
class PodCreationTest {
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
}
