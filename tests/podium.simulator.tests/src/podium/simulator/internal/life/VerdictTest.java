// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.life;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.scheduling.*;
import podium.simulator.internal.scheduling.Filters.Reason;

class VerdictTest {

    @Test
    void reasonsAreCountedAndSortedAsTextLikeTheRealOnes() {
        Verdict verdict = new Verdict(12);
        for (int i = 0; i < 10; i++) {
            verdict.add(List.of(new Reason("Insufficient cpu", true), new Reason("Insufficient memory", true)));
        }
        verdict.add(List.of(new Reason("node(s) were unschedulable", false)));
        verdict.add(new Reason("node(s) had untolerated taint {a: b}", false), 1);
        assertEquals(
                "0/12 nodes are available: 1 node(s) had untolerated taint {a: b}, 1 node(s) were unschedulable, 10"
                        + " Insufficient cpu, 10 Insufficient memory. preemption: 0/12 nodes are available: 10 No preemption"
                        + " victims found for incoming pod, 2 Preemption is not helpful for scheduling.",
                verdict.message());
        assertEquals(10, verdict.preemptable());
    }

    @Test
    void aClusterWithoutNodesSaysThat() {
        assertTrue(new Verdict(0).message().startsWith("no nodes available to schedule pods"));
    }

    @Test
    void whereOneReasonCannotBeClearedNothingHelps() {
        Verdict verdict = new Verdict(1);
        verdict.add(List.of(new Reason("Insufficient cpu", true), new Reason("Insufficient nvidia.com/gpu", false)));
        assertEquals(0, verdict.preemptable());
    }

    @Test
    void aPodBacksOffTwiceAsLongEachTimeUpToTenSeconds() {
        PodView view = PodView.of(Json.object());
        PendingPod pod = new PendingPod(view, 0);
        assertTrue(pod.ready(Rig.START));
        long[] expected = {1, 2, 4, 8, 10, 10};
        for (long seconds : expected) {
            pod.failed(Rig.START);
            assertFalse(pod.ready(Rig.START.plusSeconds(seconds).minusMillis(1)));
            assertTrue(pod.ready(Rig.START.plusSeconds(seconds)));
        }
    }

    @Test
    void aPodIsToldTheSameOnlyOnce() {
        PendingPod pod = new PendingPod(PodView.of(Json.object()), 0);
        assertTrue(pod.tell("no room"));
        assertFalse(pod.tell("no room"));
        assertTrue(pod.tell("still no room"));
        assertFalse(pod.changed(pod.view()).tell("still no room"), "a changed pod remembers what it was told");
    }
}
