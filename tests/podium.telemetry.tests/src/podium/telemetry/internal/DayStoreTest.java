// SPDX-License-Identifier: Apache-2.0
package podium.telemetry.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.core.change.ClusterId;
import podium.core.metrics.Curve;
import podium.core.metrics.DeviceKey;
import podium.core.metrics.Metric;

class DayStoreTest {
    private static final ClusterId ALPHA = new ClusterId("alpha");
    private static final ClusterId BETA = new ClusterId("beta");
    private static final DeviceKey GPU = new DeviceKey(ALPHA, "n1", 0);
    private static final long NOW = 1_800_000_000_000L;
    private static final long HOUR = 3_600_000;
    private static final long BOUND = 1 << 20;

    @TempDir
    Path directory;

    @Test
    void aRestartKeepsTheDayBitForBit() {
        DayStore first = open();
        Random random = new Random(1);
        for (int i = 0; i < 3_000; i++) {
            first.append(GPU, Metric.POWER, NOW - HOUR + i * 1_000, random.nextInt(70_000) / 100.0);
            first.append(GPU, Metric.XID, NOW - HOUR + i * 1_000, 0);
            if (i % 700 == 0) {
                first.save();
            }
        }
        Curve before = first.query(GPU, Metric.POWER, NOW - HOUR, NOW, 60);
        first.close();

        DayStore second = open();
        second.append(GPU, Metric.ACTIVITY, NOW, 0.5);
        Curve after = second.query(GPU, Metric.POWER, NOW - HOUR, NOW, 60);
        assertEquals(3_000, IntStream.of(after.count()).sum());
        assertArrayEquals(before.min(), after.min());
        assertArrayEquals(before.average(), after.average());
        assertEquals(
                3_000,
                IntStream.of(second.query(GPU, Metric.XID, NOW - HOUR, NOW, 9).count())
                        .sum());
        second.close();
    }

    @Test
    void whatWasRestoredIsNotWrittenAgain() throws IOException {
        DayStore store = open();
        fill(store, GPU, 500);
        store.close();
        long size = size();
        for (int i = 0; i < 5; i++) {
            store = open();
            store.append(GPU, Metric.POWER, NOW + i, 1);
            store.close();
        }
        assertTrue(size() < size + 5 * 200, () -> size + " became " + sizeOrZero());
    }

    @Test
    void samplesOfMoreThanADayAgoStayOnDisk() {
        DayStore store = open();
        store.append(GPU, Metric.POWER, NOW - 25 * HOUR, 1);
        store.append(GPU, Metric.POWER, NOW - 23 * HOUR, 2);
        store.close();
        store = open();
        store.append(GPU, Metric.POWER, NOW, 3);
        assertEquals(2, samples(store, GPU));
        store.close();
    }

    @Test
    void aClusterThatIsClosedComesBackWithItsPastAndLeavesTheOthersAlone() {
        DayStore store = open();
        DeviceKey other = new DeviceKey(BETA, "n1", 0);
        fill(store, GPU, 100);
        fill(store, other, 50);
        store.forget(ALPHA);
        assertEquals(Optional.empty(), store.latest(GPU, Metric.POWER));
        assertEquals(50, samples(store, other));
        store.append(GPU, Metric.POWER, NOW, 1);
        assertEquals(101, samples(store, GPU));
        store.close();
    }

    @Test
    void aTornTailCostsWhatWasTorn() throws IOException {
        DayStore store = open();
        fill(store, GPU, 100);
        store.save();
        fillFrom(store, GPU, 100, 100);
        store.close();
        Path file = files().getFirst();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(Files.size(file) - 3);
        }
        store = open();
        store.append(GPU, Metric.POWER, NOW, 1);
        assertEquals(101, samples(store, GPU));
        store.close();
    }

    @Test
    void anyFlippedByteCostsWhatFollowsAndNeverTheStart() throws IOException {
        Random random = new Random(3);
        DayStore store = open();
        for (int i = 0; i < 20; i++) {
            fillFrom(store, GPU, i * 20, 20);
            store.save();
        }
        store.close();
        Path file = files().getFirst();
        byte[] good = Files.readAllBytes(file);
        for (int round = 0; round < 60; round++) {
            byte[] bad = good.clone();
            bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
            for (Path old : files()) {
                Files.delete(old);
            }
            Files.write(file, bad);
            DayStore opened = open();
            opened.append(GPU, Metric.POWER, NOW, 1);
            int samples = samples(opened, GPU);
            assertTrue(samples >= 1 && samples <= 401 && (samples - 1) % 20 == 0, "got " + samples);
            opened.close();
        }
    }

    @Test
    void aFileOfAnotherVersionOrOfNoFormatIsGivenUp() throws IOException {
        DayStore store = open();
        fill(store, GPU, 100);
        store.close();
        Path file = files().getFirst();
        byte[] bytes = Files.readAllBytes(file);
        bytes[11] = 99;
        Files.write(file, bytes);
        Files.write(directory.resolve("0000000000000009.pts"), new byte[] {1, 2, 3});
        store = open();
        store.append(GPU, Metric.POWER, NOW, 1);
        assertEquals(1, samples(store, GPU));
        store.close();
    }

    @Test
    void theFilesStayWithinTheirBoundAndTheOldestGoFirst() throws IOException {
        DayStore store = open();
        Random random = new Random(2);
        for (int i = 0; i < 400_000; i++) {
            store.append(GPU, Metric.POWER, NOW - HOUR + i, random.nextDouble());
            if (i % 5_000 == 0) {
                store.save();
            }
        }
        store.close();
        assertTrue(size() <= BOUND, () -> sizeOrZero() + " bytes");
        store = open();
        store.append(GPU, Metric.POWER, NOW + HOUR, 1);
        Curve newest = store.query(GPU, Metric.POWER, NOW - HOUR + 399_000, NOW - HOUR + 400_000, 1);
        assertEquals(1_000, newest.count()[0]);
        store.close();
    }

    @Test
    void aSecondProcessOfTheSameDirectoryWorksWithoutIt() {
        DayStore owner = open();
        DayStore guest = open();
        fill(guest, GPU, 10);
        assertEquals(10, samples(guest, GPU));
        guest.close();
        owner.append(GPU, Metric.POWER, NOW, 1);
        assertEquals(1, samples(owner, GPU));
        owner.close();
    }

    @Test
    void aDirectoryThatCannotBeMadeIsNoReasonToFail() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        DayStore store = new DayStore(
                Optional.of(file.resolve("below")),
                BOUND,
                1 << 20,
                () -> Instant.ofEpochMilli(NOW),
                SegmentFile.Disk.real());
        fill(store, GPU, 10);
        store.close();
        assertEquals(10, samples(store, GPU));
    }

    @Test
    void aRecordOfAnUnknownMetricOrKindIsPassedOver() {
        assertEquals(Optional.empty(), DayRecord.read(ByteBuffer.wrap(new byte[] {7, 1, 2, 3})));
        ByteBuffer bytes = new DayRecord.Name(1, GPU, Metric.POWER).bytes();
        bytes.put(bytes.limit() - 1, (byte) 'X');
        assertEquals(Optional.empty(), DayRecord.read(bytes));
    }

    @Test
    void recordsOfNoiseNeverThrow() {
        Random random = new Random(4);
        for (int i = 0; i < 20_000; i++) {
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            if (noise.length > 0) {
                noise[0] = (byte) random.nextInt(4);
            }
            DayRecord.read(ByteBuffer.wrap(noise)).ifPresent(record -> {
                if (record instanceof DayRecord.Samples samples) {
                    new DayRecord.Samples(1, 0, Math.floorMod(samples.count(), 1_000), samples.words())
                            .forEach((time, value) -> {});
                }
            });
        }
    }

    @Test
    void theDirectoryIsTheOneToldElseInTheWorkspaceElseNone() {
        Map<String, String> before = new HashMap<>();
        for (String property : List.of(DayLocation.PROPERTY, "osgi.instance.area")) {
            before.put(property, System.getProperty(property));
            System.clearProperty(property);
        }
        try {
            assertEquals(Optional.empty(), DayLocation.find());
            System.setProperty("osgi.instance.area", "file:/a place/");
            assertEquals(Optional.of(Path.of("/a place/.podium/telemetry")), DayLocation.find());
            System.setProperty(DayLocation.PROPERTY, "/elsewhere");
            assertEquals(Optional.of(Path.of("/elsewhere")), DayLocation.find());
            System.setProperty(DayLocation.PROPERTY, "none");
            assertEquals(Optional.empty(), DayLocation.find());
        } finally {
            before.forEach((property, value) -> {
                if (value == null) {
                    System.clearProperty(property);
                } else {
                    System.setProperty(property, value);
                }
            });
        }
    }

    private DayStore open() {
        return new DayStore(
                Optional.of(directory), BOUND, 8 << 20, () -> Instant.ofEpochMilli(NOW), SegmentFile.Disk.real());
    }

    private static void fill(DayStore store, DeviceKey device, int samples) {
        fillFrom(store, device, 0, samples);
    }

    private static void fillFrom(DayStore store, DeviceKey device, int from, int samples) {
        for (int i = from; i < from + samples; i++) {
            store.append(device, Metric.POWER, NOW - HOUR + i * 5_000L, i % 17);
        }
    }

    private static int samples(DayStore store, DeviceKey device) {
        return IntStream.of(store.query(device, Metric.POWER, NOW - 30 * HOUR, NOW + 2 * HOUR, 10)
                        .count())
                .sum();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(file -> file.toString().endsWith(".pts")).sorted().toList();
        }
    }

    private long size() throws IOException {
        long size = 0;
        for (Path file : files()) {
            size += Files.size(file);
        }
        return size;
    }

    private long sizeOrZero() {
        try {
            return size();
        } catch (IOException e) {
            return 0;
        }
    }
}
