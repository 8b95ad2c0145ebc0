// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;
import podium.core.api.WriteResult;
import podium.core.change.ClusterId;
import podium.core.json.Json;
import podium.operation.Operation;
import podium.operation.OperationState;
import podium.operation.internal.journal.Journal;
import podium.operation.plan.Expectation;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;

class OperationEngineTest {
    private static final ObjectRef NODE = ObjectRef.node("n1");
    private static final ObjectRef OTHER = ObjectRef.node("n2");
    private static final Duration LONG = Duration.ofSeconds(10);

    private final Path directory;
    private final FakeCluster cluster = new FakeCluster();
    private Bench bench;

    OperationEngineTest(@TempDir Path directory) {
        this.directory = directory;
        bench = new Bench(cluster, directory);
    }

    @BeforeEach
    void fill() {
        cluster.put(NODE, "{\"spec\":{}}");
        cluster.put(OTHER, "{\"spec\":{}}");
    }

    @AfterEach
    void close() throws IOException {
        bench.close();
    }

    private static Step.Write cordon(ObjectRef node) {
        return Bench.set(node, "unschedulable", "true", "null");
    }

    private String spec(ObjectRef ref) {
        return cluster.get(ref).map(object -> object.path("spec").toString()).orElse("gone");
    }

    @Test
    void stepsRunInOrderAndTheOutcomeIsTold() {
        Operation done = bench.run(Bench.plan(cordon(NODE), cordon(OTHER)));
        assertEquals(OperationState.DONE, done.state());
        assertEquals(List.of("MERGE_PATCH " + NODE.path(), "MERGE_PATCH " + OTHER.path()), cluster.requests());
        assertEquals(2, done.done());
        assertEquals(2, done.total());
        assertTrue(done.outcome().orElse("").startsWith("Done in"), "its name stands beside it: " + done);
    }

    @Test
    void thePlanIsOnTheDiskBeforeAnythingIsSent() {
        List<String> journals = Collections.synchronizedList(new ArrayList<>());
        cluster.before = _ -> journals.add(journal());
        bench.run(Bench.plan(cordon(NODE)));
        assertTrue(journals.getFirst().contains("\"prepared\""), journals::toString);
        assertTrue(journals.getFirst().contains("\"begun\""), journals::toString);
    }

    private String journal() {
        try {
            return Files.readString(directory.resolve(Journal.FILE));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aRefusedStepTakesTheStepsBeforeItBack() {
        cluster.rule = write -> write.target().equals(OTHER)
                ? Optional.of(FakeCluster.refused(
                        403,
                        "Forbidden",
                        "nodes \"n2\" is forbidden: User \"ann\" cannot patch resource \"nodes\" in API group \"\" at"
                                + " the cluster scope"))
                : Optional.empty();
        Operation failed = bench.run(Bench.plan(cordon(NODE), cordon(OTHER)));
        assertEquals(OperationState.FAILED, failed.state());
        assertEquals("{}", spec(NODE));
        String outcome = failed.outcome().orElse("");
        for (String part : List.of(
                "This cannot be done to Node n2: ann may not patch nodes in the whole cluster",
                "Wanted: MERGE_PATCH n2 (spec.unschedulable = true)",
                "It is unchanged: spec.unschedulable = (none)",
                "restored")) {
            assertTrue(outcome.contains(part), outcome);
        }
        assertEquals(0, failed.done());
        assertFalse(failed.canRollBack(), "it was taken back already");
    }

    @Test
    void aBarrierStopsAtTheFirstRefusalAndTakesBackWhatWent() {
        List<Step.Write> writes = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            ObjectRef pod = ObjectRef.pod("team", "p" + i);
            cluster.put(pod, "{\"spec\":{}}");
            writes.add(Bench.set(pod, "pinned", "true", "null"));
        }
        String before = cluster.state();
        AtomicInteger sent = new AtomicInteger();
        cluster.late = write -> write.body().contains("true") && sent.incrementAndGet() == 5
                ? Optional.of(FakeCluster.refused(422, "Invalid", "spec: Forbidden"))
                : Optional.empty();
        Operation failed = bench.run(Bench.plan(new Step.Barrier(writes, "Pin 20 pods")));
        assertEquals(OperationState.FAILED, failed.state());
        assertEquals(before, cluster.state());
    }

    /** Two with as many parameters, and the component runtime starts none (Felix SCR, ConstructorMethodImpl). */
    @Test
    void theComponentHasOneConstructorToStartIt() {
        assertEquals(1, OperationEngine.class.getConstructors().length);
    }

    @Test
    void aBarrierOfWhichOneWriteWouldBeRefusedSendsNone() {
        List<Step.Write> writes = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            ObjectRef pod = ObjectRef.pod("team", "p" + i);
            cluster.put(pod, "{\"spec\":{}}");
            writes.add(Bench.set(pod, "pinned", "true", "null"));
        }
        cluster.rule =
                write -> write.target().name().equals("p19") && write.body().contains("true")
                        ? Optional.of(FakeCluster.refused(403, "Forbidden", "quota exceeded"))
                        : Optional.empty();
        Operation failed = bench.run(Bench.plan(new Step.Barrier(writes, "Pin 20 pods")));
        assertEquals(OperationState.FAILED, failed.state());
        assertTrue(failed.outcome().orElse("").contains("quota exceeded"), failed::toString);
        assertEquals(List.of(), cluster.requests());
    }

    @Test
    void aLostAnswerIsFoundOutByReading() {
        AtomicInteger sent = new AtomicInteger();
        cluster.rule = write -> {
            if (sent.incrementAndGet() > 1) {
                return Optional.empty();
            }
            cluster.change(NODE, node -> node.withObject("/spec").put("unschedulable", true));
            return Optional.of(new WriteResult.Unanswered("connection reset", true));
        };
        Operation done = bench.run(Bench.plan(cordon(NODE)));
        assertEquals(OperationState.DONE, done.state());
        assertEquals(1, sent.get());
    }

    @Test
    void aWriteThatNeverArrivedIsSentAgain() {
        AtomicInteger sent = new AtomicInteger();
        cluster.rule = _ -> sent.incrementAndGet() <= 2
                ? Optional.of(new WriteResult.Unanswered("no route to host", false))
                : Optional.empty();
        assertEquals(OperationState.DONE, bench.run(Bench.plan(cordon(NODE))).state());
        assertEquals("{\"unschedulable\":true}", spec(NODE));
    }

    @Test
    void aClusterThatStaysSilentPausesTheOperationUntilItIsResumed() {
        cluster.rule = _ -> Optional.of(new WriteResult.Unanswered("no route to host", false));
        String id = bench.engine.submit(Bench.plan(cordon(NODE)));
        Operation paused = bench.until(id, operation -> Bench.is(operation, OperationState.PAUSED));
        assertTrue(paused.log().getLast().text().contains("no route to host"), paused::toString);
        assertTrue(
                paused.log().getLast().text().contains("no answer to \"MERGE_PATCH n1\" (Node n1)"), paused::toString);
        cluster.rule = _ -> Optional.empty();
        bench.engine.resume(id);
        assertEquals(OperationState.DONE, bench.ended(id).state());
    }

    @Test
    void aChangeElsewhereIsNoConflict() {
        String version = cluster.get(NODE).map(Json::resourceVersion).orElse("");
        cluster.change(NODE, node -> node.withObject("/metadata/labels").put("by", "somebody"));
        Operation done = bench.run(Bench.plan(Bench.guarded(NODE, "unschedulable", "true", "null", version)));
        assertEquals(OperationState.DONE, done.state());
        assertEquals(
                "somebody",
                cluster.get(NODE)
                        .map(node -> Json.text(node, "/metadata/labels/by"))
                        .orElse(""));
    }

    @Test
    void aConflictShowsTheirsOursAndWhatWasBefore() {
        cluster.change(NODE, node -> node.withObject("/spec").put("host", "a"));
        String version = cluster.get(NODE).map(Json::resourceVersion).orElse("");
        cluster.change(NODE, node -> node.withObject("/spec").put("host", "theirs"));
        Operation failed = bench.run(Bench.plan(Bench.guarded(NODE, "host", "\"ours\"", "\"a\"", version)));
        assertEquals(OperationState.FAILED, failed.state());
        assertEquals("{\"host\":\"theirs\"}", spec(NODE));
        String outcome = failed.outcome().orElse("");
        assertTrue(
                outcome.contains("spec.host = \"theirs\"")
                        && outcome.contains("spec.host = \"ours\"")
                        && outcome.contains("spec.host = \"a\""),
                outcome);
    }

    @Test
    void aConflictThatIsOursAlreadyIsDone() {
        String version = cluster.get(NODE).map(Json::resourceVersion).orElse("");
        cluster.change(NODE, node -> node.withObject("/spec").put("unschedulable", true));
        assertEquals(
                OperationState.DONE,
                bench.run(Bench.plan(Bench.guarded(NODE, "unschedulable", "true", "null", version)))
                        .state());
    }

    @Test
    void whatBecameOfWhatAFailedOneDidIsSaidAsItIs() {
        Step never = Bench.field(OTHER, "/spec/never", "x", Duration.ofMillis(20));
        Operation stays = bench.run(Bench.plan(cordon(NODE), never));
        assertTrue(stays.outcome().orElse("").endsWith("stays until you roll it back."), stays::toString);
        assertTrue(stays.canRollBack());
        Step.Write forGood = Bench.write(
                ApiWrite.Verb.MERGE_PATCH, NODE, "{\"spec\":{\"a\":1}}", Optional.empty(), Optional.empty());
        Operation cannot = bench.run(Bench.plan(forGood, never));
        assertTrue(cannot.outcome().orElse("").endsWith("it cannot be rolled back."), cannot::toString);
        assertFalse(cannot.canRollBack());
        cluster.after = _ -> cluster.remove(NODE);
        Operation gone = bench.run(Bench.plan(forGood, never));
        assertTrue(gone.outcome().orElse("").endsWith("Nothing of what was done so far is left."), gone::toString);
    }

    @Test
    void anObjectMadeAnewIsNotTouched() {
        Step.Write write = Bench.write(
                ApiWrite.Verb.MERGE_PATCH, NODE, "{\"spec\":{\"a\":1}}", Optional.of("old-uid"), Optional.empty());
        Operation failed = bench.run(Bench.plan(write));
        assertEquals(OperationState.FAILED, failed.state());
        assertTrue(failed.outcome().orElse("").contains("another uid"), failed::toString);
        assertEquals("{}", spec(NODE));
    }

    @Test
    void deletingWhatIsGoneIsDone() {
        ObjectRef pod = ObjectRef.pod("team", "gone");
        Step.Write delete = Bench.write(ApiWrite.Verb.DELETE, pod, "", Optional.of("x"), Optional.empty());
        assertEquals(OperationState.DONE, bench.run(Bench.plan(delete)).state());
    }

    @Test
    void creatingWaitsUntilTheOldOneOfThatNameIsGone() {
        ObjectRef pod = ObjectRef.pod("team", "a");
        cluster.put(pod, "{\"metadata\":{\"deletionTimestamp\":\"2026-01-01T00:00:00Z\"}}");
        Step.Write create =
                Bench.write(ApiWrite.Verb.CREATE, pod, "{\"spec\":{\"n\":1}}", Optional.empty(), Optional.empty());
        String id = bench.engine.submit(Bench.plan(create));
        bench.until(id, operation -> operation.status().contains("is gone"));
        cluster.finishDeletions();
        assertEquals(OperationState.DONE, bench.ended(id).state());
        assertEquals("{\"n\":1}", spec(pod));
    }

    @Test
    void throttlingIsWaitedOut() {
        AtomicInteger sent = new AtomicInteger();
        cluster.rule = _ -> sent.incrementAndGet() <= 3
                ? Optional.of(new WriteResult.Refused(
                        429, "TooManyRequests", "slow down", List.of(), Optional.of(Duration.ofMillis(2))))
                : Optional.empty();
        assertEquals(OperationState.DONE, bench.run(Bench.plan(cordon(NODE))).state());
        assertEquals(4, sent.get());
    }

    @Test
    void aPausedOperationSendsNothingUntilItIsResumed() {
        String id = bench.engine.submit(
                Bench.plan(cordon(NODE), Bench.field(NODE, "/spec/ready", "yes", LONG), cordon(OTHER)));
        bench.until(id, operation -> operation.status().contains("spec.ready is not set"));
        bench.engine.pause(id);
        bench.until(id, operation -> Bench.is(operation, OperationState.PAUSED));
        cluster.change(NODE, node -> node.withObject("/spec").put("ready", "yes"));
        assertEquals("{}", spec(OTHER));
        bench.engine.resume(id);
        assertEquals(OperationState.DONE, bench.ended(id).state());
        assertEquals("{\"unschedulable\":true}", spec(OTHER));
    }

    @Test
    void anAbortRestoresWhatWasBeforeAtOnce() {
        String id = bench.engine.submit(Bench.plan(cordon(NODE), Bench.field(NODE, "/spec/ready", "yes", LONG)));
        bench.until(id, operation -> operation.status().contains("spec.ready is not set"));
        bench.engine.abort(id);
        assertEquals(OperationState.ABORTED, bench.ended(id).state());
        assertEquals("{}", spec(NODE));
    }

    /** A queue restores a stopped job from its Workload, which is taken back after the job. */
    @Test
    void whatAControllerPutsBackWhileTheRestIsRestoredIsTakenBackOnceMore() {
        String id = bench.engine.submit(
                Bench.plan(cordon(NODE), cordon(OTHER), Bench.field(NODE, "/spec/ready", "yes", LONG)));
        bench.until(id, operation -> operation.status().contains("spec.ready is not set"));
        cluster.after = write -> {
            if (write.target().equals(OTHER) && spec(NODE).contains("true")) {
                cluster.change(OTHER, node -> node.withObject("/spec").put("unschedulable", true));
            }
        };
        bench.engine.abort(id);
        assertEquals(OperationState.ABORTED, bench.ended(id).state());
        assertEquals("{} {}", spec(NODE) + " " + spec(OTHER));
    }

    @Test
    void aMissedOutcomeKeepsWhatWasDoneUntilItIsRolledBack() {
        String id = bench.engine.submit(
                Bench.plan(cordon(NODE), Bench.field(NODE, "/spec/ready", "yes", Duration.ofMillis(30))));
        Operation failed = bench.ended(id);
        assertEquals(OperationState.FAILED, failed.state());
        assertEquals("{\"unschedulable\":true}", spec(NODE));
        assertTrue(failed.canRollBack());
        bench.engine.abort(id);
        bench.until(id, operation -> Bench.is(operation, OperationState.ABORTED));
        assertEquals("{}", spec(NODE));
    }

    @Test
    void undoIsAnOperationOfItsOwnAndTheFirstOneShowsIt() {
        Plan plan =
                Bench.plan("cordon", List.of(cordon(NODE)), List.of(Bench.set(NODE, "unschedulable", "null", "true")));
        Operation done = bench.run(plan);
        assertTrue(done.canUndo());
        bench.engine.undo(done.id());
        Operation undone = bench.until(done.id(), operation -> Bench.is(operation, OperationState.UNDONE));
        assertEquals("{}", spec(NODE));
        assertFalse(undone.canUndo());
        assertEquals(2, bench.engine.operations().size());
    }

    @Test
    void undoDeletesWhatWasCreatedByItsUid() throws IOException {
        ObjectRef pod = ObjectRef.pod("team", "made");
        Step.Write create = Bench.write(ApiWrite.Verb.CREATE, pod, "{\"spec\":{}}", Optional.empty(), Optional.empty());
        Step.Write delete = Bench.write(ApiWrite.Verb.DELETE, pod, "", Optional.empty(), Optional.empty());
        Operation done = bench.run(Bench.plan("place", List.of(create), List.of(delete)));
        cluster.remove(pod);
        cluster.put(pod, "{\"metadata\":{\"uid\":\"somebody-elses\"}}");
        bench.close();
        bench = new Bench(cluster, directory);
        bench.engine.awaitOpen();
        bench.engine.undo(done.id());
        Operation refused = bench.ended(bench.newest(done.id()));
        assertTrue(refused.outcome().orElse("").contains("nothing to undo any more"), refused::toString);
        assertTrue(cluster.get(pod).isPresent(), "the pod that somebody else made was deleted");
    }

    @Test
    void aRestartShowsThePastAsItWas() throws IOException {
        Operation done = bench.run(Bench.plan("cordon", List.of(cordon(NODE)), List.of(cordon(NODE))));
        bench.close();
        bench = new Bench(cluster, directory);
        Operation found = bench.only();
        assertEquals(done.plan(), found.plan());
        assertEquals(done.state(), found.state());
        assertEquals(done.outcome(), found.outcome());
        assertEquals(done.log(), found.log());
        assertEquals(done.ended(), found.ended());
    }

    @Test
    void aSecondPodiumOnTheSameJournalRunsNothingAndSaysWhy() throws IOException {
        bench.engine.awaitOpen();
        try (Bench second = new Bench(cluster, directory)) {
            String problem =
                    second.engine.check(Bench.plan(cordon(NODE))).problems().getFirst();
            assertTrue(problem.contains("Another Podium"), problem);
            assertTrue(second.engine.findings().getFirst().contains("Another Podium"));
            Operation failed = second.run(Bench.plan(cordon(NODE)));
            assertEquals(OperationState.FAILED, failed.state());
            assertTrue(failed.status().contains("Another Podium"), failed::status);
            assertEquals(List.of(), cluster.requests());
        }
    }

    /** A queue was stopped under the open plan of a requeue, which stayed green and would have waited once confirmed. */
    @Test
    void whatAPlanMakesSureOfBeforeItWritesIsLookedAtByItsCheck() {
        ObjectRef queue = new ObjectRef("kueue.x-k8s.io", "v1beta1", "localqueues", "LocalQueue", "team", "gold");
        Plan plan = Bench.plan(
                new Step.Await(
                        queue,
                        new Expectation.ConditionTrue("Active"),
                        Duration.ofSeconds(30),
                        "Make sure that queue gold admits jobs"),
                cordon(NODE));
        String status = "{\"status\":{\"conditions\":[{\"type\":\"Active\",\"status\":\"%s\",\"message\":\"%s\"}]}}";
        assertEquals(
                List.of("Make sure that queue gold admits jobs: that does not hold now. The cluster says: LocalQueue"
                        + " team/gold does not exist"),
                bench.engine.check(plan).problems());
        cluster.put(queue, "{}");
        assertEquals(List.of(), bench.engine.check(plan).problems(), "nothing is told of it");
        cluster.put(queue, status.formatted("True", "Can submit"));
        assertEquals(List.of(), bench.engine.check(plan).problems());
        cluster.put(queue, status.formatted("False", "Can't submit new workloads"));
        assertEquals(
                List.of("Make sure that queue gold admits jobs: that does not hold now. The cluster says: Can't submit"
                        + " new workloads"),
                bench.engine.check(plan).problems());
    }

    @Test
    void anOperationOnAClosedClusterSendsNothing() {
        Plan plan = new Plan(
                new ClusterId("elsewhere"),
                "cordon",
                "t",
                List.of(cordon(NODE)),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        assertEquals(OperationState.FAILED, bench.run(plan).state());
        assertEquals(
                "The cluster elsewhere is not open.",
                bench.engine.check(plan).problems().getFirst());
    }

    @Test
    void aPlanThatWritesASecretIsRefusedAndNeverRecorded() {
        ObjectRef secret = new ObjectRef("", "v1", "secrets", "Secret", "team", "key");
        Step.Write write = Bench.write(
                ApiWrite.Verb.CREATE, secret, "{\"data\":{\"k\":\"Y2FuYXJ5\"}}", Optional.empty(), Optional.empty());
        assertThrows(IllegalArgumentException.class, () -> bench.engine.submit(Bench.plan(write)));
        bench.run(Bench.plan(cordon(NODE)));
        assertFalse(journal().contains("Y2FuYXJ5"));
    }

    @Test
    void aListenerThatFailsDoesNotFailTheOperation() throws Exception {
        try (AutoCloseable listening = bench.engine.listen(_ -> {
            throw new IllegalStateException("disposed");
        })) {
            assertEquals(
                    OperationState.DONE, bench.run(Bench.plan(cordon(NODE))).state(), listening::toString);
        }
    }

    /** Felix SCR takes a constructor by the number of its arguments, whatever is annotated. */
    @Test
    void theComponentRuntimeFindsOneConstructor() {
        assertEquals(1, OperationEngine.class.getConstructors().length);
    }
}
