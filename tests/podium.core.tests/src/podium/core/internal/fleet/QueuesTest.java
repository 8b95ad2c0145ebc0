// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import podium.core.change.Change;
import podium.core.testkit.FleetBench;
import podium.core.testkit.Seen;
import podium.model.fleet.Job;
import podium.model.fleet.Queue;
import podium.model.value.Conditions;
import podium.model.value.Resources;

class QueuesTest {
    private final FleetBench bench = new FleetBench();

    private static Change queue(String kind, String namespace, String name, long used) {
        return new Change.QueueSeen(
                kind,
                namespace,
                name,
                "uid",
                "",
                Resources.of(Map.of("nvidia.com/gpu", 64L)),
                Resources.of(Map.of("nvidia.com/gpu", used)),
                0,
                0,
                true);
    }

    private static Change job(String name, String queue) {
        return Seen.workload("Job", name, 1, Optional.empty(), false, OptionalInt.empty(), Conditions.none(), queue);
    }

    private static Change gone(String kind, String namespace, String name) {
        return new Change.Gone(kind, namespace, name, "uid");
    }

    private Optional<String> queueOf(String job) {
        Queue queue = bench.job(job).getQueue();
        return queue == null ? Optional.empty() : Optional.of(queue.getKind() + " " + queue.getNamespace());
    }

    @Test
    void theQueueOfTheJobsOwnNamespaceComesBeforeThatOfTheCluster() {
        bench.show(queue("Queue", "", "gold", 0), job("train", "gold"));
        assertEquals(Optional.of("Queue "), queueOf("train"));
        bench.show(queue("LocalQueue", "team", "gold", 0));
        assertEquals(Optional.of("LocalQueue team"), queueOf("train"));
        bench.show(gone("LocalQueue", "team", "gold"));
        assertEquals(Optional.of("Queue "), queueOf("train"));
        bench.show(gone("Queue", "", "gold"));
        assertEquals(Optional.empty(), queueOf("train"));
    }

    @Test
    void aQueueOfAnotherNamespaceIsAnotherQueue() {
        bench.show(queue("LocalQueue", "other", "gold", 0), job("train", "gold"));
        assertEquals(Optional.empty(), queueOf("train"));
    }

    @Test
    void ofTwoKindsWithOneNameTheOtherServesWhenTheFirstGoes() {
        bench.show(queue("Queue", "", "gold", 0), queue("ClusterQueue", "", "gold", 0), job("train", "gold"));
        assertEquals(Optional.of("Queue "), queueOf("train"));
        bench.show(gone("Queue", "", "gold"));
        assertEquals(Optional.of("ClusterQueue "), queueOf("train"));
        assertEquals(1, bench.cluster.getQueues().size());
    }

    @Test
    void aJobThatIsMovedLeavesItsQueue() {
        bench.show(queue("LocalQueue", "team", "gold", 0), queue("LocalQueue", "team", "silver", 0));
        bench.show(job("train", "gold"));
        Queue gold = bench.job("train").getQueue();
        bench.show(job("train", "silver"));
        assertEquals(List.of(), gold.getJobs());
        assertEquals("silver", bench.job("train").getQueue().getName());
        bench.show(job("train", ""));
        assertNull(bench.job("train").getQueue());
    }

    @Test
    void aJobThatIsGoneIsInNoQueueAndDoesNotComeBackWithIt() {
        bench.show(queue("LocalQueue", "team", "gold", 0), job("train", "gold"));
        Queue gold = bench.job("train").getQueue();
        bench.show(Seen.gone("Job", "train"));
        assertEquals(List.of(), gold.getJobs());
        bench.show(gone("LocalQueue", "team", "gold"), queue("LocalQueue", "team", "gold", 0));
        assertEquals(List.of(), bench.cluster.getQueues().getFirst().getJobs());
    }

    @Test
    void aQueueKeepsItsObjectAndOnlyWhatChangedIsTold() {
        bench.show(queue("LocalQueue", "team", "gold", 8));
        Queue gold = bench.cluster.getQueues().getFirst();
        int told = bench.deltas.size();
        bench.show(queue("LocalQueue", "team", "gold", 8));
        assertEquals(told, bench.deltas.size(), "the same seen again is no change");
        bench.show(queue("LocalQueue", "team", "gold", 16));
        assertSame(gold, bench.cluster.getQueues().getFirst());
        assertEquals(16, gold.getUsed().get("nvidia.com/gpu"));
        assertTrue(bench.deltas.getLast().clusters().contains(bench.cluster));
    }

    @Test
    void aQueueThatNobodyKnowsIsNotMissed() {
        bench.show(queue("LocalQueue", "team", "gold", 0), job("train", "gold"));
        bench.show(gone("LocalQueue", "team", "silver"), gone("Queue", "", "gold"));
        assertEquals(Optional.of("LocalQueue team"), queueOf("train"));
    }

    @Test
    void jobsOfAClassFollowItsValueAndFallBackToTheDefaultWhenItGoes() {
        Change.WorkloadSeen plain = (Change.WorkloadSeen) job("train", "");
        bench.show(
                new Change.PriorityClassSeen("usual", "u", 5, true),
                new Change.PriorityClassSeen("urgent", "u", 1000, false),
                new Change.WorkloadSeen(
                        plain.apiVersion(),
                        plain.kind(),
                        plain.namespace(),
                        plain.name(),
                        plain.uid(),
                        plain.labels(),
                        plain.controller(),
                        false,
                        1,
                        plain.minimum(),
                        plain.template(),
                        "",
                        "urgent",
                        "",
                        plain.conditions(),
                        plain.managers(),
                        null,
                        null,
                        null,
                        plain.work(),
                        plain.groups(),
                        plain.own(),
                        plain.restarts()));
        Job job = bench.job("train");
        assertEquals(1000, job.getPriority());
        bench.show(new Change.PriorityClassSeen("urgent", "u", 2000, false));
        assertEquals(2000, job.getPriority());
        bench.show(new Change.Gone("PriorityClass", "", "urgent", "u"));
        assertEquals(5, job.getPriority());
        bench.show(new Change.Gone("PriorityClass", "", "usual", "u"));
        assertEquals(0, job.getPriority());
    }
}
