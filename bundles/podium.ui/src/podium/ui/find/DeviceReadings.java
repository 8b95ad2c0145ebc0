// SPDX-License-Identifier: Apache-2.0
package podium.ui.find;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import podium.core.metrics.DeviceKey;
import podium.core.metrics.Metric;
import podium.core.metrics.Sample;
import podium.model.fleet.Accelerator;
import podium.telemetry.TelemetryStore;

/** The newest reading of a device. */
@FunctionalInterface
public interface DeviceReadings {
    /** Where nothing is measured. */
    DeviceReadings NONE = (device, metric) -> OptionalDouble.empty();

    /** In the metric's unit; empty: never measured. */
    OptionalDouble newest(Accelerator device, Metric metric);

    /** When the newest was taken; empty: it is not told, and is taken for the present. */
    default Optional<Instant> taken(Accelerator device, Metric metric) {
        return Optional.empty();
    }

    /** What a store holds. */
    static DeviceReadings of(TelemetryStore store) {
        return new DeviceReadings() {
            @Override
            public OptionalDouble newest(Accelerator device, Metric metric) {
                Optional<Sample> sample = store.latest(DeviceKey.of(device), metric);
                return sample.isPresent() ? OptionalDouble.of(sample.get().value()) : OptionalDouble.empty();
            }

            @Override
            public Optional<Instant> taken(Accelerator device, Metric metric) {
                return store.latest(DeviceKey.of(device), metric).map(sample -> Instant.ofEpochMilli(sample.time()));
            }
        };
    }
}
