// SPDX-License-Identifier: Apache-2.0
package podium.ui.details;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PropertiesPageTest {
    private static int labels(String fact, int width) {
        return labels(fact, width, 0);
    }

    private static int labels(String fact, int width, int before) {
        Map<String, List<PropertyEntry>> measured = Map.of("Measured", List.of(PropertyEntry.of(fact, "63 \u00b0C")));
        return PropertiesPage.labels(measured, width, before, words -> 8 * words.length());
    }

    @Test
    void whereThereIsRoomAFactIsReadWholeAndWhereThereIsNotItsValueIs() {
        assertTrue(labels("memory temperature", 480) >= 8 * 18 + 30, "indented, and the edges of the cell");
        assertEquals(156, labels("memory temperature", 300));
        assertEquals(124, labels("xid", 480));
        assertEquals(240, labels("x".repeat(63), 600), "not more than its values");
    }

    @Test
    void valuesStayWhereTheyAreWhenWhatIsSelectedNextHasShorterFacts() {
        assertEquals(200, labels("xid", 600, 200));
        assertEquals(156, labels("xid", 300, 200), "where there is room");
    }
}
