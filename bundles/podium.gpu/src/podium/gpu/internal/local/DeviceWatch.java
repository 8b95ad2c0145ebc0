// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.local;

import java.lang.foreign.Arena;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.change.DeviceReport;
import podium.core.machine.LocalAccelerators.Condition;
import podium.core.machine.LocalAccelerators.LocalDetails;
import podium.core.machine.LocalAccelerators.LocalDevice;
import podium.core.machine.LocalAccelerators.Sink;
import podium.core.metrics.Metric;
import podium.gpu.internal.nvml.DeviceReadings.Pci;
import podium.gpu.internal.nvml.DeviceSampler;
import podium.gpu.internal.nvml.FieldId;
import podium.gpu.internal.nvml.NvmlCode;
import podium.gpu.internal.nvml.NvmlDevice;
import podium.gpu.internal.nvml.NvmlResult;
import podium.gpu.internal.nvml.SampleField;
import podium.gpu.texts.Texts;
import podium.model.fleet.Health;

/** One GPU that is sampled. */
final class DeviceWatch {
    private static final SampleField[] FIELDS = SampleField.values();

    private final NvmlDevice nvml;
    private final DeviceSampler sampler;
    private final DeviceReport device;
    private final LatestValues latest = new LatestValues();
    private final SlowReadings slow;
    private volatile LocalDetails details = LocalDetails.none();
    private volatile @Nullable NvmlCode gone;

    /** Asks the device who it is. */
    DeviceWatch(NvmlDevice nvml, Arena arena, Duration slowPace) {
        this.nvml = nvml;
        this.slow = new SlowReadings(nvml, slowPace);
        this.sampler = nvml.sampler(arena);
        Optional<Long> total = nvml.memory().get().map(memory -> memory.total());
        Optional<BitSet> numa = nvml.neighbourhood().memoryNodes().get().filter(nodes -> nodes.cardinality() == 1);
        this.device = new DeviceReport(
                nvml.index(),
                nvml.uuid().get().orElse(""),
                nvml.name().get().orElse(""),
                total.map(OptionalLong::of).orElse(OptionalLong.empty()),
                nvml.pci().get().map(Pci::busId).orElse(""),
                numa.map(nodes -> OptionalInt.of(nodes.nextSetBit(0))).orElse(OptionalInt.empty()),
                Health.UNKNOWN,
                "");
    }

    NvmlDevice nvml() {
        return nvml;
    }

    int index() {
        return device.index();
    }

    DeviceReport device() {
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

    /**
     * Takes the readings that are slow.
     *
     * @param all the devices of the machine
     */
    void readSlowly(long time, List<DeviceWatch> all, Sink sink) {
        if (isGone()) {
            details = slow.ofLost();
            return;
        }
        LocalDetails fresh = slow.read(all);
        details = fresh;
        fresh.rows()
                .ifPresent(rows ->
                        record(Metric.REMAPPED_ROWS, time, (double) rows.corrected() + rows.uncorrected(), sink));
        slow.nvLinkTraffic(fresh.links(), time)
                .ifPresent(traffic -> record(Metric.NVLINK_TRAFFIC, time, traffic, sink));
        record(Metric.MEMORY_TEMPERATURE, time, memoryTemperature(), sink);
        record(Metric.PCIE_TX, time, nvml.pcie().transmitted(), sink);
        record(Metric.PCIE_RX, time, nvml.pcie().received(), sink);
        record(Metric.PCIE_REPLAYS, time, nvml.pcie().replays().map(Long::doubleValue), sink);
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
        return new LocalDevice(device, condition, latest.all(), details);
    }

    /** Why a device is lost, for an operator. */
    static String lossOf(int index, NvmlCode code) {
        return Texts.of("DeviceWatch.gpuDrainTheNode", index, code.words(), code);
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

    /** A device whose memory has no sensor answers 0 degrees. */
    private NvmlResult<Double> memoryTemperature() {
        NvmlResult<Double> answer =
                nvml.fields(List.of(FieldId.MEMORY_TEMPERATURE)).get(FieldId.MEMORY_TEMPERATURE);
        return answer.get().filter(celsius -> celsius == 0).isPresent()
                ? NvmlResult.none(NvmlCode.NOT_SUPPORTED)
                : answer;
    }

    private void record(Metric metric, long time, NvmlResult<Double> answer, Sink sink) {
        answer.get()
                .ifPresentOrElse(value -> record(metric, time, value.doubleValue(), sink), () -> latest.forget(metric));
    }

    private void record(Metric metric, long time, double value, Sink sink) {
        latest.put(metric, time, value);
        sink.sample(index(), metric, time, value);
    }
}
