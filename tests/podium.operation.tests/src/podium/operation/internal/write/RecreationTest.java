// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;
import podium.core.json.Json;
import podium.operation.Operation;
import podium.operation.OperationState;
import podium.operation.UndoProposal;
import podium.operation.internal.engine.Bench;
import podium.operation.internal.engine.FakeCluster;
import podium.operation.internal.journal.FileJournalChannel;
import podium.operation.plan.Deletion;
import podium.operation.plan.Plan;
import podium.operation.plan.Preconditions;
import podium.operation.plan.Step;

/** What is deleted to be created again from a copy is deleted only while it is as it was copied. */
class RecreationTest {
    private static final ObjectRef JOB = new ObjectRef("batch.volcano.sh", "v1alpha1", "jobs", "Job", "team", "train");
    private static final ObjectRef POD = ObjectRef.pod("team", "a");
    private static final String COPY =
            "\"metadata\":{\"labels\":{\"app\":\"x\"},\"annotations\":{\"team\":\"a\"}},\"spec\":{\"replicas\":2,"
                    + "\"env\":[{\"name\":\"TOKEN\",\"value\":\"old-s3cr3t\"}],\"containers\":[{\"name\":\"main\"}]}}";

    private final FakeCluster cluster = new FakeCluster();
    private final Bench bench;

    RecreationTest(@TempDir Path directory) {
        bench = Bench.marking(cluster, directory, FileJournalChannel::new);
    }

    @AfterEach
    void close() throws IOException {
        bench.close();
    }

    /** What somebody else may do between plan and deletion. */
    enum Theirs {
        A_VALUE(job -> job.withObject("/spec").put("replicas", 8)),
        A_NEW_FIELD(job -> job.withObject("/spec").put("minAvailable", 1)),
        A_FIELD_LESS(job -> job.withObject("/spec").remove("replicas")),
        AN_ELEMENT(job -> job.withObject("/spec").withArray("containers").addObject()),
        A_VARIABLE(job -> ((ObjectNode) job.at("/spec/env/0")).put("value", "new-s3cr3t")),
        A_LABEL(job -> job.withObject("/metadata/labels").put("owner", "b")),
        AN_ANNOTATION(job -> job.withObject("/metadata/annotations").put("team", "b"));

        final Consumer<ObjectNode> change;

        Theirs(Consumer<ObjectNode> change) {
            this.change = change;
        }
    }

    private Plan recreate(ObjectRef ref) {
        ObjectNode object = cluster.put(ref, "{\"kind\":\"" + ref.kind() + "\"," + COPY);
        ApiWrite delete = Bench.api(ApiWrite.Verb.DELETE, ref, "", Optional.empty());
        ApiWrite create = Bench.api(ApiWrite.Verb.CREATE, ref, "{" + COPY, Optional.empty());
        return Bench.plan(
                "place",
                List.of(
                        Deletion.of(delete, Optional.of(create), Json.write(object)),
                        new Step.Write(create, Optional.empty())),
                List.of());
    }

    private static boolean isDeleted(FakeCluster cluster) {
        return cluster.requests().stream().anyMatch(request -> request.startsWith("CREATE"));
    }

    @ParameterizedTest
    @EnumSource
    void whatSomebodyElseChangedIsNotDeletedAndTold(Theirs theirs) {
        Plan plan = recreate(JOB);
        cluster.change(JOB, theirs.change);
        Operation failed = bench.run(plan);
        assertEquals(OperationState.FAILED, failed.state(), failed::toString);
        assertFalse(isDeleted(cluster), () -> cluster.requests().toString());
        String outcome = failed.outcome().orElse("");
        assertTrue(outcome.contains("Changed by somebody else"), outcome);
        assertFalse(outcome.contains("s3cr3t"), outcome);
        assertFalse(failed.conflicts().toString().contains("s3cr3t"), failed::toString);
    }

    @ParameterizedTest
    @EnumSource
    void alsoWhenItComesBetweenTheTriesOfOneDeletion(Theirs theirs) {
        Plan plan = recreate(JOB);
        cluster.before = write -> {
            if (write.verb() == ApiWrite.Verb.DELETE) {
                cluster.before = _ -> cluster.change(JOB, theirs.change);
                cluster.change(JOB, job -> job.withObject("/status").put("ready", 1));
            }
        };
        assertEquals(OperationState.FAILED, bench.run(plan).state());
        assertFalse(isDeleted(cluster), () -> cluster.requests().toString());
    }

    @Test
    void aControllersStatusAndMarksAreNoChange() {
        Plan plan = recreate(JOB);
        cluster.change(JOB, job -> {
            job.withObject("/status").put("ready", 1);
            job.withObject("/metadata/annotations").put("controller/seen", "1");
        });
        assertEquals(OperationState.DONE, bench.run(plan).state());
        assertTrue(isDeleted(cluster));
    }

    @Test
    void whatTheSchedulerAddsToAPodIsNoChange() {
        Plan plan = recreate(POD);
        cluster.change(POD, pod -> {
            pod.withObject("/spec")
                    .put("nodeName", "n1")
                    .withArray("ephemeralContainers")
                    .addObject();
        });
        Operation done = bench.run(plan);
        assertEquals(OperationState.DONE, done.state(), done::toString);
    }

    @Test
    void aTestThatFailsTellsNoVariableOfASecondWriter() {
        cluster.put(JOB, "{\"metadata\":{\"uid\":\"J\"},\"spec\":{\"patches\":[]}}");
        Plan plan = Bench.plan(Bench.write(
                ApiWrite.Verb.JSON_PATCH,
                JOB,
                "[{\"op\":\"test\",\"path\":\"/spec/patches\",\"value\":[]},"
                        + "{\"op\":\"add\",\"path\":\"/spec/patches\",\"value\":[{\"pin\":\"n1\"}]}]",
                Optional.of("J"),
                Optional.empty()));
        cluster.change(JOB, job -> job.withObject("/spec")
                .withArray("patches")
                .addObject()
                .withArray("env")
                .addObject()
                .put("name", "TOKEN")
                .put("value", "their-s3cr3t"));
        Operation failed = bench.run(plan);
        assertEquals(OperationState.FAILED, failed.state());
        assertTrue(failed.outcome().orElse("").contains("spec.patches is"), failed::toString);
        assertFalse(failed.toString().contains("s3cr3t"), failed::toString);
    }

    @Test
    void aPlanThatDeletesWithoutTheVersionItCopiedLacksIt() {
        Plan plan = recreate(JOB);
        assertEquals(List.of(), withoutMarks(Preconditions.lacking(plan)));
        Step.Write first = (Step.Write) plan.steps().getFirst();
        ApiWrite bare = Bench.api(ApiWrite.Verb.DELETE, JOB, "", first.write().uid());
        Plan blind = Bench.plan(
                "place",
                List.of(new Step.Write(bare, first.undo()), plan.steps().get(1)),
                List.of());
        assertEquals(
                List.of("\"DELETE train\": it names no version of what it deletes"),
                withoutMarks(Preconditions.lacking(blind)));
    }

    private static List<String> withoutMarks(List<String> lacking) {
        return lacking.stream().filter(words -> !words.contains("no mark")).toList();
    }

    private UndoProposal undone(Consumer<ObjectNode> theirs, String fields) {
        Plan plan = recreate(JOB);
        Step.Write delete = (Step.Write) plan.steps().getFirst();
        ApiWrite back = Bench.api(ApiWrite.Verb.DELETE, JOB, "", Optional.empty());
        Operation done = bench.run(Bench.plan(
                "place",
                plan.steps(),
                List.of(
                        new Step.Write(back, Optional.empty()),
                        new Step.Write(delete.undo().orElseThrow(), Optional.empty()))));
        assertEquals(OperationState.DONE, done.state(), done::toString);
        cluster.change(JOB, job -> {
            theirs.accept(job);
            job.withObject("/metadata")
                    .set(
                            "managedFields",
                            Json.read("[{\"manager\":\"podium\",\"operation\":\"Update\",\"fieldsV1\":{\"f:spec\":"
                                    + "{\"f:defaulted\":{}}}},{\"manager\":\"kubectl-edit\",\"operation\":\"Update\","
                                    + "\"fieldsV1\":" + fields + "},{\"manager\":\"vc\",\"subresource\":\"status\","
                                    + "\"fieldsV1\":{\"f:status\":{\"f:ready\":{}}}}]"));
            job.withObject("/spec").put("defaulted", true);
            job.withObject("/status").put("ready", 1);
        });
        return bench.engine.undoPlan(done.id());
    }

    private static void isTold(String place, UndoProposal proposal) {
        UndoProposal.Changed changed = assertInstanceOf(UndoProposal.Changed.class, proposal);
        assertEquals(
                List.of(place + " kubectl-edit"),
                changed.changes().stream()
                        .map(change -> change.field() + " " + change.manager().orElse(""))
                        .toList());
        assertEquals(Optional.empty(), changed.merge());
    }

    @Test
    void whatOthersAddedToWhatWasMadeAnewIsToldBeforeItsUndoDeletesIt() {
        isTold(
                "/spec/maxRetry",
                undone(job -> job.withObject("/spec").put("maxRetry", 7), "{\"f:spec\":{\"f:maxRetry\":{}}}"));
    }

    @Test
    void alsoWithinAnElementOfAList() {
        isTold(
                "/spec/containers/0/image",
                undone(
                        job -> ((ObjectNode) job.at("/spec/containers/0")).put("image", "x:2"),
                        "{\"f:spec\":{\"f:containers\":{\"k:{\\\"name\\\":\\\"main\\\"}\":{\"f:image\":{}}}}}"));
    }

    @Test
    void aControllersAnnotationIsNoSecondWriter() {
        assertInstanceOf(
                UndoProposal.Ready.class,
                undone(
                        job -> job.withObject("/metadata/annotations").put("seen", "1"),
                        "{\"f:metadata\":{\"f:annotations\":{\"f:seen\":{}}}}"));
    }

    @Test
    void rollingBackLeavesWhatOthersHaveWorkedOnSinceItWasMadeAnew() {
        Plan plan = recreate(JOB);
        Step.Write delete = (Step.Write) plan.steps().getFirst();
        Step.Write create = (Step.Write) plan.steps().get(1);
        cluster.put(ObjectRef.node("n1"), "{\"metadata\":{\"uid\":\"N\"},\"spec\":{}}");
        cluster.after = write -> {
            if (write.verb() == ApiWrite.Verb.CREATE) {
                cluster.change(JOB, job -> {
                    job.withObject("/spec").put("maxRetry", 7);
                    job.withObject("/metadata")
                            .set(
                                    "managedFields",
                                    Json.read("[{\"manager\":\"kubectl-edit\",\"operation\":\"Update\",\"fieldsV1\":"
                                            + "{\"f:spec\":{\"f:maxRetry\":{}}}}]"));
                });
            }
        };
        cluster.late = write ->
                write.target().resource().equals("nodes") && write.body().contains("spec")
                        ? Optional.of(FakeCluster.refused(403, "Forbidden", "no"))
                        : Optional.empty();
        Operation failed = bench.run(Bench.plan(
                "place",
                List.of(
                        delete,
                        new Step.Write(
                                create.write(),
                                Optional.of(Bench.api(ApiWrite.Verb.DELETE, JOB, "", Optional.empty()))),
                        Bench.set(ObjectRef.node("n1"), "a", "1", "null")),
                List.of()));
        assertEquals(OperationState.FAILED, failed.state(), failed::toString);
        assertEquals("7", Json.text(cluster.get(JOB).orElseThrow(), "/spec/maxRetry"), failed::toString);
        assertTrue(failed.outcome().orElse("").contains("spec.maxRetry is 7 now"), failed::toString);
    }
}
