// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import podium.core.api.ObjectRef;
import podium.core.json.Json;
import podium.core.testkit.TestKinds;
import podium.operation.Operation;
import podium.operation.OperationState;
import podium.operation.internal.engine.Bench;
import podium.operation.internal.engine.FakeCluster;
import podium.operation.plan.Expectation;
import podium.operation.plan.Step;
import podium.operation.plan.StepCodec;

class AwaitRunnerTest {
    private static final ObjectRef POD = ObjectRef.pod("team", "a");
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(40);

    private final FakeCluster cluster = new FakeCluster();
    private final Bench bench;

    AwaitRunnerTest(@TempDir Path directory) {
        bench = new Bench(cluster, directory);
    }

    @AfterEach
    void close() throws IOException {
        bench.close();
    }

    private String start(Expectation expectation, Duration atMost) {
        return bench.engine.submit(Bench.plan(new Step.Await(POD, expectation, atMost, "Wait")));
    }

    private OperationState end(Expectation expectation, Duration atMost) {
        return bench.ended(start(expectation, atMost)).state();
    }

    private String failure(Expectation expectation) {
        Operation failed = bench.ended(start(expectation, SHORT));
        assertEquals(OperationState.FAILED, failed.state());
        return failed.outcome().orElse("");
    }

    private static Expectation gang() {
        return new Expectation.GangRunning("", java.util.Map.of("A", "n1", "B", "n2"));
    }

    private OperationState gangEnds(Duration atMost) {
        return bench.ended(bench.engine.submit(
                        Bench.plan(new Step.Await(ObjectRef.pod("team", ""), gang(), atMost, "Wait"))))
                .state();
    }

    private static String running(String uid, String node) {
        return "{\"metadata\":{\"uid\":\"" + uid + "\"},\"spec\":{\"nodeName\":\"" + node
                + "\"},\"status\":{\"phase\":\"Running\"}}";
    }

    @Test
    void aPodThatIsEndingIsStillThereUntilItIsGoneOrHasFinished() {
        Expectation none = new Expectation.PodsLeft("", 0);
        cluster.put(
                POD,
                "{\"metadata\":{\"uid\":\"A\",\"name\":\"a\",\"deletionTimestamp\":\"2026-01-01T00:00:00Z\"},\"spec\":"
                        + "{\"nodeName\":\"n1\"},\"status\":{\"phase\":\"Running\"}}");
        assertTrue(failure(none).contains("1 pod still there, 1 ending: a"), () -> failure(none));
        assertEquals(OperationState.DONE, end(new Expectation.PodsLeft("", 1), LONG));
        cluster.put(POD, "{\"metadata\":{\"uid\":\"A\",\"name\":\"a\"},\"status\":{\"phase\":\"Succeeded\"}}");
        assertEquals(OperationState.DONE, end(none, LONG), "what has finished holds nothing");
    }

    @Test
    void aGangRunsWhenEachPodRunsOnItsNode() {
        cluster.put(POD, running("A", "n1"));
        cluster.put(ObjectRef.pod("team", "b"), running("B", "n9"));
        assertEquals(OperationState.FAILED, gangEnds(SHORT), "one runs elsewhere");
        cluster.put(ObjectRef.pod("team", "b"), running("B", "n2"));
        assertEquals(OperationState.DONE, gangEnds(LONG));
    }

    /** Two Podiums had placed there at once: the one that came too late said only what the scheduler says of all nodes. */
    @Test
    void whoHasTakenThePlaceOfAPinnedPodIsSaidOfThoseThatWereBoundLast() {
        cluster.put(ObjectRef.node("n1"), "{\"status\":{\"allocatable\":{\"nvidia.com/gpu\":\"8\"}}}");
        cluster.put(ObjectRef.pod("team", "old"), holding("old", 2, "n1", "True", "2026-01-01T00:00:00Z", ""));
        cluster.put(ObjectRef.pod("team", "late"), holding("late", 6, "n1", "True", "2026-01-01T09:00:00Z", ""));
        cluster.put(
                POD,
                holding(
                        "a",
                        6,
                        "",
                        "False",
                        "2026-01-01T00:00:00Z",
                        "0/2 nodes are available: 1 Insufficient"
                                + " nvidia.com/gpu, 1 node(s) didn't match Pod's node affinity/selector."));
        String said = failure(new Expectation.PodsRunning("", 1, "n1"));
        assertTrue(said.contains("0 of 1 running; its place on n1 was taken by team/late; a: 0/2 nodes"), said);
        cluster.remove(ObjectRef.pod("team", "late"));
        String free = failure(new Expectation.PodsRunning("", 1, "n1"));
        assertTrue(free.contains("0 of 1 running; a: 0/2 nodes"), "whoever has left took nothing");
    }

    private static String holding(String name, int gpus, String node, String bound, String at, String message) {
        return """
                {"metadata":{"uid":"%s","namespace":"team","name":"%s"},
                 "spec":{"nodeName":"%s","containers":[{"resources":{"limits":{"nvidia.com/gpu":"%d"}}}]},
                 "status":{"phase":"%s","conditions":[{"type":"PodScheduled","status":"%s","lastTransitionTime":"%s",
                  "message":"%s"}]}}""".formatted(name, name, node, gpus, node.isEmpty() ? "Pending" : "Running", bound, at, message);
    }

    @Test
    void aGangThatDoesNotStartTellsHowManyWhyAndWhatIsGone() {
        cluster.put(
                POD,
                "{\"metadata\":{\"uid\":\"A\",\"name\":\"a\"},\"status\":{\"phase\":\"Pending\",\"conditions\":[{\"type\":\"PodScheduled\",\"status\":\"False\",\"message\":\"0/2"
                        + " nodes are available\"}]}}");
        String outcome = bench.ended(bench.engine.submit(
                        Bench.plan(new Step.Await(ObjectRef.pod("team", ""), gang(), SHORT, "Wait"))))
                .outcome()
                .orElse("");
        assertTrue(outcome.contains("0 of 2 running; 1 pod deleted meanwhile; a: 0/2 nodes are available"), outcome);
    }

    @Test
    void aGangWhoseOwnerHasFailedIsNotWaitedFor() {
        ObjectRef job = TestKinds.job("team", "train");
        Step wait = new Step.Await(job, gang(), LONG, "Wait");
        cluster.put(POD, running("A", "n1"));
        cluster.put(
                job,
                "{\"metadata\":{\"uid\":\"J\"},\"status\":{\"conditions\":[{\"type\":\"Failed\",\"status\":\"True\","
                        + "\"reason\":\"BackoffLimitExceeded\",\"message\":\"too many failures\"}]}}");
        Operation failed = bench.ended(bench.engine.submit(Bench.plan(wait)));
        assertEquals(OperationState.FAILED, failed.state(), "never runs when the job has failed");
        assertTrue(failed.outcome().orElse("").contains("BackoffLimitExceeded, too many failures"), failed::toString);
        cluster.put(job, "{\"metadata\":{\"uid\":\"J\"}}");
        cluster.put(ObjectRef.pod("team", "b"), running("B", "n2"));
        assertEquals(
                OperationState.DONE,
                bench.ended(bench.engine.submit(Bench.plan(wait))).state());
    }

    /** It was waited for without end: the pods of the new one have another owner. */
    @Test
    void podsOfAnObjectThatWasMadeAnewByOthersAreNotWaitedFor() {
        ObjectRef job = TestKinds.job("team", "train");
        cluster.put(job, "{\"metadata\":{\"uid\":\"J\",\"labels\":{}}}");
        Step wait = new Step.Await(job, new Expectation.PodsRunning("a=b", 1, ""), LONG, "Wait");
        String id = bench.engine.submit(Bench.plan(Bench.set(job, "x", "1", ""), wait));
        bench.until(id, operation -> operation.status().startsWith("Wait"));
        cluster.put(job, "{\"metadata\":{\"uid\":\"J2\"}}");
        Operation failed = bench.ended(id);
        assertEquals(OperationState.FAILED, failed.state());
        assertTrue(
                failed.outcome().orElse("").contains("was deleted and recreated by somebody else"), failed::toString);
    }

    /** The operation went on to wait for a pod that was deleted, took one of its name for it, and ended as done. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aPodThatNothingMakesAnewIsNotWaitedForOnceItIsGone(boolean recreated) {
        cluster.put(POD, "{\"metadata\":{\"uid\":\"A\"}}");
        Step wait = new Step.Await(POD, new Expectation.PodsRunning("", 1, "n1"), LONG, "Wait");
        String id = bench.engine.submit(Bench.plan(Bench.set(POD, "x", "1", ""), wait));
        bench.until(id, operation -> operation.status().startsWith("Wait"));
        if (recreated) {
            cluster.put(POD, running("A2", "n1"));
        } else {
            cluster.remove(POD);
        }
        Operation failed = bench.ended(id);
        assertEquals(OperationState.FAILED, failed.state());
        String said = recreated ? "was deleted and recreated by somebody else" : "was deleted";
        assertTrue(failed.outcome().orElse("").contains(said), failed::toString);
    }

    /** An undo of a restart waited for good until a job that had completed was suspended. */
    @Test
    void whatAJobThatHasFinishedDoesNotComeToAnyMoreIsNotWaitedFor() {
        ObjectRef job = TestKinds.job("team", "train");
        cluster.put(
                job,
                "{\"metadata\":{\"uid\":\"J\"},\"spec\":{\"suspend\":false},\"status\":{\"conditions\":"
                        + "[{\"type\":\"Complete\",\"status\":\"True\"}]}}");
        for (Expectation waited : List.of(
                new Expectation.FieldIs("/spec/suspend", "true"),
                new Expectation.PodsAnew("", 2, List.of("A")),
                new Expectation.PodsRunning("job-name=train", 1, ""),
                gang())) {
            Operation failed = bench.ended(bench.engine.submit(Bench.plan(new Step.Await(job, waited, LONG, "Wait"))));
            assertEquals(OperationState.FAILED, failed.state());
            assertTrue(
                    failed.outcome()
                            .orElse("")
                            .contains("Job team/train has finished: what is waited for does not come any more"),
                    failed::toString);
        }
        assertEquals(
                OperationState.DONE,
                bench.run(Bench.plan(
                                new Step.Await(job, new Expectation.FieldIs("/spec/suspend", "false"), LONG, "Wait")))
                        .state());
    }

    @Test
    void newPodsOfAnOwnerThatHasFailedAreNotWaitedFor() {
        ObjectRef job = TestKinds.job("team", "train");
        Step wait = new Step.Await(job, new Expectation.PodsAnew("", 2, List.of("A")), LONG, "Wait");
        cluster.put(
                job,
                "{\"status\":{\"conditions\":[{\"type\":\"FailureTarget\",\"status\":\"True\",\"reason\":"
                        + "\"BackoffLimitExceeded\",\"message\":\"it has reached its limit\"}]}}");
        Operation failed = bench.ended(bench.engine.submit(Bench.plan(wait)));
        assertEquals(OperationState.FAILED, failed.state(), "never done when the job has failed");
        assertTrue(failed.outcome().orElse("").contains("BackoffLimitExceeded"), failed::toString);
        Step running = new Step.Await(job, new Expectation.PodsRunning("a=b", 1, ""), LONG, "Wait");
        assertEquals(
                OperationState.FAILED,
                bench.ended(bench.engine.submit(Bench.plan(running))).state());
    }

    @Test
    void onlyOtherPodsThanTheOldOnesAreNew() {
        ObjectRef job = TestKinds.job("team", "train");
        cluster.put(job, "{}");
        cluster.put(POD, running("A", "n1"));
        cluster.put(ObjectRef.pod("team", "b"), running("B", "n1"));
        Expectation two = new Expectation.PodsAnew("", 2, List.of("A"));
        assertEquals(
                OperationState.FAILED,
                bench.ended(bench.engine.submit(Bench.plan(new Step.Await(job, two, SHORT, "Wait"))))
                        .state());
        cluster.put(ObjectRef.pod("team", "c"), running("C", "n1"));
        Step.Await wait = new Step.Await(job, two, LONG, "Wait");
        assertEquals(
                OperationState.DONE,
                bench.ended(bench.engine.submit(Bench.plan(wait))).state());
        var written = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.arrayNode();
        StepCodec.write(List.of(wait), written);
        assertEquals(List.of(wait), StepCodec.read(Json.read(Json.write(written))));
    }

    /** Counted as the real Job controller does it. */
    @Test
    void newPodsAreNotWaitedForWhereTheOldOnesHaveSucceededMeanwhile() {
        ObjectRef job = TestKinds.job("team", "train");
        cluster.put(ObjectRef.pod("team", "b"), running("B", "n1"));
        Step.Await wait = new Step.Await(job, new Expectation.PodsAnew("", 2, List.of("A", "Z")), SHORT, "Wait");
        for (String over : List.of(
                "\"completions\":2},\"status\":{\"succeeded\":1}",
                "\"completions\":2},\"status\":{\"uncountedTerminatedPods\":{\"succeeded\":[\"A\"]}}",
                "\"completions\":7},\"status\":{\"succeeded\":2,\"failedIndexes\":\"1,3-5\"}",
                "\"parallelism\":2},\"status\":{\"succeeded\":1}")) {
            cluster.put(job, "{\"spec\":{" + over + "}");
            assertEquals(
                    OperationState.DONE,
                    bench.ended(bench.engine.submit(Bench.plan(wait))).state(),
                    over);
        }
        cluster.put(job, "{\"spec\":{\"completions\":3},\"status\":{\"succeeded\":1}}");
        Operation failed = bench.ended(bench.engine.submit(Bench.plan(wait)));
        assertTrue(failed.outcome().orElse("").contains("1 of 2 new pods"), failed::toString);
    }

    private static String pinned(String uid, String node, String more) {
        return "{\"metadata\":{\"uid\":\"" + uid + "\",\"name\":\"" + uid + "\"" + more
                + "},\"spec\":{\"nodeName\":\"" + node + "\",\"nodeSelector\":{\"rack\":\"" + node
                + "\"}},\"status\":{\"phase\":\"Running\"}}";
    }

    private Operation waits(ObjectRef owner, Expectation expectation) {
        Step.Await wait = new Step.Await(owner, expectation, SHORT, "Wait");
        var written = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.arrayNode();
        StepCodec.write(List.of(wait), written);
        assertEquals(List.of(wait), StepCodec.read(Json.read(Json.write(written))), "it survives the journal");
        return bench.ended(bench.engine.submit(Bench.plan(wait)));
    }

    @Test
    void aPlacementIsNotDoneWhileAnOldPodIsLeftThoughItIsEnding() {
        ObjectRef set = TestKinds.job("team", "train");
        cluster.put(set, "{}");
        cluster.put(ObjectRef.node("r2"), "{\"metadata\":{\"name\":\"r2\",\"labels\":{\"rack\":\"r2\"}}}");
        cluster.put(ObjectRef.pod("team", "b"), pinned("B", "r2", ""));
        cluster.put(POD, pinned("A", "r1", ",\"deletionTimestamp\":\"2026-01-01T00:00:00Z\""));
        Expectation placed = new Expectation.PodsPlaced("", 1, "rack", "r2", List.of("A"));
        Expectation rolled = new Expectation.PodsRolled("", "/spec/nodeSelector/rack", "r2", true, 0);
        Expectation back = new Expectation.PodsRolled("", "/spec/nodeSelector/rack", "r1", false, 0);
        for (Expectation one : List.of(placed, rolled, back)) {
            Operation left = waits(set, one);
            assertEquals(OperationState.FAILED, left.state(), one::toString);
            assertTrue(left.outcome().orElse("").contains("1 old pod still there, 1 ending: a"), left::toString);
        }
        assertEquals(
                OperationState.DONE,
                waits(set, new Expectation.PodsRolled("", "/spec/nodeSelector/rack", "r2", true, 1))
                        .state());
        cluster.remove(POD);
        for (Expectation one : List.of(placed, rolled, back)) {
            assertEquals(OperationState.DONE, waits(set, one).state(), one::toString);
        }
    }

    @Test
    void ofAJobThatKueueAdmitsInPartAllThatItHasAdmittedByThenHaveToRun() {
        ObjectRef job = TestKinds.job("team", "train");
        String part = "{\"metadata\":{\"annotations\":{\"kueue.x-k8s.io/job-min-parallelism\":\"1\"}},"
                + "\"spec\":{\"parallelism\":%d,\"completions\":6}}";
        cluster.put(ObjectRef.node("r2"), "{\"metadata\":{\"name\":\"r2\",\"labels\":{\"rack\":\"r2\"}}}");
        cluster.put(POD, pinned("A", "r2", ""));
        cluster.put(ObjectRef.pod("team", "b"), pinned("B", "r2", ""));
        Expectation two = new Expectation.PodsPlaced("", 2, "rack", "r2", List.of());
        cluster.put(job, part.formatted(3));
        assertTrue(waits(job, two).outcome().orElse("").contains("2 of 3 running there"));
        cluster.put(job, part.formatted(2));
        assertEquals(OperationState.DONE, waits(job, two).state());
        cluster.remove(POD);
        cluster.put(job, part.formatted(1));
        assertEquals(OperationState.DONE, waits(job, two).state(), "fewer than before");
    }

    @Test
    void aRolloutIsOverWhenItsControllerHasSeenTheChangeAndNoOldReplicaIsLeft() {
        ObjectRef web = new ObjectRef("apps", "v1", "deployments", "Deployment", "team", "web");
        String owner =
                "{\"metadata\":{\"generation\":3},\"spec\":{\"replicas\":2},\"status\":{\"observedGeneration\":%d,"
                        + "\"updatedReplicas\":2,\"replicas\":%d}}";
        cluster.put(web, owner.formatted(2, 2));
        assertTrue(waits(web, new Expectation.RolledOut(false))
                .outcome()
                .orElse("")
                .contains("has not seen the change yet"));
        cluster.put(web, owner.formatted(3, 3));
        assertTrue(waits(web, new Expectation.RolledOut(false))
                .outcome()
                .orElse("")
                .contains("2 of 2 replaced, 1 old"));
        cluster.put(web, owner.formatted(3, 2));
        assertEquals(
                OperationState.DONE,
                waits(web, new Expectation.RolledOut(false)).state());
    }

    /** kubectl pkg/polymorphichelpers/rollout_status.go */
    @Test
    void aRolloutThatHasToServeWaitsForItsPodsAndFailsWhenItIsGivenUp() {
        ObjectRef web = new ObjectRef("apps", "v1", "deployments", "Deployment", "team", "web");
        String owner =
                "{\"metadata\":{\"generation\":3},\"spec\":{\"replicas\":2%s},\"status\":{\"observedGeneration\":3,"
                        + "\"updatedReplicas\":%d,\"replicas\":2,\"availableReplicas\":%d%s}}";
        Expectation serves = new Expectation.RolledOut(true);
        cluster.put(web, owner.formatted("", 2, 1, ""));
        assertTrue(waits(web, serves).outcome().orElse("").contains("2 of 2 replaced, 0 old, 1 available"));
        cluster.put(web, owner.formatted("", 2, 2, ""));
        assertEquals(OperationState.DONE, waits(web, serves).state());
        String partition = ",\"updateStrategy\":{\"rollingUpdate\":{\"partition\":1}}";
        cluster.put(web, owner.formatted(partition, 1, 1, ""));
        assertTrue(waits(web, serves).outcome().orElse("").contains("1 of 1 replaced, 0 old, 0 available"));
        cluster.put(web, owner.formatted(partition, 1, 2, ""));
        assertEquals(OperationState.DONE, waits(web, serves).state());
        cluster.put(
                web,
                owner.formatted(
                        "",
                        1,
                        2,
                        ",\"conditions\":[{\"type\":\"Progressing\",\"status\":\"False\","
                                + "\"reason\":\"ProgressDeadlineExceeded\",\"message\":\"web-2 has timed out\"}]"));
        String given = waits(web, serves).outcome().orElse("");
        assertTrue(given.contains("has given up") && given.contains("web-2 has timed out"), given);
        ObjectRef daemons = new ObjectRef("apps", "v1", "daemonsets", "DaemonSet", "team", "agent");
        String set =
                "{\"metadata\":{\"generation\":1},\"status\":{\"observedGeneration\":1,\"desiredNumberScheduled\":3,"
                        + "\"updatedNumberScheduled\":%d,\"numberAvailable\":%d}}";
        cluster.put(daemons, set.formatted(2, 3));
        assertTrue(waits(daemons, serves).outcome().orElse("").contains("2 of 3 replaced, 1 old, 3 available"));
        cluster.put(daemons, set.formatted(3, 3));
        assertEquals(OperationState.DONE, waits(daemons, serves).state());
    }

    @Test
    void oneOfACollectionIsEnough() {
        ObjectRef pods = ObjectRef.pod("team", "");
        Expectation listed = new Expectation.Listed("", "/spec/nodeName", "n2");
        cluster.put(POD, running("A", "n1"));
        assertEquals(OperationState.FAILED, waits(pods, listed).state());
        cluster.put(ObjectRef.pod("team", "b"), running("B", "n2"));
        assertEquals(OperationState.DONE, waits(pods, listed).state());
    }

    @Test
    void whatAGangWaitsForSurvivesTheJournal() {
        Step.Await wait = new Step.Await(ObjectRef.pod("team", ""), gang(), LONG, "Wait");
        var written = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.arrayNode();
        StepCodec.write(List.of(wait), written);
        assertEquals(List.of(wait), StepCodec.read(Json.read(Json.write(written))));
    }

    @Test
    void zeroIsAlsoAFieldThatTheApiLeavesOut() {
        cluster.put(POD, "{\"status\":{}}");
        assertEquals(OperationState.DONE, end(new Expectation.FieldIs("/status/active", "0"), LONG));
        assertEquals(OperationState.DONE, end(new Expectation.FieldIs("/status/active", ""), LONG));
        assertTrue(failure(new Expectation.FieldIs("/status/active", "1")).contains("is not set"));
    }

    @Test
    void aConditionMustBeTrueAndItsMessageIsShown() {
        cluster.put(
                POD,
                "{\"status\":{\"conditions\":[{\"type\":\"Suspended\",\"status\":\"False\",\"message\":\"not"
                        + " yet\"}]}}");
        assertTrue(failure(new Expectation.ConditionTrue("Suspended")).contains("not yet"));
        String id = start(new Expectation.ConditionTrue("Suspended"), LONG);
        bench.until(id, operation -> operation.status().contains("not yet"));
        cluster.change(POD, pod -> pod.withObject("/status")
                .putArray("conditions")
                .addObject()
                .put("type", "Suspended")
                .put("status", "True"));
        assertEquals(OperationState.DONE, bench.ended(id).state());
    }

    @Test
    void whatIsDeletedMeanwhileIsNotWaitedFor() {
        assertTrue(failure(new Expectation.ConditionTrue("Ready")).contains("deleted by somebody else"));
    }

    @Test
    void anotherUidIsGone() {
        cluster.put(POD, "{\"metadata\":{\"uid\":\"new\"}}");
        assertEquals(OperationState.DONE, end(new Expectation.Gone("old"), LONG));
        assertTrue(failure(new Expectation.Gone("new")).contains("still there"));
    }

    @Test
    void aPodThatHasEndedOrNeverHadANodeHoldsNothingThoughAFinalizerKeepsIt() {
        String going =
                "{\"metadata\":{\"uid\":\"old\",\"deletionTimestamp\":\"2026-01-01T00:00:00Z\",\"finalizers\":[\"k\"]},";
        cluster.put(POD, going + "\"spec\":{\"nodeName\":\"n1\"},\"status\":{\"phase\":\"Running\"}}");
        assertTrue(failure(new Expectation.Over("old")).contains("it is ending"));
        cluster.put(POD, going + "\"spec\":{\"nodeName\":\"n1\"},\"status\":{\"phase\":\"Failed\"}}");
        assertEquals(OperationState.DONE, end(new Expectation.Over("old"), LONG));
        cluster.put(POD, going + "\"spec\":{},\"status\":{\"phase\":\"Pending\"}}");
        assertEquals(OperationState.DONE, end(new Expectation.Over("old"), LONG));
        cluster.put(POD, "{\"metadata\":{\"uid\":\"new\"},\"spec\":{},\"status\":{\"phase\":\"Running\"}}");
        assertEquals(OperationState.DONE, end(new Expectation.Over("old"), LONG));
        assertTrue(failure(new Expectation.Over("")).contains("it still runs"));
    }

    @Test
    void aPodThatDoesNotStartSaysWhyInTheClustersWords() {
        cluster.put(
                POD,
                "{\"spec\":{},\"status\":{\"phase\":\"Pending\",\"conditions\":[{\"type\":\"PodScheduled\",\"status\":\"False\",\"reason\":\"Unschedulable\",\"message\":\"0/4"
                        + " nodes are available\"}]}}");
        assertTrue(failure(new Expectation.PodsRunning("", 1, "n1")).contains("0/4 nodes are available"));
    }

    @Test
    void aPodThatRunsElsewhereIsNotThere() {
        cluster.put(
                POD,
                "{\"metadata\":{\"namespace\":\"team\",\"name\":\"a\"},\"spec\":{\"nodeName\":\"n2\"},\"status\":{\"phase\":\"Running\"}}");
        assertTrue(failure(new Expectation.PodsRunning("", 1, "n1"))
                .endsWith("0 of 1 running; team/a went to n2 instead"));
        assertEquals(OperationState.DONE, end(new Expectation.PodsRunning("", 1, "n2"), LONG));
        assertEquals(OperationState.DONE, end(new Expectation.PodsRunning("app=any", 1, ""), LONG));
    }

    @Test
    void anImageThatCannotBePulledIsNamed() {
        cluster.put(
                POD,
                "{\"spec\":{\"nodeName\":\"n1\"},\"status\":{\"phase\":\"Pending\",\"containerStatuses\":[{\"state\":{\"waiting\":"
                        + "{\"reason\":\"ImagePullBackOff\"}}}]}}");
        assertTrue(failure(new Expectation.PodsRunning("", 1, "n1")).contains("ImagePullBackOff"));
    }

    @Test
    void onlyWhatADrainLeavesIsAllowedOnAnEmptyNode() {
        assertEquals(OperationState.DONE, end(new Expectation.NoOtherPods(List.of(), ""), LONG));
    }

    private String startEnded(Optional<Instant> until) {
        return bench.engine.submit(Bench.plan(new Step.Await(
                ObjectRef.node("n1"), new Expectation.Ended(List.of("A", "B"), until), LONG, "Wait for jobs")));
    }

    @Test
    void jobsAreWaitedForUntilTheLastOfTheirPodsHasFinishedOrIsGone() {
        cluster.put(
                POD,
                "{\"metadata\":{\"uid\":\"A\",\"name\":\"a\",\"namespace\":\"team\"},\"spec\":{\"nodeName\":\"n1\"},"
                        + "\"status\":{\"phase\":\"Running\"}}");
        String id = startEnded(Optional.of(Instant.now().plusSeconds(600)));
        bench.until(id, operation -> operation.status().contains("1 pod of 2 on n1 still running: team/a"));
        cluster.change(POD, pod -> pod.withObject("/status").put("phase", "Succeeded"));
        assertEquals(OperationState.DONE, bench.ended(id).state());
    }

    @Test
    void whenTheTimeToWaitIsOverItGoesOnAndSaysWhoStillRan() {
        cluster.put(
                POD,
                "{\"metadata\":{\"uid\":\"A\",\"name\":\"a\",\"namespace\":\"team\"},\"spec\":{\"nodeName\":\"n1\"},"
                        + "\"status\":{\"phase\":\"Running\"}}");
        Operation done = bench.ended(startEnded(Optional.of(Instant.EPOCH)));
        assertEquals(OperationState.DONE, done.state());
        assertTrue(
                done.log().stream()
                        .anyMatch(line -> line.problem() && line.text().contains("time to wait is over; 1 pod of 2")),
                () -> done.log().toString());
    }

    @Test
    void aBadValueEndsTheWaitAtOnceAGoodOneIsWaitedFor() {
        Expectation settles = new Expectation.Settles("/status/state", "success", List.of("failed"));
        cluster.put(POD, "{\"status\":{\"state\":\"pending\"}}");
        String id = start(settles, LONG);
        bench.until(id, operation -> operation.status().contains("status.state is pending"));
        cluster.change(POD, pod -> pod.withObject("/status").put("state", "success"));
        assertEquals(OperationState.DONE, bench.ended(id).state());
        cluster.change(POD, pod -> pod.withObject("/status").put("state", "failed"));
        Operation failed = bench.ended(start(settles, Duration.ofDays(1)));
        assertEquals(OperationState.FAILED, failed.state());
        assertTrue(failed.outcome().orElse("").contains("status.state is failed"), failed::toString);
    }

    @Test
    void aReportIsHeardWhateverItsStatusAndItsMessageLogged() {
        cluster.put(
                POD,
                "{\"status\":{\"conditions\":[{\"type\":\"EvictionInProgress\",\"status\":\"False\","
                        + "\"message\":\"2 pods would be evicted\"}]}}");
        Operation done = bench.ended(start(new Expectation.Reported("EvictionInProgress"), LONG));
        assertEquals(OperationState.DONE, done.state());
        assertTrue(done.log().stream().anyMatch(line -> line.text().contains("2 pods would be evicted")));
        assertTrue(failure(new Expectation.Reported("Other")).contains("Other is not set"));
    }

    private static String onNode(String more, String phase) {
        return "{\"metadata\":{\"namespace\":\"team\"" + more
                + "},\"spec\":{\"nodeName\":\"n1\"},\"status\":{\"phase\":\"" + phase + "\"}}";
    }

    private Operation othersEnd(Duration atMost, String... allowed) {
        return bench.ended(bench.engine.submit(Bench.plan(new Step.Await(
                ObjectRef.node("n1"), new Expectation.NoOtherPods(List.of(allowed), ""), atMost, "Look again"))));
    }

    @Test
    void whatADrainLeavesMayStayOnTheNode() {
        cluster.put(
                ObjectRef.pod("team", "exporter"),
                onNode(",\"ownerReferences\":[{\"kind\":\"DaemonSet\",\"controller\":true}]", "Running"));
        cluster.put(
                ObjectRef.pod("team", "proxy"),
                onNode(",\"annotations\":{\"kubernetes.io/config.mirror\":\"abc\"}", "Running"));
        cluster.put(ObjectRef.pod("team", "done"), onNode("", "Succeeded"));
        cluster.put(ObjectRef.pod("team", "broken"), onNode("", "Failed"));
        cluster.put(ObjectRef.pod("team", "known"), onNode(",\"uid\":\"K\"", "Running"));
        cluster.put(POD, "{\"spec\":{\"nodeName\":\"n2\"},\"status\":{\"phase\":\"Running\"}}");
        assertEquals(OperationState.DONE, othersEnd(LONG, "K").state());
    }

    @Test
    void aPodThatCameWhileTheNodeWasDrainedIsNamed() {
        cluster.put(
                ObjectRef.pod("team", "late"),
                onNode(
                        ",\"ownerReferences\":[{\"kind\":\"DaemonSet\"},{\"kind\":\"Job\",\"controller\":true}]",
                        "Running"));
        Operation failed = othersEnd(SHORT);
        assertEquals(OperationState.FAILED, failed.state());
        assertTrue(
                failed.outcome().orElse("").contains("team/late came while it was being drained: drain it again"),
                failed::toString);
    }

    @Test
    void whatToDoAfterwardsIsNotSaidWhileTheDrainStillWaits() {
        cluster.put(ObjectRef.pod("team", "late"), onNode("", "Running"));
        String id = bench.engine.submit(Bench.plan(
                new Step.Await(ObjectRef.node("n1"), new Expectation.NoOtherPods(List.of(), ""), LONG, "Look again")));
        Operation waits = bench.until(id, operation -> operation.status().contains("team/late came"));
        assertEquals("Look again: team/late came while it was being drained", waits.status());
        bench.engine.abort(id);
        bench.ended(id);
    }

    @Test
    void whatEndsForLongSaysWhichFinalizerHoldsIt() {
        cluster.put(
                POD,
                "{\"metadata\":{\"uid\":\"old\",\"deletionTimestamp\":\"2026-01-01T00:00:00Z\",\"finalizers\":[\"batch.kubernetes.io/job-tracking\"]}}");
        String held = failure(new Expectation.Gone("old"));
        assertTrue(held.contains("it is ending, held by the finalizer batch.kubernetes.io/job-tracking"), held);
        cluster.change(POD, pod -> pod.withObject("/metadata").remove("finalizers"));
        assertTrue(failure(new Expectation.Gone("")).endsWith("it is ending"));
    }

    @Test
    void aConditionThatIsNotThereYetIsWaitedFor() {
        cluster.put(POD, "{\"status\":{\"conditions\":[{\"type\":\"Ready\",\"status\":\"True\"}]}}");
        assertTrue(failure(new Expectation.ConditionTrue("Suspended")).contains("condition Suspended is not set"));
    }

    @Test
    void aPodThatIsEndingDoesNotCountAsRunning() {
        cluster.put(
                POD,
                "{\"metadata\":{\"deletionTimestamp\":\"2026-01-01T00:00:00Z\"},\"status\":{\"phase\":\"Running\"}}");
        assertTrue(failure(new Expectation.PodsRunning("", 1, "")).contains("0 of 1 running"));
    }

    @Test
    void aPodThatTheKubeletRefusedSaysSo() {
        cluster.put(POD, "{\"status\":{\"phase\":\"Failed\",\"reason\":\"UnexpectedAdmissionError\"}}");
        String why = failure(new Expectation.PodsRunning("", 1, ""));
        assertTrue(why.contains("a: UnexpectedAdmissionError"), why);
    }
}
