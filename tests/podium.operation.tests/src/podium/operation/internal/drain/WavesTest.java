// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.drain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import podium.model.fleet.Named;
import podium.model.fleet.Node;
import podium.operation.drain.DrainPace;
import podium.operation.drain.DrainWave;

class WavesTest {
    private final Site site = new Site();
    private final Node a2 = site.node("a2");
    private final Node a10 = site.node("a10");
    private final Node a1 = site.node("a1");
    private final Node b1 = site.node("b1");
    private final Node loose = site.node("c1");

    WavesTest() {
        site.domain("rack-10", b1);
        site.domain("rack-2", a2, a10, a1);
    }

    private static List<String> names(List<DrainWave> waves) {
        return waves.stream()
                .map(wave -> String.join(
                        " ", wave.nodes().stream().map(Named::getName).toList()))
                .toList();
    }

    private List<DrainWave> waves(int atOnce) {
        return Waves.of(List.of(b1, a10, loose, a2, a1), new DrainPace(atOnce, Optional.empty()));
    }

    @Test
    void oneDomainAfterTheOtherInTheOrderPeopleCountAndNeverMoreThanAllowed() {
        List<DrainWave> waves = waves(2);
        assertEquals(List.of("c1", "a1 a2", "a10", "b1"), names(waves));
        assertEquals("Wave 2 of 4 (rack-2)", waves.get(1).words());
        assertEquals("Wave 1 of 4", waves.getFirst().words(), "a node of no domain");
    }

    @Test
    void aWaveDoesNotReachOverTwoDomains() {
        assertEquals(List.of("c1", "a1 a2 a10", "b1"), names(waves(4)));
    }

    @Test
    void allAtOnceIsOneWaveAsAsked() {
        List<DrainWave> waves = waves(5);
        assertEquals(List.of("b1 a10 c1 a2 a1"), names(waves));
        assertEquals("", waves.getFirst().words());
    }

    @Test
    void noPaceIsBelowOneNode() {
        assertThrows(IllegalArgumentException.class, () -> new DrainPace(0, Optional.empty()));
    }
}
