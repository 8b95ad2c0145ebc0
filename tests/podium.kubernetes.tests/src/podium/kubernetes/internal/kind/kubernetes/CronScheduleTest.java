// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronScheduleTest {
    private static Optional<Instant> next(String schedule, String after, String zone) {
        return CronSchedule.parse(schedule).orElseThrow().next(Instant.parse(after), ZoneId.of(zone));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0/15 * * * *   | 2012-07-09T14:45:00Z | UTC | 2012-07-09T15:00:00Z",
                "0/15 * * * *   | 2012-07-09T14:59:59Z | UTC | 2012-07-09T15:00:00Z",
                "20-35/15 * * * * | 2012-07-09T15:45:00Z | UTC | 2012-07-09T16:20:00Z",
                "*/15 * * * *   | 2012-07-09T23:46:00Z | UTC | 2012-07-10T00:00:00Z",
                "0 0 9 Apr-Oct ? | 2012-07-09T23:35:00Z | UTC | 2012-08-09T00:00:00Z",
                "0 0 * Feb Mon  | 2012-07-09T23:35:00Z | UTC | 2013-02-04T00:00:00Z",
                "0 0 * Feb Mon/2 | 2012-07-09T23:35:00Z | UTC | 2013-02-01T00:00:00Z",
                "0 0 29 Feb ?   | 2012-07-09T23:35:00Z | UTC | 2016-02-29T00:00:00Z",
                "0 0 1 * Mon    | 2026-03-02T00:00:00Z | UTC | 2026-03-09T00:00:00Z",
                "@daily         | 2026-03-02T12:00:00Z | UTC | 2026-03-03T00:00:00Z",
                "0 3 * * *      | 2026-03-02T12:00:00Z | Europe/Berlin | 2026-03-03T02:00:00Z",
                "30 2 * * *     | 2026-03-28T12:00:00Z | Europe/Berlin | 2026-03-30T00:30:00Z",
            })
    void theNextTimeIsThatOfTheController(String schedule, String after, String zone, String next) {
        assertEquals(Optional.of(Instant.parse(next)), next(schedule, after, zone));
    }

    @Test
    void aDayThatNeverComesIsNoTime() {
        assertEquals(Optional.empty(), next("0 0 30 Feb ?", "2026-03-02T12:00:00Z", "UTC"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "* * * *",
                "60 * * * *",
                "* * 0 * *",
                "* * * * 7",
                "a * * * *",
                "*/0 * * * *",
                "5-2 * * * *",
                "@every 5m",
                "TZ=UTC 0 0 * * *"
            })
    void whatIsNoSuchScheduleIsNotRead(String schedule) {
        assertEquals(Optional.empty(), CronSchedule.parse(schedule));
    }
}
