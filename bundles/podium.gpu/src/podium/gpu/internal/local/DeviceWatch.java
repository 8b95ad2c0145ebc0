// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.local;

import java.lang.foreign.Arena;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.change.Device;
import podium.core.port.LocalAccelerators.Condition;
import podium.core.port.LocalAccelerators.LocalDevice;
import podium.core.port.LocalAccelerators.Sink;
import podium.core.telemetry.Metric;
import podium.gpu.internal.nvml.Answer;
import podium.gpu.internal.nvml.DeviceSampler;
import podium.gpu.internal.nvml.NvmlCode;
import podium.gpu.internal.nvml.NvmlDevice;
import podium.gpu.internal.nvml.Readings.Pci;
import podium.gpu.internal.nvml.SampleField;
import podium.model.fleet.Health;

/** One GPU that is sampled. */
final class DeviceWatch {
    private static final SampleField[] FIELDS = SampleField.values();

    private final NvmlDevice nvml;
    private final DeviceSampler sampler;
    private final Device device;
    private final LatestValues latest = new LatestValues();
    private volatile SlowReadings slow = SlowReadings.none();
    private volatile @Nullable NvmlCode gone;

    /** Asks the device who it is. */
    DeviceWatch(NvmlDevice nvml, Arena arena) {
        this.nvml = nvml;
        this.sampler = nvml.sampler(arena);
        Optional<Long> total = nvml.memory().get().map(memory -> memory.total());
        Optional<Long> numa = nvml.numaNode().get();
        this.device = new Device(
                nvml.index(),
                nvml.uuid().get().orElse(""),
                nvml.name().get().orElse(""),
                total.map(OptionalLong::of).orElse(OptionalLong.empty()),
                nvml.pci().get().map(Pci::busId).orElse(""),
                numa.map(node -> OptionalInt.of(node.intValue())).orElse(OptionalInt.empty()),
                Health.UNKNOWN,
                "");
    }

    int index() {
        return device.index();
    }

    Device device() {
        return device;
    }

    /** True when the device answered, the last time, that it is gone. */
    boolean isGone() {
        return gone != null;
    }

    /** The function that is being called, or was last. */
    String calling() {
        return sampler.reading().function();
    }

    /** Takes one sample; of a device that answers, without allocating. */
    void sample(long time, Sink sink) {
        sampler.sample();
        NvmlCode code = codeOfLoss();
        gone = code;
        if (code != null) {
            latest.clear();
            return;
        }
        for (SampleField field : FIELDS) {
            if (sampler.has(field)) {
                record(field.metric(), time, sampler.value(field), sink);
            } else {
                latest.forget(field.metric());
            }
        }
    }

    /** Takes the readings that are slow. */
    void readSlowly(long time, Sink sink) {
        if (isGone()) {
            slow = SlowReadings.none();
            return;
        }
        SlowReadings fresh = SlowReadings.of(nvml);
        slow = fresh;
        fresh.rows()
                .ifPresent(rows ->
                        record(Metric.REMAPPED_ROWS, time, (double) rows.corrected() + rows.uncorrected(), sink));
        record(Metric.PCIE_TX, time, nvml.pcieTransmitted(), sink);
        record(Metric.PCIE_RX, time, nvml.pcieReceived(), sink);
        record(Metric.PCIE_REPLAYS, time, nvml.pcieReplays().map(Long::doubleValue), sink);
        record(Metric.MEMORY_TOTAL, time, nvml.memory().map(memory -> (double) memory.total()), sink);
    }

    /** An XID error; 0: none since the device is listened to. */
    void xid(long time, double code, Sink sink) {
        record(Metric.XID, time, code, sink);
    }

    /** How it stands, when nothing stalls. */
    LocalDevice state() {
        NvmlCode code = gone;
        return code == null ? state(new Condition.Answering()) : state(new Condition.Lost(lossOf(index(), code)));
    }

    LocalDevice state(Condition condition) {
        SlowReadings now = slow;
        return new LocalDevice(device, condition, latest.all(), now.rows(), now.links(), now.processes());
    }

    /** Why a device is lost, for an operator. */
    static String lossOf(int index, NvmlCode code) {
        return "GPU " + index + ": " + code.words() + " (" + code + "). Drain the node, then reset the GPU or reboot.";
    }

    /** The first code that says the device is gone; null while it answers. */
    private @Nullable NvmlCode codeOfLoss() {
        for (SampleField field : FIELDS) {
            NvmlCode code = sampler.code(field);
            if (code.deviceIsGone()) {
                return code;
            }
        }
        return null;
    }

    private void record(Metric metric, long time, Answer<Double> answer, Sink sink) {
        answer.get()
                .ifPresentOrElse(value -> record(metric, time, value.doubleValue(), sink), () -> latest.forget(metric));
    }

    private void record(Metric metric, long time, double value, Sink sink) {
        latest.put(metric, time, value);
        sink.sample(index(), metric, time, value);
    }
}
