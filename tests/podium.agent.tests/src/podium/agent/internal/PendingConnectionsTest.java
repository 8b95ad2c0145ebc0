// SPDX-License-Identifier: Apache-2.0
package podium.agent.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PendingConnectionsTest {
    private final PendingConnections<Integer> waiting = new PendingConnections<>(4, 3);

    @Test
    void theOldestOfThePeerWithTheMostGoes() {
        assertEquals(Optional.empty(), waiting.enter("a", 1));
        assertEquals(Optional.empty(), waiting.enter("b", 2));
        assertEquals(Optional.empty(), waiting.enter("b", 3));
        assertEquals(Optional.empty(), waiting.enter("b", 4));
        assertEquals(Optional.of(2), waiting.enter("c", 5), "in all");
        assertEquals(Optional.of(3), waiting.enter("b", 6), "in all, of its own");
        assertTrue(waiting.leave("a", 1));
        assertEquals(Optional.empty(), waiting.enter("b", 7));
        assertEquals(Optional.of(4), waiting.enter("b", 8), "of one");
        assertEquals(List.of(5, 6, 7, 8), waiting.all().stream().sorted().toList());
    }

    @Test
    void whoWentDoesNotLeaveTwice() {
        waiting.enter("a", 1);
        assertTrue(waiting.leave("a", 1));
        assertFalse(waiting.leave("a", 1));
        assertFalse(waiting.leave("b", 2));
        for (int i = 0; i < 100; i++) {
            waiting.enter("peer " + i, i);
        }
        assertEquals(4, waiting.all().size());
    }

    @Test
    void aPeerThatIsPushedOutAndComesAgainIsCountedOnce() {
        PendingConnections<Integer> one = new PendingConnections<>(1, 1);
        assertEquals(Optional.empty(), one.enter("a", 1));
        assertEquals(Optional.of(1), one.enter("a", 2));
        assertEquals(Optional.of(2), one.enter("b", 3));
        assertEquals(Optional.of(3), one.enter("a", 4));
        assertEquals(List.of(4), one.all());
    }
}
