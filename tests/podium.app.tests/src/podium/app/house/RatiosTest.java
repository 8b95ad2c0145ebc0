// SPDX-License-Identifier: Apache-2.0
package podium.app.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import podium.testkit.Ratios;

/** A benchmark whose peer failed prints no ratio to it. */
class RatiosTest {
    private static Map<String, Double> figures(double fabric8) {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("podium", 2.0);
        figures.put("fabric8", fabric8);
        return figures;
    }

    @Test
    void figuresOfAllAreCompared() {
        assertEquals("P1  15.0 x", Ratios.line("P1", figures(30), () -> "15.0 x"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void oneThatFailedHasNoRatioAndIsNamed(double failed) {
        boolean[] asked = {false};
        String line = Ratios.line("P1", figures(failed), () -> {
            asked[0] = true;
            return "15.0 x";
        });
        assertEquals("P1  no ratio: fabric8 failed", line);
        assertFalse(asked[0], "nothing is divided by what is not there");
    }

    @Test
    void allThatFailedAreNamed() {
        assertEquals(
                List.of("curl", "fabric8"), Ratios.failed(Map.of("fabric8", 0.0, "curl", Double.NaN, "podium", 1.0)));
    }
}
