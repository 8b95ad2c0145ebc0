// SPDX-License-Identifier: Apache-2.0
package podium.ui.object;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CellValueTest {
    private static List<String> sorted(String... cells) {
        return Stream.of(cells).sorted(Comparator.comparing(CellValue::of)).toList();
    }

    @Test
    void numbersAreOrderedByTheirSizeAndAgesByTheirTime() {
        assertEquals(List.of("2", "10", "41"), sorted("10", "41", "2"));
        assertEquals(
                List.of("8s", "90s", "5m", "5m10s", "3h", "2d23h", "1y"),
                sorted("1y", "5m10s", "3h", "90s", "8s", "5m", "2d23h"));
        assertEquals(List.of("3m", "web-2", "web-10", "<none>"), sorted("<none>", "web-10", "3m", "web-2"));
    }

    @Test
    void anyCellsHaveOneOrder() {
        List<String> cells = List.of("1", "1m", "a", "<none>", "99999999999s", "1/2", "-3", "50%", "2Gi", "9d9d9d");
        for (String a : cells) {
            for (String b : cells) {
                for (String c : cells) {
                    Comparator<String> order = Comparator.comparing(CellValue::of);
                    if (order.compare(a, b) <= 0 && order.compare(b, c) <= 0) {
                        assertEquals(true, order.compare(a, c) <= 0, a + " " + b + " " + c);
                    }
                }
            }
        }
    }
}
