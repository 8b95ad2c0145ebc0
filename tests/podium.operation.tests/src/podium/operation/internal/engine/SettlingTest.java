// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;
import podium.core.api.WriteResult;
import podium.core.json.Json;
import podium.core.testkit.TestKinds;
import podium.core.text.ReadableTime;
import podium.operation.Operation;
import podium.operation.OperationState;
import podium.operation.plan.Expectation;
import podium.operation.plan.Step;

/** What an operation made or deleted is known by uid, never by its name; what somebody else changed meanwhile stays. */
class SettlingTest {
    private static final ObjectRef POD = ObjectRef.pod("team", "a");
    private static final ObjectRef JOB = TestKinds.job("team", "train");
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final WriteResult LOST = new WriteResult.Unanswered("connection reset", true);

    private final Path directory;
    private final FakeCluster cluster = new FakeCluster();
    private Bench bench;

    SettlingTest(@TempDir Path directory) {
        this.directory = directory;
        bench = new Bench(cluster, directory);
    }

    @AfterEach
    void close() throws IOException {
        bench.close();
    }

    private static Step.Write create() {
        return Bench.write(
                ApiWrite.Verb.CREATE,
                POD,
                "{\"spec\":{\"n\":1}}",
                Optional.empty(),
                Optional.of(Bench.api(ApiWrite.Verb.DELETE, POD, "", Optional.empty())));
    }

    private static Step.Write delete() {
        return Bench.write(ApiWrite.Verb.DELETE, POD, "", Optional.empty(), Optional.empty());
    }

    private static Step.Await never() {
        return Bench.field(JOB, "/spec/ready", "yes", LONG);
    }

    private String uid() {
        return cluster.get(POD).map(Json::uid).orElse("gone");
    }

    /** The answer to the first create is lost; meanwhile this happens to the cluster. */
    private void loses(Runnable meanwhile) {
        AtomicBoolean lost = new AtomicBoolean();
        cluster.late = write -> {
            if (write.verb() == ApiWrite.Verb.CREATE && !lost.getAndSet(true)) {
                meanwhile.run();
                return Optional.of(LOST);
            }
            return Optional.empty();
        };
    }

    private void madeBySomebodyElse() {
        cluster.put(POD, "{\"metadata\":{\"uid\":\"theirs\"},\"spec\":{\"n\":1}}");
    }

    @Test
    void anEqualObjectOfThatNameIsNotTakenForTheOneWhoseAnswerWasLost() {
        loses(this::madeBySomebodyElse);
        Operation failed = bench.run(Bench.plan(create()));
        assertEquals(OperationState.FAILED, failed.state());
        assertEquals("theirs", uid(), "what somebody else made was deleted");
    }

    @Test
    void anEqualObjectThatWasThereBeforeIsNotTakenForOurs() {
        madeBySomebodyElse();
        Operation failed = bench.run(Bench.plan(create()));
        assertEquals(OperationState.FAILED, failed.state());
        assertEquals("theirs", uid());
    }

    @Test
    void rollingBackSparesTheObjectThatTookTheNameOfOurs() throws IOException {
        cluster.put(JOB, "{\"spec\":{}}");
        String id = bench.engine.submit(Bench.plan(create(), never()));
        bench.until(id, operation -> operation.status().contains("/spec/ready"));
        cluster.remove(POD);
        madeBySomebodyElse();
        bench.engine.abort(id);
        assertEquals(OperationState.ABORTED, bench.ended(id).state());
        assertEquals("theirs", uid());
    }

    /** Killed after the create reached the server and before its uid was recorded; then the name changes hands. */
    @Test
    void rollingBackAfterAKillSparesTheObjectThatTookTheName() throws IOException {
        bench.close();
        boolean struck = false;
        for (int at = 0; at < 40; at++) {
            FakeCluster one = new FakeCluster();
            Path journal = directory.resolve("kill-" + at);
            Kill kill = new Kill(at);
            one.before = _ -> kill.point();
            one.after = _ -> kill.point();
            try (Bench first = new Bench(one, journal, kill.opener())) {
                first.ended(first.engine.submit(Bench.plan(create())));
            }
            one.before = _ -> {};
            one.after = _ -> {};
            one.remove(POD);
            one.put(POD, "{\"metadata\":{\"uid\":\"theirs\"},\"spec\":{\"n\":1}}");
            try (Bench next = new Bench(one, journal)) {
                next.engine.awaitOpen();
                if (!next.engine.operations().isEmpty() && !next.only().state().ended()) {
                    struck = true;
                    next.engine.abort(next.only().id());
                    next.ended(next.only().id());
                }
            }
            assertEquals("theirs", one.get(POD).map(Json::uid).orElse("gone"), "killed at " + at);
        }
        assertTrue(struck, "no kill left it in the middle");
    }

    /** A delete that names no uid, killed wherever it may be; the name is taken by another before it goes on. */
    @Test
    void goingOnWithADeleteSparesTheSuccessor() throws IOException {
        bench.close();
        int spared = 0;
        for (int at = 0; at < 40; at++) {
            FakeCluster one = new FakeCluster();
            one.put(POD, "{\"metadata\":{\"uid\":\"ours\"}}");
            Path journal = directory.resolve("delete-" + at);
            Kill kill = new Kill(at);
            one.before = _ -> kill.point();
            one.after = _ -> kill.point();
            try (Bench first = new Bench(one, journal, kill.opener())) {
                first.ended(first.engine.submit(Bench.plan(delete())));
            }
            one.before = _ -> {};
            one.after = _ -> {};
            boolean sent = one.get(POD).isEmpty();
            if (sent) {
                one.put(POD, "{\"metadata\":{\"uid\":\"successor\"}}");
            }
            try (Bench next = new Bench(one, journal)) {
                next.engine.awaitOpen();
                if (!next.engine.operations().isEmpty() && !next.only().state().ended()) {
                    next.engine.resume(next.only().id());
                    assertEquals(
                            OperationState.DONE, next.ended(next.only().id()).state(), "killed at " + at);
                    spared += sent ? 1 : 0;
                }
            }
            assertEquals(sent, one.get(POD).isPresent() && sent, "killed at " + at);
        }
        assertTrue(spared > 0, "no kill fell between the delete and its record");
    }

    @Test
    void aWriteOnWhatTheOperationMadeNamesTheUidItGot() {
        AtomicBoolean replaced = new AtomicBoolean();
        cluster.after = write -> {
            if (write.verb() == ApiWrite.Verb.CREATE && !replaced.getAndSet(true)) {
                cluster.remove(POD);
                madeBySomebodyElse();
            }
        };
        Operation failed = bench.run(Bench.plan(create(), Bench.set(POD, "n", "2", "1")));
        assertEquals(OperationState.FAILED, failed.state());
        assertEquals("theirs", uid());
        assertEquals("1", cluster.get(POD).map(pod -> Json.text(pod, "/spec/n")).orElse(""));
    }

    @Test
    void rollingBackLeavesWhatASecondWriterSetSinceAndTellsWho() {
        cluster.put(JOB, "{\"spec\":{\"replicas\":2}}");
        String id = bench.engine.submit(Bench.plan(Bench.set(JOB, "replicas", "9", "2"), never()));
        bench.until(id, operation -> operation.status().contains("/spec/ready"));
        cluster.change(JOB, job -> {
            job.withObject("/spec").put("replicas", 20);
            job.withObject("/metadata")
                    .set(
                            "managedFields",
                            Json.read(
                                    "[{\"manager\":\"podium\",\"time\":"
                                            + "\"2026-03-01T11:00:00Z\",\"fieldsV1\":{\"f:spec\":{\"f:ready\":{}}}},{\"manager\":\"kubectl-scale\","
                                            + "\"time\":\"2026-03-01T12:00:00Z\",\"fieldsV1\":{\"f:spec\":{\"f:replicas\":{}}}}]"));
        });
        bench.engine.abort(id);
        Operation aborted = bench.ended(id);
        assertEquals(
                "20",
                cluster.get(JOB).map(job -> Json.text(job, "/spec/replicas")).orElse(""));
        String outcome = aborted.outcome().orElse("");
        for (String part : List.of(
                "spec.replicas is 20 now, not 9",
                "kubectl-scale",
                ReadableTime.of(Instant.parse("2026-03-01T12:00:00Z")))) {
            assertTrue(outcome.contains(part), outcome);
        }
    }

    @Test
    void rollingBackIsNoConflictWhenOnlySomethingElseChanged() {
        cluster.put(JOB, "{\"spec\":{\"replicas\":2}}");
        String id = bench.engine.submit(Bench.plan(Bench.set(JOB, "replicas", "9", "2"), never()));
        bench.until(id, operation -> operation.status().contains("/spec/ready"));
        AtomicInteger changes = new AtomicInteger();
        cluster.before = write -> {
            int count = changes.incrementAndGet();
            if (count <= 3) {
                cluster.change(JOB, job -> job.withObject("/status").put("ready", count));
            }
        };
        bench.engine.abort(id);
        assertEquals(
                "Aborted by the operator. What was before is restored.",
                bench.ended(id).outcome().orElse(""));
        assertEquals(
                "2",
                cluster.get(JOB).map(job -> Json.text(job, "/spec/replicas")).orElse(""));
    }

    @Test
    void ofAPodThatItsControllerMakesAnewNobodySaysThatItIsThereAgain() {
        cluster.put(POD, "{\"metadata\":{\"ownerReferences\":[{\"controller\":true}]},\"spec\":{\"n\":1}}");
        Step.Write release = Bench.write(
                ApiWrite.Verb.MERGE_PATCH,
                POD,
                "{\"spec\":{\"n\":2}}",
                Optional.empty(),
                Optional.of(Bench.api(ApiWrite.Verb.DELETE, POD, "", Optional.empty())));
        cluster.put(JOB, "{\"spec\":{\"replicas\":2}}");
        String id = bench.engine.submit(Bench.plan(release, never()));
        bench.until(id, operation -> operation.status().contains("/spec/ready"));
        bench.engine.abort(id);
        assertEquals(
                "Aborted by the operator. What it did is taken back; 1 pod was deleted for that, which its controller"
                        + " recreates.",
                bench.ended(id).outcome().orElse(""));
    }

    @Test
    void aSecondWriterWhoStrikesWhileItIsTakenBackIsNotOverwritten() {
        cluster.put(JOB, "{\"spec\":{\"replicas\":2}}");
        String id = bench.engine.submit(Bench.plan(Bench.set(JOB, "replicas", "9", "2"), never()));
        bench.until(id, operation -> operation.status().contains("/spec/ready"));
        AtomicBoolean struck = new AtomicBoolean();
        cluster.before = write -> {
            if (!struck.getAndSet(true)) {
                cluster.change(JOB, job -> job.withObject("/spec").put("replicas", 20));
            }
        };
        bench.engine.abort(id);
        bench.ended(id);
        assertEquals(
                "20",
                cluster.get(JOB).map(job -> Json.text(job, "/spec/replicas")).orElse(""));
    }

    @Test
    void theEndOfWhatWasDeletedIsThatOfTheOneThatWasPinned() {
        cluster.put(POD, "{\"metadata\":{\"uid\":\"ours\"}}");
        cluster.late = write -> {
            if (write.verb() == ApiWrite.Verb.DELETE
                    && cluster.get(POD).map(Json::uid).orElse("").equals("ours")) {
                cluster.remove(POD);
                cluster.put(POD, "{\"metadata\":{\"uid\":\"successor\"}}");
                return Optional.of(LOST);
            }
            return Optional.empty();
        };
        Operation done = bench.run(
                Bench.plan(delete(), new Step.Await(POD, new Expectation.Gone("ours"), LONG, "Wait until it is gone")));
        assertEquals(OperationState.DONE, done.state());
        assertEquals("successor", uid());
    }
}
