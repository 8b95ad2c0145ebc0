// SPDX-License-Identifier: Apache-2.0
package podium.telemetry.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import podium.core.metrics.Sample;

class SeriesTest {
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

    private final EncoderScratch encoders = new EncoderScratch();

    @Test
    void everySampleComesBackBitForBit() {
        Random random = new Random(1);
        for (int round = 0; round < 3_000; round++) {
            Series series = new Series(new Object());
            List<Sample> written = new ArrayList<>();
            long time = random.nextLong() >> random.nextInt(64);
            int kind = random.nextInt(6);
            for (int samples = random.nextInt(3 * SampleBlock.CAPACITY / 2); samples > 0 && time >= 0; samples--) {
                time += random.nextInt(10) == 0 ? random.nextLong() >>> (10 + random.nextInt(54)) : 5_000;
                if (time >= 0 && (written.isEmpty() || time >= written.getLast().time())) {
                    written.add(new Sample(time, kind < 5 ? value(random, kind) : value(random, random.nextInt(5))));
                }
            }
            written.forEach(reading -> series.append(reading.time(), reading.value(), 1 << 30, encoders));
            assertEquals(bits(written), bits(read(series)), "round " + round);
        }
    }

    @Test
    void jitterAndGapsOfTheClockComeBack() {
        Random random = new Random(4);
        Series series = new Series(new Object());
        List<Sample> written = new ArrayList<>();
        long time = 1_700_000_000_000L;
        for (int i = 0; i < 5_000; i++) {
            time += switch (random.nextInt(20)) {
                case 0 -> 10_000;
                case 1 -> 0;
                case 2 -> 5_000 + random.nextInt(40) - 20;
                default -> i < 2_500 ? 5_000 : 1_000;
            };
            written.add(new Sample(time, i % 7));
            series.append(time, i % 7, 1 << 30, encoders);
        }
        assertEquals(bits(written), bits(read(series)));
    }

    @Test
    void meansOfDecimalsComeBackWithTheLastBitThatAddingUpLeftWrong() {
        Random random = new Random(5);
        Series series = new Series(new Object());
        List<Sample> written = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            double sum = 0;
            for (int j = 0; j < 30; j++) {
                sum += random.nextInt(101) / 3.0;
            }
            written.add(new Sample(i * 57_000L, i % 40 == 0 ? random.nextDouble() : sum / 30));
        }
        written.forEach(reading -> series.append(reading.time(), reading.value(), 1 << 30, encoders));
        assertEquals(bits(written), bits(read(series)));
    }

    @Test
    void aSteadySeriesTakesNextToNothing() {
        assertTrue(bytesPerSample((i, random) -> 71) <= 0.05);
    }

    @Test
    void aSlowlyMovingSeriesTakesAtMostHalfAByteASample() {
        double[] temperature = {60};
        assertTrue(bytesPerSample((i, random) -> temperature[0] += random.nextInt(3) - 1) <= 0.5);
        double[] activity = {0.5};
        assertTrue(bytesPerSample((i, random) ->
                        activity[0] = Math.round((activity[0] + (random.nextInt(3) - 1) * 0.01) * 100) / 100.0)
                <= 0.5);
    }

    @Test
    void noiseOfAHundredthOfAWattTakesAtMostTwoBytesASample() {
        assertTrue(bytesPerSample((i, random) -> Math.round((400 + random.nextGaussian() * 5) * 100) / 100.0) <= 2);
    }

    @Test
    void numbersWithoutAScaleTakeNoMoreThanTheirBits() {
        assertTrue(bytesPerSample((i, random) -> random.nextDouble()) <= 8.1);
    }

    @Test
    void anEmptySeriesTakesNoRoomForValuesThatDoNotChange() {
        Series constant = new Series(new Object());
        Series moving = new Series(new Object());
        for (int i = 0; i < 100; i++) {
            constant.append(i * 5_000L, 7, 1 << 30, encoders);
            moving.append(i * 5_000L, i % 5, 1 << 30, encoders);
        }
        assertTrue(constant.bytes() + 100 < moving.bytes());
    }

    @Test
    void theBytesReportedWhileGrowingAddUpToTheBytesTaken() {
        Random random = new Random(6);
        Series series = new Series(new Object());
        int[] sum = {series.bytes()};
        Series.Work work = new Series.Work() {
            @Override
            public FrameWriter frames() {
                return encoders.frames();
            }

            @Override
            public int room(int share) {
                return share;
            }

            @Override
            public void sealed(Series of, SampleBlock block) {
                sum[0] += of.replace(block, encoders.dense(block));
            }
        };
        for (int i = 0; i < 20_000; i++) {
            int grown = series.append(i * 5_000L, random.nextInt(50) / 7.0, 20_000, work);
            sum[0] += grown;
        }
        assertEquals(series.bytes(), sum[0]);
    }

    @Test
    void samplesFromATimeOnAreGivenAndNoOthers() {
        Series series = new Series(new Object());
        for (int i = 0; i < 5_000; i++) {
            series.append(i * 1_000L, i, 1 << 30, encoders);
        }
        List<Long> times = new ArrayList<>();
        series.forEach(4_990_000, (time, value) -> times.add(time));
        assertEquals(10, times.size());
        assertEquals(4_990_000, times.getFirst());
    }

    private interface Source {
        double at(int i, Random random);
    }

    private double bytesPerSample(Source source) {
        Random random = new Random(3);
        Series series = new Series(new Object());
        int empty = series.bytes();
        for (int i = 0; i < 10_000; i++) {
            series.append(1_700_000_000_000L + 5_000L * i, source.at(i, random), 1 << 30, encoders);
        }
        return (series.bytes() - empty - 256) / 10_000.0;
    }

    private static double value(Random random, int kind) {
        return switch (kind) {
            case 0 -> ODD[random.nextInt(ODD.length)];
            case 1 -> random.nextInt(100);
            case 2 -> random.nextInt(100_000) / 1000.0;
            case 3 -> random.nextDouble();
            default -> 42;
        };
    }

    private static List<Sample> read(Series series) {
        List<Sample> readings = new ArrayList<>();
        series.forEach(Long.MIN_VALUE, (time, value) -> readings.add(new Sample(time, value)));
        return readings;
    }

    private static List<List<Long>> bits(List<Sample> readings) {
        return readings.stream()
                .map(reading -> List.of(reading.time(), Double.doubleToRawLongBits(reading.value())))
                .toList();
    }
}
