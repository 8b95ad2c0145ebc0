// SPDX-License-Identifier: Apache-2.0
package podium.telemetry.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.change.ClusterId;
import podium.core.file.PrivateFiles;
import podium.core.metrics.DeviceKey;
import podium.core.metrics.Metric;

/**
 * The day's samples on disk: segments in the order they were begun, all together within a bound; the oldest becomes
 * coarse when there is no room. One process owns a directory at a time. Guarded by itself.
 */
final class DayFiles implements AutoCloseable {
    private static final String LOCK = "telemetry.lock";
    private static final String SUFFIX = ".pts";

    /** Takes what is read. */
    interface Taker {
        void take(DeviceKey device, Metric metric, DayRecord.Samples samples);
    }

    private final Path directory;
    private final long bound;
    private final FileChannel lockFile;
    private final CoarseFile coarse;
    private final SegmentFile.Disk disk;
    private final Map<DeviceKey, Map<Metric, Integer>> numbers = new HashMap<>();
    private @Nullable SegmentFile writing;
    private int named;

    private DayFiles(Path directory, long bound, FileChannel lockFile, SegmentFile.Disk disk) {
        this.disk = disk;
        this.directory = directory;
        this.bound = bound;
        this.lockFile = lockFile;
        this.coarse = new CoarseFile(directory, bound / 4, disk);
    }

    /**
     * Opens the directory, which is made if need be.
     *
     * @param bound bytes that all files together may take
     * @return empty when another process has it
     */
    static Optional<DayFiles> open(Path directory, long bound, SegmentFile.Disk disk) throws IOException {
        PrivateFiles.folder(directory);
        FileChannel lockFile = PrivateFiles.open(directory.resolve(LOCK), StandardOpenOption.WRITE);
        try {
            @Nullable FileLock lock = lockFile.tryLock();
            if (lock != null) {
                DayFiles files = new DayFiles(directory, bound, lockFile, disk);
                files.mend();
                return Optional.of(files);
            }
        } catch (OverlappingFileLockException e) {
            // this process has it already
        }
        lockFile.close();
        return Optional.empty();
    }

    /** Gives what is left of a cluster's samples from before those that {@link #read} gives. */
    synchronized void readCoarse(ClusterId cluster, CoarseFile.Taker taker) throws IOException {
        coarse.read(cluster, taker);
    }

    /** Gives all samples of a cluster, in the order they were written. */
    synchronized void read(ClusterId cluster, Taker taker) throws IOException {
        for (Path file : files()) {
            NamedRecords.read(file, (key, record) -> {
                if (record instanceof DayRecord.Samples samples
                        && key.device().cluster().equals(cluster)) {
                    taker.take(key.device(), key.metric(), samples);
                }
            });
        }
    }

    /** Adds samples of a series. After a failure the next ones begin a new file: nothing is read behind a torn record. */
    synchronized void add(DeviceKey device, Metric metric, long firstTime, int count, long[] words) throws IOException {
        try {
            put(device, metric, firstTime, count, words);
        } catch (IOException e) {
            try {
                finish();
            } catch (IOException again) {
                e.addSuppressed(again);
            }
            throw e;
        }
    }

    private void put(DeviceKey device, Metric metric, long firstTime, int count, long[] words) throws IOException {
        while (true) {
            SegmentFile segment = segment();
            Map<Metric, Integer> known = numbers.computeIfAbsent(device, key -> new HashMap<>());
            @Nullable Integer number = known.get(metric);
            int now = number == null ? ++named : number;
            boolean room = number != null || segment.add(new DayRecord.Name(now, device, metric).bytes());
            if (room && segment.add(new DayRecord.Samples(now, firstTime, count, words).bytes())) {
                known.put(metric, now);
                return;
            }
            finish();
        }
    }

    /** Asks the system to write what was added to the disk. */
    synchronized void force() throws IOException {
        if (writing != null) {
            writing.force();
        }
    }

    @Override
    public synchronized void close() throws IOException {
        try (lockFile) {
            finish();
        }
    }

    private SegmentFile segment() throws IOException {
        SegmentFile segment = writing;
        if (segment == null) {
            long size = Math.max(bound / 8, 1 << 16);
            makeRoom(size);
            List<Path> files = files();
            long last = files.isEmpty() ? 0 : number(files.getLast());
            long next = Math.max(last, coarse.merged()) + 1;
            segment = SegmentFile.create(directory.resolve(String.format("%016d%s", next, SUFFIX)), size, disk);
            writing = segment;
        }
        return segment;
    }

    private void finish() throws IOException {
        SegmentFile segment = writing;
        writing = null;
        numbers.clear();
        named = 0;
        if (segment != null) {
            segment.close();
        }
    }

    private void makeRoom(long size) throws IOException {
        List<Path> files = new ArrayList<>(files());
        long all = size + coarse.size();
        for (Path file : files) {
            all += Files.size(file);
        }
        while (all > bound && !files.isEmpty()) {
            Path oldest = files.removeFirst();
            all -= Files.size(oldest) + coarse.size();
            coarse.merge(number(oldest), oldest);
            all += coarse.size();
            Files.delete(oldest);
        }
    }

    /** Cuts what a crash left behind; what is not of this version goes. */
    private void mend() throws IOException {
        long merged = coarse.merged();
        for (Path file : files()) {
            long length = SegmentFile.read(file, record -> {});
            if (length <= SegmentFile.HEAD || number(file) <= merged) {
                Files.delete(file);
            } else {
                SegmentFile.cut(file, length);
            }
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(file -> file.getFileName().toString().matches("\\d{16}\\.pts"))
                    .sorted()
                    .toList();
        }
    }

    private static long number(Path file) {
        return Long.parseLong(file.getFileName().toString().substring(0, 16));
    }
}
