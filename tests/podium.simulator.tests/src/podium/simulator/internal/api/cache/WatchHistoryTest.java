// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import podium.simulator.internal.json.Json;
import podium.simulator.store.StoreEvent;

class WatchHistoryTest {
    private long nanos;

    private void add(WatchHistory history, long revision) {
        ObjectNode object = Json.object();
        Json.with(object, "metadata").put("name", "n").put("resourceVersion", "" + revision);
        history.add(
                new WatchCacheEvent(StoreEvent.Type.MODIFIED, new ObjectVersion(object), Optional.empty(), revision));
    }

    private static List<Long> revisions(WatchHistory history, long after) {
        return history.from(history.positionAfter(after), 10_000).stream()
                .map(WatchCacheEvent::revision)
                .toList();
    }

    @Test
    void asManyAreKnownAsFitAndAllOfThemInOrder() {
        WatchHistory history = new WatchHistory(1000, 0, () -> nanos);
        for (long revision = 1; revision <= 2500; revision++) {
            add(history, revision);
        }
        assertEquals(1500, history.compacted());
        List<Long> known = revisions(history, 0);
        assertEquals(1000, known.size());
        assertEquals(1501, known.getFirst());
        assertEquals(2500, known.getLast());
        assertEquals(List.of(2499L, 2500L), revisions(history, 2498));
    }

    @Test
    void whatIsOlderThanFiveMinutesIsForgottenButForTheLastHundred() {
        WatchHistory history = new WatchHistory(100_000, 0, () -> nanos);
        for (long revision = 1; revision <= 1000; revision++) {
            add(history, revision);
        }
        nanos += Duration.ofMinutes(4).toNanos();
        add(history, 1001);
        assertEquals(0, history.compacted(), "young enough");
        nanos += Duration.ofMinutes(2).toNanos();
        add(history, 1002);
        assertEquals(100, revisions(history, 0).size());
        assertEquals(902, history.compacted());
        assertFalse(history.reaches(901));
        assertTrue(history.reaches(902));
    }

    @Test
    void aQuietKindKeepsItsLastHundredForEver() {
        WatchHistory history = new WatchHistory(100_000, 0, () -> nanos);
        for (long revision = 1; revision <= 50; revision++) {
            add(history, revision);
            nanos += Duration.ofMinutes(10).toNanos();
        }
        assertEquals(50, revisions(history, 0).size());
    }

    @Test
    void whatIsCompactedIsForgotten() {
        WatchHistory history = new WatchHistory(100_000, 0, () -> nanos);
        for (long revision = 1; revision <= 300; revision++) {
            add(history, revision);
        }
        history.compact(250);
        assertEquals(250, history.compacted());
        assertEquals(50, revisions(history, 0).size());
        add(history, 301);
        assertEquals(51, revisions(history, 250).size());
    }
}
