// SPDX-License-Identifier: Apache-2.0
package podium.telemetry.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.core.change.ClusterId;
import podium.core.metrics.Curve;
import podium.core.metrics.DeviceKey;
import podium.core.metrics.Metric;

class CoarseFileTest {
    private static final DeviceKey GPU = new DeviceKey(new ClusterId("alpha"), "n1", 0);
    private static final long NOW = 1_800_000_000_000L;
    private static final long HOUR = 3_600_000;
    private static final long BOUND = 512 << 10;
    /** Noise takes six bytes and more a sample, so these are several times what the bound has room for. */
    private static final int SAMPLES = 300_000;

    @TempDir
    Path directory;

    @Test
    void aRestartKeepsTheWholeDayWithinTheBound() throws IOException {
        noise(SAMPLES, 20 * HOUR);
        assertTrue(size() <= BOUND, size() + " bytes");
        DayStore store = open();
        store.append(GPU, Metric.POWER, NOW, 200);
        Curve day = store.query(GPU, Metric.POWER, NOW - 20 * HOUR, NOW + 1, 20);
        assertEquals(
                SAMPLES + 1, IntStream.of(day.count()).sum(), "every sample counts, though only the newest are exact");
        for (int hour = 0; hour < 20; hour++) {
            assertEquals(150, day.average()[hour], 5, "hour " + hour);
        }
        assertTrue(DoubleStream.of(day.min()).min().orElseThrow() >= 100);
        assertTrue(DoubleStream.of(day.max()).max().orElseThrow() <= 200);
        store.close();
    }

    @Test
    void theSpikeOfLongAgoIsStillSeen() throws IOException {
        DayStore store = open();
        store.append(GPU, Metric.POWER, NOW - 20 * HOUR - 1, 999);
        store.close();
        noise(SAMPLES, 20 * HOUR);
        store = open();
        store.append(GPU, Metric.POWER, NOW, 200);
        Curve day = store.query(GPU, Metric.POWER, NOW - 21 * HOUR, NOW + 1, 21);
        assertEquals(
                999, DoubleStream.of(day.max()).filter(Double::isFinite).max().orElseThrow());
        store.close();
    }

    @Test
    void whatIsMoreThanADayOldGoes() throws IOException {
        noise(SAMPLES, 40 * HOUR);
        DayStore store = open();
        store.append(GPU, Metric.POWER, NOW, 200);
        Curve all = store.query(GPU, Metric.POWER, NOW - 40 * HOUR, NOW + 1, 40);
        assertEquals(0, IntStream.of(all.count()).limit(15).sum());
        assertTrue(IntStream.of(all.count()).skip(17).allMatch(count -> count > 0));
        store.close();
    }

    @Test
    void aSegmentThatACrashLeftBesideItsCoarseFormIsNotReadTwice() throws IOException {
        noise(SAMPLES / 4, 5 * HOUR);
        List<Path> before = segments();
        Path kept = Files.copy(before.getFirst(), directory.resolve("kept"));
        noiseFrom(SAMPLES / 4, SAMPLES / 2, 5 * HOUR / (SAMPLES / 4));
        Files.move(kept, before.getFirst());
        DayStore store = open();
        assertTrue(!Files.exists(before.getFirst()), "it is in the coarse file");
        store.close();
    }

    @Test
    void aTornOrAlteredCoarseFileCostsWhatItHeldAndNothingElse() throws IOException {
        noise(SAMPLES, 20 * HOUR);
        Path coarse = directory.resolve("coarse.ptc");
        try (FileChannel channel = FileChannel.open(coarse, StandardOpenOption.WRITE)) {
            channel.truncate(Files.size(coarse) / 2);
        }
        Files.writeString(directory.resolve("coarse.tmp"), "a crash while it was written");
        DayStore store = open();
        store.append(GPU, Metric.POWER, NOW, 200);
        Curve day = store.query(GPU, Metric.POWER, NOW - 20 * HOUR, NOW + 1, 20);
        assertTrue(day.count()[19] > 1, "the newest are there");
        store.close();
        noiseFrom(SAMPLES, SAMPLES, 1);
        assertTrue(size() <= BOUND, "and it is written anew");
    }

    @Test
    void withSoManySeriesThatNothingCanBeKeptNothingIs() throws IOException {
        Path segment = directory.resolve("0000000000000001.pts");
        try (SegmentFile out = SegmentFile.create(segment, 1 << 20, SegmentFile.Disk.real())) {
            for (int i = 1; i <= 1_000; i++) {
                DeviceKey device = new DeviceKey(new ClusterId("alpha"), "n" + i, 0);
                out.add(new DayRecord.Name(i, device, Metric.POWER).bytes());
            }
        }
        CoarseFile coarse = new CoarseFile(directory, 1 << 16, SegmentFile.Disk.real());
        coarse.merge(1, segment);
        assertTrue(coarse.size() <= 1 << 16);
        assertEquals(1, coarse.merged());
    }

    private void noise(int samples, long span) {
        noiseFrom(0, samples, span / samples);
    }

    /** Samples of 100 to 200 W with all their bits, up to now. */
    private void noiseFrom(int from, int samples, long gap) {
        DayStore store = open();
        Random random = new Random(from);
        for (int i = 0; i < samples; i++) {
            long time = from == 0 ? NOW - (samples - i) * gap : NOW + i * gap;
            store.append(GPU, Metric.POWER, time, 100 + 100 * random.nextDouble());
            if (i % 2_000 == 0) {
                store.save();
            }
        }
        store.close();
    }

    private DayStore open() {
        return new DayStore(
                Optional.of(directory), BOUND, 8 << 20, () -> Instant.ofEpochMilli(NOW), SegmentFile.Disk.real());
    }

    private List<Path> segments() throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(file -> file.toString().endsWith(".pts")).sorted().toList();
        }
    }

    private long size() throws IOException {
        long size = 0;
        for (Path file : segments()) {
            size += Files.size(file);
        }
        return size + Files.size(directory.resolve("coarse.ptc"));
    }
}
