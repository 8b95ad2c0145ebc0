// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import podium.core.testkit.FleetBench;
import podium.core.testkit.Seen;

class WorkloadIndexTest {
    private final WorkloadIndex workloads = new WorkloadIndex(_ -> Optional.empty());

    @Test
    void theTopIsTheHighestThatIsKnown() {
        workloads.put(Seen.workload("ReplicaSet", "b", 1, Seen.owner("Deployment", "a")));
        assertEquals("uid-b", workloads.top("uid-b"));
        workloads.put(Seen.workload("Deployment", "a", 1, Seen.owner("Rollout", "unheard")));
        assertEquals("uid-a", workloads.top("uid-b"));
        assertEquals("uid-unknown", workloads.top("uid-unknown"));
    }

    @Test
    void ownersThatOwnEachOtherDoNotHangAnything() {
        workloads.put(Seen.workload("Job", "a", 1, Seen.owner("Job", "b")));
        workloads.put(Seen.workload("Job", "b", 1, Seen.owner("Job", "a")));
        workloads.put(Seen.workload("Job", "self", 1, Seen.owner("Job", "self")));
        assertTrue(List.of("uid-a", "uid-b").contains(workloads.top("uid-a")));
        assertEquals("uid-self", workloads.top("uid-self"));
        assertTrue(workloads.below("uid-a").contains("uid-b"));
    }

    @Test
    void aModelWithOwnersThatOwnEachOtherKeepsItsTasks() {
        FleetBench bench = new FleetBench()
                .show(
                        Seen.workload("Job", "a", 1, Seen.owner("Job", "b")),
                        Seen.workload("Job", "b", 1, Seen.owner("Job", "a")),
                        Seen.pod("p", podium.model.fleet.TaskPhase.RUNNING, "", Seen.asks(1), Seen.owner("Job", "a")));
        assertEquals("p", bench.task("p").getName());
    }

    @Test
    void aChangedOwnerMovesTheChild() {
        workloads.put(Seen.workload("Job", "c", 1, Seen.owner("JobSet", "x")));
        workloads.put(Seen.workload("Job", "c", 1, Seen.owner("JobSet", "y")));
        assertEquals(List.of(), workloads.below("uid-x"));
        assertEquals(List.of("uid-c"), workloads.below("uid-y"));
        workloads.remove("uid-c");
        assertEquals(List.of(), workloads.below("uid-y"));
    }
}
