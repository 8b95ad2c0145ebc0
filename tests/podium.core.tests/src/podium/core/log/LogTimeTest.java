// SPDX-License-Identifier: Apache-2.0
package podium.core.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LogTimeTest {
    @Test
    void aTimeIsWhatTheCalendarSays() {
        Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            Instant time = Instant.ofEpochSecond(random.nextLong(5_000_000_000L), random.nextInt(1_000_000_000));
            Instant shorter = Instant.ofEpochMilli(time.toEpochMilli());
            assertEquals(LogTime.nanos(time), LogTime.of(time + " text"), time.toString());
            assertEquals(LogTime.nanos(shorter), LogTime.of(shorter + " text"), shorter.toString());
        }
        for (String time : List.of(
                "2024-02-29T23:59:59.5Z",
                "2100-03-01T00:00:00Z",
                "2000-02-29T00:00:00.000000001Z",
                "1999-12-31T12:00:00Z")) {
            assertEquals(LogTime.nanos(Instant.parse(time)), LogTime.of(time + " "), time);
        }
    }

    @Test
    void aTimeMayBeOfAnotherZone() {
        assertEquals(
                LogTime.nanos(Instant.parse("2026-01-01T10:00:00.25Z")),
                LogTime.of("2026-01-01T12:00:00.25+02:00 text"));
    }

    @Test
    void whatIsNoTimeIsNone() {
        for (String text : List.of(
                "2026-02-30T00:00:00Z",
                "2025-02-29T00:00:00Z",
                "2026-13-01T00:00:00Z",
                "2026-01-01T25:00:00Z",
                "2026-01-01T00:60:00Z",
                "2026-01-01T00:00:0xZ",
                "2026-01-01T00:00:00",
                "step")) {
            assertEquals(0, LogTime.of(text + " text"), text);
        }
    }
}
