// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import podium.core.telemetry.Reading;

class BlockTest {
    private static final double[] ODD = {
        0.0,
        -0.0,
        Double.MIN_VALUE,
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        1.0 / 3,
        0.1 + 0.2,
        0.1,
        1e-7,
        123456.789012,
        85899345920.0,
        9007199254740993.0,
        -273.15,
        Double.POSITIVE_INFINITY
    };

    @Test
    void everySampleComesBackBitForBit() {
        Random random = new Random(1);
        for (int round = 0; round < 3_000; round++) {
            Block block = new Block();
            List<Reading> written = new ArrayList<>();
            long time = random.nextLong() >> random.nextInt(64);
            while (!block.full()) {
                time += random.nextInt(10) == 0 ? random.nextLong() >>> (10 + random.nextInt(54)) : 5_000;
                Reading reading = new Reading(time, value(random));
                written.add(reading);
                block.append(reading.time(), reading.value());
            }
            block.seal();
            assertEquals(bits(written), bits(read(block)));
        }
    }

    @Test
    void aSteadySeriesTakesAQuarterOfAByteASample() {
        assertTrue(bytesPerSample((i, random) -> 71) <= 0.3);
    }

    @Test
    void aSlowlyMovingSeriesTakesAtMostOneByteASample() {
        double[] temperature = {60};
        assertTrue(bytesPerSample((i, random) -> temperature[0] += random.nextInt(3) - 1) <= 1.0);
        double[] activity = {0.5};
        assertTrue(bytesPerSample((i, random) ->
                        activity[0] = Math.round((activity[0] + (random.nextInt(3) - 1) * 0.01) * 100) / 100.0)
                <= 1.0);
    }

    @Test
    void noiseOfAHundredthOfAWattTakesAtMostTwoBytesASample() {
        assertTrue(bytesPerSample((i, random) -> Math.round((400 + random.nextGaussian() * 5) * 100) / 100.0) <= 2.3);
    }

    private interface Source {
        double at(int i, Random random);
    }

    private static double bytesPerSample(Source source) {
        Random random = new Random(3);
        Block block = new Block();
        for (int i = 0; !block.full(); i++) {
            block.append(1_700_000_000_000L + 5_000L * i, source.at(i, random));
        }
        block.seal();
        return (block.bytes() - 72) / (double) Block.CAPACITY;
    }

    private static double value(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> ODD[random.nextInt(ODD.length)];
            case 1 -> random.nextInt(100);
            case 2 -> random.nextInt(100_000) / 1000.0;
            case 3 -> random.nextDouble();
            default -> 42;
        };
    }

    private static List<Reading> read(Block block) {
        List<Reading> readings = new ArrayList<>();
        block.forEach((time, value) -> readings.add(new Reading(time, value)));
        return readings;
    }

    private static List<List<Long>> bits(List<Reading> readings) {
        return readings.stream()
                .map(reading -> List.of(reading.time(), Double.doubleToRawLongBits(reading.value())))
                .toList();
    }
}
