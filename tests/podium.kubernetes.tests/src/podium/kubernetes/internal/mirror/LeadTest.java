// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.mirror;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LeadTest {
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    private Instant now = START;
    private final Lead lead = new Lead(() -> now);

    @BeforeEach
    void begin() {
        lead.first().began("100");
        lead.second().began("100");
    }

    private void pass(int seconds) {
        now = now.plusSeconds(seconds);
    }

    @Test
    void whatOneToldAndTheOtherDoesNotKnowInTimeIsMissedSinceThen() {
        pass(60);
        lead.second().heard("120", true);
        assertTrue(lead.first().isBehind());
        assertEquals(Optional.empty(), lead.first().misses(PATIENCE));
        pass(5);
        assertEquals(Optional.of(START.plusSeconds(60)), lead.first().misses(PATIENCE));
        assertFalse(lead.second().isBehind());
    }

    @Test
    void oneThatTellsItTooOrIsKnownToBeBeyondItMissesNothing() {
        lead.second().heard("120", true);
        lead.first().heard("120", true);
        assertFalse(lead.first().isBehind());
        lead.first().heard("130", true);
        lead.second().heard("140", false);
        assertFalse(lead.second().isBehind());
    }

    @Test
    void aBookmarkIsNothingThatTheOtherHasToTell() {
        lead.second().heard("500", false);
        pass(60);
        assertFalse(lead.first().isBehind());
    }

    @Test
    void oneThatBeginsAgainBehindTheOtherHasTheSameTimeOnceMore() {
        lead.second().heard("120", true);
        pass(5);
        lead.first().began("100");
        assertTrue(lead.first().isBehind());
        assertEquals(Optional.empty(), lead.first().misses(PATIENCE));
        pass(5);
        assertEquals(Optional.of(START), lead.first().misses(PATIENCE), "the age of what is known does not begin anew");
        lead.first().heard("120", true);
        assertFalse(lead.first().isBehind());
    }

    @Test
    void versionsOfAServerThatWentBackAreForgotten() {
        lead.second().heard("120", true);
        lead.forget();
        lead.first().began("7");
        assertFalse(lead.first().isBehind());
    }

    @Test
    void versionsThatAreNoNumbersSayNothing() {
        lead.second().heard("a-version", true);
        lead.first().began("another");
        pass(60);
        assertFalse(lead.first().isBehind());
        assertFalse(lead.second().isBehind());
    }

    @Test
    void aClockThatWasSetBackCountsFromThere() {
        lead.second().heard("120", true);
        pass(-3600);
        assertEquals(Optional.empty(), lead.first().misses(PATIENCE));
        pass(5);
        assertTrue(lead.first().misses(PATIENCE).isPresent());
    }
}
