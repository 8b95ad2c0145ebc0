// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scenario;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import podium.simulator.internal.engine.Rig;
import podium.simulator.internal.loop.RandomSource;

class MakingProgressTest {
    @Test
    void itTellsHowFarTheMakingOfAFleetIs() {
        List<String> told = new ArrayList<>();
        SimulatedFleet.open("edge", new RandomSource(1), Rig.START, told::add)
                .life()
                .close();
        assertTrue(told.getFirst().matches("0 of \\d+ nodes"), told::toString);
        assertTrue(
                told.getLast().matches("playing its last hours, [\\d\u2009]+ of [\\d\u2009]+ h, [\\d\u2009]+ changes"),
                told::toString);
    }

    @Test
    void whoIsToldEndsTheMaking() {
        List<String> told = new ArrayList<>();
        assertThrows(
                CancellationException.class,
                () -> SimulatedFleet.open("scale 100", new RandomSource(1), Rig.START, how -> {
                    told.add(how);
                    if (how.startsWith("playing")) {
                        throw new CancellationException(how);
                    }
                }));
        assertTrue(told.getLast().startsWith("playing its last hours, 0 of "), told::toString);
    }

    @Test
    void itGoesOnTellingWhileAllJobsOfALargeFleetStart() {
        List<String> told = new ArrayList<>();
        SimulatedFleet.open("scale 100", new RandomSource(1), Rig.START, told::add)
                .life()
                .close();
        List<String> changes =
                told.stream().filter(it -> it.endsWith(" changes")).toList();
        assertTrue(changes.stream().distinct().count() > 10, told::toString);
        assertTrue(told.stream().noneMatch(it -> it.contains("%")), "what is left takes as long as what happens in it");
    }
}
