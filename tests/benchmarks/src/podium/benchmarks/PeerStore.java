// SPDX-License-Identifier: Apache-2.0
package podium.benchmarks;

import fi.iki.yak.ts.compression.gorilla.GorillaCompressor;
import fi.iki.yak.ts.compression.gorilla.LongArrayOutput;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongFunction;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.metrics.DeviceKey;
import podium.core.metrics.Metric;

/**
 * A store that does for a sample what Podium's does, around another encoder: it is looked up, guarded by one lock a device,
 * refused when it is older than the newest, which can be read without the lock, and counted. It keeps samples and no more:
 * it has no bound, no blocks that could be dropped, read or compressed on their own, and no coarse tail.
 */
final class PeerStore {
    private static final int ROOM = 64;

    /** What keeps the samples of a series. */
    interface Keeper {
        void add(long time, double value);

        /** Bytes of what was kept; nothing is added afterwards. */
        long close();
    }

    /** The published Gorilla port. */
    static PeerStore gorilla() {
        return new PeerStore(Gorilla::new);
    }

    /** Nothing is compressed, and only the last samples are kept: what any store would take at least. */
    static PeerStore bare() {
        return new PeerStore(time -> new Bare());
    }

    private static final class Gorilla implements Keeper {
        private final LongArrayOutput out = new LongArrayOutput(64);
        private final GorillaCompressor compressor;

        Gorilla(long time) {
            compressor = new GorillaCompressor(time, out);
        }

        @Override
        public void add(long time, double value) {
            compressor.addValue(time, value);
        }

        @Override
        public long close() {
            compressor.close();
            return 8L * out.getLongArray().length;
        }
    }

    private static final class Bare implements Keeper {
        private final long[] times = new long[ROOM];
        private final double[] values = new double[ROOM];
        private int count;

        @Override
        public void add(long time, double value) {
            int at = count++ % ROOM;
            times[at] = time;
            values[at] = value;
        }

        @Override
        public long close() {
            return 16L * ROOM;
        }
    }

    /** One series, guarded by its row. */
    private static final class Series {
        private static final VarHandle SEQUENCE = sequence();

        private final Keeper keeper;
        private int sequence;
        private long newestTime = Long.MIN_VALUE;
        private double newestValue;

        Series(Keeper keeper) {
            this.keeper = keeper;
        }

        boolean append(long time, double value) {
            if (time < newestTime) {
                return false;
            }
            keeper.add(time, value);
            int now = sequence;
            sequence = now + 1;
            VarHandle.storeStoreFence();
            newestTime = time;
            newestValue = value;
            SEQUENCE.setRelease(this, now + 2);
            return true;
        }

        double newest() {
            return newestValue;
        }

        private static VarHandle sequence() {
            try {
                return MethodHandles.lookup().findVarHandle(Series.class, "sequence", int.class);
            } catch (ReflectiveOperationException e) {
                throw new ExceptionInInitializerError(e);
            }
        }
    }

    private final LongFunction<Keeper> keepers;
    private final Map<DeviceKey, @Nullable Series[]> devices = new ConcurrentHashMap<>();
    private final LongAdder appended = new LongAdder();

    private PeerStore(LongFunction<Keeper> keepers) {
        this.keepers = keepers;
    }

    /** Appends what was measured at one time, by {@link Metric#ordinal()}. */
    void append(DeviceKey device, long time, double[] values) {
        @Nullable Series[] row = devices.get(device);
        if (row == null) {
            row = devices.computeIfAbsent(device, key -> new @Nullable Series[Metric.values().length]);
        }
        int taken = 0;
        synchronized (row) {
            for (int i = 0; i < values.length; i++) {
                if (Double.isFinite(values[i])) {
                    Series series = row[i];
                    if (series == null) {
                        series = new Series(keepers.apply(time));
                        row[i] = series;
                    }
                    taken += series.append(time, values[i]) ? 1 : 0;
                }
            }
        }
        appended.add(taken);
    }

    /** Bytes of what the encoders kept, and nothing else. */
    long bytes() {
        long bytes = 0;
        for (@Nullable Series[] row : devices.values()) {
            for (Series series : row) {
                if (series != null) {
                    bytes += series.keeper.close() + (Double.isNaN(series.newest()) ? 1 : 0);
                }
            }
        }
        return bytes;
    }
}
