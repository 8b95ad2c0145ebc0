// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import podium.core.change.Change;
import podium.core.change.ClusterId;

class ChangeQueueTest {
    private static final ClusterEpoch OPEN = new ClusterEpoch(new ClusterId("c"), "c", false);

    private final ChangeQueue queue = new ChangeQueue(4);

    @Test
    void onlyTheFirstOfManyAsksForARunOfTheRealm() {
        assertTrue(queue.add(OPEN, changes(1), true));
        assertFalse(queue.add(OPEN, changes(1), true));
        drain(1);
        assertTrue(queue.more());
        drain(1);
        assertFalse(queue.more());
        assertTrue(queue.add(OPEN, changes(1), true));
    }

    @Test
    void nothingAddedAsksForNothing() {
        assertFalse(queue.add(OPEN, List.of(), true));
        assertNull(queue.peek());
    }

    @Test
    void whoMayNotWaitIsNeverHeldUp() {
        queue.add(OPEN, changes(4), true);
        assertFalse(queue.add(OPEN, changes(4), false));
    }

    @Test
    void aBatchLargerThanTheQueueIsTakenWhenItIsEmpty() {
        assertTrue(queue.add(OPEN, changes(100), true));
    }

    @Test
    void whoWaitsGoesOnWhenThereIsRoom() throws Exception {
        queue.add(OPEN, changes(4), true);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> waiting = threads.submit(() -> queue.add(OPEN, changes(2), true));
            drain(2);
            assertFalse(waiting.get(10, TimeUnit.SECONDS));
        }
    }

    @Test
    void theOrderOfACallerIsKept() {
        queue.add(OPEN, List.of(listed(1), listed(2)), true);
        queue.add(OPEN, List.of(listed(3)), true);
        List<Integer> order = new ArrayList<>();
        for (ChangeQueue.Batch batch = queue.peek(); batch != null; batch = queue.peek()) {
            if (batch.next() instanceof Change.Listed listed) {
                order.add(listed.count());
            }
            queue.done(batch, 1);
        }
        assertEquals(List.of(1, 2, 3), order);
    }

    @Test
    void aClosedQueueTakesNothing() {
        queue.close();
        assertFalse(queue.add(OPEN, changes(1), true));
        assertNull(queue.peek());
        assertFalse(queue.more());
    }

    private void drain(int count) {
        for (int i = 0; i < count; i++) {
            ChangeQueue.Batch batch = queue.peek();
            assertNotNull(batch);
            batch.next();
            queue.done(batch, 1);
        }
    }

    private static List<Change> changes(int count) {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            changes.add(listed(i));
        }
        return changes;
    }

    private static Change listed(int number) {
        return new Change.Listed("Pod", number);
    }
}
