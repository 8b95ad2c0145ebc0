// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduler;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import podium.simulator.internal.engine.Rig;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.scheduling.PodInfo;

class PendingPodTest {

    @Test
    void aPodBacksOffTwiceAsLongEachTimeUpToTenSeconds() {
        PodInfo view = PodInfo.of(Json.object());
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
        PendingPod pod = new PendingPod(PodInfo.of(Json.object()), 0);
        assertTrue(pod.tell("no room"));
        assertFalse(pod.tell("no room"));
        assertTrue(pod.tell("still no room"));
        assertFalse(pod.changed(pod.view()).tell("still no room"), "a changed pod remembers what it was told");
    }
}
