// SPDX-License-Identifier: Apache-2.0
package podium.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Numbers of things read as somebody would say them. */
class CountedTest {
    @Test
    void thousandsAreApartAsInAllNumbers() {
        assertEquals("1\u2009213 nodes", Counted.of(1213, "node"));
    }

    @Test
    void allOfTwoAreBoth() {
        assertEquals("both pods", Counted.all(2, "pod"));
        assertEquals("all 3 pods", Counted.all(3, "pod"));
        assertEquals("the only pod", Counted.all(1, "pod"));
        assertEquals("Both active pods", Counted.allAtStart(2, "active pod"));
        assertEquals("All 12 active pods", Counted.allAtStart(12, "active pod"));
    }
}
