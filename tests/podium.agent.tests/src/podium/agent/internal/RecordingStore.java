// SPDX-License-Identifier: Apache-2.0
package podium.agent.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import podium.core.telemetry.Curve;
import podium.core.telemetry.DeviceKey;
import podium.core.telemetry.Metric;
import podium.core.telemetry.Reading;
import podium.core.telemetry.TelemetryStore;

/** Keeps the last value of each series. */
final class RecordingStore implements TelemetryStore {
    private record Series(DeviceKey device, Metric metric) {}

    private final Map<Series, Reading> last = new HashMap<>();
    private long lastTime;

    Optional<Double> value(DeviceKey device, Metric metric) {
        return latest(device, metric).map(Reading::value);
    }

    long lastTime() {
        return lastTime;
    }

    @Override
    public synchronized void append(DeviceKey device, Metric metric, long time, double value) {
        last.put(new Series(device, metric), new Reading(time, value));
        lastTime = time;
    }

    @Override
    public synchronized Optional<Reading> latest(DeviceKey device, Metric metric) {
        return Optional.ofNullable(last.get(new Series(device, metric)));
    }

    @Override
    public Curve query(DeviceKey device, Metric metric, long from, long to, int buckets) {
        throw new UnsupportedOperationException("not asked for by these tests");
    }

    @Override
    public long version() {
        return last.size();
    }
}
