// SPDX-License-Identifier: Apache-2.0
package podium.benchmarks;

import fi.iki.yak.ts.compression.gorilla.GorillaCompressor;
import fi.iki.yak.ts.compression.gorilla.LongArrayOutput;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import podium.core.change.ClusterId;
import podium.core.internal.telemetry.MemoryTelemetryStore;
import podium.core.telemetry.DeviceKey;
import podium.core.telemetry.Metric;

/**
 * P14: the store beside the published Gorilla port on the same series. Podium's figures are those of the whole store (look
 * up, lock, newest value, memory of every object); Gorilla's are those of its encoder alone.
 */
final class TelemetryBench {
    private static final ClusterId CLUSTER = new ClusterId("bench");
    private static final int SAMPLES = 20_000_000;

    private TelemetryBench() {}

    /** Bytes a sample and nanoseconds of this thread's CPU a sample. */
    private record Cost(double bytes, double nanos) {}

    static void run(int rounds) throws IOException {
        System.out.printf("P14: median of %d rounds, CPU time of one thread%n", rounds);
        System.out.printf(
                "%-26s %10s %12s %12s %12s %12s %8s %8s%n",
                "", "samples", "podium B", "gorilla B", "podium M/s", "gorilla M/s", "bytes", "speed");
        for (TelemetrySeries.Named set : TelemetrySeries.sets()) {
            compare(set, rounds);
        }
        queries();
        fleet();
    }

    private static void compare(TelemetrySeries.Named set, int rounds) {
        List<TelemetrySeries> all = set.series();
        long samples = all.stream().mapToLong(TelemetrySeries::size).sum();
        int repeat = (int) Math.max(1, SAMPLES / samples);
        Cost[] podium = new Cost[rounds];
        Cost[] gorilla = new Cost[rounds];
        for (int round = 0; round < rounds; round++) {
            podium[round] = podium(all, samples, repeat);
            gorilla[round] = gorilla(all, samples, repeat);
        }
        Cost ours = median(podium);
        Cost theirs = median(gorilla);
        System.out.printf(
                "%-26s %,10d %12.2f %12.2f %12.1f %12.1f %7.2fx %7.2fx%n",
                set.name(),
                samples,
                ours.bytes(),
                theirs.bytes(),
                1e3 / ours.nanos(),
                1e3 / theirs.nanos(),
                ours.bytes() / theirs.bytes(),
                theirs.nanos() / ours.nanos());
    }

    private static Cost podium(List<TelemetrySeries> all, long samples, int repeat) {
        long bytes = 0;
        long start = cpu();
        for (int i = 0; i < repeat; i++) {
            MemoryTelemetryStore store = new MemoryTelemetryStore(1L << 31);
            for (int s = 0; s < all.size(); s++) {
                DeviceKey device = new DeviceKey(CLUSTER, "node", s);
                TelemetrySeries series = all.get(s);
                for (int at = 0; at < series.size(); at++) {
                    store.append(device, Metric.POWER, series.times()[at], series.values()[at]);
                }
            }
            bytes = store.bytes();
        }
        return new Cost(bytes / (double) samples, (cpu() - start) / (double) samples / repeat);
    }

    private static Cost gorilla(List<TelemetrySeries> all, long samples, int repeat) {
        long bytes = 0;
        long start = cpu();
        for (int i = 0; i < repeat; i++) {
            bytes = 0;
            for (TelemetrySeries series : all) {
                LongArrayOutput out = new LongArrayOutput(64);
                GorillaCompressor compressor = new GorillaCompressor(series.times()[0], out);
                for (int at = 0; at < series.size(); at++) {
                    compressor.addValue(series.times()[at], series.values()[at]);
                }
                compressor.close();
                bytes += 8L * out.getLongArray().length;
            }
        }
        return new Cost(bytes / (double) samples, (cpu() - start) / (double) samples / repeat);
    }

    /** A day at 5 s, asked for in the width of a chart. */
    private static void queries() {
        MemoryTelemetryStore store = new MemoryTelemetryStore(1L << 31);
        DeviceKey device = new DeviceKey(CLUSTER, "node", 0);
        TelemetrySeries day = TelemetrySeries.synthetic(1, 17_280).getFirst();
        for (int i = 0; i < day.size(); i++) {
            store.append(device, Metric.ACTIVITY, day.times()[i], day.values()[i]);
        }
        long end = day.times()[day.size() - 1];
        for (long minutes : new long[] {5, 30, 180, 1440}) {
            long[] nanos = new long[5_000];
            for (int i = 0; i < nanos.length; i++) {
                long start = cpu();
                store.query(device, Metric.ACTIVITY, end - minutes * 60_000, end, 240);
                nanos[i] = cpu() - start;
            }
            Arrays.sort(nanos);
            System.out.printf(
                    "query of %4d min in 240 buckets: median %.1f us, p99 %.1f us%n",
                    minutes, nanos[nanos.length / 2] / 1e3, nanos[nanos.length * 99 / 100] / 1e3);
        }
    }

    /** 40,000 devices of six metrics, an hour at 5 s. */
    private static void fleet() {
        MemoryTelemetryStore store = new MemoryTelemetryStore(1L << 31);
        List<TelemetrySeries> some = TelemetrySeries.synthetic(600, 720);
        System.gc();
        long before = used();
        Metric[] metrics = Metric.values();
        for (int device = 0; device < 40_000; device++) {
            DeviceKey key = new DeviceKey(CLUSTER, "node-" + device / 8, device % 8);
            for (int m = 0; m < 6; m++) {
                TelemetrySeries series = some.get((device * 6 + m) % some.size());
                for (int i = 0; i < series.size(); i++) {
                    store.append(key, metrics[m], series.times()[i], series.values()[i]);
                }
            }
        }
        System.gc();
        System.out.printf(
                "40,000 devices x 6 metrics x 1 h at 5 s: %d MB of heap, %d MB as the store counts (goal 180)%n",
                (used() - before) >> 20, store.bytes() >> 20);
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
