// SPDX-License-Identifier: Apache-2.0
package podium.telemetry.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import podium.core.metrics.DeviceKey;
import podium.core.metrics.Metric;

/** Puts what is new of each series into the day's files, compressed as in memory. One use, one thread. */
final class DayWriter {
    private final DayFiles files;
    private final FrameWriter writer = new FrameWriter();
    private final FrameState state = new FrameState();
    private BitBuffer bits = new BitBuffer();
    private long firstTime;
    private long lastTime;
    private int pending;
    private int count;
    private boolean wrote;

    DayWriter(DayFiles files) {
        this.files = files;
    }

    /** Writes the samples of a series that were not yet written. */
    void write(DeviceKey device, Metric metric, Series series) {
        series.unsaved((time, value) -> add(device, metric, time, value));
        end(device, metric);
    }

    /** True when there was something to write. */
    boolean wrote() {
        return wrote;
    }

    void finish() throws IOException {
        files.force();
    }

    private void add(DeviceKey device, Metric metric, long time, double value) {
        if (count > 0 && time - lastTime > Integer.MAX_VALUE) {
            end(device, metric);
        }
        if (count == 0) {
            firstTime = time;
            lastTime = time;
        }
        writer.gaps()[pending] = (int) (time - lastTime);
        writer.values()[pending] = value;
        lastTime = time;
        pending++;
        count++;
        if (pending == FrameWriter.MOST) {
            flush();
        }
    }

    private void flush() {
        if (pending > 0) {
            writer.write(state, bits, pending);
            pending = 0;
        }
    }

    private void end(DeviceKey device, Metric metric) {
        flush();
        if (count > 0) {
            try {
                files.add(device, metric, firstTime, count, bits.words());
                wrote = true;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        bits = new BitBuffer();
        state.clear();
        count = 0;
    }
}
