// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;
import podium.core.api.Permission;
import podium.core.api.WriteResult;
import podium.core.cluster.SessionIdentity;
import podium.core.json.Json;
import podium.operation.internal.engine.Bench;
import podium.operation.internal.engine.FakeCluster;
import podium.operation.internal.engine.GangPlan;
import podium.operation.plan.Checked;
import podium.operation.plan.Plan;
import podium.operation.plan.PlanCodec;
import podium.operation.plan.Step;

class CheckerTest {
    private static final ObjectRef NODE = ObjectRef.node("n1");
    private static final ObjectRef POD = ObjectRef.pod("team", "a");

    private final FakeCluster cluster = new FakeCluster();
    private final Plan drain = Bench.plan(
            Bench.set(NODE, "unschedulable", "true", "null"),
            Bench.evict(Duration.ofSeconds(1), Bench.victim(POD, "A")));

    @BeforeEach
    void fill() {
        cluster.put(NODE, "{\"spec\":{}}");
        cluster.put(POD, "{\"metadata\":{\"uid\":\"A\"}}");
    }

    private List<String> check(Plan plan) {
        return new Checker(cluster, InstantSource.system(), "").check(plan).problems();
    }

    @Test
    void everyVerbIsReviewedOnce() {
        List<Permission> asked = new ArrayList<>();
        cluster.allowed = permission -> {
            asked.add(permission);
            return true;
        };
        assertEquals(List.of(), check(drain));
        assertEquals(
                List.of(
                        new Permission("patch", "", "nodes", "", ""),
                        new Permission("create", "", "pods", "eviction", "team")),
                asked);
    }

    @Test
    void aGangThatCouldNotBeHeldAgainIsNotReleased() {
        for (int rank = 0; rank < GangPlan.RANKS; rank++) {
            cluster.put(GangPlan.pod(rank), GangPlan.gated("g" + rank));
        }
        assertEquals(List.of(), check(Bench.plan(GangPlan.steps())));
        cluster.allowed = permission -> !permission.verb().equals("delete");
        assertEquals(List.of("You may not delete pods in team."), check(Bench.plan(GangPlan.steps())));
    }

    @Test
    void everyWriteOfABarrierIsTriedAndEveryRefusalTold() {
        for (int rank = 0; rank < GangPlan.RANKS; rank++) {
            cluster.put(GangPlan.pod(rank), GangPlan.gated("g" + rank));
        }
        cluster.rule = write ->
                write.target().name().endsWith("1") || write.target().name().endsWith("3")
                        ? Optional.of(FakeCluster.refused(403, "Forbidden", "quota exceeded"))
                        : Optional.empty();
        assertEquals(2, check(Bench.plan(GangPlan.steps())).size());
    }

    @Test
    void whatTheServerWarnsOfIsTakenAndToldOnce() {
        cluster.rule = write -> Optional.of(new WriteResult.Accepted(
                200, "{}", List.of("all is old", write.target().name() + " is old")));
        List<Step> steps = new ArrayList<>(drain.steps());
        steps.addAll(List.of(GangPlan.steps()));
        Checked checked =
                new Checker(cluster, InstantSource.system(), "").check(Bench.plan(steps.toArray(Step[]::new)));
        assertEquals(List.of(), checked.problems());
        assertEquals(1, checked.warnings().stream().filter("all is old"::equals).count());
        assertTrue(checked.warnings().contains(NODE.name() + " is old"), checked::toString);
        assertTrue(checked.warnings().contains(GangPlan.pod(1).name() + " is old"), checked::toString);
    }

    @Test
    void whatIsNotAllowedIsNamedAndNothingIsTried() {
        cluster.allowed = permission -> !permission.resource().equals("nodes");
        cluster.rule = _ -> {
            throw new AssertionError("tried");
        };
        assertEquals(List.of("You may not patch nodes."), check(drain));
        cluster.session = new SessionIdentity("https://lab:6443", "lab-uid", "ana", List.of(), true);
        assertEquals(List.of("ana may not patch nodes."), check(drain));
    }

    @Test
    void theServersOwnRulesAreTriedWithoutChangingAnything() {
        cluster.rule = write -> write.target().equals(NODE)
                ? Optional.of(FakeCluster.refused(422, "Invalid", "admission webhook says no"))
                : Optional.empty();
        String before = cluster.state();
        assertTrue(check(drain).getFirst().contains("admission webhook says no"));
        assertEquals(before, cluster.state());
        assertEquals(List.of(), cluster.requests());
    }

    @Test
    void aWriteThatDependsOnAnEarlierOneIsNotTried() {
        Plan plan = Bench.plan(
                Bench.write(ApiWrite.Verb.DELETE, POD, "", Optional.of("A"), Optional.empty()),
                Bench.write(ApiWrite.Verb.CREATE, POD, "{}", Optional.empty(), Optional.empty()));
        assertEquals(List.of(), check(plan));
    }

    @Test
    void anOlderVersionIsNoProblemWhenSomethingElseChanged() {
        String version = cluster.get(NODE).map(Json::resourceVersion).orElse("");
        cluster.change(NODE, node -> node.withObject("/status").put("heartbeat", 1));
        assertEquals(List.of(), check(Bench.plan(Bench.guarded(NODE, "unschedulable", "true", "null", version))));
        cluster.change(NODE, node -> node.withObject("/spec").put("unschedulable", false));
        assertEquals(
                1,
                check(Bench.plan(Bench.guarded(NODE, "unschedulable", "true", "null", version)))
                        .size());
    }

    @Test
    void aSilentServerIsAProblem() {
        cluster.rule = _ -> Optional.of(new WriteResult.Unanswered("no route to host", false));
        assertEquals(List.of("The server does not answer: no route to host"), check(drain));
    }

    @Test
    void plansOfEveryKindOfStepAreReadBackFromTheirText() {
        Plan plan = Bench.plan(
                "all",
                List.of(
                        Bench.set(NODE, "a", "1", "null"),
                        new Step.Barrier(List.of(Bench.set(NODE, "b", "2", "1")), "Both"),
                        Bench.field(NODE, "/a", "1", Duration.ofSeconds(90)),
                        new Step.Await(
                                POD, new podium.operation.plan.Expectation.Gone("A"), Duration.ofMinutes(1), "Gone"),
                        new Step.Await(
                                POD,
                                new podium.operation.plan.Expectation.ConditionTrue("Ready"),
                                Duration.ofMinutes(1),
                                "Ready"),
                        new Step.Await(
                                POD,
                                new podium.operation.plan.Expectation.PodsRunning("a=b", 3, "n1"),
                                Duration.ofMinutes(1),
                                "Run"),
                        new Step.Await(
                                NODE,
                                new podium.operation.plan.Expectation.Ended(
                                        List.of("A"), Optional.of(java.time.Instant.parse("2026-03-02T12:20:00Z"))),
                                Duration.ofMinutes(1),
                                "End"),
                        new Step.Await(
                                NODE,
                                new podium.operation.plan.Expectation.Reported("EvictionInProgress"),
                                Duration.ofMinutes(1),
                                "Report"),
                        new Step.Await(
                                NODE,
                                new podium.operation.plan.Expectation.Settles("/a", "good", List.of("bad", "worse")),
                                Duration.ofMinutes(1),
                                "Settle"),
                        new Step.Await(
                                NODE,
                                new podium.operation.plan.Expectation.Ended(List.of("A"), Optional.empty()),
                                Duration.ofMinutes(1),
                                "End"),
                        new Step.Await(
                                NODE,
                                new podium.operation.plan.Expectation.NoOtherPods(List.of("A", "B"), ""),
                                Duration.ofMinutes(1),
                                "Empty"),
                        Bench.evict(
                                Duration.ofDays(365),
                                new Step.Victim(POD, "A", Optional.of(Duration.ofSeconds(30))),
                                Bench.victim(POD, "B"))),
                List.of(Bench.set(NODE, "a", "null", "1")));
        assertEquals(plan, PlanCodec.read(Json.read(Json.write(PlanCodec.write(plan)))));
    }
}
