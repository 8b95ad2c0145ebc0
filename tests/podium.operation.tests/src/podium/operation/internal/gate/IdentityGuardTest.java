// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import podium.core.api.ObjectRef;
import podium.core.api.WriteResult;
import podium.core.change.ClusterId;
import podium.core.cluster.SessionIdentity;
import podium.core.json.Json;
import podium.operation.Operation;
import podium.operation.OperationState;
import podium.operation.internal.engine.Bench;
import podium.operation.internal.engine.FakeCluster;
import podium.operation.internal.engine.Kill;
import podium.operation.internal.engine.Reopened;
import podium.operation.internal.journal.FileJournalChannel;
import podium.operation.internal.journal.Journal;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;
import podium.operation.rule.ChangeLocks;
import podium.operation.rule.RuleService;

/** An operation goes on only over the cluster and as the person it was begun with, and only while that is not locked. */
class IdentityGuardTest {
    private static final ObjectRef NODE = ObjectRef.node("n1");
    private static final ObjectRef OTHER = ObjectRef.node("n2");
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final SessionIdentity ANN =
            new SessionIdentity("https://lab:6443", "lab-uid", "ann", List.of("ops"), false);

    /** Somebody or something else, and what the words must name. */
    private record Swap(String what, SessionIdentity now, List<String> named) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Swap> swaps() {
        return Stream.of(
                new Swap(
                        "cluster",
                        new SessionIdentity("https://lab:6443", "other-uid", "ann", List.of("ops"), false),
                        List.of("another cluster", "lab-uid", "other-uid")),
                new Swap(
                        "server that does not name itself",
                        new SessionIdentity("https://other:6443", "", "ann", List.of("ops"), false),
                        List.of("another cluster", "https://other:6443")),
                new Swap(
                        "person",
                        new SessionIdentity("https://lab:6443", "lab-uid", "bob", List.of("ops"), false),
                        List.of("begun as ann", "now you are bob")),
                new Swap(
                        "rights",
                        new SessionIdentity("https://lab:6443", "lab-uid", "ann", List.of("ops"), true),
                        List.of("begun as ann", "now you act as ann")));
    }

    private final Path directory;
    private final FakeCluster cluster = new FakeCluster();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T12:00:00Z"));
    private volatile boolean locked;
    private Bench bench;

    IdentityGuardTest(@TempDir Path directory) {
        this.directory = directory;
        bench = bench(FileJournalChannel::new);
    }

    private Bench bench(Journal.Opener opener) {
        ChangeLocks locks = new ChangeLocks() {
            @Override
            public boolean isLocked(ClusterId id) {
                return locked;
            }

            @Override
            public void lock(ClusterId id, boolean on) {
                locked = on;
            }

            @Override
            public AutoCloseable listen(Consumer<ClusterId> listener) {
                return () -> {};
            }
        };
        return new Bench(
                cluster, directory, opener, new PlanGuard(RuleService.none(), locks), Optional.empty(), now::get);
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

    /** Cordons one node, waits for a sign, cordons the other. */
    private static Plan twoNodes() {
        return Bench.plan(
                "cordon",
                List.of(cordon(NODE), Bench.field(NODE, "/spec/ready", "yes", LONG), cordon(OTHER)),
                List.of(Bench.set(NODE, "unschedulable", "null", "true")));
    }

    private String begun() {
        String id = bench.engine.submit(twoNodes());
        bench.until(id, operation -> operation.status().contains("spec.ready is not set"));
        return id;
    }

    private void sign() {
        cluster.change(NODE, node -> node.withObject("/spec").put("ready", "yes"));
    }

    private String unschedulable(ObjectRef node) {
        return cluster.get(node)
                .map(object -> Json.text(object, "/spec/unschedulable"))
                .orElse("gone");
    }

    private Operation paused(String id) {
        return bench.until(id, operation -> Bench.is(operation, OperationState.PAUSED));
    }

    /** Another Podium later, on the same journal; what the one before left. */
    private Operation later() throws IOException {
        bench.close();
        bench = bench(FileJournalChannel::new);
        return bench.only();
    }

    private static void names(Swap swap, Operation operation) {
        String said = operation.log().getLast().text();
        swap.named().forEach(name -> assertTrue(said.contains(name), () -> name + " is not in: " + said));
        assertTrue(operation.status().contains(swap.named().getFirst()), operation::status);
    }

    @Test
    void theJournalTellsServerClusterPersonAndRights() throws IOException {
        bench.run(Bench.plan(cordon(NODE)));
        String journal = Files.readString(directory.resolve(Journal.FILE));
        for (String part :
                List.of("https://lab:6443", "lab-uid", "\"user\":\"ann\"", "ops", "\"impersonated\":false")) {
            assertTrue(journal.contains(part), part);
        }
        assertTrue(journal.indexOf("identified") < journal.indexOf("begun"), "known before anything is sent");
        assertEquals(Optional.of(ANN), later().session());
    }

    @ParameterizedTest
    @MethodSource("swaps")
    void whatIsSwappedInTheMiddleReceivesNoWrite(Swap swap) {
        String id = begun();
        int sent = cluster.requests().size();
        cluster.session = swap.now();
        now.updateAndGet(time -> time.plus(IdentityGuard.TRUST));
        sign();
        names(swap, paused(id));
        assertEquals(sent, cluster.requests().size());
        bench.engine.resume(id);
        bench.until(id, operation -> operation.status().contains("Nothing was sent"));
        assertEquals(sent, cluster.requests().size());
        cluster.session = ANN;
        bench.engine.resume(id);
        assertEquals(OperationState.DONE, bench.ended(id).state());
    }

    @ParameterizedTest
    @MethodSource("swaps")
    void aConnectionThatWasOpenedAgainIsIdentifiedBeforeTheNextWriteAndTheClosedOneIsNotUsed(Swap swap) {
        Reopened first = new Reopened(cluster, ANN);
        String id = begun();
        int sent = cluster.requests().size();
        first.close();
        assertEquals(
                "Paused when the cluster lab was closed. Nothing further is sent until it is open and this is resumed.",
                paused(id).status(),
                "true also once the cluster is open again");
        Reopened second = new Reopened(cluster, swap.now());
        sign();
        bench.engine.resume(id);
        bench.until(id, operation -> operation.status().contains(swap.named().getFirst()));
        assertEquals(sent, cluster.requests().size());
        second.close();
        new Reopened(cluster, ANN);
        bench.engine.resume(id);
        assertEquals(OperationState.DONE, bench.ended(id).state());
        assertEquals(0, first.late() + second.late());
    }

    @Test
    void theSameClusterUnderAnotherAddressIsGoneOnWith() {
        String id = begun();
        cluster.session = new SessionIdentity("https://by-vpn:443", "lab-uid", "ann", List.of("ops", "new"), false);
        now.updateAndGet(time -> time.plus(IdentityGuard.TRUST));
        sign();
        assertEquals(OperationState.DONE, bench.ended(id).state());
    }

    @Test
    void afterALostAnswerTheServerIsIdentifiedBeforeTheNextWrite() {
        AtomicReference<Boolean> lost = new AtomicReference<>(true);
        cluster.late = write -> {
            if (write.target().equals(OTHER) && write.body().contains("true") && lost.getAndSet(false)) {
                cluster.session = new SessionIdentity("https://lab:6443", "other-uid", "ann", List.of("ops"), false);
                return Optional.of(new WriteResult.Unanswered("connection reset", true));
            }
            return Optional.empty();
        };
        String id = begun();
        sign();
        Operation paused = paused(id);
        assertTrue(paused.status().contains("another cluster"), paused::status);
        assertEquals("", unschedulable(OTHER));
    }

    @ParameterizedTest
    @MethodSource("swaps")
    void neitherResumeNorRollBackReachesSomethingElse(Swap swap) throws IOException {
        String id = begun();
        Operation found = later();
        assertEquals(OperationState.INTERRUPTED, found.state());
        cluster.session = swap.now();
        String before = cluster.state();
        List<Consumer<String>> acts = List.of(bench.engine::resume, bench.engine::abort);
        for (Consumer<String> act : acts) {
            int lines = bench.only().log().size();
            act.accept(id);
            names(
                    swap,
                    bench.until(
                            id,
                            operation -> operation.log().size() > lines
                                    && operation.state() == OperationState.INTERRUPTED
                                    && !operation.status().isEmpty()));
            assertEquals(before, cluster.state());
        }
    }

    @ParameterizedTest
    @MethodSource("swaps")
    void undoDoesNotReachSomethingElse(Swap swap) throws IOException {
        sign();
        Operation done = bench.run(twoNodes());
        cluster.session = swap.now();
        String before = cluster.state();
        bench.engine.undo(done.id());
        Operation refused = bench.until(
                bench.newest(done.id()), operation -> operation.state().ended());
        assertEquals(OperationState.FAILED, refused.state());
        swap.named().forEach(name -> assertTrue(refused.outcome().orElse("").contains(name), refused::toString));
        assertEquals(before, cluster.state());
        assertEquals(
                OperationState.DONE,
                bench.engine.operation(done.id()).orElseThrow().state());
    }

    @Test
    void anOperationOfAnOlderPodiumIsShownAndLeftAlone() throws IOException {
        begun();
        bench.close();
        Path file = directory.resolve(Journal.FILE);
        List<String> lines = Files.readAllLines(file);
        lines.removeIf(line -> line.contains("\"identified\""));
        Files.write(file, lines);
        // without the key nobody can say that it was altered, as nobody could of the journals of then
        Files.delete(directory.resolve("seal").resolve("key.json"));
        bench = bench(FileJournalChannel::new);
        String id = bench.only().id();
        String before = cluster.state();
        bench.engine.resume(id);
        Operation refused = bench.until(
                id,
                operation ->
                        operation.status().contains("not recorded") && operation.state() == OperationState.INTERRUPTED);
        bench.engine.abort(id);
        bench.until(id, operation -> operation.log().size() > refused.log().size());
        assertEquals(before, cluster.state());
    }

    @Test
    void lockingStopsWhatRunsThereAndUnlockingDoesNotResumeIt() {
        String id = begun();
        int sent = cluster.requests().size();
        locked = true;
        Operation paused = paused(id);
        assertTrue(paused.status().contains("read-only"), paused::status);
        sign();
        bench.engine.resume(id);
        bench.until(id, operation -> operation.status().contains("Nothing was sent"));
        locked = false;
        assertEquals(
                OperationState.PAUSED, bench.engine.operation(id).orElseThrow().state());
        assertEquals(sent, cluster.requests().size());
        bench.engine.resume(id);
        assertEquals(OperationState.DONE, bench.ended(id).state());
    }

    @Test
    void anOperationOnALockedClusterIsNotAbortedByWrites() {
        String id = begun();
        locked = true;
        paused(id);
        int sent = cluster.requests().size();
        bench.engine.abort(id);
        bench.until(id, operation -> operation.status().contains("Nothing was sent"));
        assertEquals(sent, cluster.requests().size());
        assertEquals("true", unschedulable(NODE));
        locked = false;
        bench.engine.abort(id);
        assertEquals(OperationState.ABORTED, bench.ended(id).state());
        assertEquals("", unschedulable(NODE));
    }

    @Test
    void whatRanOnASimulatedClusterIsHistoryOnceThatHasEnded() throws IOException {
        cluster.simulated = true;
        sign();
        Operation done = bench.run(twoNodes());
        assertTrue(bench.engine.whyNotUndo(done.id()).isEmpty(), "as long as it is there it can be taken back");
        cluster.open = Optional.empty();
        assertTrue(bench.engine.whyNotUndo(done.id()).orElse("").contains("simulated cluster that has ended"));
        cluster.open = Optional.of(cluster);
        Operation found = later();
        assertFalse(found.canUndo(), "it is another cluster that bears its name now");
        assertTrue(found.past().orElse("").contains("simulated cluster"), found::toString);
        assertTrue(bench.engine.undoPlan(done.id()).toString().contains("simulated cluster"));
    }

    @Test
    void whatASimulatedClusterLeftInTheMiddleIsNotOfferedToBeGoneOnWith() throws IOException {
        cluster.simulated = true;
        String id = begun();
        Operation found = later();
        assertEquals(OperationState.FAILED, found.state());
        int sent = cluster.requests().size();
        bench.engine.resume(id);
        bench.engine.abort(id);
        bench.close();
        assertEquals(sent, cluster.requests().size());
    }

    @Test
    void aConnectionThatCannotBeAskedIsUsedAndTheLogSaysSo() {
        cluster.mute = true;
        Operation done = bench.run(Bench.plan(cordon(NODE)));
        assertEquals(OperationState.DONE, done.state());
        assertTrue(
                done.log().stream().anyMatch(line -> line.text().contains("would not notice a change")),
                done::toString);
        assertEquals(Optional.empty(), done.session());
    }

    @Test
    void manyWhoResumeOrAbortAtOnceDoItOnce() throws Exception {
        for (int round = 0; round < 30; round++) {
            Path journal = directory.resolve("round-" + round);
            FakeCluster one = new FakeCluster();
            one.put(NODE, "{\"spec\":{}}");
            Kill kill = new Kill(14);
            one.before = _ -> kill.point();
            try (Bench first = new Bench(one, journal, kill.opener())) {
                first.ended(first.engine.submit(Bench.plan(cordon(NODE))));
            }
            one.before = _ -> {};
            int sent = one.requests().size();
            try (Bench next = new Bench(one, journal);
                    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                String id = next.only().id();
                assertFalse(next.only().state().ended());
                CountDownLatch start = new CountDownLatch(1);
                boolean back = round % 2 == 0;
                for (int i = 0; i < 8; i++) {
                    threads.execute(() -> {
                        try {
                            start.await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                        if (back) {
                            next.engine.abort(id);
                        } else {
                            next.engine.resume(id);
                        }
                    });
                }
                start.countDown();
                assertEquals(
                        back ? OperationState.ABORTED : OperationState.DONE,
                        next.ended(id).state());
                next.close();
                assertTrue(
                        one.requests().size() - sent <= 1, () -> one.requests().toString());
            }
        }
    }

    @Test
    void manyWhoUndoAtOnceDoItOnce() throws Exception {
        sign();
        Operation done = bench.run(twoNodes());
        int sent = cluster.requests().size();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                threads.execute(() -> bench.engine.undo(done.id()));
            }
        }
        bench.until(done.id(), operation -> Bench.is(operation, OperationState.UNDONE));
        bench.engine.operations().forEach(operation -> bench.ended(operation.id()));
        assertEquals(
                1,
                cluster.requests().stream()
                        .skip(sent)
                        .filter(request -> request.startsWith("MERGE_PATCH " + NODE.path()))
                        .count(),
                () -> cluster.requests().toString());
    }
}
