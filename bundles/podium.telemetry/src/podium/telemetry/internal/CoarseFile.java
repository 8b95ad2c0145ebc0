// SPDX-License-Identifier: Apache-2.0
package podium.telemetry.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import podium.core.change.ClusterId;
import podium.core.metrics.DeviceKey;
import podium.core.metrics.Metric;
import podium.telemetry.internal.NamedRecords.Key;

/**
 * What is left of segments there is no room for: a day at a lower resolution, the lower the more series there are. One
 * file, written anew beside the old one and put in its place, so that a crash leaves the one or the other. It says which
 * segments it holds: one that a crash left there too is not read twice. Guarded by {@link DayFiles}.
 */
final class CoarseFile {
    private static final long DAY = Duration.ofHours(24).toMillis();
    /** Spans of a series at most: five minutes each over a day. */
    private static final int MOST_SPANS = 288;
    /** Fewer tell nothing of a day. */
    private static final int LEAST_SPANS = 4;
    /** A name with its record's head, as long as names are. */
    private static final int NAME_BYTES = 120;

    private final Path file;
    private final long bound;
    private final SegmentFile.Disk disk;

    /** Takes what is read of a series. */
    interface Taker {
        void take(DeviceKey device, Metric metric, DayRecord.Coarse spans);
    }

    /** @param bound bytes it may take */
    CoarseFile(Path directory, long bound, SegmentFile.Disk disk) {
        this.disk = disk;
        this.file = directory.resolve("coarse.ptc");
        this.bound = bound;
    }

    /** Bytes it takes. */
    long size() throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    /** Number of the last segment it holds; 0: none. */
    long merged() throws IOException {
        long[] merged = {0};
        if (Files.exists(file)) {
            SegmentFile.read(file, bytes -> DayRecord.read(bytes).ifPresent(record -> {
                if (record instanceof DayRecord.Merged last) {
                    merged[0] = last.segment();
                }
            }));
        }
        return merged[0];
    }

    /** Gives what it holds of a cluster. */
    void read(ClusterId cluster, Taker taker) throws IOException {
        each((key, record) -> {
            if (record instanceof DayRecord.Coarse spans
                    && key.device().cluster().equals(cluster)) {
                taker.take(key.device(), key.metric(), spans);
            }
        });
    }

    /** Takes over what is in a segment, and lets go of what is more than a day older. */
    void merge(long number, Path segment) throws IOException {
        Set<Key> series = new HashSet<>();
        each((key, record) -> series.add(key));
        NamedRecords.read(segment, (key, record) -> series.add(key));
        int spans = (int)
                Math.min(MOST_SPANS, (bound / Math.max(1, series.size()) - NAME_BYTES) / DayRecord.Coarse.bytes(1));
        Map<Key, DownsampledTail> tails = new HashMap<>();
        long[] newest = {Long.MIN_VALUE};
        if (spans >= LEAST_SPANS) {
            each((key, record) -> {
                if (record instanceof DayRecord.Coarse old) {
                    old.forEach(tails.computeIfAbsent(key, none -> new DownsampledTail(spans))::add);
                }
            });
            NamedRecords.read(segment, (key, record) -> {
                if (record instanceof DayRecord.Samples samples) {
                    DownsampledTail tail = tails.computeIfAbsent(key, none -> new DownsampledTail(spans));
                    samples.forEach((time, value) -> {
                        newest[0] = Math.max(newest[0], time);
                        tail.add(time, value);
                    });
                }
            });
        }
        write(number, tails, newest[0] == Long.MIN_VALUE ? newest[0] : newest[0] - DAY);
    }

    private void write(long number, Map<Key, DownsampledTail> tails, long from) throws IOException {
        Path fresh = file.resolveSibling("coarse.tmp");
        Files.deleteIfExists(fresh);
        try (SegmentFile out = SegmentFile.create(fresh, Math.max(bound, 1 << 12), disk)) {
            out.add(new DayRecord.Merged(number).bytes());
            int named = 0;
            for (Map.Entry<Key, DownsampledTail> entry : tails.entrySet()) {
                DayRecord.Coarse spans = DayRecord.Coarse.of(++named, entry.getValue(), from);
                Key key = entry.getKey();
                boolean room = spans.times().length == 0
                        || out.add(new DayRecord.Name(named, key.device(), key.metric()).bytes())
                                && out.add(spans.bytes());
                if (!room) {
                    break;
                }
            }
            out.force();
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** What the file holds; nothing where it is not there yet. */
    private void each(NamedRecords.Taker taker) throws IOException {
        if (Files.exists(file)) {
            NamedRecords.read(file, taker);
        }
    }
}
