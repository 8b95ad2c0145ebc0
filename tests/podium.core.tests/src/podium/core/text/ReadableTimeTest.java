// SPDX-License-Identifier: Apache-2.0
package podium.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ReadableTimeTest {
    @Test
    void aTimeIsThatOfTheOperatorsClockToTheSecond() {
        LocalDateTime local = LocalDateTime.of(2026, 3, 1, 12, 0, 4, 987_654_321);
        assertEquals(
                "2026-03-01 12:00:04",
                ReadableTime.of(local.atZone(ZoneId.systemDefault()).toInstant()));
    }
}
