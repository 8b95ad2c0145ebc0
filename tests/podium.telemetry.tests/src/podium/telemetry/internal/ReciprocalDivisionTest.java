// SPDX-License-Identifier: Apache-2.0
package podium.telemetry.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ReciprocalDivisionTest {
    @Test
    void everyShareDividesAsTheDivisionDoes() {
        Random random = new Random(1);
        for (int share = 1; share <= TokenFrequencies.TOTAL; share++) {
            check(0, share);
            check(Long.MAX_VALUE, share);
            for (int i = 0; i < 200; i++) {
                long number = random.nextLong() >>> 1 + random.nextInt(63);
                check(number, share);
                check(number - number % share, share);
                check(Math.max(0, number - number % share - 1), share);
            }
        }
    }

    private static void check(long number, int share) {
        assertEquals(number / share, ReciprocalDivision.of(number, share), () -> number + " / " + share);
    }
}
