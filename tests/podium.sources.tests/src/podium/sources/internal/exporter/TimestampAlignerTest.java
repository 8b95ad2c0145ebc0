// SPDX-License-Identifier: Apache-2.0
package podium.sources.internal.exporter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TimestampAlignerTest {
    @Test
    void jitterWithinTheToleranceLeavesAnEvenBeat() {
        TimestampAligner beat = new TimestampAligner();
        Random random = new Random(1);
        long first = beat.at(1_000_000);
        long second = beat.at(1_005_000);
        for (int i = 2; i < 500; i++) {
            long time = beat.at(1_000_000 + 5_000L * i + random.nextInt(61) - 30);
            assertEquals(first + (second - first) * i, time);
        }
    }

    @Test
    void noTimeIsMovedByMoreThanTheToleranceOrBackwards() {
        TimestampAligner beat = new TimestampAligner();
        Random random = new Random(2);
        long measured = 1_000_000;
        long last = 0;
        for (int i = 0; i < 5_000; i++) {
            measured += 4_000 + random.nextInt(2_000);
            long time = beat.at(measured);
            assertTrue(Math.abs(time - measured) <= TimestampAligner.TOLERANCE);
            assertTrue(time >= last);
            last = time;
        }
    }

    @Test
    void aClockThatIsSetBackDoesNotMakeATimeOlderThanTheLast() {
        TimestampAligner beat = new TimestampAligner();
        beat.at(2_000_000);
        assertEquals(2_000_000, beat.at(1_000_000));
    }
}
