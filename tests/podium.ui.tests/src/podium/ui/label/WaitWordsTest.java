// SPDX-License-Identifier: Apache-2.0
package podium.ui.label;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import podium.placement.Obstacle;
import podium.placement.Obstacle.By;
import podium.ui.toolkit.Formats;

class WaitWordsTest {
    private static final Instant THEN = Instant.parse("2026-11-29T08:00:00Z");

    /** Undated it contradicted what was counted a moment ago beside it. */
    @Test
    void whatOthersSaidIsToldWithItsAgeOrWhereNobodyWordsItAnewWithItsTime() {
        Obstacle said = new Obstacle(
                By.SCHEDULER,
                "the cluster says: no room",
                Optional.empty(),
                Optional.of(new Obstacle.Quote("no room", THEN)));
        Instant now = THEN.plusSeconds(180);
        assertEquals("the cluster said " + Formats.ago(THEN, now) + ": no room", WaitWords.aged(said, now));
        assertEquals("the cluster said at " + Formats.time(THEN) + ": no room", WaitWords.timed(said));
        Obstacle own = Obstacle.of(By.SCHEDULER, "no node of 3 takes it");
        assertEquals("no node of 3 takes it", WaitWords.aged(own, now));
        assertEquals("no node of 3 takes it", WaitWords.timed(own));
    }
}
