// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.core.api.ObjectRef;
import podium.core.api.WriteResult;
import podium.operation.Operation;
import podium.operation.OperationState;
import podium.operation.internal.engine.Bench;
import podium.operation.internal.engine.FakeCluster;
import podium.operation.plan.Expectation;
import podium.operation.plan.Step;

class EvictRunnerTest {
    private static final ObjectRef POD = ObjectRef.pod("team", "web-0");
    private static final ObjectRef SECOND = ObjectRef.pod("team", "web-1");
    private static final Duration LONG = Duration.ofSeconds(10);

    private final FakeCluster cluster = new FakeCluster();
    private final Bench bench;

    EvictRunnerTest(@TempDir Path directory) {
        bench = Bench.patient(cluster, directory);
    }

    @BeforeEach
    void fill() {
        cluster.put(POD, "{\"metadata\":{\"uid\":\"A\"}}");
        cluster.put(SECOND, "{\"metadata\":{\"uid\":\"B\"}}");
    }

    @AfterEach
    void close() throws IOException {
        bench.close();
    }

    private String start(Duration atMost, Step.Victim... victims) {
        return bench.engine.submit(Bench.plan(Bench.evict(atMost, victims)));
    }

    private static Step.Victim first() {
        return Bench.victim(POD, "A");
    }

    @Test
    void podsAreEvictedInParallelAndCounted() {
        Operation done = bench.ended(start(LONG, first(), Bench.victim(SECOND, "B")));
        assertEquals(OperationState.DONE, done.state());
        assertEquals(2, done.done());
        assertEquals(2, done.total());
    }

    @Test
    void whatTheServerWarnsOfWhenItTakesAnEvictionStandsInTheLogOnce() {
        cluster.warnings = List.of("pods of checkpoint-less jobs lose their work");
        Operation done = bench.ended(start(LONG, first(), Bench.victim(SECOND, "B")));
        assertEquals(OperationState.DONE, done.state());
        assertEquals(
                1,
                done.log().stream()
                        .filter(line -> line.text().equals("The server warns: " + cluster.warnings.getFirst()))
                        .count(),
                done::toString);
    }

    @Test
    void aBudgetIsWaitedForAndItsReasonShown() {
        AtomicBoolean open = new AtomicBoolean();
        cluster.rule = _ -> open.get()
                ? Optional.empty()
                : Optional.of(FakeCluster.budget("The disruption budget web needs 2 healthy pods and has 2 currently"));
        String id = start(LONG, first());
        Operation waiting = bench.until(id, operation -> operation.status().contains("needs 2 healthy pods"));
        assertTrue(waiting.status().contains("0 of 1 gone; 1 pod"), waiting::status);
        assertTrue(waiting.log().stream().anyMatch(Operation.LogLine::problem));
        open.set(true);
        assertEquals(OperationState.DONE, bench.ended(id).state());
    }

    @Test
    void theSameReasonIsLoggedOnce() {
        AtomicInteger tries = new AtomicInteger();
        cluster.rule = _ -> tries.incrementAndGet() < 6 ? Optional.of(FakeCluster.budget("needs 2")) : Optional.empty();
        Operation done = bench.ended(start(LONG, first()));
        long lines = done.log().stream()
                .filter(line -> line.text().contains("needs 2"))
                .count();
        assertEquals(1, lines, () -> done.log().toString());
    }

    @Test
    void twoBudgetsAreExplainedAndOnlyThatPodStays() {
        cluster.rule = write -> write.target().equals(POD)
                ? Optional.of(FakeCluster.refused(
                        500,
                        "InternalError",
                        "This pod has more than one PodDisruptionBudget, which the eviction subresource"
                                + " does not support."))
                : Optional.empty();
        Operation failed = bench.ended(start(Duration.ofSeconds(2), first(), Bench.victim(SECOND, "B")));
        assertEquals(OperationState.FAILED, failed.state());
        assertEquals(1, failed.done());
        assertTrue(failed.log().stream().anyMatch(line -> line.text().contains("take it out of all but one")));
        assertTrue(cluster.get(SECOND).isEmpty());
    }

    @Test
    void aPodOfTheSameNameAndAnotherUidIsNotEvicted() {
        Operation done = bench.ended(start(LONG, Bench.victim(POD, "old")));
        assertEquals(OperationState.DONE, done.state());
        assertTrue(cluster.get(POD).isPresent());
    }

    @Test
    void aPodThatIsGoneIsDone() {
        cluster.remove(POD);
        assertEquals(OperationState.DONE, bench.ended(start(LONG, first())).state());
    }

    @Test
    void itWaitsUntilTheUidIsGone() {
        cluster.lingering = true;
        String id = start(LONG, first());
        bench.until(id, operation -> operation.status().contains(": ending"));
        cluster.finishDeletions();
        assertEquals(OperationState.DONE, bench.ended(id).state());
    }

    @Test
    void aFinalizerThatHoldsItIsNamed() {
        cluster.lingering = true;
        cluster.change(POD, pod -> {
            pod.withObject("/metadata").putArray("finalizers").add("example.com/hold");
            pod.withObject("/spec").put("nodeName", "n1");
        });
        String id = start(Duration.ofSeconds(1), first());
        Operation failed = bench.ended(id);
        assertTrue(failed.outcome().orElse("").contains("example.com/hold"), failed::toString);
    }

    @Test
    void aForbiddenPodStaysAndTheOthersGo() {
        cluster.rule = write -> write.target().equals(POD)
                ? Optional.of(FakeCluster.refused(403, "Forbidden", "not yours"))
                : Optional.empty();
        Operation failed = bench.ended(start(LONG, first(), Bench.victim(SECOND, "B")));
        assertEquals(OperationState.FAILED, failed.state());
        assertTrue(failed.outcome().orElse("").contains("team/web-0"), failed::toString);
        assertTrue(cluster.get(SECOND).isEmpty());
    }

    @Test
    void aNamespaceThatIsBeingDeletedIsWaitedFor() {
        cluster.rule = _ -> Optional.of(new WriteResult.Refused(
                403,
                "Forbidden",
                "being terminated",
                List.of(new WriteResult.Cause("NamespaceTerminating", "", "")),
                Optional.empty()));
        String id = start(LONG, first());
        bench.until(id, operation -> operation.status().contains("namespace is being deleted"));
        cluster.rule = _ -> Optional.of(FakeCluster.refused(404, "NotFound", "gone"));
        cluster.remove(POD);
        assertEquals(OperationState.DONE, bench.ended(id).state());
    }

    @Test
    void aLostAnswerIsNotAskedTwice() {
        AtomicInteger tries = new AtomicInteger();
        cluster.rule = _ -> {
            tries.incrementAndGet();
            cluster.remove(POD);
            return Optional.of(new WriteResult.Unanswered("reset", true));
        };
        assertEquals(OperationState.DONE, bench.ended(start(LONG, first())).state());
        assertEquals(1, tries.get());
    }

    @Test
    void abortingLeavesThePodsThatWaitAlone() {
        cluster.rule = _ -> Optional.of(FakeCluster.budget("needs 2"));
        String id = start(LONG, first());
        bench.until(id, operation -> operation.status().contains("needs 2"));
        bench.engine.abort(id);
        assertEquals(OperationState.ABORTED, bench.ended(id).state());
        assertTrue(cluster.get(POD).isPresent());
    }

    @Test
    void timeSpentPausedDoesNotCount() {
        AtomicBoolean open = new AtomicBoolean();
        cluster.rule = _ -> open.get() ? Optional.empty() : Optional.of(FakeCluster.budget("needs 2"));
        String id = start(Duration.ofSeconds(2), first());
        bench.until(id, operation -> operation.status().contains("needs 2"));
        bench.engine.pause(id);
        bench.until(id, operation -> Bench.is(operation, OperationState.PAUSED));
        open.set(true);
        CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(2, TimeUnit.SECONDS))
                .join();
        bench.engine.resume(id);
        assertEquals(OperationState.DONE, bench.ended(id).state());
    }

    private static Step emptied(String uid) {
        return new Step.Await(ObjectRef.node("n1"), new Expectation.NoOtherPods(List.of(), uid), LONG, "Look again");
    }

    private void node(String uid, boolean cordoned) {
        cluster.put(
                ObjectRef.node("n1"),
                "{\"metadata\":{\"uid\":\"" + uid + "\"},\"spec\":{\"unschedulable\":" + cordoned + "}}");
    }

    private static String words(Operation operation) {
        return operation.outcome().orElse("");
    }

    @Test
    void whenTheCordonIsLiftedNothingFurtherIsEvicted() {
        node("N", true);
        cluster.lingering = true;
        cluster.rule =
                write -> write.target().equals(SECOND) ? Optional.of(FakeCluster.budget("needs 2")) : Optional.empty();
        String id =
                bench.engine.submit(Bench.plan(Bench.evict(LONG, first(), Bench.victim(SECOND, "B")), emptied("N")));
        bench.until(id, operation -> operation.status().contains("needs 2"));
        node("N", false);
        Operation failed = bench.ended(id);
        assertEquals(OperationState.FAILED, failed.state(), failed::toString);
        assertTrue(words(failed).startsWith("Somebody lifted the cordon of n1 since this began"), words(failed));
        assertTrue(cluster.get(SECOND).isPresent());
    }

    @Test
    void whenTheCordonOfANodeOfALaterWaveIsLiftedNothingFurtherIsEvicted() {
        node("N", true);
        cluster.put(ObjectRef.node("n2"), "{\"metadata\":{\"uid\":\"M\"},\"spec\":{}}");
        Step later = new Step.Await(
                ObjectRef.node("n2"), new Expectation.NoOtherPods(List.of(), "M"), LONG, "Look at the next");
        Operation failed = bench.ended(bench.engine.submit(Bench.plan(
                Bench.evict(LONG, first()), emptied("N"), Bench.evict(LONG, Bench.victim(SECOND, "B")), later)));
        assertEquals(OperationState.FAILED, failed.state(), failed::toString);
        assertTrue(words(failed).startsWith("Somebody lifted the cordon of n2 since this began"), words(failed));
        assertEquals(0, failed.done(), "nothing was evicted");
    }

    @Test
    void aNodeThatWasMadeAnewIsNotTheOneThatIsDrained() {
        node("N", true);
        cluster.after = write -> node("M", true);
        Operation failed = bench.ended(bench.engine.submit(Bench.plan(Bench.evict(LONG, first()), emptied("N"))));
        assertEquals(OperationState.FAILED, failed.state(), failed::toString);
        assertTrue(words(failed).startsWith("n1 is another node now"), words(failed));
        assertTrue(words(failed).contains("the new one is cordoned, though not by this."), words(failed));
    }

    @Test
    void theLastLookIsAtTheCordonToo() {
        node("N", false);
        Operation failed = bench.ended(bench.engine.submit(Bench.plan(emptied("N"))));
        assertEquals(OperationState.FAILED, failed.state(), failed::toString);
        node("N", true);
        assertEquals(
                OperationState.DONE,
                bench.ended(bench.engine.submit(Bench.plan(emptied("N")))).state());
    }

    @Test
    void aNodeThatIsGoneIsEmpty() {
        assertEquals(
                OperationState.DONE,
                bench.ended(bench.engine.submit(Bench.plan(Bench.evict(LONG, first()), emptied("N"))))
                        .state());
    }

    @Test
    void whatTheServerTookAndDidNotDoIsAskedForAgain() {
        AtomicInteger asked = new AtomicInteger();
        cluster.late = _ -> asked.incrementAndGet() == 1
                ? Optional.of(new WriteResult.Accepted(200, "<html>welcome</html>", List.of()))
                : Optional.empty();
        Operation done = bench.ended(start(LONG, first()));
        assertEquals(OperationState.DONE, done.state(), done::toString);
        assertEquals(2, asked.get());
        assertTrue(
                done.log().stream().anyMatch(line -> line.text().contains("but nothing ends")), done.log()::toString);
    }
}
