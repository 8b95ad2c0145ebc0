// SPDX-License-Identifier: Apache-2.0
package podium.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {
    private final NaturalOrder order = new NaturalOrder();

    @Test
    void numbersInNamesCountAsNumbers() {
        assertEquals(List.of("n1", "n2", "n10", "n11"), sorted("n10", "n2", "n11", "n1"));
    }

    @Test
    void severalNumbersCountFromTheLeft() {
        assertEquals(List.of("r1-n10", "r2-n9", "r10-n1"), sorted("r10-n1", "r2-n9", "r1-n10"));
    }

    @Test
    void aShorterNameComesBeforeItsContinuation() {
        assertEquals(List.of("gpu", "gpu-1", "gpu-a"), sorted("gpu-a", "gpu-1", "gpu"));
    }

    @Test
    void leadingZerosDoNotChangeTheNumberButTellNamesApart() {
        assertEquals(List.of("n07", "n7", "n08"), sorted("n08", "n7", "n07"));
        assertNotEquals(0, order.compare("n7", "n07"));
    }

    @Test
    void numbersBeyondAnyIntegerTypeAreCompared() {
        assertEquals(-1, Integer.signum(order.compare("x99999999999999999998", "x99999999999999999999")));
    }

    @Test
    void theOrderIsAntisymmetric() {
        List<String> names = List.of("a", "a1", "a01", "a10", "b", "", "1", "a1b2", "a1b10");
        for (String a : names) {
            for (String b : names) {
                assertEquals(
                        Integer.signum(order.compare(a, b)), -Integer.signum(order.compare(b, a)), a + " and " + b);
            }
        }
    }

    private List<String> sorted(String... names) {
        return List.of(names).stream().sorted(order).toList();
    }
}
