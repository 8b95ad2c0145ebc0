// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
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
        assertTrue(told.getLast().startsWith("playing its last hours, 95 %, "), told::toString);
    }

    @Test
    void itGoesOnTellingWhileAllJobsOfALargeFleetStart() {
        List<String> told = new ArrayList<>();
        SimulatedFleet.open("scale 100", new RandomSource(1), Rig.START, told::add)
                .life()
                .close();
        List<String> percents = told.stream()
                .filter(it -> it.contains(" %, "))
                .map(it -> it.substring(0, it.indexOf(" %, ")))
                .toList();
        assertTrue(percents.size() > percents.stream().distinct().count() + 3, told::toString);
        assertEquals(
                percents.size(),
                told.stream().filter(it -> it.contains(" %, ")).distinct().count());
    }
}
