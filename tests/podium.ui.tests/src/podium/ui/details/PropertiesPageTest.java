// SPDX-License-Identifier: Apache-2.0
package podium.ui.details;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PropertiesPageTest {
    /** Pixels of a wide letter, and of what stands before the words of a group. */
    private static final int NEEDED = 8 * "memory temperature".length() + 28;

    private static Map<String, List<PropertyEntry>> measured(String fact) {
        return Map.of("Measured", List.of(PropertyEntry.of(fact, "63 \u00b0C")));
    }

    @Test
    void whereThereIsRoomAFactIsReadWholeAndWhereThereIsNotItsValueIs() {
        assertTrue(PropertiesPage.labels(measured("memory temperature"), 620) >= NEEDED);
        assertEquals(156, PropertiesPage.labels(measured("memory temperature"), 300));
        assertEquals(124, PropertiesPage.labels(measured("xid"), 620));
        assertEquals(200, PropertiesPage.labels(measured("x".repeat(63)), 600), "a third at most");
    }
}
