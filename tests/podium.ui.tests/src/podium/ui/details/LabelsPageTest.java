// SPDX-License-Identifier: Apache-2.0
package podium.ui.details;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;
import podium.ui.table.Brief;

class LabelsPageTest {
    /** In a narrow page two keys read "n\u2026version.full": the prefix that all share took the room. */
    @Test
    void whereAKeyHasNoRoomItsPrefixGivesWayFirstUnlessTheNameAloneIsTwoKeys() {
        Set<String> keys = Set.of(
                "nvidia.com/cuda.driver-version.full",
                "nvidia.com/cuda.runtime-version.full",
                "kubernetes.io/arch",
                "beta.kubernetes.io/arch",
                "team");
        assertEquals("cuda.driver-version.full", text("nvidia.com/cuda.driver-version.full", keys));
        assertEquals("team", text("team", keys));
        assertEquals(Brief.NONE, LabelsPage.brief("kubernetes.io/arch", keys));
    }

    private static String text(String key, Set<String> keys) {
        return LabelsPage.brief(key, keys).text();
    }
}
