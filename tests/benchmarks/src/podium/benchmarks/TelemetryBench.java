// SPDX-License-Identifier: Apache-2.0
package podium.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import podium.core.change.ClusterId;
import podium.core.metrics.DeviceKey;
import podium.core.metrics.Metric;
import podium.telemetry.internal.MemoryTelemetryStore;

/**
 * P14: the store beside the published Gorilla port on the same series. First the encoders alone, with the entropy of the
 * series; then the stores, fed round by round as scrapes come, where Gorilla's has the same look-up, lock, newest sample and
 * count around it ({@link PeerStore}), so that both do the same work; then both again with six metrics a device. Beside them
 * stand the feed alone, and a store that only puts samples into an array.
 *
 * <p>Podium's bytes are those of the whole store, with every object, but for "alone"; Gorilla's are its encoder's arrays.
 * Series of a thousand samples carry some 300 bytes of objects each, which those of a day do not feel.
 *
 * <p>What was found: three times as many appends as Gorilla are not to be had with the same work on both sides. The store
 * that only puts samples into an array takes three quarters of the time of Gorilla's with one metric a device, and two thirds
 * with six: an encoder that took no time at all would make it half again as fast at most.
 */
final class TelemetryBench {
    private static final ClusterId CLUSTER = new ClusterId("bench");
    private static final int SAMPLES = 4_000_000;

    private TelemetryBench() {}

    /** Bytes a sample, nanoseconds of the appending thread's CPU a sample, and of all threads together. */
    private record Cost(double bytes, double nanos, double all) {}

    /** Takes a round of a device. */
    private interface Appender {
        void append(DeviceKey device, long time, double[] values);
    }

    static void run(int rounds) throws IOException {
        List<TelemetrySeries.Named> sets = TelemetrySeries.sets();
        System.out.printf("P14: median of %d rounds, CPU time; \"all\" with the thread that seals blocks%n", rounds);
        System.out.printf(
                "%-40s %10s %9s %9s %12s %12s %12s %7s %7s%n",
                "", "samples", "podium B", "gorilla B", "podium M/s", "with all", "gorilla M/s", "bytes", "speed");
        for (TelemetrySeries.Named set : sets) {
            alone(set, rounds);
        }
        for (TelemetrySeries.Named set : sets) {
            print(set, 1, rounds);
        }
        for (TelemetrySeries.Named set : sets) {
            if (set.name().startsWith("synthetic")) {
                print(set, 6, rounds);
            }
        }
        queries();
        fleet();
    }

    private static void alone(TelemetrySeries.Named set, int rounds) {
        Cost ours = alone(set, rounds, TelemetryEncoders::podium);
        line("alone: " + set.name(), set, ours, alone(set, rounds, TelemetryEncoders::gorilla));
        System.out.println("    " + TelemetryBounds.of(set.series()));
    }

    private static Cost alone(TelemetrySeries.Named set, int rounds, ToLongFunction<List<TelemetrySeries>> encoder) {
        int repeat = (int) Math.max(1, SAMPLES / set.samples());
        Cost[] costs = new Cost[rounds];
        for (int round = 0; round < rounds; round++) {
            long bytes = 0;
            long start = cpu();
            for (int i = 0; i < repeat; i++) {
                bytes = encoder.applyAsLong(set.series());
            }
            double nanos = (cpu() - start) / (double) set.samples() / repeat;
            costs[round] = new Cost(bytes / (double) set.samples(), nanos, nanos);
        }
        return median(costs);
    }

    private static void print(TelemetrySeries.Named set, int metrics, int rounds) {
        int repeat = (int) Math.max(1, SAMPLES / set.samples());
        Cost[] podium = new Cost[rounds];
        Cost[] gorilla = new Cost[rounds];
        Cost[] bare = new Cost[rounds];
        Cost[] feed = new Cost[rounds];
        for (int round = 0; round < rounds; round++) {
            podium[round] = podium(set, metrics, repeat);
            gorilla[round] = peer(set, metrics, repeat, PeerStore::gorilla);
            bare[round] = peer(set, metrics, repeat, PeerStore::bare);
            feed[round] = feed(set, metrics, repeat);
        }
        String what = metrics == 1 ? "store: " : "store, " + metrics + " metrics: ";
        line(what + set.name(), set, median(podium), median(gorilla));
        System.out.printf(
                "    ns a sample: feed alone %.1f, an array %.1f, gorilla %.1f, podium %.1f and %.1f in the"
                        + " background%n",
                median(feed).nanos(),
                median(bare).nanos(),
                median(gorilla).nanos(),
                median(podium).nanos(),
                median(podium).all() - median(podium).nanos());
    }

    private static void line(String what, TelemetrySeries.Named set, Cost ours, Cost theirs) {
        System.out.printf(
                "%-40s %10d %9.2f %9.2f %12.1f %12.1f %12.1f %6.2fx %6.2fx%n",
                what,
                set.samples(),
                ours.bytes(),
                theirs.bytes(),
                1e3 / ours.nanos(),
                1e3 / ours.all(),
                1e3 / theirs.nanos(),
                ours.bytes() / theirs.bytes(),
                theirs.nanos() / ours.nanos());
    }

    private static Cost podium(TelemetrySeries.Named set, int metrics, int repeat) {
        long bytes = 0;
        long nanos = 0;
        AtomicLong background = new AtomicLong();
        for (int i = 0; i < repeat; i++) {
            ExecutorService sealer = Executors.newSingleThreadExecutor();
            MemoryTelemetryStore store = new MemoryTelemetryStore(
                    1L << 31,
                    cluster -> {},
                    task -> sealer.execute(() -> {
                        long start = cpu();
                        task.run();
                        background.addAndGet(cpu() - start);
                    }));
            long start = cpu();
            feed(set.series(), metrics, store::append);
            nanos += cpu() - start;
            await(sealer);
            bytes = store.bytes();
        }
        double samples = (double) set.samples() * repeat;
        return new Cost(bytes / (double) set.samples(), nanos / samples, (nanos + background.get()) / samples);
    }

    private static Cost peer(TelemetrySeries.Named set, int metrics, int repeat, Supplier<PeerStore> peers) {
        long bytes = 0;
        long nanos = 0;
        for (int i = 0; i < repeat; i++) {
            PeerStore store = peers.get();
            long start = cpu();
            feed(set.series(), metrics, store::append);
            nanos += cpu() - start;
            bytes = store.bytes();
        }
        double each = nanos / ((double) set.samples() * repeat);
        return new Cost(bytes / (double) set.samples(), each, each);
    }

    /** What the feeding takes of the time of every store. */
    private static Cost feed(TelemetrySeries.Named set, int metrics, int repeat) {
        double[] sum = {0};
        long start = cpu();
        for (int i = 0; i < repeat; i++) {
            feed(set.series(), metrics, (device, time, values) -> {
                for (double value : values) {
                    sum[0] += value;
                }
            });
        }
        double each = (cpu() - start) / ((double) set.samples() * repeat);
        return new Cost(sum[0], each, each);
    }

    /** Round by round: of each device the samples of its metrics, which are series that follow each other. */
    private static void feed(List<TelemetrySeries> all, int metrics, Appender store) {
        List<DeviceKey> devices = new ArrayList<>();
        int longest = 0;
        for (int s = 0; s < all.size(); s += metrics) {
            devices.add(new DeviceKey(CLUSTER, "node-" + s / metrics / 8, s / metrics % 8));
            longest = Math.max(longest, all.get(s).size());
        }
        double[] values = new double[metrics];
        for (int at = 0; at < longest; at++) {
            for (int d = 0; d < devices.size(); d++) {
                TelemetrySeries first = all.get(d * metrics);
                if (at < first.size()) {
                    for (int m = 0; m < metrics; m++) {
                        values[m] = all.get(d * metrics + m).values()[at];
                    }
                    store.append(devices.get(d), first.times()[at], values);
                }
            }
        }
    }

    private static void await(ExecutorService sealer) {
        sealer.shutdown();
        try {
            if (!sealer.awaitTermination(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("blocks are not sealed within a minute");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A day at 5 s, asked for in the width of a chart, in new buckets each time and then in the same. */
    private static void queries() {
        MemoryTelemetryStore store = new MemoryTelemetryStore(1L << 31);
        DeviceKey device = new DeviceKey(CLUSTER, "node", 0);
        TelemetrySeries day = TelemetrySeries.synthetic(1, 17_280).getFirst();
        for (int i = 0; i < day.size(); i++) {
            store.append(device, Metric.ACTIVITY, day.times()[i], day.values()[i]);
        }
        long end = day.times()[day.size() - 1];
        for (long minutes : new long[] {5, 30, 180, 1440}) {
            long from = end - minutes * 60_000;
            long[] first = new long[5_000];
            long[] again = new long[first.length];
            for (int i = 0; i < first.length; i++) {
                first[i] = query(store, device, from - i, end - i);
                again[i] = query(store, device, from - i, end - i);
            }
            Arrays.sort(first);
            Arrays.sort(again);
            System.out.printf(
                    "query of %4d min in 240 buckets: median %.1f us, p99 %.1f us; asked again %.1f us, p99 %.1f us%n",
                    minutes,
                    first[first.length / 2] / 1e3,
                    first[first.length * 99 / 100] / 1e3,
                    again[again.length / 2] / 1e3,
                    again[again.length * 99 / 100] / 1e3);
        }
    }

    private static long query(MemoryTelemetryStore store, DeviceKey device, long from, long to) {
        long start = cpu();
        store.query(device, Metric.ACTIVITY, from, to, 240);
        return cpu() - start;
    }

    /** 40,000 devices of six metrics, an hour at 5 s, within the budget that the product gives the store. */
    private static void fleet() {
        MemoryTelemetryStore store = new MemoryTelemetryStore();
        List<TelemetrySeries> some = TelemetrySeries.synthetic(600, 720);
        System.gc();
        long before = used();
        double[] values = new double[6];
        for (int device = 0; device < 40_000; device++) {
            DeviceKey key = new DeviceKey(CLUSTER, "node-" + device / 8, device % 8);
            for (int i = 0; i < 720; i++) {
                for (int m = 0; m < values.length; m++) {
                    values[m] = some.get((device * 6 + m) % some.size()).values()[i];
                }
                store.append(key, some.getFirst().times()[i], values);
            }
        }
        System.gc();
        System.out.printf(
                "40,000 devices x 6 metrics x 1 h at 5 s: %d MB of heap, %d MB as the store counts (goal 180), %d of"
                        + " %d samples at full resolution%n",
                (used() - before) >> 20, store.bytes() >> 20, kept(store), 40_000L * 6 * 720);
    }

    /** A bucket a sample: what became coarse lies in fewer. */
    private static long kept(MemoryTelemetryStore store) {
        long from = 1_700_000_000_000L;
        long kept = 0;
        for (int device = 0; device < 40_000; device += 100) {
            DeviceKey key = new DeviceKey(CLUSTER, "node-" + device / 8, device % 8);
            for (int m = 0; m < 6; m++) {
                int[] count = store.query(key, Metric.values()[m], from, from + 720 * 5_000L, 720)
                        .count();
                kept += 100
                        * Arrays.stream(count).filter(samples -> samples == 1).count();
            }
        }
        return kept;
    }

    private static long used() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static Cost median(Cost[] costs) {
        Arrays.sort(costs, (a, b) -> Double.compare(a.nanos(), b.nanos()));
        return costs[costs.length / 2];
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
