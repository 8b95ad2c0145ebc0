// SPDX-License-Identifier: Apache-2.0
package podium.telemetry.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import podium.core.change.ClusterId;
import podium.core.metrics.Curve;
import podium.core.metrics.DeviceKey;
import podium.core.metrics.Metric;
import podium.core.metrics.Sample;

class MemoryTelemetryStoreTest {
    private static final ClusterId ALPHA = new ClusterId("alpha");
    private static final DeviceKey GPU = new DeviceKey(ALPHA, "n1", 0);
    private static final long START = 1_700_000_000_000L;

    private final MemoryTelemetryStore store = new MemoryTelemetryStore();

    @Test
    void aSeriesNobodyWroteHasNoLatestAndEmptyBuckets() {
        assertEquals(Optional.empty(), store.latest(GPU, Metric.POWER));
        Curve curve = store.query(GPU, Metric.POWER, START, START + 100, 10);
        assertEquals(10, curve.size());
        assertTrue(Double.isNaN(curve.average()[0]) && Double.isNaN(curve.min()[0]) && curve.count()[0] == 0);
    }

    @Test
    void theLatestIsTheNewestSampleAndZeroIsAValue() {
        store.append(GPU, Metric.POWER, START, 300);
        store.append(GPU, Metric.POWER, START + 5_000, 0);
        assertEquals(Optional.of(new Sample(START + 5_000, 0)), store.latest(GPU, Metric.POWER));
    }

    @Test
    void anOlderSampleIsDroppedAndCounted() {
        store.append(GPU, Metric.POWER, START, 300);
        long version = store.version();
        store.append(GPU, Metric.POWER, START - 1, 200);
        assertEquals(1, store.dropped());
        assertEquals(version, store.version());
        assertEquals(300, store.latest(GPU, Metric.POWER).orElseThrow().value());
    }

    @Test
    void whatIsNotANumberIsUnknownAndNotStored() {
        store.append(GPU, Metric.POWER, START, Double.NaN);
        assertEquals(Optional.empty(), store.latest(GPU, Metric.POWER));
        assertEquals(1, store.dropped());
    }

    @Test
    void everyAppendMakesTheVersionGrow() {
        long before = store.version();
        store.append(GPU, Metric.POWER, START, 300);
        store.append(GPU, Metric.POWER, START, 300);
        assertEquals(before + 2, store.version());
    }

    @Test
    void bucketsHoldLeastGreatestAverageAndCountAsANaiveListSays() {
        Random random = new Random(11);
        for (int round = 0; round < 200; round++) {
            MemoryTelemetryStore fresh = new MemoryTelemetryStore();
            List<Sample> naive = new ArrayList<>();
            long time = START;
            int samples = random.nextInt(2_000);
            for (int i = 0; i < samples; i++) {
                time += random.nextInt(20_000);
                double value = random.nextInt(1000) / 10.0;
                naive.add(new Sample(time, value));
                fresh.append(GPU, Metric.POWER, time, value);
            }
            long from = START + random.nextInt(10_000_000) - 1_000_000;
            long to = from + random.nextInt(20_000_000);
            int buckets = 1 + random.nextInt(300);
            check(naive, fresh.query(GPU, Metric.POWER, from, to, buckets), from, to, buckets);
        }
    }

    @Test
    void bucketsThatWereAskedForBeforeAreTheSameAgainAndWhereTheyMoveOn() {
        Random random = new Random(12);
        MemoryTelemetryStore day = new MemoryTelemetryStore();
        List<Sample> naive = new ArrayList<>();
        long step = 360_000;
        for (int round = 1; round < 20; round++) {
            for (int i = 0; i < 400; i++) {
                long time = START + (naive.size() + 1) * 5_000L + random.nextInt(5_000);
                double value = random.nextInt(1000) / 10.0;
                naive.add(new Sample(time, value));
                day.append(GPU, Metric.POWER, time, value);
            }
            long to = Math.ceilDiv(naive.getLast().time(), step) * step;
            long from = to - random.nextInt(1, 240) * step;
            int buckets = (int) ((to - from) / step);
            check(naive, day.query(GPU, Metric.POWER, from, to, buckets), from, to, buckets);
            check(naive, day.query(GPU, Metric.POWER, from, to, buckets), from, to, buckets);
            long cut = to - 200_000;
            check(naive, day.query(GPU, Metric.POWER, from, cut, buckets), from, cut, buckets);
            check(naive, day.query(GPU, Metric.POWER, from + 777, to + 777, buckets), from + 777, to + 777, buckets);
        }
    }

    private static void check(List<Sample> naive, Curve curve, long from, long to, int buckets) {
        assertEquals(from, curve.start());
        assertTrue(curve.size() <= buckets);
        assertTrue(curve.start() + curve.size() * curve.step() >= to);
        for (int i = 0; i < curve.size(); i++) {
            long start = from + i * curve.step();
            long end = Math.min(to, start + curve.step());
            double[] values = naive.stream()
                    .filter(reading -> reading.time() >= start && reading.time() < end)
                    .mapToDouble(Sample::value)
                    .toArray();
            assertEquals(values.length, curve.count()[i]);
            if (values.length > 0) {
                assertEquals(
                        IntStream.range(0, values.length)
                                .mapToDouble(j -> values[j])
                                .min()
                                .orElseThrow(),
                        curve.min()[i]);
                assertEquals(
                        IntStream.range(0, values.length)
                                .mapToDouble(j -> values[j])
                                .max()
                                .orElseThrow(),
                        curve.max()[i]);
                assertEquals(
                        IntStream.range(0, values.length)
                                .mapToDouble(j -> values[j])
                                .average()
                                .orElseThrow(),
                        curve.average()[i],
                        1e-9);
            }
        }
    }

    @Test
    void oldSamplesBecomeCoarseButNoneIsLostFromCountsAndExtremes() {
        MemoryTelemetryStore small = new MemoryTelemetryStore(1);
        int samples = 20_000;
        for (int i = 0; i < samples; i++) {
            small.append(GPU, Metric.POWER, START + 5_000L * i, i == 1_000 ? 999 : (i * 7919) % 500 / 7.0);
        }
        Curve all = small.query(GPU, Metric.POWER, START - 100_000_000L, START + 5_000L * samples + 100_000_000L, 50);
        assertEquals(samples, IntStream.of(all.count()).sum());
        assertEquals(
                999,
                IntStream.range(0, all.size())
                        .mapToDouble(i -> all.max()[i])
                        .filter(Double::isFinite)
                        .max()
                        .orElseThrow());
    }

    @Test
    void manySeriesStayWithinTheBudget() {
        long budget = 4 << 20;
        MemoryTelemetryStore bounded = new MemoryTelemetryStore(budget);
        Random random = new Random(5);
        for (int i = 0; i < 4_000; i++) {
            for (int device = 0; device < 200; device++) {
                bounded.append(
                        new DeviceKey(ALPHA, "n", device),
                        Metric.POWER,
                        START + 5_000L * i,
                        random.nextInt(70_000) / 100.0);
            }
        }
        assertTrue(bounded.bytes() < budget * 3 / 2, () -> "uses " + bounded.bytes());
    }

    @Test
    void thePastComesBeforeWhatIsThereAndDoesNotTouchIt() {
        for (int i = 0; i < 100; i++) {
            store.append(GPU, Metric.POWER, START + 5_000L * i, 100 + i);
        }
        long[] times = java.util.stream.LongStream.range(-1_000, 10)
                .map(i -> START + 60_000 * i)
                .toArray();
        double[] values = java.util.stream.LongStream.range(-1_000, 10)
                .mapToDouble(i -> i)
                .toArray();
        store.prepend(GPU, Metric.POWER, times, values);
        Curve past = store.query(GPU, Metric.POWER, START - 60_000_000, START, 1_000);
        assertTrue(IntStream.of(past.count()).allMatch(count -> count == 1));
        assertEquals(-1_000, past.average()[0]);
        Curve now = store.query(GPU, Metric.POWER, START, START + 500_000, 1);
        assertEquals(100, now.count()[0]);
        assertEquals(100, now.min()[0]);
        assertEquals(199, store.latest(GPU, Metric.POWER).orElseThrow().value());
    }

    @Test
    void aSeriesNobodyWroteAndOneThatIsCoarseAlreadyTakeNoPast() {
        store.prepend(GPU, Metric.POWER, new long[] {START}, new double[] {1});
        assertEquals(Optional.empty(), store.latest(GPU, Metric.POWER));
        MemoryTelemetryStore small = new MemoryTelemetryStore(1);
        for (int i = 0; i < 20_000; i++) {
            small.append(GPU, Metric.POWER, START + 5_000L * i, (i * 7919) % 500 / 7.0);
        }
        small.prepend(GPU, Metric.POWER, new long[] {START - 1}, new double[] {1});
        assertEquals(
                0,
                IntStream.of(small.query(GPU, Metric.POWER, START - 1_000, START, 1)
                                .count())
                        .sum());
    }

    @Test
    void forgettingAClusterLeavesTheOthers() {
        DeviceKey other = new DeviceKey(new ClusterId("beta"), "n1", 0);
        store.append(GPU, Metric.POWER, START, 1);
        store.append(other, Metric.POWER, START, 2);
        store.forget(ALPHA);
        assertEquals(Optional.empty(), store.latest(GPU, Metric.POWER));
        assertEquals(2, store.latest(other, Metric.POWER).orElseThrow().value());
    }

    @Test
    void readersNeverSeeTheTimeOfOneSampleWithTheValueOfAnother() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.execute(() -> {
                for (int i = 0; i < 200_000; i++) {
                    store.append(GPU, Metric.POWER, i, i * 2.0);
                }
                done.countDown();
            });
            var reader = threads.submit(() -> {
                while (done.getCount() > 0) {
                    Sample reading = store.latest(GPU, Metric.POWER).orElse(new Sample(0, 0));
                    assertEquals(reading.time() * 2.0, reading.value());
                }
                return true;
            });
            assertTrue(reader.get());
        }
    }

    @Test
    void theTailDoublesItsStepAndKeepsEverySampleItTook() {
        DownsampledTail tail = new DownsampledTail(16);
        for (int i = 0; i < 10_000; i++) {
            tail.add(START + 7_000L * i, i);
        }
        CurveBuilder builder = new CurveBuilder(0, Long.MAX_VALUE / 2, 1);
        tail.addTo(builder);
        Curve curve = builder.build();
        assertArrayEquals(new int[] {10_000}, curve.count());
        assertEquals(0, curve.min()[0]);
        assertEquals(9_999, curve.max()[0]);
        assertEquals(4_999.5, curve.average()[0], 1e-6);
    }
}
