// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.gpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import podium.simulator.internal.loop.RandomSource;

class AcceleratorLoadTest {

    private static final RandomSource JOB = new RandomSource(11);
    private static final RandomSource DEVICE = new RandomSource(12);

    private static double mean(String profile, double from, ToDoubleFunction<AcceleratorLoad> part) {
        return IntStream.range(0, 3600)
                .mapToDouble(second ->
                        part.applyAsDouble(AcceleratorLoad.of(profile, JOB, DEVICE, from + second, 10_000 + second)))
                .average()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"training", "fine-tuning", "inference", "notebook", "evaluation", "", "something else"})
    void everyShareIsAShare(String profile) {
        for (int second = 0; second < 20_000; second += 7) {
            AcceleratorLoad load = AcceleratorLoad.of(profile, JOB, DEVICE, 1_700_000_000.0 + second, second);
            for (double share : new double[] {
                load.active(),
                load.multiprocessors(),
                load.tensor(),
                load.dram(),
                load.memory(),
                load.links(),
                load.pcie()
            }) {
                assertTrue(share >= 0 && share <= 1, profile + " " + second + " " + load);
            }
        }
    }

    @Test
    void trainingIsHigherThanServingIsHigherThanThinking() {
        double night = 1_700_006_400.0;
        assertTrue(mean("training", night, AcceleratorLoad::active) > 0.93);
        assertTrue(mean("training", night, AcceleratorLoad::tensor) > 0.25);
        double serving = mean("inference", night, AcceleratorLoad::active);
        assertTrue(serving > 0.1 && serving < 0.8, "serving " + serving);
        assertTrue(mean("notebook", night, AcceleratorLoad::active) < 0.25);
    }

    @Test
    void servingFollowsTheDay() {
        double midnight = 86_400.0 * 19_000;
        assertTrue(mean("inference", midnight + 11 * 3600, AcceleratorLoad::active)
                > 1.3 * mean("inference", midnight, AcceleratorLoad::active));
    }

    @Test
    void aTrainingStepHasItsDip() {
        double least = 1;
        double most = 0;
        for (int tenth = 0; tenth < 300; tenth++) {
            AcceleratorLoad load = AcceleratorLoad.of("training", JOB, DEVICE, 1_700_000_000 + tenth / 10.0, 5000);
            least = Math.min(least, load.tensor());
            most = Math.max(most, load.tensor());
        }
        assertTrue(least < 0.6 * most, least + " " + most);
    }

    @Test
    void tasksOfOneJobWorkInStep() {
        for (int second = 0; second < 60; second++) {
            AcceleratorLoad one =
                    AcceleratorLoad.of("training", JOB, new RandomSource(1), 1_700_000_000.0 + second, 5000 + second);
            AcceleratorLoad two =
                    AcceleratorLoad.of("training", JOB, new RandomSource(2), 1_700_000_000.0 + second, 5000 + second);
            assertEquals(one.links(), two.links());
        }
    }

    @Test
    void memoryIsFilledWhileTheWorkWarmsUp() {
        double early =
                AcceleratorLoad.of("inference", JOB, DEVICE, 1_700_000_000, 5).memory();
        double late =
                AcceleratorLoad.of("inference", JOB, DEVICE, 1_700_000_000, 500).memory();
        assertTrue(early < 0.2 && late > 0.85);
    }

    @Test
    void noiseIsSmooth() {
        for (int i = 0; i < 1000; i++) {
            double step = Math.abs(SmoothNoise.at(DEVICE, i / 10.0, 5) - SmoothNoise.at(DEVICE, (i + 1) / 10.0, 5));
            assertTrue(step < 0.05, "jump of " + step);
        }
    }
}
