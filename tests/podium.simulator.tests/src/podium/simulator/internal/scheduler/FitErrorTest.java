// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import podium.simulator.internal.scheduling.NodeInfo;
import podium.simulator.internal.scheduling.filter.FilterStatus;

class FitErrorTest {

    private static final NodeInfo NODE = new NodeInfo("n");

    @Test
    void reasonsAreCountedAndSortedAsTextLikeTheRealOnes() {
        FitError verdict = new FitError(12);
        for (int i = 0; i < 10; i++) {
            verdict.add(NODE, new FilterStatus(List.of("Insufficient cpu", "Insufficient memory"), true));
        }
        verdict.add(NODE, FilterStatus.lasting("node(s) were unschedulable"));
        verdict.add("node(s) didn't satisfy plugin(s) [NodeAffinity]", 1);
        assertEquals(
                "0/12 nodes are available: 1 node(s) didn't satisfy plugin(s) [NodeAffinity], 1 node(s) were"
                        + " unschedulable, 10 Insufficient cpu, 10 Insufficient memory. preemption: it is said.",
                verdict.message("preemption: it is said."));
        assertEquals(10, verdict.curable().size());
    }

    @Test
    void aClusterWithoutNodesSaysOnlyThat() {
        assertEquals("no nodes available to schedule pods", new FitError(0).message("preemption: nothing"));
    }

    @Test
    void whatSpeaksAgainstAllNodesIsSaidWithoutANumber() {
        FitError verdict = new FitError(3);
        verdict.everywhere("pod has unbound immediate PersistentVolumeClaims");
        assertEquals("0/3 nodes are available: pod has unbound immediate PersistentVolumeClaims.", verdict.message(""));
    }
}
