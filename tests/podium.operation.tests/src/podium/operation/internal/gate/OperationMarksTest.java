// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;
import podium.core.cluster.SessionIdentity;
import podium.core.json.Json;
import podium.core.testkit.TestKinds;
import podium.operation.Operation;
import podium.operation.OperationState;
import podium.operation.internal.engine.Bench;
import podium.operation.internal.engine.FakeCluster;
import podium.operation.internal.journal.FileJournalChannel;
import podium.operation.plan.Expectation;
import podium.operation.plan.OperationMark;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;
import podium.testkit.Await;

/** Two Podiums on one cluster see each other's operations and do not fight. */
class OperationMarksTest {
    private static final ObjectRef NODE = ObjectRef.node("n1");

    @TempDir
    Path directory = Path.of("");

    private final FakeCluster cluster = new FakeCluster();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T12:00:00Z"));

    OperationMarksTest() {
        cluster.put(NODE, "{\"spec\":{}}");
    }

    private Bench podium(String name) {
        return new Bench(
                cluster,
                directory.resolve(name),
                FileJournalChannel::new,
                PlanGuard.none(),
                Optional.of(name + "@desk"),
                now::get);
    }

    /** Cordons, then goes on until the test lets it. */
    private static Plan lasting() {
        return Bench.plan(
                Bench.set(NODE, "unschedulable", "true", "null"),
                Bench.field(NODE, "/spec/ready", "yes", Duration.ofHours(1)));
    }

    private void letGo() {
        cluster.change(NODE, node -> node.withObject("/spec").put("ready", "yes"));
    }

    private Optional<OperationMark> mark() {
        return cluster.get(NODE).flatMap(OperationMark::of);
    }

    private static void untilWaiting(Bench bench, String id) {
        bench.until(id, operation -> operation.done() == 1);
    }

    @Test
    void theSecondOneIsToldWhoIsThereAndChangesNothing() throws IOException {
        try (Bench ann = podium("ann");
                Bench bob = podium("bob")) {
            String first = ann.engine.submit(lasting());
            untilWaiting(ann, first);
            Plan other = Bench.plan(Bench.set(NODE, "color", "1", "null"));
            String said = bob.engine.check(other).problems().getFirst();
            assertTrue(said.contains("ann@desk") && said.contains("Test test") && said.contains("Node n1"), said);
            int before = cluster.requests().size();
            Operation refused = bob.run(other);
            assertEquals(OperationState.FAILED, refused.state());
            assertTrue(refused.outcome().orElse("").contains("ann@desk"), refused::toString);
            assertEquals(before, cluster.requests().size());
            letGo();
            assertEquals(OperationState.DONE, ann.ended(first).state());
            assertEquals(Optional.empty(), mark());
            assertEquals(List.of(), bob.engine.check(other).problems());
            assertEquals(OperationState.DONE, bob.run(other).state());
        }
    }

    @Test
    void ofTwoAtOnceExactlyOneBegins() throws IOException {
        try (Bench ann = podium("ann");
                Bench bob = podium("bob")) {
            for (int round = 0; round < 20; round++) {
                cluster.put(NODE, "{\"spec\":{}}");
                String a = ann.engine.submit(lasting());
                String b = bob.engine.submit(lasting());
                List<String> begun = new ArrayList<>();
                ann.until(
                        a,
                        operation -> operation.done() == 1 || operation.state().ended());
                bob.until(
                        b,
                        operation -> operation.done() == 1 || operation.state().ended());
                ann.engine.operation(a).filter(one -> !one.state().ended()).ifPresent(one -> begun.add("ann"));
                bob.engine.operation(b).filter(one -> !one.state().ended()).ifPresent(one -> begun.add("bob"));
                assertEquals(1, begun.size(), "round " + round);
                letGo();
                ann.ended(a);
                bob.ended(b);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"over", "not JSON", "{}", "[]", "", "{\"operation\":\"x\",\"until\":\"soon\"}"})
    void aMarkThatIsOverOrNoneHindersNobody(String value) throws IOException {
        OperationMark old =
                new OperationMark("ann@desk", "gone", "Drain n1", now.get().minusSeconds(1));
        cluster.change(NODE, node -> node.withObject("/metadata")
                .putObject("annotations")
                .put(OperationMark.KEY, value.equals("over") ? old.value() : value));
        try (Bench bob = podium("bob")) {
            assertEquals(
                    OperationState.DONE,
                    bob.run(Bench.plan(Bench.set(NODE, "color", "1", "null"))).state());
        }
        assertEquals(Optional.empty(), mark());
    }

    /** As a clock makes one that runs ahead: waiting for its end would take till then. */
    @Test
    void aMarkThatReachesTooFarAheadSaysThatAClockIsWrongAndHowItIsTakenOff() throws IOException {
        for (Duration ahead : List.of(Duration.ofMinutes(4), Duration.ofDays(9_000))) {
            OperationMark there =
                    new OperationMark("eve@desk", "other", "Drain n1", now.get().plus(ahead));
            cluster.change(NODE, node -> node.withObject("/metadata")
                    .putObject("annotations")
                    .put(OperationMark.KEY, there.value()));
            try (Bench bob = podium("bob")) {
                String said = bob.engine
                        .check(Bench.plan(Bench.set(NODE, "color", "1", "null")))
                        .problems()
                        .getFirst();
                assertTrue(said.contains("eve@desk"), said);
                assertEquals(
                        ahead.toDays() > 0,
                        said.endsWith("a clock is wrong, there or here. If nobody is working on it, remove the mark:"
                                + " kubectl annotate nodes n1 podium.operations/claim-"),
                        said);
            }
        }
    }

    @Test
    void ourOwnMarkIsNoConflictForAGuardedWrite() throws IOException {
        String version = cluster.get(NODE).map(Json::resourceVersion).orElseThrow();
        try (Bench ann = podium("ann")) {
            Operation done = ann.run(Bench.plan(Bench.guarded(NODE, "color", "1", "null", version)));
            assertEquals(OperationState.DONE, done.state());
        }
        assertEquals(
                List.of("MERGE_PATCH " + NODE.path(), "MERGE_PATCH " + NODE.path(), "JSON_PATCH " + NODE.path()),
                cluster.requests(),
                "marked, written at the first try, unmarked");
    }

    @Test
    void aChangeByAnotherBetweenPlanAndMarkIsStillAConflict() throws IOException {
        String version = cluster.get(NODE).map(Json::resourceVersion).orElseThrow();
        cluster.change(NODE, node -> node.withObject("/spec").put("color", 7));
        try (Bench ann = podium("ann")) {
            Operation failed = ann.run(Bench.plan(Bench.guarded(NODE, "color", "1", "null", version)));
            assertEquals(OperationState.FAILED, failed.state());
        }
        assertEquals(7, cluster.get(NODE).orElseThrow().at("/spec/color").asInt());
        assertEquals(Optional.empty(), mark());
    }

    @Test
    void whoMayNotMarkWorksAllTheSameAndTheLogSaysSo() throws IOException {
        cluster.rule = write -> write.words().startsWith("Mark")
                ? Optional.of(FakeCluster.refused(403, "Forbidden", "nodes is forbidden"))
                : Optional.empty();
        try (Bench ann = podium("ann")) {
            Operation done = ann.run(Bench.plan(Bench.set(NODE, "color", "1", "null")));
            assertEquals(OperationState.DONE, done.state());
            assertTrue(
                    done.log().stream()
                            .anyMatch(line -> line.problem() && line.text().contains("not marked")),
                    done.log()::toString);
        }
    }

    @Test
    void aLongOperationRenewsItsMark() throws IOException {
        try (Bench ann = podium("ann")) {
            String id = ann.engine.submit(lasting());
            untilWaiting(ann, id);
            Instant first = mark().orElseThrow().until();
            now.set(now.get().plus(OperationMarks.LASTS.dividedBy(2)));
            Await.until(
                    "the mark is renewed", () -> mark().orElseThrow().until().isAfter(first));
            letGo();
            assertEquals(OperationState.DONE, ann.ended(id).state());
            assertEquals(Optional.empty(), mark());
        }
    }

    /** Else it would be made again only when the clock has come to where it was, long after others take it for over. */
    @Test
    void aMarkIsMadeAgainWhenTheClockIsSetBack() throws IOException {
        try (Bench ann = podium("ann")) {
            String id = ann.engine.submit(lasting());
            untilWaiting(ann, id);
            now.set(now.get().minus(Duration.ofHours(1)));
            Instant until = now.get().plus(OperationMarks.LASTS);
            Await.until(
                    "the mark is made again", () -> mark().orElseThrow().until().equals(until));
            letGo();
            assertEquals(OperationState.DONE, ann.ended(id).state());
        }
    }

    /** The server says when it was written, by its own clock. */
    @Test
    void aMarkOfAConsoleWhoseClockIsBehindCounts() throws IOException {
        for (int age : List.of(1, 6)) {
            OperationMark there =
                    new OperationMark("eve@desk", "other", "Drain n1", now.get().minus(Duration.ofHours(1)));
            cluster.change(NODE, node -> node.withObject("/metadata")
                    .<ObjectNode>set("annotations", Json.object().put(OperationMark.KEY, there.value()))
                    .set(
                            "managedFields",
                            Json.read("[{\"manager\":\"podium\",\"time\":\""
                                    + now.get().minus(Duration.ofMinutes(age)) + "\",\"fieldsV1\":{\"f:metadata\":"
                                    + "{\"f:annotations\":{\"f:" + OperationMark.KEY + "\":{}}}}}]")));
            try (Bench bob = podium("bob" + age)) {
                List<String> said = bob.engine
                        .check(Bench.plan(Bench.set(NODE, "color", "1", "null")))
                        .problems();
                assertEquals(age < 5, said.toString().contains("eve@desk"), said::toString);
            }
        }
    }

    /** A console whose clock runs ahead takes no mark for over that counts yet, and makes none that counts for an hour. */
    @Test
    void marksAreMadeAndJudgedByTheClockOfTheServer() throws IOException {
        for (Duration ahead : List.of(Duration.ofHours(-1), Duration.ZERO, Duration.ofHours(1))) {
            cluster.ahead = ahead;
            cluster.put(NODE, "{\"spec\":{}}");
            Instant there = now.get().plus(ahead);
            Plan plan = Bench.plan(Bench.set(NODE, "color", "1", "null"));
            try (Bench bob = podium("bob" + ahead)) {
                for (int minutes : List.of(4, -1)) {
                    OperationMark other =
                            new OperationMark("eve@desk", "other", "Drain n1", there.plus(Duration.ofMinutes(minutes)));
                    cluster.change(NODE, node -> node.withObject("/metadata")
                            .putObject("annotations")
                            .put(OperationMark.KEY, other.value()));
                    assertEquals(
                            minutes > 0,
                            bob.engine.check(plan).problems().toString().contains("eve@desk"),
                            "checked " + ahead);
                    if (minutes > 0) {
                        assertEquals(OperationState.FAILED, bob.run(plan).state(), "begun " + ahead);
                    }
                }
                String id = bob.engine.submit(lasting());
                untilWaiting(bob, id);
                assertEquals(
                        there.plus(OperationMarks.LASTS), mark().orElseThrow().until());
                letGo();
                assertEquals(OperationState.DONE, bob.ended(id).state());
            }
        }
    }

    @Test
    void oneLeftInTheMiddleIsNotGoneOnWithWhileAnotherIsAtWork() throws IOException {
        String id;
        try (Bench ann = podium("ann")) {
            id = ann.engine.submit(lasting());
            untilWaiting(ann, id);
        }
        assertTrue(mark().isPresent(), "the mark outlives the process");
        now.set(now.get().plus(OperationMarks.LASTS));
        try (Bench bob = podium("bob");
                Bench ann = podium("ann")) {
            Step.Await wait = Bench.field(NODE, "/spec/ready", "yes", Duration.ofHours(1));
            String his = bob.engine.submit(Bench.plan(Bench.set(NODE, "color", "1", "null"), wait));
            untilWaiting(bob, his);
            ann.engine.awaitOpen();
            ann.engine.resume(id);
            ann.until(id, operation -> operation.status().contains("bob@desk"));
            ann.engine.abort(id);
            Await.until("it is left alone", () -> Bench.is(ann.only(), OperationState.INTERRUPTED));
            letGo();
            bob.ended(his);
            Await.until("it goes on", () -> {
                ann.engine.resume(id);
                return ann.engine.operation(id).orElseThrow().state() == OperationState.DONE;
            });
        }
    }

    /** A bare pod that was placed is its own job: another Podium deleted it while the first one waited for its start. */
    @Test
    void aPodWhoseOwnStartIsWaitedForIsMarkedAndLeftAloneByWhoWouldChangeOrDeleteIt() throws IOException {
        ObjectRef pod = ObjectRef.pod("team", "p");
        cluster.put(pod, "{\"spec\":{}}");
        Plan place = Bench.plan(
                Bench.set(pod, "node", "1", "null"), Bench.field(pod, "/spec/ready", "yes", Duration.ofHours(1)));
        try (Bench ann = podium("ann");
                Bench bob = podium("bob")) {
            String first = ann.engine.submit(place);
            untilWaiting(ann, first);
            ApiWrite delete =
                    new ApiWrite(ApiWrite.Verb.DELETE, pod, "", "{}", Optional.empty(), Optional.empty(), "Delete p");
            for (Plan other : List.of(
                    Bench.plan(Bench.set(pod, "color", "1", "null")),
                    Bench.plan(new Step.Write(delete, Optional.empty())))) {
                String said = bob.engine.check(other).problems().toString();
                assertTrue(said.contains("Pod team/p") && said.contains("by ann@desk with Podium since "), said);
                assertEquals(OperationState.FAILED, bob.run(other).state());
            }
            cluster.change(pod, object -> object.withObject("/spec").put("ready", "yes"));
            assertEquals(OperationState.DONE, ann.ended(first).state());
            assertEquals(Optional.empty(), cluster.get(pod).flatMap(OperationMark::of));
        }
    }

    @Test
    void podsAreNotMarked() {
        ObjectRef pod = ObjectRef.pod("team", "p");
        Plan plan = Bench.plan(
                Bench.set(pod, "a", "1", "null"),
                Bench.set(NODE, "a", "1", "null"),
                Bench.set(NODE, "b", "1", "null"),
                new Step.Barrier(List.of(Bench.set(TestKinds.job("team", "j"), "a", "1", "null")), "both"));
        assertEquals(List.of(NODE, TestKinds.job("team", "j")), OperationMarks.targets(plan));
    }

    private static Plan emptying() {
        return Bench.plan(
                Bench.field(NODE, "/spec/ready", "yes", Duration.ofHours(1)),
                new Step.Await(NODE, new Expectation.NoOtherPods(List.of(), "N"), Duration.ofHours(1), "Look again"));
    }

    @Test
    void aNodeThatIsEmptiedIsMarkedThoughItWasCordonedBefore() throws IOException {
        cluster.put(NODE, "{\"metadata\":{\"uid\":\"N\"},\"spec\":{\"unschedulable\":true}}");
        try (Bench ann = podium("ann");
                Bench bob = podium("bob")) {
            String first = ann.engine.submit(emptying());
            ann.until(first, operation -> operation.status().contains("/spec/ready"));
            assertEquals("ann@desk", mark().orElseThrow().holder());
            assertTrue(
                    bob.engine.check(emptying()).problems().stream()
                            .anyMatch(why -> why.contains("Another operation is working")),
                    () -> bob.engine.check(emptying()).problems().toString());
            assertEquals(OperationState.FAILED, bob.run(emptying()).state());
            letGo();
            assertEquals(OperationState.DONE, ann.ended(first).state());
            assertEquals(Optional.empty(), mark());
        }
    }

    private static String refusing(Bench ann, FakeCluster cluster, Runnable letGo) {
        String id = ann.engine.submit(lasting());
        untilWaiting(ann, id);
        cluster.rule = write -> write.words().startsWith("Unmark")
                ? Optional.of(FakeCluster.refused(403, "Forbidden", "nodes is forbidden"))
                : Optional.empty();
        letGo.run();
        return id;
    }

    @Test
    void aMarkThatCouldNotBeTakenAwayIsTriedAgainWhenTheRightIsBack() throws IOException {
        try (Bench ann = podium("ann")) {
            String id = refusing(ann, cluster, this::letGo);
            assertEquals(List.of(NODE), ann.ended(id).marked());
            assertTrue(mark().isPresent());
            cluster.rule = _ -> Optional.empty();
            Operation free = ann.until(
                    id, operation -> operation.marked().isEmpty() && operation.state() == OperationState.DONE);
            assertEquals(Optional.empty(), mark());
            assertEquals(OperationState.DONE, free.state());
        }
    }

    @Test
    void theNextStartTakesAwayWhatWasLeft() throws IOException {
        String id;
        try (Bench ann = podium("ann")) {
            id = refusing(ann, cluster, this::letGo);
            ann.ended(id);
        }
        cluster.rule = _ -> Optional.empty();
        assertTrue(mark().isPresent());
        try (Bench ann = podium("ann")) {
            ann.engine.awaitOpen();
            ann.until(id, operation -> operation.marked().isEmpty());
            assertEquals(Optional.empty(), mark());
        }
        try (Bench ann = podium("ann")) {
            assertEquals(List.of(), ann.only().marked(), "it is known that nothing is left");
        }
    }

    @Test
    void whatIsLeftIsTakenAwayByTheSamePersonOnTheSameClusterOnly() throws IOException {
        String id;
        try (Bench ann = podium("ann")) {
            id = refusing(ann, cluster, this::letGo);
            ann.ended(id);
        }
        cluster.rule = _ -> Optional.empty();
        SessionIdentity before = cluster.session;
        cluster.session = new SessionIdentity(before.server(), "another-uid", "ann", List.of("ops"), false);
        int sent = cluster.requests().size();
        try (Bench ann = podium("ann")) {
            ann.engine.awaitOpen();
            ann.engine.unmark(id);
            ann.engine.unmark(id);
        }
        assertEquals(sent, cluster.requests().size());
        assertTrue(mark().isPresent());
    }

    @Test
    void theMarkOfAnotherIsNotTakenAwayForOurs() throws IOException {
        OperationMark theirs =
                new OperationMark("bob@desk", "his", "Drain n1", now.get().plusSeconds(60));
        try (Bench ann = podium("ann")) {
            String id = refusing(ann, cluster, this::letGo);
            ann.ended(id);
            cluster.change(NODE, node -> node.withObject("/metadata")
                    .withObject("/annotations")
                    .put(OperationMark.KEY, theirs.value()));
            cluster.rule = _ -> Optional.empty();
            ann.until(id, operation -> operation.marked().isEmpty());
        }
        assertEquals(Optional.of(theirs), mark());
    }

    @Test
    void aMarkThatMayNotBeTakenAwayAnyMoreIsTold() throws IOException {
        try (Bench ann = podium("ann")) {
            String id = ann.engine.submit(lasting());
            untilWaiting(ann, id);
            cluster.rule = _ -> Optional.of(FakeCluster.refused(403, "Forbidden", "nodes is forbidden"));
            letGo();
            Operation done = ann.ended(id);
            assertTrue(
                    done.log().stream()
                            .anyMatch(line -> line.text().startsWith("Node n1 keeps the mark of this operation")),
                    done.log()::toString);
        }
    }
}
