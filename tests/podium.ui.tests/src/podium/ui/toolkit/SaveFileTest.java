// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class SaveFileTest {
    private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-11-28T12:43:00Z");

    @Test
    void aNameTellsWhatIsInTheFileOfWhichClustersAndWhen() {
        assertEquals("jobs-lab-2026-11-28-1243.csv", SaveFile.name("jobs", List.of("lab"), ".csv", NOW));
        assertEquals(
                "lab+prod-eu-1-2026-11-28-1243.fleet",
                SaveFile.name("", List.of("lab", "prod/eu 1", "third"), ".fleet", NOW),
                "no more than two, and nothing that a file system refuses");
        assertEquals("podium-audit-2026-11-28-1243.csv", SaveFile.name("podium-audit", List.of(), ".csv", NOW));
    }
}
