// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.sysfs;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import podium.core.change.DeviceReport;
import podium.core.machine.LocalAccelerators.Condition;
import podium.core.machine.LocalAccelerators.LocalDetails;
import podium.core.machine.LocalAccelerators.LocalDevice;
import podium.core.machine.LocalAccelerators.Sink;
import podium.core.metrics.Metric;
import podium.core.metrics.Sample;
import podium.gpu.internal.local.CallTimer.Asking;
import podium.gpu.texts.Texts;

/** One card that is sampled. Read on one thread, seen by any. */
final class CardSampling {
    private final SysfsCard card;
    private final DeviceReport device;
    private volatile Map<Metric, Sample> readings = Map.of();
    private volatile LocalDetails details = LocalDetails.none();
    private volatile boolean there = true;

    CardSampling(SysfsCard card, int index) {
        this.card = card;
        this.device = card.identity(index);
    }

    void sample(long time, Sink sink) {
        there = card.isThere();
        Map<Metric, Sample> fresh = new EnumMap<>(Metric.class);
        if (there) {
            card.sample(
                    time,
                    (metric, value) -> value.ifPresent(number -> {
                        fresh.put(metric, new Sample(time, number));
                        sink.sample(device.index(), metric, time, number);
                    }));
        }
        readings = Collections.unmodifiableMap(fresh);
    }

    void readFacts() {
        if (card.isThere()) {
            details = new LocalDetails(
                    card.facts(), card.windows(), Optional.empty(), List.of(), Optional.empty(), List.of(), List.of());
        }
    }

    int index() {
        return device.index();
    }

    /** @param stuck the device a read of which does not return */
    LocalDevice state(Optional<Asking> stuck) {
        return new LocalDevice(
                device, stuck.<Condition>map(this::stalled).orElseGet(this::condition), readings, details);
    }

    private Condition condition() {
        return there
                ? new Condition.Answering()
                : new Condition.Lost(Texts.of("CardSampling.gpuIsGoneFrom", device.index(), device.pciBusId()));
    }

    private Condition stalled(Asking asking) {
        String reason = asking.device() == device.index()
                ? Texts.of("CardSampling.theDriverDoesNot")
                : Texts.of("CardSampling.waitsBehindGpuIts", asking.device());
        return new Condition.Stalled(reason, asking.time());
    }
}
