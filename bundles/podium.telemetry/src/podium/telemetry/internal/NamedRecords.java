// SPDX-License-Identifier: Apache-2.0
package podium.telemetry.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.metrics.DeviceKey;
import podium.core.metrics.Metric;

/** Reads the records of a file, each with the series that its number stands for. */
final class NamedRecords {
    private NamedRecords() {}

    /** Identity of a series in files. */
    record Key(DeviceKey device, Metric metric) {}

    /** Takes a record of a series. */
    interface Taker {
        void take(Key key, DayRecord record);
    }

    /** Gives every record of a named series, in the order they were written; one without a name is left out. */
    static void read(Path file, Taker taker) throws IOException {
        Map<Integer, Key> names = new HashMap<>();
        SegmentFile.read(file, bytes -> DayRecord.read(bytes).ifPresent(record -> {
            switch (record) {
                case DayRecord.Name name -> names.put(name.number(), new Key(name.device(), name.metric()));
                case DayRecord.Samples samples -> give(names.get(samples.number()), samples, taker);
                case DayRecord.Coarse spans -> give(names.get(spans.number()), spans, taker);
                case DayRecord.Merged _ -> {}
            }
        }));
    }

    private static void give(@Nullable Key key, DayRecord record, Taker taker) {
        if (key != null) {
            taker.take(key, record);
        }
    }
}
