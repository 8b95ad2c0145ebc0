// SPDX-License-Identifier: Apache-2.0
package podium.telemetry.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import podium.core.change.ClusterId;
import podium.core.metrics.Curve;
import podium.core.metrics.DeviceKey;
import podium.core.metrics.Metric;

/** What gets no more samples is compressed later and elsewhere; nobody who reads sees a difference. */
class SealingTest {
    private static final DeviceKey DEVICE = new DeviceKey(new ClusterId("c"), "n", 0);
    private static final int SAMPLES = 5_000;

    private final Queue<Runnable> later = new ArrayDeque<>();
    private final MemoryTelemetryStore store = new MemoryTelemetryStore(1 << 26, cluster -> {}, later::add);

    @Test
    void whatIsAskedIsTheSameBeforeAndAfterItIsCompressed() {
        fill(store, SAMPLES);
        Curve before = curve(store);
        long bytes = store.bytes();
        assertTrue(later.size() >= 4, later.size() + " blocks");
        drain();
        assertSameCurve(before, curve(store));
        assertTrue(store.bytes() < bytes, bytes + " became " + store.bytes());
    }

    @Test
    void theBytesCountedAreThoseOfAStoreThatCompressesAtOnce() {
        MemoryTelemetryStore atOnce = new MemoryTelemetryStore(1 << 26);
        fill(store, SAMPLES);
        fill(atOnce, SAMPLES);
        drain();
        assertEquals(atOnce.bytes(), store.bytes());
    }

    @Test
    void whatBecameCoarseBeforeItsTurnStaysCoarse() {
        MemoryTelemetryStore small = new MemoryTelemetryStore(4_096, cluster -> {}, later::add);
        fill(small, 40_000);
        int counted = Arrays.stream(curve(small).count()).sum();
        drain();
        assertEquals(counted, Arrays.stream(curve(small).count()).sum());
        assertEquals(40_000, counted);
        assertTrue(small.bytes() > 0 && small.bytes() < 40_000, "bytes " + small.bytes());
    }

    @Test
    void aClusterThatIsForgottenMeanwhileLeavesNothingInTheCount() {
        fill(store, SAMPLES);
        store.forget(DEVICE.cluster());
        drain();
        assertTrue(store.bytes() <= 0, "bytes " + store.bytes());
    }

    @Test
    void aQueryWhileSamplesComeSeesAllOfThemUpToOne() throws Exception {
        ExecutorService background = Executors.newSingleThreadExecutor();
        MemoryTelemetryStore growing = new MemoryTelemetryStore(1 << 26, cluster -> {}, background);
        Future<?> appender = background.submit(() -> {
            for (int i = 0; i < 30_000; i++) {
                growing.append(DEVICE, Metric.POWER, i * 1_000L, i);
            }
        });
        try {
            boolean last;
            do {
                last = appender.isDone();
                Curve curve = growing.query(DEVICE, Metric.POWER, 0, 30_000_000, 300);
                int samples = Arrays.stream(curve.count()).sum();
                double newest = Arrays.stream(curve.max())
                        .filter(Double::isFinite)
                        .max()
                        .orElse(-1);
                assertEquals(samples - 1, newest);
            } while (!last);
            appender.get();
        } finally {
            background.shutdown();
        }
        assertEquals(30_000, growing.version());
    }

    @Test
    void aRoundOfADeviceIsWhatItsAppendsOneByOneAre() {
        MemoryTelemetryStore one = new MemoryTelemetryStore(1 << 26);
        MemoryTelemetryStore round = new MemoryTelemetryStore(1 << 26);
        Random random = new Random(3);
        double[] values = new double[Metric.values().length];
        for (int i = 0; i < 3_000; i++) {
            for (Metric metric : Metric.values()) {
                double value = random.nextInt(5) == 0 ? Double.NaN : random.nextInt(100);
                values[metric.ordinal()] = value;
                if (!Double.isNaN(value)) {
                    one.append(DEVICE, metric, i * 1_000L, value);
                }
            }
            round.append(DEVICE, i * 1_000L, values);
        }
        for (Metric metric : Metric.values()) {
            assertSameCurve(
                    one.query(DEVICE, metric, 0, 3_000_000, 500), round.query(DEVICE, metric, 0, 3_000_000, 500));
        }
        assertEquals(one.version(), round.version());
        assertEquals(one.bytes(), round.bytes());
        assertEquals(0, round.dropped());
    }

    @Test
    void anOlderRoundIsDroppedAndCountedMetricByMetric() {
        store.append(DEVICE, 2_000, new double[] {1, 2, Double.NaN});
        store.append(DEVICE, 1_000, new double[] {3, 4, 5});
        assertEquals(2, store.dropped());
        assertEquals(3, store.version());
        assertEquals(1, store.latest(DEVICE, Metric.values()[0]).orElseThrow().value());
        assertEquals(5, store.latest(DEVICE, Metric.values()[2]).orElseThrow().value());
    }

    @Test
    void whatHardlyChangesLeavesItsRoomToTheOthers() {
        MemoryTelemetryStore shared = new MemoryTelemetryStore(64 << 10);
        Random random = new Random(5);
        for (int i = 0; i < 8_000; i++) {
            for (int still = 1; still < 40; still++) {
                shared.append(new DeviceKey(DEVICE.cluster(), "n", still), Metric.POWER, i * 1_000L, 80);
            }
            shared.append(DEVICE, Metric.POWER, i * 1_000L, random.nextInt(1_000));
        }
        int[] count = shared.query(DEVICE, Metric.POWER, 0, 8_000_000, 8_000).count();
        assertEquals(8_000, Arrays.stream(count).filter(samples -> samples == 1).count());
        assertTrue(shared.bytes() <= 64 << 10, "bytes " + shared.bytes());
    }

    private static void fill(MemoryTelemetryStore into, int samples) {
        Random random = new Random(2);
        for (int i = 0; i < samples; i++) {
            into.append(DEVICE, Metric.POWER, i * 5_000L, 300 + random.nextInt(40) / 10.0);
        }
    }

    private static Curve curve(MemoryTelemetryStore of) {
        return of.query(DEVICE, Metric.POWER, 0, 40_000 * 5_000L, 1_000);
    }

    private void drain() {
        while (!later.isEmpty()) {
            later.remove().run();
        }
    }

    private static void assertSameCurve(Curve expected, Curve actual) {
        assertEquals(expected.step(), actual.step());
        assertEquals(Arrays.toString(expected.min()), Arrays.toString(actual.min()));
        assertEquals(Arrays.toString(expected.max()), Arrays.toString(actual.max()));
        assertEquals(Arrays.toString(expected.average()), Arrays.toString(actual.average()));
        assertEquals(Arrays.toString(expected.count()), Arrays.toString(actual.count()));
    }
}
