// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.local;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.machine.DeviceProperty;
import podium.core.machine.LocalAccelerators.LocalDetails;
import podium.core.machine.LocalAccelerators.LocalLink;
import podium.core.machine.LocalAccelerators.LocalProcess;
import podium.core.machine.LocalAccelerators.RemappedRows;
import podium.core.machine.PeerDevice;
import podium.core.machine.PropertyValue;
import podium.core.machine.SampleWindow;
import podium.core.metrics.Metric;
import podium.gpu.internal.nvml.NvmlDevice;
import podium.gpu.internal.nvml.NvmlProcesses;
import podium.gpu.internal.nvml.NvmlProcesses.Process;
import podium.gpu.internal.nvml.NvmlResult;

/** What takes a driver long to tell about a device, or is not worth asking for often. Read on one thread. */
final class SlowReadings {
    private final NvmlDevice device;
    private final Duration between;
    private final Rate nvLink = new Rate();
    private @Nullable Standing standing;

    /** What is read once. */
    private record Standing(
            Map<DeviceProperty, PropertyValue> facts, Map<Metric, SampleWindow> windows, List<PeerDevice> neighbours) {}

    /** @param between two readings */
    SlowReadings(NvmlDevice device, Duration between) {
        this.device = device;
        this.between = between;
    }

    /** Asks the device for all of it. */
    LocalDetails read(List<DeviceWatch> watches) {
        Standing known = standing(watches);
        Map<DeviceProperty, PropertyValue> facts = new EnumMap<>(DeviceProperty.class);
        facts.putAll(known.facts());
        facts.putAll(NvmlFacts.moving(device));
        List<LocalLink> links = LinkReadings.of(device.nvLinks());
        return new LocalDetails(
                facts,
                known.windows(),
                device.memoryHealth()
                        .remappedRows()
                        .get()
                        .map(rows ->
                                new RemappedRows(rows.corrected(), rows.uncorrected(), rows.pending(), rows.failed())),
                links,
                processes(device.processes()),
                MigDevices.of(device.mig()),
                PeerDevices.linked(known.neighbours(), links, watches));
    }

    /** Of a lost device: who it was, for whoever has to take it out. */
    LocalDetails ofLost() {
        Standing known = standing;
        if (known == null) {
            return LocalDetails.none();
        }
        Map<DeviceProperty, PropertyValue> identity = new EnumMap<>(DeviceProperty.class);
        known.facts().forEach((fact, value) -> {
            if (fact.topic() == DeviceProperty.Topic.IDENTITY) {
                identity.put(fact, value);
            }
        });
        return new LocalDetails(
                identity, Map.of(), Optional.empty(), List.of(), Optional.empty(), List.of(), List.of());
    }

    /** Bytes per second over all links and both directions since the last call; empty at first and without counters. */
    OptionalDouble nvLinkTraffic(List<LocalLink> links, long time) {
        OptionalLong total = links.stream()
                .filter(link -> link.sent().isPresent() && link.received().isPresent())
                .map(link -> OptionalLong.of(
                        link.sent().getAsLong() + link.received().getAsLong()))
                .reduce((one, other) -> OptionalLong.of(one.getAsLong() + other.getAsLong()))
                .orElse(OptionalLong.empty());
        return total.isPresent() ? nvLink.next(time, total.getAsLong()) : OptionalDouble.empty();
    }

    private Standing standing(List<DeviceWatch> watches) {
        Standing known = standing;
        if (known == null) {
            known = new Standing(
                    NvmlFacts.standing(device),
                    NvmlWindows.of(device, between),
                    PeerDevices.of(
                            device, watches.stream().map(DeviceWatch::nvml).toList()));
            standing = known;
        }
        return known;
    }

    /** A process with a compute and a graphics context is one process. */
    private static Optional<List<LocalProcess>> processes(NvmlProcesses processes) {
        Map<Long, LocalProcess> byPid = new TreeMap<>();
        List<NvmlResult<List<Process>>> answers = List.of(processes.compute(), processes.graphics());
        if (answers.stream().noneMatch(NvmlResult::isPresent)) {
            return Optional.empty();
        }
        for (NvmlResult<List<Process>> answer : answers) {
            for (Process process : answer.get().orElse(List.of())) {
                if (!byPid.containsKey(process.pid())) {
                    byPid.put(
                            process.pid(),
                            new LocalProcess(
                                    process.pid(),
                                    processes.program(process.pid()).get().orElse(""),
                                    process.memory(),
                                    process.gpuInstance()));
                }
            }
        }
        return Optional.of(List.copyOf(byPid.values()));
    }

    /** A counter told as a rate. */
    static final class Rate {
        private OptionalLong last = OptionalLong.empty();
        private long lastTime;

        /** Per second; empty for the first value, and where the counter began anew or no time went by. */
        OptionalDouble next(long time, long count) {
            OptionalDouble rate = last.isPresent() && count >= last.getAsLong() && time > lastTime
                    ? OptionalDouble.of((count - last.getAsLong()) * 1000.0 / (time - lastTime))
                    : OptionalDouble.empty();
            last = OptionalLong.of(count);
            lastTime = time;
            return rate;
        }
    }
}
