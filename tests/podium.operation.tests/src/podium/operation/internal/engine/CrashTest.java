// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;
import podium.core.testkit.TestKinds;
import podium.operation.Operation;
import podium.operation.OperationState;
import podium.operation.internal.journal.FileJournalChannel;
import podium.operation.plan.Expectation;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;

/**
 * Kills the process at every point of every kind of operation: before, within and after each record and its flush, before and after
 * each write reaches the server. The next start then goes on, or rolls back, and the cluster must be as if nothing had happened.
 */
class CrashTest {
    private static final ObjectRef NODE = ObjectRef.node("n1");
    private static final ObjectRef JOB = TestKinds.job("team", "train");
    private static final ObjectRef POD_A = ObjectRef.pod("team", "a");
    private static final ObjectRef POD_B = ObjectRef.pod("team", "b");

    @TempDir
    Path directory = Path.of("");

    /**
     * A kind of operation.
     *
     * @param evicts what it does can only be gone on with, not undone
     */
    private record Kind(String name, Plan plan, boolean evicts) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static FakeCluster cluster() {
        FakeCluster cluster = new FakeCluster();
        cluster.put(NODE, "{\"spec\":{}}");
        cluster.put(JOB, "{\"spec\":{\"suspend\":false,\"host\":\"any\"}}");
        cluster.put(POD_A, "{\"metadata\":{\"uid\":\"A\"},\"spec\":{\"gate\":true}}");
        cluster.put(POD_B, "{\"metadata\":{\"uid\":\"B\"},\"spec\":{\"gate\":true,\"nodeName\":\"n1\"}}");
        for (int rank = 0; rank < GangPlan.RANKS; rank++) {
            cluster.put(GangPlan.pod(rank), GangPlan.gated("g" + rank));
        }
        return cluster;
    }

    static Stream<Kind> kinds() {
        Step.Write cordon = Bench.set(NODE, "unschedulable", "true", "null");
        Step.Write pinA = pin(POD_A, "A");
        Step.Write pinB = pin(POD_B, "B");
        Step.Await suspended =
                new Step.Await(JOB, new Expectation.FieldIs("/spec/suspend", "true"), Duration.ofSeconds(5), "Wait");
        ApiWrite original = Bench.api(ApiWrite.Verb.CREATE, POD_A, "{\"spec\":{\"gate\":true}}", Optional.empty());
        Step.Write delete = Bench.write(ApiWrite.Verb.DELETE, POD_A, "", Optional.of("A"), Optional.of(original));
        Step.Write create = Bench.write(
                ApiWrite.Verb.CREATE,
                POD_A,
                "{\"spec\":{\"gate\":false,\"node\":\"n2\"}}",
                Optional.empty(),
                Optional.of(Bench.api(ApiWrite.Verb.DELETE, POD_A, "", Optional.empty())));
        Step.Await gone = new Step.Await(POD_A, new Expectation.Gone("A"), Duration.ofSeconds(5), "Gone");
        Step.EvictAll evict = Bench.evict(Duration.ofSeconds(10), Bench.victim(POD_A, "A"), Bench.victim(POD_B, "B"));
        return Stream.of(
                new Kind("cordon", Bench.plan(cordon), false),
                new Kind("place gated pods", Bench.plan(new Step.Barrier(List.of(pinA, pinB), "Pin")), false),
                new Kind(
                        "restart a job",
                        Bench.plan(
                                Bench.set(JOB, "suspend", "true", "false"),
                                suspended,
                                Bench.set(JOB, "host", "\"n2\"", "\"any\""),
                                Bench.set(JOB, "suspend", "false", "true")),
                        false),
                new Kind("place a gang", Bench.plan(GangPlan.steps()), false),
                new Kind("recreate a pod", Bench.plan(delete, gone, create), false),
                new Kind("drain", Bench.plan(cordon, evict), true),
                new Kind("drain in waves after current jobs", waves(cordon), true),
                new Kind("write a state, then the wish that changes it", relabel(), false));
    }

    /** As in a re-partition: the second write must not be undone by the first one sent again. */
    private static Plan relabel() {
        return Bench.plan(
                Bench.set(NODE, "state", "\"pending\"", "null"),
                Bench.set(NODE, "config", "\"half\"", "null"),
                new Step.Await(
                        NODE,
                        new Expectation.Settles("/spec/config", "half", List.of("bad")),
                        Duration.ofSeconds(5),
                        "Settle"));
    }

    private static Plan waves(Step.Write cordon) {
        Step.Await ended = new Step.Await(
                NODE,
                new Expectation.Ended(List.of("B"), Optional.of(Instant.EPOCH)),
                Duration.ofSeconds(5),
                "Wait for what ends");
        return Bench.plan(
                cordon,
                ended,
                Bench.evict(Duration.ofSeconds(10), Bench.victim(POD_B, "B")),
                Bench.evict(Duration.ofSeconds(10), Bench.victim(POD_A, "A")),
                new Step.Await(NODE, new Expectation.NoOtherPods(List.of(), ""), Duration.ofSeconds(5), "Look"));
    }

    private static Step.Write pin(ObjectRef pod, String uid) {
        String forward = "[{\"op\":\"test\",\"path\":\"/spec/gate\",\"value\":true},"
                + "{\"op\":\"replace\",\"path\":\"/spec/gate\",\"value\":false}]";
        String back = "[{\"op\":\"test\",\"path\":\"/spec/gate\",\"value\":false},"
                + "{\"op\":\"replace\",\"path\":\"/spec/gate\",\"value\":true}]";
        return Bench.write(
                ApiWrite.Verb.JSON_PATCH,
                pod,
                forward,
                Optional.of(uid),
                Optional.of(Bench.api(ApiWrite.Verb.JSON_PATCH, pod, back, Optional.of(uid))));
    }

    /** Number of points of an undisturbed run; its end state is what every other run must reach. */
    private int undisturbed(Kind kind, FakeCluster cluster) throws IOException {
        Kill counter = Kill.never();
        kill(cluster, counter);
        try (Bench bench = Bench.marking(cluster, directory.resolve("undisturbed"), counter.opener())) {
            Operation done = bench.run(kind.plan());
            assertEquals(OperationState.DONE, done.state(), () -> done.log().toString());
        }
        return counter.points();
    }

    private static void kill(FakeCluster cluster, Kill kill) {
        cluster.before = _ -> kill.point();
        cluster.after = write -> {
            GangPlan.control(cluster, write);
            kill.point();
        };
    }

    private static void revive(FakeCluster cluster) {
        cluster.before = _ -> {};
        cluster.after = write -> GangPlan.control(cluster, write);
    }

    /** Runs until the kill; returns when the process's part in it has ended. */
    private static void runUntilKilled(Kind kind, FakeCluster cluster, Path journal, Kill kill) throws IOException {
        kill(cluster, kill);
        try (Bench bench = Bench.marking(cluster, journal, kill.opener())) {
            bench.ended(bench.engine.submit(kind.plan()));
        }
        revive(cluster);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void goingOnAfterAKillAnywhereEndsAsIfThereHadBeenNone(Kind kind) throws IOException {
        FakeCluster model = cluster();
        int points = undisturbed(kind, model);
        assertTrue(points > 10, "too few points: " + points);
        String untouched = cluster().state();
        for (int at : IntStream.range(0, points).toArray()) {
            FakeCluster cluster = cluster();
            Path journal = directory.resolve(kind.name() + "-on-" + at);
            runUntilKilled(kind, cluster, journal, new Kill(at));
            try (Bench next = Bench.marking(cluster, journal, FileJournalChannel::new)) {
                next.engine.awaitOpen();
                if (next.engine.operations().isEmpty()) {
                    assertEquals(untouched, cluster.state(), "unrecorded, yet something was sent; killed at " + at);
                    continue;
                }
                Operation found = next.only();
                if (!found.state().ended()) {
                    assertEquals(OperationState.INTERRUPTED, found.state(), "killed at " + at);
                    next.engine.resume(found.id());
                }
                Operation ended = next.ended(found.id());
                int killedAt = at;
                assertEquals(OperationState.DONE, ended.state(), () -> "killed at " + killedAt + ": " + ended.log());
                assertEquals(model.state(), cluster.state(), "killed at " + at);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void rollingBackAfterAKillAnywhereRestoresWhatWasBefore(Kind kind) throws IOException {
        int points = undisturbed(kind, cluster());
        String untouched = cluster().state();
        for (int at : IntStream.range(0, points).toArray()) {
            FakeCluster cluster = cluster();
            Path journal = directory.resolve(kind.name() + "-back-" + at);
            runUntilKilled(kind, cluster, journal, new Kill(at));
            try (Bench next = Bench.marking(cluster, journal, FileJournalChannel::new)) {
                next.engine.awaitOpen();
                if (next.engine.operations().isEmpty() || next.only().state() == OperationState.DONE) {
                    continue;
                }
                String id = next.only().id();
                next.engine.abort(id);
                assertEquals(OperationState.ABORTED, next.ended(id).state(), "killed at " + at);
                if (kind.evicts()) {
                    cluster.change(
                            NODE, node -> assertEquals(0, node.path("spec").size(), "the cordon is lifted"));
                } else {
                    assertEquals(untouched, cluster.state(), "killed at " + at);
                }
            }
        }
    }

    /** One rank is refused although the server had tried it: wherever Podium is killed then, no rank stays released. */
    @Test
    void aGangOfWhichOneRankIsRefusedIsHeldAgainWhereverTheKillComes() throws IOException {
        Kind gang = new Kind("refused gang", Bench.plan(GangPlan.steps()), false);
        String untouched = cluster().state();
        int points = -1;
        for (int at = 0; points < 0 || at < points; at++) {
            FakeCluster cluster = cluster();
            cluster.late = write ->
                    write.verb() == ApiWrite.Verb.JSON_PATCH && write.target().equals(GangPlan.pod(GangPlan.RANKS - 1))
                            ? Optional.of(FakeCluster.refused(403, "Forbidden", "quota exceeded"))
                            : Optional.empty();
            if (points < 0) {
                Kill counter = Kill.never();
                kill(cluster, counter);
                try (Bench bench = new Bench(cluster, directory.resolve("refused"), counter.opener())) {
                    assertEquals(OperationState.FAILED, bench.run(gang.plan()).state());
                }
                assertEquals(untouched, cluster.state());
                points = counter.points();
                assertTrue(points > 20, "too few points: " + points);
                continue;
            }
            Path journal = directory.resolve("refused-" + at);
            runUntilKilled(gang, cluster, journal, new Kill(at));
            try (Bench next = new Bench(cluster, journal)) {
                next.engine.awaitOpen();
                if (!next.engine.operations().isEmpty()) {
                    Operation found = next.only();
                    if (!found.state().ended()) {
                        next.engine.resume(found.id());
                    }
                    assertEquals(OperationState.FAILED, next.ended(found.id()).state(), "killed at " + at);
                }
                assertEquals(untouched, cluster.state(), "killed at " + at);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aKillDuringTheRollBackIsRolledBackFurther(Kind kind) throws IOException {
        if (kind.evicts()) {
            return;
        }
        String untouched = cluster().state();
        int half = undisturbed(kind, cluster()) * 3 / 4;
        for (int at = 0; at < 40; at++) {
            FakeCluster cluster = cluster();
            Path journal = directory.resolve(kind.name() + "-twice-" + at);
            runUntilKilled(kind, cluster, journal, new Kill(half));
            Kill second = new Kill(at);
            kill(cluster, second);
            try (Bench next = Bench.marking(cluster, journal, second.opener())) {
                String id = next.only().id();
                next.engine.abort(id);
                next.until(id, operation -> operation.state().ended());
            } catch (CompletionException e) {
                // what is opened writes first that its last record is half written
                assertInstanceOf(Kill.Killed.class, e.getCause(), "killed at " + at);
            }
            revive(cluster);
            try (Bench last = Bench.marking(cluster, journal, FileJournalChannel::new)) {
                Operation found = last.only();
                if (!found.state().ended()) {
                    last.engine.abort(found.id());
                }
                assertEquals(OperationState.ABORTED, last.ended(found.id()).state(), "killed at " + at);
                assertEquals(untouched, cluster.state(), "killed at " + at);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void anInterruptedOperationDoesNothingByItself(Kind kind) throws IOException {
        FakeCluster cluster = cluster();
        int points = undisturbed(kind, cluster());
        runUntilKilled(kind, cluster, directory.resolve("idle"), new Kill(points / 2));
        String before = cluster.state();
        try (Bench next = Bench.marking(cluster, directory.resolve("idle"), FileJournalChannel::new)) {
            assertEquals(OperationState.INTERRUPTED, next.only().state());
            assertTrue(next.only().status().contains("Resume"), next.only()::status);
            assertEquals(before, cluster.state());
        }
    }

    /** A guard for the plans of this test: one that changed nothing would prove nothing. */
    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindChangesSomething(Kind kind) throws IOException {
        FakeCluster cluster = cluster();
        String before = cluster.state();
        undisturbed(kind, cluster);
        assertNotEquals(before, cluster.state());
    }
}
