// SPDX-License-Identifier: Apache-2.0
package podium.telemetry.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.core.change.ClusterId;
import podium.core.metrics.DeviceKey;
import podium.core.metrics.Metric;

/** A full disk costs the record, never a sample in memory nor the end of anything. */
class FullDiskTest {
    private static final ClusterId LAB = new ClusterId("lab");
    private static final DeviceKey GPU = new DeviceKey(LAB, "n1", 0);
    private static final long NOW = 1_800_000_000_000L;

    @TempDir
    Path directory = Path.of("");

    private final AtomicLong room = new AtomicLong(Long.MAX_VALUE);

    private DayStore open() {
        return new DayStore(
                Optional.of(directory.resolve("t")), 1 << 20, 8 << 20, () -> Instant.ofEpochMilli(NOW), this::file);
    }

    /** As a file on a disk with so much room: what does not fit is written in part, and refused. */
    private FileOutputStream file(Path path) throws IOException {
        return new FileOutputStream(path.toFile()) {
            @Override
            public void write(byte[] bytes) throws IOException {
                int fits = (int) Math.min(bytes.length, room.get());
                super.write(bytes, 0, fits);
                room.addAndGet(-fits);
                if (fits < bytes.length) {
                    throw new IOException("No space left on device");
                }
            }
        };
    }

    private static int samples(DayStore store) {
        return IntStream.of(store.query(GPU, Metric.POWER, NOW - 100_000, NOW + 100_000, 9)
                        .count())
                .sum();
    }

    private static void fill(DayStore store, long from, int count) {
        for (int i = 0; i < count; i++) {
            store.append(GPU, Metric.POWER, NOW + from + i, i * 1.7);
        }
    }

    @Test
    void onAFullDiskSamplingGoesOnAndTheOperatorIsTold() {
        DayStore store = open();
        fill(store, 0, 100);
        room.set(20);
        store.save();
        assertTrue(store.problem().orElse("").contains("No space left on device"), store.problem()::toString);
        fill(store, 1_000, 100);
        assertEquals(200, samples(store));
        store.forget(LAB);
        store.close();
    }

    @Test
    void whenThereIsRoomAgainItIsKeptAgainAndReadBack() {
        DayStore store = open();
        room.set(20);
        fill(store, 0, 100);
        store.save();
        room.set(Long.MAX_VALUE);
        fill(store, 1_000, 100);
        store.save();
        assertEquals(Optional.empty(), store.problem());
        store.close();

        DayStore next = open();
        next.append(GPU, Metric.POWER, NOW + 5_000, 1);
        assertTrue(samples(next) >= 101, () -> "the later ones are there: " + samples(next));
        next.close();
    }

    @Test
    void aDiskWithoutAnyRoomStopsNeitherTheStartNorTheEnd() throws IOException {
        room.set(0);
        DayStore store = open();
        fill(store, 0, 100);
        store.save();
        store.save();
        assertTrue(store.problem().isPresent());
        store.forget(LAB);
        store.close();
        DayStore next = open();
        fill(next, 0, 10);
        assertEquals(10, samples(next));
        next.close();
        assertTrue(Files.isDirectory(directory.resolve("t")));
    }

    @Test
    void aFolderThatCannotBeMadeIsTold() throws IOException {
        Files.writeString(directory.resolve("t"), "a file");
        DayStore store = open();
        assertTrue(store.problem().isPresent());
        fill(store, 0, 10);
        assertEquals(10, samples(store));
        store.close();
    }
}
