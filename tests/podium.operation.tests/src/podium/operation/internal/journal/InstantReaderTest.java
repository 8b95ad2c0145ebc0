// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantReaderTest {
    @Test
    void everyTimeIsReadBackAsItWasWritten() {
        Random random = new Random(4);
        for (int i = 0; i < 100_000; i++) {
            long second = random.nextLong(-60_000_000_000L, 250_000_000_000L);
            int nanos = random.nextInt(4) == 0 ? 0 : random.nextInt(1_000_000_000);
            Instant time = Instant.ofEpochSecond(second, i % 3 == 0 ? nanos / 1_000_000 * 1_000_000 : nanos);
            assertEquals(time, InstantReader.parse(time.toString()), time::toString);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-01T12:00:00.1Z",
                "2026-03-01T12:00:00.123456789Z",
                "2024-02-29T23:59:59Z",
                "2026-03-01T12:00:00.Z",
                "2026-03-01T14:00:00+02:00",
                "2026-06-30T23:59:60Z",
                "+12026-03-01T12:00:00Z"
            })
    void otherFormsMeanWhatTheyMeanToJava(String text) {
        assertEquals(Instant.parse(text), InstantReader.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "now",
                "2026-03-01T12:00:00",
                "2026-03-01T12:00:00.1234567890Z",
                "2026-02-30T12:00:00Z",
                "2026-13-01T12:00:00Z",
                "2026-03-01T25:00:00Z",
                "2026-03-01T12:61:00Z",
                "2026-03-01T12:00:00.12x4Z"
            })
    void whatIsNoTimeIsRefused(String text) {
        assertThrows(DateTimeException.class, () -> InstantReader.parse(text));
    }
}
