// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.undo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;
import podium.core.json.Json;
import podium.core.testkit.TestKinds;
import podium.core.text.ReadableTime;
import podium.operation.Operation;
import podium.operation.OperationState;
import podium.operation.UndoProposal;
import podium.operation.UndoProposal.Change;
import podium.operation.internal.engine.Bench;
import podium.operation.internal.engine.FakeCluster;
import podium.operation.internal.journal.FileJournalChannel;
import podium.operation.plan.Expectation;
import podium.operation.plan.FieldWriter;
import podium.operation.plan.ObjectChange;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;

/** Undo is made when it is asked for, against the objects as they are, and never overwrites unasked. */
class UndoPlanTest {
    private static final String NOON = ReadableTime.of(Instant.parse("2026-03-01T12:00:00Z"));
    private static final ObjectRef WEB = new ObjectRef("apps", "v1", "deployments", "Deployment", "team", "web");
    private static final ObjectRef JOB = TestKinds.job("team", "train");
    private static final ObjectRef POD = ObjectRef.pod("team", "a");
    private static final ObjectRef NODE = ObjectRef.node("n1");
    private static final Duration LONG = Duration.ofSeconds(10);

    private final FakeCluster cluster = new FakeCluster();
    private final Bench bench;

    UndoPlanTest(@TempDir Path directory) {
        bench = new Bench(cluster, directory);
        cluster.put(
                WEB,
                "{\"metadata\":{\"uid\":\"W\"},\"spec\":{\"replicas\":2,\"tier\":\"low\","
                        + "\"selector\":{\"matchLabels\":{\"app\":\"web\"}}}}");
        cluster.put(JOB, "{\"metadata\":{\"uid\":\"J\"},\"spec\":{\"suspend\":true}}");
        cluster.put(NODE, "{\"metadata\":{\"uid\":\"N\"},\"spec\":{}}");
    }

    @AfterEach
    void close() throws IOException {
        bench.close();
    }

    private static Step.Write set(ObjectRef ref, String field, String to, String from) {
        return Bench.set(ref, field, to, from);
    }

    private Operation did(Step.Write... writes) {
        return did(List.of(writes));
    }

    private Operation did(List<Step.Write> writes) {
        List<Step> undo = writes.reversed().stream()
                .<Step>map(write -> write.inverse().orElseThrow())
                .toList();
        Operation done = bench.run(Bench.plan("scale", List.copyOf(writes), undo));
        assertEquals(OperationState.DONE, done.state(), done::toString);
        return done;
    }

    private Operation scaled() {
        return did(set(WEB, "replicas", "9", "2"));
    }

    /** Another client writes a field, as an API server tells of it. */
    private void strikes(ObjectRef ref, String field, String value, String manager) {
        cluster.change(ref, object -> {
            object.withObject("/spec").set(field, Json.read(value));
            object.withObject("/metadata")
                    .set(
                            "managedFields",
                            Json.read("[{\"manager\":\"" + manager + "\",\"operation\":\"Update\",\"time\":"
                                    + "\"2026-03-01T12:00:00Z\",\"fieldsType\":\"FieldsV1\",\"fieldsV1\":{\"f:spec\":{\"f:"
                                    + field + "\":{}}}}]"));
        });
    }

    private String spec(ObjectRef ref, String field) {
        return cluster.get(ref)
                .map(object -> Json.text(object, "/spec/" + field))
                .orElse("gone");
    }

    private UndoProposal proposal(Operation done) {
        return bench.engine.undoPlan(done.id());
    }

    private Plan ready(Operation done) {
        return assertInstanceOf(UndoProposal.Ready.class, proposal(done)).plan();
    }

    private UndoProposal.Changed changed(Operation done) {
        return assertInstanceOf(UndoProposal.Changed.class, proposal(done));
    }

    private Operation undo(Operation done, Plan plan) {
        bench.engine.undo(done.id(), plan, "");
        return bench.ended(bench.newest(done.id()));
    }

    @Test
    void aSecondWritersValueIsNotWrittenOverUnasked() {
        Operation done = scaled();
        strikes(WEB, "replicas", "20", "kubectl");
        bench.engine.undo(done.id());
        Operation refused = bench.ended(bench.newest(done.id()));
        assertEquals(OperationState.FAILED, refused.state());
        assertEquals("20", spec(WEB, "replicas"));
        String outcome = refused.outcome().orElse("");
        assertTrue(outcome.contains("spec.replicas is 20 now, not 9. By kubectl, at " + NOON + "."), outcome);
        assertEquals(
                OperationState.DONE,
                bench.engine.operation(done.id()).orElseThrow().state());
    }

    @Test
    void aLaterOperationOfOnesOwnIsNamedAndNotToldAsAnothers() {
        Operation done = scaled();
        did(set(WEB, "replicas", "20", "9"));
        strikes(WEB, "replicas", "20", "podium");
        UndoProposal.Changed changed = changed(done);
        String later = bench.engine.operations().getFirst().plan().title();
        assertEquals("You have since changed what it wrote.", changed.heading());
        assertEquals(
                "Deployment team/web: spec.replicas is 20 now, not 9. By your own later operation, " + later + ".",
                changed.changes().getFirst().words());
    }

    @Test
    void anotherPodiumIsNotTakenForOnesOwn() {
        Operation done = scaled();
        strikes(WEB, "replicas", "20", "podium");
        assertEquals("Others have since changed what it wrote.", changed(done).heading());
    }

    @Test
    void aFieldIsNamedAsItIsWrittenInYaml() {
        Change change =
                new Change("Node n1", "/metadata/annotations/a.b~1c", "x", "y", Optional.empty(), Optional.empty());
        assertTrue(change.words().startsWith("Node n1: metadata.annotations.a.b/c is y now"), change.words());
    }

    @Test
    void whatWasSetBackMeanwhileSaysByWhomAndNotThatAnythingIsOverwritten() {
        Operation done = did(set(JOB, "suspend", "false", "true"));
        strikes(JOB, "suspend", "true", "podium");
        String why =
                assertInstanceOf(UndoProposal.Nothing.class, proposal(done)).why();
        assertEquals(
                "Everything is already as it was before; there is nothing to undo. It was set back meanwhile: Job"
                        + " team/train: spec.suspend is true now, not false. By podium, at " + NOON + ".",
                why);
    }

    @Test
    void theUndoOfADrainSaysWhatItDoesNotBringBack() {
        cluster.put(POD, "{\"metadata\":{\"uid\":\"P\"},\"spec\":{\"nodeName\":\"n1\"}}");
        Step.Write cordon = set(NODE, "unschedulable", "true", "null");
        Operation done = bench.run(Bench.plan(
                "drain",
                List.of(cordon, Bench.evict(LONG, Bench.victim(POD, "P"))),
                List.of(new Step.Write(cordon.undo().orElseThrow(), Optional.of(cordon.write())))));
        Plan undo = ready(done);
        assertTrue(
                undo.effects().toString().contains("Undo does not bring back what was evicted (1 pod)"),
                undo::toString);
        assertFalse(ready(scaled()).effects().toString().contains("bring back"), "where nothing was evicted");
    }

    @Test
    void theUndoOfADrainCountsPodsThatHadNoControllerOrHadFinishedApart() {
        cluster.put(POD, "{\"metadata\":{\"uid\":\"P\"},\"spec\":{\"nodeName\":\"n1\"}}");
        ObjectRef alone = ObjectRef.pod("research", "nccl-probe");
        cluster.put(alone, "{\"metadata\":{\"uid\":\"Q\"},\"spec\":{\"nodeName\":\"n1\"}}");
        ObjectRef over = ObjectRef.pod("research", "eval-0");
        cluster.put(over, "{\"metadata\":{\"uid\":\"R\"},\"spec\":{\"nodeName\":\"n1\"}}");
        Step.Write cordon = set(NODE, "unschedulable", "true", "null");
        Operation done = bench.run(Bench.plan(
                "drain",
                List.of(
                        cordon,
                        Bench.evict(
                                LONG,
                                Bench.victim(POD, "P"),
                                new Step.Victim(alone, "Q", Optional.empty(), true),
                                new Step.Victim(over, "R", Optional.empty(), false, true))),
                List.of(new Step.Write(cordon.undo().orElseThrow(), Optional.of(cordon.write())))));
        List<String> effects = ready(done).effects();
        assertTrue(
                effects.contains("Undo does not bring back what was evicted (1 pod): its controller has created a new"
                        + " one elsewhere, and what it did since its last checkpoint is lost."),
                effects::toString);
        assertTrue(
                effects.contains("Undo does not bring back pod research/nccl-probe, which was evicted: it had no"
                        + " controller to recreate it and is lost for good."),
                effects::toString);
        assertTrue(
                effects.contains("Undo does not bring back 1 finished pod that was removed, nor its logs."),
                effects::toString);
    }

    @Test
    void whoChangedWhatIsTold() {
        Operation done = scaled();
        strikes(WEB, "replicas", "20", "kubectl");
        assertEquals(
                List.of(new Change(
                        "Deployment team/web",
                        "/spec/replicas",
                        "9",
                        "20",
                        Optional.of("kubectl"),
                        Optional.of(Instant.parse("2026-03-01T12:00:00Z")))),
                changed(done).changes());
        assertEquals(Optional.empty(), changed(done).merge(), "nothing of it is left");
    }

    @Test
    void takenBackAnywayItShowsWhatItOverwrites() {
        Operation done = scaled();
        strikes(WEB, "replicas", "20", "kubectl");
        Plan anyway = changed(done).anyway().orElseThrow();
        assertEquals(
                List.of(new ObjectChange("Deployment team/web", "spec:\n  replicas: 20\n", "spec:\n  replicas: 2\n")),
                anyway.changes());
        assertTrue(anyway.irreversible().getFirst().contains("Overwrites"), anyway.irreversible()::toString);
        assertEquals(OperationState.DONE, undo(done, anyway).state());
        assertEquals("2", spec(WEB, "replicas"));
        bench.until(done.id(), operation -> Bench.is(operation, OperationState.UNDONE));
    }

    @Test
    void whatIsStillThereIsTakenBackWithTheBeforeOfNow() {
        Operation done = scaled();
        cluster.change(WEB, web -> web.withObject("/status").put("replicas", 9));
        Plan plan = ready(done);
        assertEquals("Undo: Test scale", plan.title());
        assertEquals(
                List.of(new ObjectChange("Deployment team/web", "spec:\n  replicas: 9\n", "spec:\n  replicas: 2\n")),
                plan.changes());
        assertEquals(OperationState.DONE, undo(done, plan).state());
        assertEquals("2", spec(WEB, "replicas"));
    }

    @Test
    void everyWriteOfItIsHeldToTheObjectAsItIs() {
        Operation done = did(set(WEB, "replicas", "9", "2"), set(JOB, "suspend", "false", "true"));
        for (Step step : ready(done).steps()) {
            ApiWrite write = ((Step.Write) step).write();
            assertEquals(cluster.get(write.target()).map(Json::uid), write.uid());
            assertEquals(cluster.get(write.target()).map(Json::resourceVersion), write.resourceVersion());
        }
    }

    @Test
    void mergingTakesBackOnlyWhatStillIsAsItWasWritten() {
        Operation done = did(set(WEB, "replicas", "9", "2"), set(WEB, "tier", "\"high\"", "\"low\""));
        strikes(WEB, "replicas", "20", "kubectl");
        Plan merge = changed(done).merge().orElseThrow();
        assertEquals(OperationState.DONE, undo(done, merge).state());
        assertEquals("20", spec(WEB, "replicas"));
        assertEquals("low", spec(WEB, "tier"));
    }

    @Test
    void mergingOneWriteOfTwoFieldsLeavesTheOneThatOthersChanged() {
        ApiWrite there = Bench.api(
                ApiWrite.Verb.MERGE_PATCH, WEB, "{\"spec\":{\"replicas\":9,\"tier\":\"high\"}}", Optional.empty());
        ApiWrite back = Bench.api(
                ApiWrite.Verb.MERGE_PATCH, WEB, "{\"spec\":{\"replicas\":2,\"tier\":\"low\"}}", Optional.empty());
        Operation done = did(new Step.Write(there, Optional.of(back)));
        strikes(WEB, "replicas", "20", "kubectl");
        Plan merge = changed(done).merge().orElseThrow();
        assertTrue(
                merge.effects().toString().contains("spec.replicas is left as others set it"),
                merge.effects()::toString);
        undo(done, merge);
        assertEquals("20", spec(WEB, "replicas"));
        assertEquals("low", spec(WEB, "tier"));
    }

    @Test
    void aSecondWriterBetweenPlanAndConfirmIsNotOverwritten() {
        Operation done = scaled();
        Plan plan = ready(done);
        strikes(WEB, "replicas", "20", "kubectl");
        Operation failed = undo(done, plan);
        assertEquals(OperationState.FAILED, failed.state());
        assertEquals("20", spec(WEB, "replicas"));
        assertEquals("20", failed.conflicts().getFirst().theirs());
        bench.until(done.id(), Operation::canUndo);
    }

    @Test
    void aSecondWriterAfterTakeBackAnywayWasShownIsNotOverwrittenEither() {
        Operation done = scaled();
        strikes(WEB, "replicas", "20", "kubectl");
        Plan anyway = changed(done).anyway().orElseThrow();
        strikes(WEB, "replicas", "30", "hpa");
        assertEquals(OperationState.FAILED, undo(done, anyway).state());
        assertEquals("30", spec(WEB, "replicas"));
    }

    @Test
    void aSecondWriterBetweenTheStepsOfAnUndoIsNotOverwritten() {
        Operation done = did(set(WEB, "replicas", "9", "2"), set(WEB, "tier", "\"high\"", "\"low\""));
        Plan plan = ready(done);
        AtomicBoolean struck = new AtomicBoolean();
        cluster.after = write -> {
            if (!struck.getAndSet(true)) {
                strikes(WEB, "replicas", "20", "kubectl");
            }
        };
        assertEquals(OperationState.FAILED, undo(done, plan).state());
        assertEquals("20", spec(WEB, "replicas"));
        assertEquals("high", spec(WEB, "tier"), "half an undo is put back");
    }

    @Test
    void aSecretThatASecondWriterSetIsNotTold() {
        String token = "s3cr3t-token-of-somebody";
        ApiWrite there = Bench.api(
                ApiWrite.Verb.MERGE_PATCH,
                WEB,
                "{\"spec\":{\"template\":{\"spec\":{\"containers\":[{\"name\":\"c\",\"image\":\"a:1\"}]}}}}",
                Optional.empty());
        ApiWrite back = Bench.api(
                ApiWrite.Verb.MERGE_PATCH,
                WEB,
                "{\"spec\":{\"template\":{\"spec\":{\"containers\":[{\"name\":\"c\",\"image\":\"a:0\"}]}}}}",
                Optional.empty());
        Operation done = did(new Step.Write(there, Optional.of(back)));
        strikes(
                WEB,
                "template",
                "{\"spec\":{\"containers\":[{\"name\":\"c\",\"image\":\"a:2\",\"env\":[{\"name\":\"API_TOKEN\",\"value\":\""
                        + token + "\"}]}]}}",
                "kubectl");
        UndoProposal.Changed changed = changed(done);
        assertTrue(!changed.changes().toString().contains(token), changed.changes()::toString);
        assertTrue(changed.changes().toString().contains("a:2"), changed.changes()::toString);
        bench.engine.undo(done.id());
        assertTrue(!bench.ended(bench.newest(done.id())).toString().contains(token));
    }

    @Test
    void whatIsAsBeforeAlreadyNeedsNoUndo() {
        Operation done = scaled();
        strikes(WEB, "replicas", "2", "kubectl");
        UndoProposal.Nothing nothing = assertInstanceOf(UndoProposal.Nothing.class, proposal(done));
        assertTrue(nothing.why().contains("already as it was before"), nothing::why);
        assertEquals(
                OperationState.UNDONE,
                bench.engine.operation(done.id()).orElseThrow().state());
    }

    /** A colleague deleted the job and made one of its name that runs: that it is as before would be untrue. */
    @Test
    void whereOnlyASuccessorIsLeftThatIsSaidAndTheOperationIsOver() {
        cluster.put(POD, "{\"metadata\":{\"uid\":\"A\"},\"spec\":{\"n\":1}}");
        ApiWrite resume =
                Bench.api(ApiWrite.Verb.MERGE_PATCH, JOB, "{\"spec\":{\"suspend\":true}}", Optional.of("JOB"));
        Operation done = bench.run(Bench.plan(
                "place",
                List.of(set(POD, "n", "2", "1")),
                List.of(
                        new Step.Write(Bench.api(ApiWrite.Verb.DELETE, POD, "", Optional.of("A")), Optional.empty()),
                        new Step.Write(resume, Optional.empty()))));
        cluster.remove(POD);
        cluster.put(JOB, "{\"metadata\":{\"uid\":\"theirs\"},\"spec\":{\"suspend\":false}}");
        UndoProposal.Nothing nothing = assertInstanceOf(UndoProposal.Nothing.class, proposal(done));
        assertEquals(
                "There is nothing to undo any more. Pod team/a is gone already. Job team/train is another object of"
                        + " that name now; it is left as it is.",
                nothing.why());
        assertEquals(
                OperationState.UNDONE,
                bench.engine.operation(done.id()).orElseThrow().state());
        assertEquals("false", cluster.get(JOB).orElseThrow().at("/spec/suspend").asText());
    }

    @Test
    void anObjectThatIsAnotherNowIsLeftAloneWhateverIsChosen() {
        Operation done = scaled();
        cluster.remove(WEB);
        cluster.put(WEB, "{\"metadata\":{\"uid\":\"other\"},\"spec\":{\"replicas\":9}}");
        UndoProposal.Changed changed = changed(done);
        assertTrue(changed.changes().getFirst().words().contains("another one of that name"), changed::toString);
        assertEquals(Optional.empty(), changed.merge().or(changed::anyway));
        assertEquals(
                OperationState.UNDONE,
                bench.engine.operation(done.id()).orElseThrow().state());
    }

    @Test
    void anObjectThatIsGoneIsTold() {
        Operation done = scaled();
        cluster.remove(WEB);
        UndoProposal.Changed changed = changed(done);
        assertTrue(changed.changes().getFirst().words().contains("does not exist any more"), changed::toString);
        assertEquals(Optional.empty(), changed.merge().or(changed::anyway));
        Operation over = bench.engine.operation(done.id()).orElseThrow();
        assertTrue(over.over().orElse("").contains("was deleted since"), "nobody undid it: " + over);
        assertEquals(done.ended(), over.ended(), "it lasted as long as it did");
        assertEquals(done.outcome(), over.outcome());
        assertFalse(over.canUndo());
    }

    @Test
    void whatDiesWithItAndWhatThatCostsIsSaid() {
        Operation done = scaled();
        for (int i = 0; i < 9; i++) {
            cluster.put(
                    ObjectRef.pod("team", "web-" + i),
                    "{\"metadata\":{\"labels\":{\"app\":\"web\"}},\"spec\":{\"containers\":[{\"resources\":{\"limits\":"
                            + "{\"nvidia.com/gpu\":\"8\"}}}]},\"status\":{\"phase\":\"Running\",\"startTime\":\""
                            + Instant.now().minus(Duration.ofHours(1)) + "\"}}");
        }
        Plan plan = ready(done);
        assertTrue(
                plan.effects()
                        .contains("Deployment team/web goes from 9 to 2 replicas: 7 of 9 running pods end;"
                                + " the controller chooses."),
                plan.effects()::toString);
        assertEquals(
                List.of("Deployment team/web answers fewer requests; as a service it has no work to lose."),
                plan.irreversible(),
                "the same as where it is drained, stopped or moved");
    }

    @ParameterizedTest
    @CsvSource({
        "replicas, 2, 0, answers no requests any more;",
        "template, '{\"spec\":{\"hostname\":\"new\"}}', '{\"spec\":{\"hostname\":\"old\"}}',"
                + " serves without it until a new pod is ready;"
    })
    void aServiceIsSaidToAnswerNoneOrFewerRequestsByWhatIsDoneToIt(String field, String to, String from, String said) {
        Operation done = did(set(WEB, field, to, from));
        cluster.put(
                ObjectRef.pod("team", "web-1"),
                "{\"metadata\":{\"labels\":{\"app\":\"web\"}},\"status\":{\"phase\":\"Running\"}}");
        assertEquals(
                List.of("Deployment team/web " + said + " as a service it has no work to lose."),
                ready(done).irreversible());
    }

    /** Of any maker; what is no whole number of devices is not reckoned as none. */
    @ParameterizedTest
    @CsvSource({
        "amd.com/gpu,2.0 GPU-hours",
        "habana.ai/gaudi,2.0 GPU-hours",
        "aws.amazon.com/neuron,2.0 GPU-hours",
        "nvidia.com/mig-1g.10gb,is not known",
        "claims,is not known"
    })
    void whatItCostsIsCountedInDevicesOfEveryMaker(String resource, String said) {
        Operation done = did(set(JOB, "suspend", "false", "true"));
        String spec = resource.equals("claims")
                ? "{\"resourceClaims\":[{\"name\":\"gpu\"}],\"containers\":[{}]}"
                : "{\"containers\":[{\"resources\":{\"limits\":{\"" + resource + "\":\"2\",\"cpu\":\"9\"}}}]}";
        cluster.put(
                ObjectRef.pod("team", "train-0"),
                "{\"metadata\":{\"labels\":{\"job-name\":\"train\"}},\"spec\":" + spec
                        + ",\"status\":{\"phase\":\"Running\",\"startTime\":\""
                        + Instant.now().minus(Duration.ofHours(1)) + "\"}}");
        List<String> lost = ready(done).irreversible();
        assertTrue(lost.toString().contains(said), lost::toString);
    }

    /** The undo of a placement stops the job though it only takes a pin away, and another that waits gets its quota. */
    @Test
    void whatIsTakenBackFromItsQueueMayHaveToWaitBehindOthers() {
        ObjectRef workload = new ObjectRef("kueue.x-k8s.io", "v1beta1", "workloads", "Workload", "team", "train");
        cluster.put(
                workload,
                "{\"metadata\":{\"uid\":\"W\"},\"spec\":{\"active\":true},\"status\":{\"admission\":{\"clusterQueue\":"
                        + "\"cq\"}}}");
        Operation done = did(
                set(workload, "active", "false", "true"),
                set(JOB, "n", "1", "0"),
                set(workload, "active", "true", "false"));
        assertEquals(
                List.of(
                        "Workload team/train is deactivated: its queue evicts the job, and its pods end.",
                        "Workload team/train is activated again, and the job waits in its queue: others may come"
                                + " first."),
                ready(done).effects());
        cluster.change(workload, object -> object.remove("status"));
        Plan waiting = ready(done);
        assertEquals(
                "Workload team/train is deactivated for a moment: the job waits in its queue, and no pod of it runs.",
                waiting.effects().getFirst());
        assertEquals(List.of(), waiting.irreversible(), "it has no pods that could lose anything");
    }

    /** It was suspended once more, and that it was so was waited for without end. */
    @Test
    void ofAJobThatHasFinishedMeanwhileNothingIsTakenBack() {
        cluster.put(JOB, "{\"metadata\":{\"uid\":\"J\"},\"spec\":{\"suspend\":false}}");
        Operation done = did(
                set(JOB, "suspend", "true", "false"), set(JOB, "n", "1", "0"), set(JOB, "suspend", "false", "true"));
        ready(done);
        finish(JOB, "Complete");
        assertEquals(
                "There is nothing to undo any more. Job team/train has finished: nothing of it runs, and it is not"
                        + " started again.",
                assertInstanceOf(UndoProposal.Nothing.class, proposal(done)).why());
    }

    @Test
    void ofAJobOfKueueThatHasFinishedMeanwhileNothingIsTakenBack() {
        ObjectRef workload = new ObjectRef("kueue.x-k8s.io", "v1beta1", "workloads", "Workload", "team", "train");
        cluster.put(
                workload,
                "{\"metadata\":{\"uid\":\"W\",\"ownerReferences\":[{\"kind\":\"Job\",\"name\":\"train\",\"uid\":"
                        + "\"J\"}]},\"spec\":{\"active\":true}}");
        Operation done = did(active(workload, false), set(JOB, "n", "1", "0"), active(workload, true));
        ready(done);
        finish(workload, "Finished");
        String why =
                assertInstanceOf(UndoProposal.Nothing.class, proposal(done)).why();
        assertTrue(why.contains("Job team/train has finished"), why);
    }

    private void finish(ObjectRef ref, String condition) {
        cluster.change(ref, object -> object.withObject("/status")
                .set("conditions", Json.read("[{\"type\":\"" + condition + "\",\"status\":\"True\"}]")));
    }

    private static Step.Write active(ObjectRef workload, boolean to) {
        return new Step.Write(activate(workload, to), Optional.of(activate(workload, !to)));
    }

    private static ApiWrite activate(ObjectRef workload, boolean to) {
        return new ApiWrite(
                ApiWrite.Verb.JSON_PATCH,
                workload,
                "",
                "[{\"op\":\"replace\",\"path\":\"/spec/active\",\"value\":" + to + "}]",
                Optional.empty(),
                Optional.empty(),
                "active " + to);
    }

    @Test
    void suspendingAJobAgainEndsItsPods() {
        Operation done = did(set(JOB, "suspend", "false", "true"));
        cluster.put(
                ObjectRef.pod("team", "train-0"),
                "{\"metadata\":{\"labels\":{\"job-name\":\"train\"}},\"status\":{\"phase\":\"Running\"}}");
        Plan plan = ready(done);
        assertTrue(
                plan.effects().contains("Job team/train is suspended: 1 running pod ends."), plan.effects()::toString);
        assertTrue(!plan.irreversible().isEmpty());
    }

    /** The undo of a job that had just started was refused again and again, since its pods began to run meanwhile. */
    @Test
    void aPodThatStartsIsToldToEndTooAndMayRunBeforeItIsConfirmed() {
        Operation done = did(set(JOB, "suspend", "false", "true"));
        ObjectRef starting = ObjectRef.pod("team", "train-0");
        cluster.put(
                starting,
                "{\"metadata\":{\"uid\":\"u0\",\"labels\":{\"job-name\":\"train\"}},\"spec\":{\"nodeName\":\"n1\"},"
                        + "\"status\":{\"phase\":\"Pending\"}}");
        Plan plan = ready(done);
        assertTrue(
                plan.effects()
                        .containsAll(List.of(
                                "Job team/train is suspended; none of its pods runs.", "Also ended: 1 starting pod.")),
                plan.effects()::toString);
        cluster.change(starting, pod -> pod.withObject("/status").put("phase", "Running"));
        assertEquals(List.of(), bench.engine.check(plan).problems());
        assertEquals(OperationState.DONE, undo(done, plan).state());
    }

    @Test
    void whatTheOperationWaitedForIsNoSecondWritersDoing() {
        Step.Write ask = set(NODE, "state", "\"pending\"", "\"old\"");
        cluster.change(NODE, node -> node.withObject("/spec").put("state", "old"));
        cluster.after = write -> {
            if (write.body().contains("pending")) {
                strikes(NODE, "state", "\"success\"", "mig-manager");
            }
        };
        Operation done = bench.run(Bench.plan(
                "partition",
                List.of(
                        ask,
                        new Step.Await(
                                NODE,
                                new Expectation.Settles("/spec/state", "success", List.of("failed")),
                                LONG,
                                "Settle")),
                List.of(new Step.Write(ask.undo().orElseThrow(), Optional.empty()))));
        cluster.after = _ -> {};
        assertEquals(OperationState.DONE, undo(done, ready(done)).state());
        assertEquals("old", spec(NODE, "state"));
    }

    @Test
    void aListElementIsTakenOutOnlyWhereItIsStillTheOne() {
        cluster.change(NODE, node -> node.withObject("/spec").set("taints", Json.read("[{\"key\":\"a\"}]")));
        ApiWrite add = Bench.api(
                ApiWrite.Verb.JSON_PATCH,
                NODE,
                "[{\"op\":\"test\",\"path\":\"/spec/taints\",\"value\":[{\"key\":\"a\"}]},"
                        + "{\"op\":\"add\",\"path\":\"/spec/taints/1\",\"value\":{\"key\":\"ours\"}}]",
                Optional.empty());
        ApiWrite remove = Bench.api(
                ApiWrite.Verb.JSON_PATCH,
                NODE,
                "[{\"op\":\"test\",\"path\":\"/spec/taints/1\",\"value\":{\"key\":\"ours\"}},"
                        + "{\"op\":\"remove\",\"path\":\"/spec/taints/1\"}]",
                Optional.empty());
        Operation done = did(new Step.Write(add, Optional.of(remove)));
        cluster.change(NODE, node -> node.withObject("/spec")
                .set("taints", Json.read("[{\"key\":\"theirs\"},{\"key\":\"b\"}]")));
        UndoProposal.Changed changed = changed(done);
        assertEquals(Optional.empty(), changed.merge().or(changed::anyway), "nothing of ours is there to take out");
    }

    @Test
    void whatWasMadeIsDeletedUnlessOthersHaveWorkedOnIt() {
        Step.Write create = Bench.write(
                ApiWrite.Verb.CREATE,
                POD,
                "{\"spec\":{\"n\":1,\"suspend\":false}}",
                Optional.empty(),
                Optional.of(Bench.api(ApiWrite.Verb.DELETE, POD, "", Optional.empty())));
        Operation done = did(create);
        strikes(POD, "suspend", "true", "kueue");
        Plan plan = ready(done);
        assertEquals(
                cluster.get(POD).map(Json::uid),
                ((Step.Write) plan.steps().getFirst()).write().uid(),
                "a queue that holds it is no second writer");
        strikes(POD, "n", "5", "kubectl");
        UndoProposal.Changed changed = changed(done);
        assertEquals(Optional.empty(), changed.merge());
        assertEquals(
                OperationState.DONE, undo(done, changed.anyway().orElseThrow()).state());
        assertTrue(cluster.get(POD).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void newPodsThatAreHeldAgainAreSaidAndShownWhetherTheirJobIsStoppedOrTheyAreDeleted(boolean stops) {
        String gates = "\"schedulingGates\":[{\"name\":\"podium.placement/manual\"}]";
        cluster.put(POD, "{\"metadata\":{\"uid\":\"A\"},\"spec\":{" + gates + "}}");
        cluster.put(
                JOB,
                "{\"metadata\":{\"uid\":\"JOB\"},\"spec\":{\"suspend\":false,\"template\":{\"spec\":{" + gates
                        + ",\"containers\":[{}]}}}}");
        String gate = "\"path\":\"/spec/schedulingGates/0\"";
        ApiWrite release = Bench.api(
                ApiWrite.Verb.JSON_PATCH,
                POD,
                "[{\"op\":\"test\"," + gate + ",\"value\":{\"name\":\"podium.placement/manual\"}},{\"op\":\"remove\","
                        + gate + "}]",
                Optional.of("A"));
        List<Step> back = stops
                ? List.of(set(JOB, "suspend", "true", "false"), set(JOB, "suspend", "false", "true"))
                : List.of(new Step.Write(Bench.api(ApiWrite.Verb.DELETE, POD, "", Optional.of("A")), Optional.empty()));
        Operation done = bench.run(new Plan(
                FakeCluster.ID,
                "place",
                "Place train on n1",
                List.of(new Step.Write(release, Optional.empty())),
                List.of(),
                List.of(),
                List.of(new ObjectChange("Pod team/a", "a gate", "a pin")),
                back));
        Plan undo = ready(done);
        assertEquals(List.of(new ObjectChange("Pod team/a, made anew", "a pin", "a gate")), undo.changes());
        String said = "A new pod comes in place of the one that was placed, held again by the gate"
                + " podium.placement/manual and without its pin.";
        assertTrue(undo.effects().contains(said), undo.effects()::toString);
        if (stops) {
            cluster.change(JOB, job -> job.withObject("/spec/template/spec").remove("schedulingGates"));
            assertTrue(!ready(done).effects().contains(said), "the template makes pods without the gate by now");
        }
        // somebody has stopped and started the job: what runs in place of the pod was never placed
        cluster.put(POD, "{\"metadata\":{\"uid\":\"B\"},\"spec\":{\"nodeName\":\"n9\"}}");
        assertInstanceOf(UndoProposal.Nothing.class, bench.engine.undoPlan(done.id()));
    }

    /** Its Deployment is one of services; the ReplicaSet between them has no name that tells so. */
    private void belongsToAService(ObjectRef pod) {
        String controller = "{\"metadata\":{\"ownerReferences\":[{\"apiVersion\":\"apps/v1\",\"kind\":\"%s\","
                + "\"name\":\"web\",\"uid\":\"%s\",\"controller\":true}]}}";
        JsonNode owned = Json.read(controller.formatted("ReplicaSet", "R"));
        cluster.change(pod, object -> object.withObject("/metadata")
                .put("namespace", "team")
                .set("ownerReferences", owned.at("/metadata/ownerReferences")));
        cluster.put(
                new ObjectRef("apps", "v1", "replicasets", "ReplicaSet", "team", "web"),
                controller.formatted("Deployment", "D"));
        cluster.put(new ObjectRef("apps", "v1", "deployments", "Deployment", "team", "web"), "{\"metadata\":{}}");
    }

    @Test
    void aPodOfAServiceThatIsDeletedLosesNoWork() {
        Operation done = did(Bench.write(
                ApiWrite.Verb.CREATE,
                POD,
                "{\"spec\":{\"n\":1}}",
                Optional.empty(),
                Optional.of(Bench.api(ApiWrite.Verb.DELETE, POD, "", Optional.empty()))));
        cluster.change(POD, pod -> pod.withObject("/status").put("phase", "Running"));
        assertEquals(
                List.of("What they did since their last checkpoint is lost: 0 GPU-hours since their start; when they"
                        + " saved their state is not known."),
                ready(done).irreversible());
        belongsToAService(POD);
        assertEquals(
                List.of("Deployment team/web serves without it until a new pod is ready; as a service it has no work"
                        + " to lose."),
                ready(done).irreversible());
    }

    @Test
    void whatWasDeletedAndMadeAnewByOthersIsNotMadeAgain() {
        cluster.put(POD, "{\"metadata\":{\"uid\":\"A\"},\"spec\":{\"n\":1}}");
        ApiWrite again = Bench.api(ApiWrite.Verb.CREATE, POD, "{\"spec\":{\"n\":1}}", Optional.empty());
        Operation done = did(Bench.write(ApiWrite.Verb.DELETE, POD, "", Optional.of("A"), Optional.of(again)));
        assertEquals(1, ready(done).steps().size());
        cluster.put(POD, "{\"metadata\":{\"uid\":\"theirs\"},\"spec\":{\"n\":1}}");
        UndoProposal.Changed changed = changed(done);
        assertEquals(Optional.empty(), changed.merge().or(changed::anyway));
    }

    /** Written by two hands: what ours still owns, and what another one owns alone since. */
    private void takenOver(ObjectRef ref, String field, String manager, Instant at) {
        cluster.change(ref, object -> object.withObject("/metadata")
                .set(
                        "managedFields",
                        Json.read("[{\"manager\":\"podium\",\"operation\":\"Update\",\"time\":\"2026-01-01T00:00:00Z\","
                                + "\"fieldsV1\":{\"f:metadata\":{\"f:annotations\":{}}}},{\"manager\":\"" + manager
                                + "\",\"operation\":\"Update\",\"time\":\"" + at
                                + "\",\"fieldsV1\":{\"f:spec\":{\"f:" + field + "\":{}}}}]")));
    }

    @Test
    void theSameValueByAnotherHandIsTheirs() {
        Operation done = did(set(NODE, "unschedulable", "true", "null"));
        takenOver(NODE, "unschedulable", "kubectl-cordon", Instant.now().plusSeconds(5));
        UndoProposal.Changed changed = assertInstanceOf(UndoProposal.Changed.class, bench.engine.undoPlan(done.id()));
        String words = changed.changes().getFirst().words();
        assertTrue(
                words.startsWith(
                        "Node n1: spec.unschedulable was changed since and set to true again. By kubectl-cordon, at "),
                words);
        assertTrue(changed.merge().isEmpty(), "nothing is left to take back");
        assertTrue(changed.anyway().isPresent());
    }

    @Test
    void theSameCountByAnotherHandIsTheirs() {
        Operation done = scaled();
        takenOver(WEB, "replicas", "kubectl", Instant.now().plusSeconds(5));
        assertInstanceOf(UndoProposal.Changed.class, bench.engine.undoPlan(done.id()));
    }

    /** A nodeSelector is owned as one: Kueue, which adds the labels of a flavor to it, owns what stood there too. */
    @Test
    void whoAddsToAMapThatIsOwnedAsOneHasSetNothingOfTheRest() {
        Operation done = did(set(WEB, "nodeSelector", "{\"host\":\"n1\"}", "null"));
        cluster.change(WEB, object -> object.withObject("/spec/nodeSelector").put("pool", "gpu"));
        takenOver(WEB, "nodeSelector", "kueue", Instant.now().plusSeconds(5));
        assertInstanceOf(UndoProposal.Ready.class, bench.engine.undoPlan(done.id()));
        Operation entry = did(set(NODE, "selector", "{\"host\":\"n1\",\"pool\":null}", "{\"host\":null}"));
        takenOver(NODE, "selector", "kueue", Instant.now().plusSeconds(5));
        assertInstanceOf(UndoProposal.Ready.class, bench.engine.undoPlan(entry.id()));
    }

    @Test
    void whatAControllerSetToTheSameWhileItRanIsOurs() {
        Operation done = scaled();
        takenOver(WEB, "replicas", "kueue", Instant.now().minusSeconds(60));
        assertInstanceOf(UndoProposal.Ready.class, bench.engine.undoPlan(done.id()));
    }

    /** The console's clock is an hour ahead of the server's: what counts is whom the server named when the operation ended. */
    @Test
    void aClockThatRunsAheadHidesNoOtherHand(@TempDir Path ahead) throws IOException {
        Instant before = Instant.now().minusSeconds(3_600);
        takenOver(WEB, "image", "helm", before);
        try (Bench marking = Bench.marking(cluster, ahead, FileJournalChannel::new)) {
            Operation done = marking.run(Bench.plan(
                    "scale", List.of(set(WEB, "replicas", "9", "2")), List.of(set(WEB, "replicas", "2", "9"))));
            assertEquals(OperationState.DONE, done.state());
            takenOver(WEB, "replicas", "helm", before);
            assertInstanceOf(UndoProposal.Ready.class, marking.engine.undoPlan(done.id()), "as it was when it ended");
            takenOver(WEB, "replicas", "kubectl", before.plusSeconds(1));
            assertInstanceOf(UndoProposal.Changed.class, marking.engine.undoPlan(done.id()));
        }
    }

    /** As a kube-apiserver 1.36 leaves it (measured): who has had entries of a map keeps the map, as an empty set. */
    @Test
    void whoHasOnlyHadEntriesOfAMapOwnsNoneOfThem() {
        JsonNode object = Json.read("{\"data\":{\"a\":\"1\"},\"metadata\":{\"managedFields\":["
                + "{\"manager\":\"podium\",\"fieldsV1\":{\"f:data\":{}}},"
                + "{\"manager\":\"kubectl\",\"fieldsV1\":{\"f:data\":{\"f:a\":{}}}}]}}");
        JsonPointer at = JsonPointer.compile("/data/a");
        assertEquals(
                List.of("kubectl"),
                FieldWriter.owners(object, at).stream()
                        .map(one -> FieldWriter.of(one).manager())
                        .toList());
        ((ArrayNode) object.at("/metadata/managedFields")).remove(1);
        assertEquals(1, FieldWriter.owners(object, at).size(), "an atomic map is owned as one");
    }

    @Test
    void whatTheServerCannotTellAnyMoreIsNobodys() {
        Operation done = scaled();
        takenOver(WEB, "replicas", "ancient-changes", Instant.now().plusSeconds(5));
        assertInstanceOf(UndoProposal.Ready.class, bench.engine.undoPlan(done.id()));
    }
}
