// SPDX-License-Identifier: Apache-2.0
package podium.telemetry.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class DenseBlockTest {
    private static final double MIB = 1L << 20;
    private static final double[] ODD = {
        0.0,
        -0.0,
        Double.MIN_VALUE,
        -Double.MIN_VALUE,
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        Double.NaN,
        Double.NEGATIVE_INFINITY,
        1.0 / 3,
        0.1 + 0.2,
        9007199254740993.0,
        -9007199254740993.0,
        4503599627370497.5,
        1e300,
        Long.MAX_VALUE,
        Long.MIN_VALUE
    };

    private final DenseWriter writer = new DenseWriter();

    @Test
    void everySampleComesBackBitForBitWhateverItIs() {
        Random random = new Random(11);
        for (int round = 0; round < 2_000; round++) {
            int count = 1 + random.nextInt(DenseWriter.MOST);
            int kind = random.nextInt(7);
            int still = 1 + random.nextInt(20);
            double[] values = new double[count];
            int[] gaps = new int[count];
            for (int i = 0; i < count; i++) {
                boolean same = i > 0 && random.nextInt(still) > 0;
                values[i] = same ? values[i - 1] : value(random, kind < 6 ? kind : random.nextInt(6));
                gaps[i] = i == 0 ? 0 : gap(random, kind);
            }
            check(gaps, values, "round " + round);
        }
    }

    @Test
    void theLargestBlockOfTheUnlikeliestTokensHasRoom() {
        Random random = new Random(12);
        double[] values = new double[DenseWriter.MOST];
        int[] gaps = new int[DenseWriter.MOST];
        for (int i = 0; i < values.length; i++) {
            // a new scale, a slip and steps at each, and no gap like another
            double mean = Math.rint(random.nextDouble() * 1e6) / (3 + i % 57);
            values[i] = Double.longBitsToDouble(Double.doubleToRawLongBits(mean) + i % 3 - 1);
            gaps[i] = i == 0 ? 0 : random.nextInt(Integer.MAX_VALUE);
        }
        check(gaps, values, "unlikely");
    }

    @Test
    void aConstantBlockTakesAFewBytesAndALongOneNoMore() {
        assertTrue(4 * write(100, i -> 71).length <= 32);
        assertTrue(4 * write(DenseWriter.MOST, i -> 71).length <= 32);
        assertTrue(4 * write(DenseWriter.MOST, i -> 0).length <= 32);
    }

    @Test
    void meansOfAMinuteOfPercentTakeAboutAsManyBitsAsThereAreMeans() {
        Random random = new Random(13);
        assertTrue(bytesPerSample(i -> random.nextInt(30 * 100) / 30.0)
                <= 1.8); // log2(3000) = 11.6 bits, 12 of their differences
    }

    @Test
    void meansOfPagesOfTwoMebibytesPayOnlyForWholePages() {
        Random random = new Random(14);
        double pages = bytesPerSample(i -> Math.rint((25_053.25 + random.nextInt(8_192) / 15.0) * 60) * MIB / 60);
        double anything = bytesPerSample(i -> Math.rint((25_053.25 * 60 + random.nextInt(32_768))) * MIB / 60);
        assertTrue(pages <= 1.8, "pages " + pages); // 13 bits
        assertTrue(anything >= pages + 0.2, pages + " and " + anything);
    }

    @Test
    void jitterOfTheClockCostsItsOwnBitsOnly() {
        Random random = new Random(15);
        int[] gaps = new int[DenseWriter.MOST];
        for (int i = 1; i < gaps.length; i++) {
            gaps[i] = 5_000 + random.nextInt(8);
        }
        double[] values = new double[gaps.length];
        int[] words = write(gaps, values);
        assertTrue(4 * words.length <= gaps.length * 0.55, "bytes " + 4 * words.length); // 3 bits
    }

    @Test
    void aBlockThatWouldGrowIsKeptInFrames() {
        Random random = new Random(16);
        long[] times = new long[300];
        double[] values = new double[300];
        for (int i = 0; i < times.length; i++) {
            times[i] = i * 5_000L;
            values[i] = random.nextDouble();
        }
        EncoderScratch encoders = new EncoderScratch();
        SampleBlock noise = SampleBlock.of(times, values, 0, 300, encoders.frames());
        assertSame(noise, encoders.dense(noise));
        double[] few = new double[300];
        SampleBlock still = SampleBlock.of(times, few, 0, 300, encoders.frames());
        SampleChunk dense = encoders.dense(still);
        assertTrue(dense.bytes() <= still.bytes());
        assertEquals(still.firstTime(), dense.firstTime());
        assertEquals(still.lastTime(), dense.lastTime());
    }

    @Test
    void oneWriterWritesTheSameWhateverItWroteBefore() {
        int[] first = write(500, i -> i % 7);
        write(DenseWriter.MOST, i -> i * 1.37);
        int[] again = write(500, i -> i % 7);
        assertEquals(list(first), list(again));
    }

    private static double value(Random random, int kind) {
        return switch (kind) {
            case 0 -> ODD[random.nextInt(ODD.length)];
            case 1 -> random.nextInt(3_001) / 30.0;
            case 2 -> random.nextInt(100_000) * MIB / 60;
            case 3 -> random.nextInt(10);
            case 4 -> Double.longBitsToDouble(random.nextLong());
            default -> Math.round(random.nextGaussian() * 1e5) / 1e3;
        };
    }

    private static int gap(Random random, int kind) {
        return switch (random.nextInt(12)) {
            case 0 -> 57_000 * random.nextInt(8);
            case 1 -> kind == 0 ? random.nextInt(Integer.MAX_VALUE) : 0;
            case 2 -> 57_000 + random.nextInt(50) - 25;
            default -> 57_000;
        };
    }

    private double bytesPerSample(IntToDoubleFunction values) {
        return 4.0 * write(DenseWriter.MOST, values).length / DenseWriter.MOST;
    }

    private int[] write(int count, IntToDoubleFunction values) {
        int[] gaps = new int[count];
        double[] all = new double[count];
        for (int i = 0; i < count; i++) {
            gaps[i] = i == 0 ? 0 : 5_000;
            all[i] = values.applyAsDouble(i);
        }
        return write(gaps, all);
    }

    private int[] write(int[] gaps, double[] values) {
        System.arraycopy(gaps, 0, writer.gaps(), 0, gaps.length);
        System.arraycopy(values, 0, writer.values(), 0, values.length);
        return writer.write(values.length);
    }

    private void check(int[] gaps, double[] values, String what) {
        long first = -1_234_567_890L;
        List<Long> written = new ArrayList<>();
        long time = first;
        for (int i = 0; i < values.length; i++) {
            time += gaps[i];
            written.add(time);
            written.add(Double.doubleToRawLongBits(values[i]));
        }
        List<Long> read = new ArrayList<>();
        new DenseBlock(first, time, values.length, write(gaps, values)).forEach((at, value) -> {
            read.add(at);
            read.add(Double.doubleToRawLongBits(value));
        });
        assertEquals(written, read, what);
    }

    private static List<Integer> list(int[] words) {
        return java.util.Arrays.stream(words).boxed().toList();
    }
}
