// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.exporter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PointListTest {
    private static PointList list(long... times) {
        PointList made = new PointList();
        for (long time : times) {
            assertTrue(made.add(time, time));
        }
        return made;
    }

    @Test
    void twoListsAreOneInTheOrderOfTheirTimes() {
        PointList both = list(1, 3, 5).with(list(2, 3, 6, 7), Double::sum);
        assertArrayEquals(new long[] {1, 2, 3, 5, 6, 7}, both.times());
        assertArrayEquals(new double[] {1, 2, 6, 5, 6, 7}, both.values(1));
        assertArrayEquals(new double[] {0.5, 1, 3, 2.5, 3, 3.5}, both.values(2));
        assertArrayEquals(new long[] {4}, list().with(list(4), Math::max).times());
    }

    @Test
    void aPointThatIsNotLaterThanTheOneBeforeIsLeftOut() {
        PointList points = list(1, 2);
        assertFalse(points.add(2, 9));
        assertFalse(points.add(1, 9));
        assertArrayEquals(new double[] {1, 2}, points.values(1));
    }

    @Test
    void itHoldsAsManyAsCome() {
        PointList points = new PointList();
        for (int i = 0; i < 1_000; i++) {
            points.add(i, -i);
        }
        assertTrue(points.times().length == 1_000 && points.values(1)[999] == -999);
    }
}
