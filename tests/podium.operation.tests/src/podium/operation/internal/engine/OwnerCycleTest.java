// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;
import podium.core.testkit.TestKinds;
import podium.operation.Operation;
import podium.operation.OperationState;
import podium.operation.internal.journal.FileJournalChannel;
import podium.operation.plan.Expectation;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;

/** Pods whose owner counts a deleted one as failed are held again by stopping the owner, once, and starting it again. */
class OwnerCycleTest {
    private static final ObjectRef JOB = TestKinds.job("team", "train");
    private static final List<ObjectRef> PODS = List.of(ObjectRef.pod("team", "a"), ObjectRef.pod("team", "b"));
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final String STOP = "Stop it";
    private static final String START = "Start it";

    @TempDir
    private Path directory;

    private final FakeCluster cluster = new FakeCluster();
    /** Whether its pods are slow to end. */
    private volatile boolean lasting;

    @BeforeEach
    void pods() {
        cluster.put(JOB, "{\"metadata\":{\"uid\":\"J\"},\"spec\":{\"suspend\":false}}");
        PODS.forEach(pod -> cluster.put(
                pod,
                "{\"metadata\":{\"uid\":\"old-" + pod.name()
                        + "\",\"labels\":{\"job-name\":\"train\"}},\"spec\":{\"gated\":true}}"));
        cluster.after = write -> {
            if (PODS.contains(write.target())) {
                cluster.change(write.target(), pod -> pod.withObject("/status").put("phase", "Running"));
            } else if (isStopped()) {
                PODS.stream().filter(_ -> !lasting).forEach(cluster::remove);
            } else if (cluster.get(PODS.getFirst()).isEmpty()) {
                PODS.forEach(pod -> cluster.put(
                        pod, "{\"metadata\":{\"labels\":{\"job-name\":\"train\"}},\"spec\":{\"gated\":true}}"));
            }
        };
    }

    private boolean isStopped() {
        return cluster.get(JOB).orElseThrow().at("/spec/suspend").asBoolean();
    }

    private static ApiWrite suspend(boolean suspend) {
        return new ApiWrite(
                ApiWrite.Verb.JSON_PATCH,
                JOB,
                "",
                "[{\"op\":\"test\",\"path\":\"/spec/suspend\",\"value\":" + !suspend
                        + "},{\"op\":\"replace\",\"path\":\"/spec/suspend\",\"value\":" + suspend + "}]",
                Optional.of("J"),
                Optional.empty(),
                suspend ? STOP : START);
    }

    /** Releases all pods and waits for what never comes. */
    private static Plan plan() {
        List<Step.Write> release = PODS.stream()
                .map(pod -> Bench.write(
                        ApiWrite.Verb.MERGE_PATCH,
                        pod,
                        "{\"spec\":{\"gated\":null}}",
                        Optional.of("old-" + pod.name()),
                        Optional.of(suspend(true))))
                .toList();
        return Bench.plan(
                "place",
                List.of(new Step.Barrier(release, "Release"), Bench.field(JOB, "/spec/ready", "yes", LONG)),
                List.of(
                        new Step.Write(suspend(true), Optional.of(suspend(false))),
                        Bench.field(JOB, "/spec/suspend", "true", LONG),
                        new Step.Write(suspend(false), Optional.of(suspend(true))),
                        new Step.Await(
                                JOB,
                                new Expectation.PodsAnew("job-name=train", 2, List.of("old-a", "old-b")),
                                LONG,
                                "Wait for new pods")));
    }

    private String placed(Bench bench) {
        String id = bench.engine.submit(plan());
        bench.until(id, operation -> operation.done() == 2);
        return id;
    }

    private void heldAgain(Operation aborted) {
        assertEquals(OperationState.ABORTED, aborted.state(), aborted::toString);
        assertFalse(aborted.outcome().orElse("").contains("Not restored"), aborted::toString);
        assertFalse(aborted.canRollBack(), aborted::toString);
        assertFalse(isStopped(), "it was not stopped before");
        PODS.forEach(pod ->
                assertTrue(cluster.get(pod).orElseThrow().at("/spec/gated").asBoolean(), pod::toString));
    }

    private long sent(String verb) {
        return cluster.requests().stream()
                .filter(request -> request.equals(verb + " " + JOB.path()))
                .count();
    }

    @Test
    void theOwnerIsStoppedOnceAndStartedAgain() throws Exception {
        try (Bench bench = new Bench(cluster, directory)) {
            String id = placed(bench);
            assertEquals(
                    List.of(STOP, "Wait for /spec/suspend", START, "Wait for new pods"),
                    bench.engine.remainder(id, true).steps().stream()
                            .map(Step::words)
                            .toList());
            bench.engine.abort(id);
            heldAgain(bench.ended(id));
            assertEquals(2, sent("JSON_PATCH"));
        }
    }

    @Test
    void anOwnerThatSomebodyElseStoppedIsToldOfOnceAndLeftAsItIs() throws Exception {
        try (Bench bench = new Bench(cluster, directory)) {
            String id = placed(bench);
            cluster.change(JOB, job -> job.withObject("/spec").put("suspend", true));
            PODS.forEach(cluster::remove);
            Plan back = bench.engine.remainder(id, true);
            assertEquals(List.of(), back.steps());
            String left = "Job team/train was stopped by somebody else since, and stays so until it is resumed: "
                    + "the server does not say by whom";
            assertEquals(List.of(left + "."), back.irreversible());
            bench.engine.abort(id);
            Operation aborted = bench.ended(id);
            assertEquals(
                    Optional.of("Aborted by the operator. Not restored: " + left + "."),
                    aborted.outcome(),
                    "it is there, and it is said once");
            assertTrue(isStopped(), "it is left as they left it");
            assertFalse(aborted.canRollBack());
        }
    }

    @Test
    void anOwnerThatIsGoneIsToldOfOnce() throws Exception {
        try (Bench bench = new Bench(cluster, directory)) {
            String id = placed(bench);
            bench.engine.pause(id);
            bench.until(id, operation -> operation.state() == OperationState.PAUSED);
            cluster.remove(JOB);
            PODS.forEach(cluster::remove);
            bench.engine.abort(id);
            assertEquals(
                    Optional.of("Aborted by the operator. Not restored: " + STOP
                            + ": Job team/train does not exist any more."),
                    bench.ended(id).outcome());
        }
    }

    @Test
    void anOwnerThatMayNotBeStartedIsToldOfAndStartedByTheNextRollBack() throws Exception {
        cluster.rule = write -> write.words().equals(START)
                ? Optional.of(FakeCluster.refused(403, "Forbidden", "jobs is forbidden"))
                : Optional.empty();
        try (Bench bench = new Bench(cluster, directory)) {
            String id = placed(bench);
            bench.engine.abort(id);
            Operation left = bench.ended(id);
            assertTrue(left.outcome().orElse("").contains("Not restored: " + START), left::toString);
            assertTrue(left.canRollBack(), left::toString);
            cluster.rule = _ -> Optional.empty();
            bench.engine.abort(id);
            heldAgain(bench.until(id, operation -> operation.state().ended() && !operation.canRollBack()));
        }
    }

    @Test
    void whatEndsBetweenStopAndStartIsGoneOnWithByTheNextPodium() throws Exception {
        cluster.rule = write -> write.words().equals(START)
                ? Optional.of(FakeCluster.refused(503, "Unavailable", "not now"))
                : Optional.empty();
        String id;
        try (Bench first = Bench.marking(cluster, directory, FileJournalChannel::new)) {
            id = placed(first);
            first.engine.abort(id);
            first.until(id, operation -> operation.status().contains(START));
        }
        cluster.rule = _ -> Optional.empty();
        try (Bench next = Bench.marking(cluster, directory, FileJournalChannel::new)) {
            next.engine.awaitOpen();
            next.engine.resume(id);
            heldAgain(next.ended(id));
        }
    }

    /** A placement that is done, and its undo, which waits for what never comes after it stopped the owner. */
    private String undoing(Bench bench) {
        Plan plan = plan();
        List<Step> undo = new ArrayList<>(plan.undo());
        undo.add(1, Bench.field(JOB, "/spec/ready", "yes", LONG));
        String id = bench.run(Bench.plan("place", List.of(plan.steps().getFirst()), undo))
                .id();
        bench.engine.undo(id);
        String other = bench.newest(id);
        bench.until(other, operation -> operation.status().startsWith("Wait for /spec/ready"));
        return other;
    }

    @Test
    void anUndoThatEndedPodsSaysBeforeAndAfterItIsAbortedThatTheyDoNotComeBack() throws Exception {
        String id;
        try (Bench bench = new Bench(cluster, directory)) {
            id = undoing(bench);
            List<String> lost = bench.engine.remainder(id, true).irreversible();
            assertTrue(
                    lost.toString()
                            .contains("2 pods of Job team/train that ran end because of what was done (2 so far)"),
                    lost::toString);
            bench.engine.abort(id);
            Operation aborted = bench.ended(id);
            assertFalse(isStopped(), "it runs, as before its undo");
            assertTrue(
                    aborted.outcome().orElse("").contains("Not restored: 2 pods of Job team/train that ran ended"),
                    aborted::toString);
            String placed = bench.engine.operations().getLast().id();
            Operation gone = bench.until(placed, operation -> Bench.is(operation, OperationState.UNDONE));
            assertFalse(gone.canUndo(), "nothing is left to undo");
        }
        try (Bench next = new Bench(cluster, directory)) {
            next.engine.awaitOpen();
            assertEquals(
                    OperationState.UNDONE, next.engine.operations().getLast().state());
        }
    }

    @Test
    void anUndoThatIsAbortedBeforePodsEndLeavesWhatWasDone() throws Exception {
        lasting = true;
        try (Bench bench = new Bench(cluster, directory)) {
            String id = undoing(bench);
            bench.engine.abort(id);
            Operation aborted = bench.ended(id);
            assertTrue(aborted.outcome().orElse("").endsWith("What was before is restored."), aborted::toString);
            String placed = bench.engine.operations().getLast().id();
            assertTrue(bench.until(placed, operation -> Bench.is(operation, OperationState.DONE))
                    .canUndo());
        }
    }

    @Test
    void whatEndsOnlyByTheAbortIsToldOfAsThat() throws Exception {
        try (Bench bench = new Bench(cluster, directory)) {
            String id = placed(bench);
            bench.engine.abort(id);
            Operation aborted = bench.ended(id);
            assertTrue(
                    aborted.outcome()
                            .orElse("")
                            .endsWith("What it did is taken back; 2 pods of Job team/train ended for that."),
                    aborted::toString);
        }
    }
}
