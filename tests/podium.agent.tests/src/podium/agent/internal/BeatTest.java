// SPDX-License-Identifier: Apache-2.0
package podium.agent.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BeatTest {
    @Test
    void jitterWithinTheToleranceLeavesAnEvenBeat() {
        Beat beat = new Beat();
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
        Beat beat = new Beat();
        Random random = new Random(2);
        long measured = 1_000_000;
        long last = 0;
        for (int i = 0; i < 5_000; i++) {
            measured += 4_000 + random.nextInt(2_000);
            long time = beat.at(measured);
            assertTrue(Math.abs(time - measured) <= Beat.TOLERANCE);
            assertTrue(time >= last);
            last = time;
        }
    }

    @Test
    void aClockThatIsSetBackDoesNotMakeATimeOlderThanTheLast() {
        Beat beat = new Beat();
        beat.at(2_000_000);
        assertEquals(2_000_000, beat.at(1_000_000));
    }
}
