// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.core.api.ObjectRef;
import podium.operation.Operation;
import podium.operation.OperationState;
import podium.operation.StepProgress;
import podium.operation.plan.Step;

class AbortTest {
    private static final ObjectRef JOB = new ObjectRef("batch", "v1", "jobs", "Job", "team", "a");
    private static final String EVICTED = "3 pods were evicted; they do not come back here by themselves.";
    private static final int ROUNDS = 100;
    private static final int ABORTS = 8;

    @TempDir
    private Path directory;

    @Test
    void anAbortThatComesWhileAnotherTakesBackDoesNotStopThat() throws Exception {
        FakeCluster cluster = new FakeCluster();
        cluster.put(JOB, "{\"spec\":{}}");
        try (Bench bench = new Bench(cluster, directory)) {
            for (int round = 0; round < ROUNDS; round++) {
                String id = bench.engine.submit(Bench.plan(
                        Bench.set(JOB, "f", "1", "null"),
                        Bench.field(JOB, "/spec/never", "true", Duration.ofMinutes(1))));
                bench.until(id, operation -> operation.done() == 1);
                for (int i = 0; i < ABORTS; i++) {
                    bench.engine.abort(id);
                }
                assertEquals(OperationState.ABORTED, bench.ended(id).state(), "round " + round);
                assertTrue(cluster.get(JOB).orElseThrow().at("/spec/f").isMissingNode(), "round " + round);
            }
        }
    }

    /** Three waves of a pod each, the third of which is still ending when it is aborted. */
    @Test
    void everyPodThatWasEvictedIsCountedOnceWhateverItsWaveAndHowFarItCame() throws Exception {
        FakeCluster cluster = new FakeCluster();
        Step[] waves = new Step[4];
        for (int wave = 0; wave < waves.length; wave++) {
            ObjectRef pod = ObjectRef.pod("team", "p" + wave);
            cluster.put(pod, "{\"metadata\":{\"uid\":\"" + wave + "\"}}");
            waves[wave] = Bench.evict(Duration.ofMinutes(1), Bench.victim(pod, "" + wave));
        }
        cluster.before = write -> cluster.lingering |= write.target().name().equals("p2");
        try (Bench bench = new Bench(cluster, directory)) {
            String id = bench.engine.submit(Bench.plan(waves));
            bench.until(id, operation -> operation.status().contains(": ending"));
            assertTrue(bench.engine.remainder(id, true).irreversible().contains(EVICTED), "before it is aborted");
            bench.engine.abort(id);
            Operation aborted = bench.ended(id);
            assertTrue(aborted.outcome().orElse("").contains("3 pods had been evicted; they"), aborted::toString);
            assertEquals(3, aborted.done(), aborted::toString);
            assertEquals(
                    List.of(true, true, true, false),
                    aborted.steps().stream().map(StepProgress::stands).toList());
        }
    }

    /** Suspended, scaled down, rolled, evicted by its queue: each write that ends pods is known for it. */
    @Test
    void whateverEndedAPodTheOutcomeOfAnAbortSaysThatItEnded() throws Exception {
        ObjectRef deployment = new ObjectRef("apps", "v1", "deployments", "Deployment", "team", "a");
        ObjectRef workload = new ObjectRef("kueue.x-k8s.io", "v1beta1", "workloads", "Workload", "team", "a");
        String owner = "\"ownerReferences\":[{\"apiVersion\":\"batch/v1\",\"kind\":\"Job\",\"name\":\"a\"}]";
        String selector = "\"selector\":{\"matchLabels\":{\"app\":\"a\"}}";
        List<Ending> endings = List.of(
                new Ending(JOB, "{\"spec\":{}}", "suspend", "true", "null", JOB),
                new Ending(JOB, "{\"spec\":{\"parallelism\":2}}", "parallelism", "1", "2", JOB),
                new Ending(
                        deployment,
                        "{\"spec\":{\"template\":{\"v\":1}," + selector + "}}",
                        "template",
                        "{\"v\":2}",
                        "{\"v\":1}",
                        deployment),
                new Ending(workload, "{\"metadata\":{" + owner + "},\"spec\":{}}", "active", "false", "null", JOB));
        FakeCluster cluster = new FakeCluster();
        ObjectRef pod = ObjectRef.pod("team", "p");
        cluster.put(JOB, "{\"spec\":{}}");
        try (Bench bench = new Bench(cluster, directory)) {
            for (Ending ending : endings) {
                cluster.put(ending.ref, ending.object);
                cluster.put(pod, "{\"status\":{\"phase\":\"Running\"}}");
                String id = bench.engine.submit(Bench.plan(
                        Bench.set(ending.ref, ending.field, ending.value, ending.before),
                        Bench.field(ending.ref, "/spec/never", "true", Duration.ofMinutes(1))));
                bench.until(id, operation -> operation.done() == 1);
                cluster.remove(pod);
                String lost = bench.engine.remainder(id, true).irreversible().toString();
                assertTrue(lost.contains("1 pod of " + ending.owner.displayName() + " that ran ends"), lost);
                bench.engine.abort(id);
                Operation aborted = bench.ended(id);
                assertTrue(
                        aborted.outcome()
                                .orElse("")
                                .contains("Not restored: 1 pod of " + ending.owner.displayName() + " that ran ended"),
                        aborted::toString);
            }
        }
    }

    /** A field of an object whose change ends pods of an owner. */
    private record Ending(ObjectRef ref, String object, String field, String value, String before, ObjectRef owner) {}

    private static void open(CountDownLatch latch) {
        try {
            assertTrue(latch.await(60, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatFailsWhileItIsAbortedIsTakenBack() throws Exception {
        ObjectRef pod = new ObjectRef("", "v1", "pods", "Pod", "team", "p");
        FakeCluster cluster = new FakeCluster();
        cluster.put(JOB, "{\"spec\":{}}");
        cluster.put(pod, "{\"metadata\":{\"uid\":\"1\"}}");
        try (Bench bench = new Bench(cluster, directory)) {
            for (int round = 0; round < ROUNDS; round++) {
                CountDownLatch asked = new CountDownLatch(1);
                CountDownLatch aborted = new CountDownLatch(1);
                cluster.late = write -> {
                    if (!write.target().equals(pod)) {
                        return Optional.empty();
                    }
                    asked.countDown();
                    open(aborted);
                    return Optional.of(FakeCluster.refused(403, "Forbidden", "pods is forbidden"));
                };
                String id = bench.engine.submit(Bench.plan(
                        Bench.set(JOB, "f", "1", "null"), Bench.evict(Duration.ofMinutes(1), Bench.victim(pod, "1"))));
                open(asked);
                bench.engine.abort(id);
                aborted.countDown();
                bench.until(id, operation -> operation.state() == OperationState.ABORTED);
                assertTrue(cluster.get(JOB).orElseThrow().at("/spec/f").isMissingNode(), "round " + round);
            }
        }
    }
}
