// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import podium.core.api.ApiWrite;
import podium.core.api.ApiWrite.Verb;
import podium.core.api.ObjectRef;
import podium.core.json.Json;
import podium.core.testkit.TestKinds;
import podium.operation.Operation;
import podium.operation.OperationState;
import podium.operation.UndoProposal;
import podium.operation.internal.engine.Bench;
import podium.operation.internal.engine.FakeCluster;
import podium.operation.internal.journal.FileJournalChannel;
import podium.operation.internal.journal.Journal;
import podium.operation.plan.Deletion;
import podium.operation.plan.Plan;
import podium.operation.plan.Preconditions;
import podium.operation.plan.Step;
import podium.operation.plan.StepCodec;

/** Only what the operator saw is deleted: what a second writer has put in since stays, whatever the plan deletes it for. */
class DeletionTest {
    private static final ObjectRef JOB = TestKinds.job("team", "train");
    private static final String BODY = "{\"kind\":\"Job\",\"metadata\":{\"labels\":{\"app\":\"x\"}},"
            + "\"spec\":{\"parallelism\":2,\"template\":{\"spec\":{\"containers\":[{\"name\":\"main\","
            + "\"env\":[{\"name\":\"TOKEN\",\"value\":\"old-s3cr3t\"}]}]}}}}";

    private final FakeCluster cluster = new FakeCluster();
    private final Path directory;
    private final Bench bench;

    DeletionTest(@TempDir Path directory) {
        this.directory = directory;
        bench = Bench.marking(cluster, directory, FileJournalChannel::new);
    }

    @AfterEach
    void close() throws IOException {
        bench.close();
    }

    /** What somebody else may do. */
    enum Theirs {
        MORE_PODS(job -> job.withObject("/spec").put("parallelism", 8)),
        A_NEW_FIELD(job -> job.withObject("/spec").put("backoffLimit", 9)),
        AN_IMAGE(job -> ((ObjectNode) job.at("/spec/template/spec/containers/0")).put("image", "x:2")),
        A_VARIABLE(job -> ((ObjectNode) job.at("/spec/template/spec/containers/0/env/0")).put("value", "their-s3cr3t")),
        A_LABEL(job -> job.withObject("/metadata/labels").put("owner", "b"));

        final Consumer<ObjectNode> change;

        Theirs(Consumer<ObjectNode> change) {
            this.change = change;
        }
    }

    /** What controllers do all the time. */
    enum Bookkeeping {
        STATUS(job -> job.withObject("/status").put("active", 2)),
        AN_ANNOTATION(job -> job.withObject("/metadata/annotations").put("controller/seen", "1")),
        A_FINALIZER(job -> job.withObject("/metadata").withArray("finalizers").add("controller/done")),
        A_QUEUE_HOLDS_IT(job -> job.withObject("/spec").put("suspend", true));

        final Consumer<ObjectNode> change;

        Bookkeeping(Consumer<ObjectNode> change) {
            this.change = change;
        }
    }

    private Plan deletion() {
        ObjectNode job = cluster.put(JOB, BODY);
        return Bench.plan(
                "delete",
                List.of(Deletion.of(
                        Bench.api(Verb.DELETE, JOB, "", Optional.empty()), Optional.empty(), Json.write(job))),
                List.of());
    }

    private Plan submitted() {
        ApiWrite create = Bench.api(Verb.CREATE, JOB, BODY, Optional.empty());
        ApiWrite delete = Bench.api(Verb.DELETE, JOB, "", Optional.empty());
        Operation done = bench.run(Bench.plan(
                "submit",
                List.of(new Step.Write(create, Optional.of(delete))),
                List.of(new Step.Write(delete, Optional.of(create)))));
        return assertInstanceOf(UndoProposal.Ready.class, bench.engine.undoPlan(done.id()))
                .plan();
    }

    private void isLeft(Operation failed) {
        assertEquals(OperationState.FAILED, failed.state(), failed::toString);
        assertTrue(cluster.get(JOB).isPresent(), "it was deleted");
        String outcome = failed.outcome().orElse("");
        assertTrue(outcome.contains("Changed by somebody else"), outcome);
        assertFalse(failed.toString().contains("their-s3cr3t"), failed::toString);
        assertFalse(failed.conflicts().isEmpty(), failed::toString);
    }

    @ParameterizedTest
    @EnumSource
    void whatWasChangedSinceItWasPlannedIsNotDeleted(Theirs theirs) {
        Plan plan = deletion();
        cluster.change(JOB, theirs.change);
        isLeft(bench.run(plan));
    }

    @ParameterizedTest
    @EnumSource
    void norWhenTheChangeComesBetweenTwoTries(Theirs theirs) {
        Plan plan = deletion();
        cluster.before = write -> {
            if (write.verb() == Verb.DELETE) {
                cluster.before = _ -> cluster.change(JOB, theirs.change);
                cluster.change(JOB, Bookkeeping.STATUS.change);
            }
        };
        isLeft(bench.run(plan));
    }

    @ParameterizedTest
    @EnumSource
    void norByAnUndoThatWasShownBefore(Theirs theirs) {
        Plan undo = submitted();
        cluster.change(JOB, theirs.change);
        isLeft(bench.run(undo));
    }

    @ParameterizedTest
    @EnumSource
    void aControllersBookkeepingKeepsNothingFromBeingDeleted(Bookkeeping bookkeeping) {
        Plan plan = deletion();
        cluster.change(JOB, bookkeeping.change);
        assertEquals(OperationState.DONE, bench.run(plan).state());
        assertTrue(cluster.get(JOB).isEmpty());
        Plan undo = submitted();
        cluster.change(JOB, bookkeeping.change);
        assertEquals(OperationState.DONE, bench.run(undo).state());
        assertTrue(cluster.get(JOB).isEmpty());
    }

    @Test
    void aStatusThatMovesWithEachTryIsFollowed() {
        Plan plan = deletion();
        int[] times = {0};
        cluster.before = write -> {
            if (write.verb() == Verb.DELETE && times[0]++ < 20) {
                cluster.change(JOB, job -> job.withObject("/status").put("active", times[0]));
            }
        };
        assertEquals(OperationState.DONE, bench.run(plan).state());
    }

    @Test
    void aRollbackLeavesWhatOthersChangedInWhatItHadMade() {
        cluster.put(ObjectRef.node("n1"), "{\"metadata\":{\"uid\":\"N\"},\"spec\":{}}");
        cluster.after = write -> {
            if (write.verb() == Verb.CREATE) {
                cluster.change(JOB, job -> {
                    job.withObject("/spec").put("parallelism", 8);
                    job.withObject("/metadata")
                            .set(
                                    "managedFields",
                                    Json.read("[{\"manager\":\"kubectl-edit\",\"operation\":\"Update\",\"fieldsV1\":"
                                            + "{\"f:spec\":{\"f:parallelism\":{}}}}]"));
                });
            }
        };
        cluster.late = write ->
                write.target().resource().equals("nodes") && write.body().contains("spec")
                        ? Optional.of(FakeCluster.refused(403, "Forbidden", "no"))
                        : Optional.empty();
        Operation failed = bench.run(Bench.plan(
                "submit",
                List.of(
                        new Step.Write(
                                Bench.api(Verb.CREATE, JOB, BODY, Optional.empty()),
                                Optional.of(Bench.api(Verb.DELETE, JOB, "", Optional.empty()))),
                        Bench.set(ObjectRef.node("n1"), "a", "1", "null")),
                List.of()));
        assertEquals(OperationState.FAILED, failed.state(), failed::toString);
        assertTrue(cluster.get(JOB).isPresent(), failed::toString);
        assertTrue(failed.outcome().orElse("").contains("spec.parallelism is 8 now"), failed::toString);
    }

    @Test
    void whatStoodThereIsInTheJournalWithoutItsSecrets() throws IOException {
        Plan plan = deletion();
        bench.run(plan);
        bench.close();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.getParent().getFileName().toString().equals(Journal.APART)) {
                    assertFalse(Files.readString(file).contains("old-s3cr3t"), file::toString);
                }
            }
        }
    }

    @Test
    void itIsStillHeldToWhatStoodThereAfterARestart() {
        List<Step> steps = deletion().steps();
        ArrayNode written = Json.object().putArray("steps");
        StepCodec.write(steps, written);
        assertEquals(steps, StepCodec.read(written));
    }

    @Test
    void aDeletionWithoutAVersionIsLacking() {
        Plan plan = deletion();
        assertEquals(List.of(), Preconditions.lacking(plan));
        ApiWrite bare = ((Step.Write) plan.steps().getFirst()).write();
        ApiWrite versionless = new ApiWrite(Verb.DELETE, JOB, "", "", bare.uid(), Optional.empty(), "Delete it");
        assertEquals(
                List.of("\"Delete it\": it names no version of what it deletes"),
                Preconditions.lacking(
                        Bench.plan("delete", List.of(new Step.Write(versionless, Optional.empty())), List.of())));
    }
}
