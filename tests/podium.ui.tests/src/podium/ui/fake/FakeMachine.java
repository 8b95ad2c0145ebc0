// SPDX-License-Identifier: Apache-2.0
package podium.ui.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import podium.core.change.DeviceReport;
import podium.core.machine.DeviceProperty;
import podium.core.machine.LocalAccelerators.Condition;
import podium.core.machine.LocalAccelerators.LinkEnd;
import podium.core.machine.LocalAccelerators.LocalDetails;
import podium.core.machine.LocalAccelerators.LocalDevice;
import podium.core.machine.LocalAccelerators.LocalLink;
import podium.core.machine.LocalAccelerators.LocalProcess;
import podium.core.machine.LocalAccelerators.RemappedRows;
import podium.core.machine.LocalMachine;
import podium.core.machine.LocalSlice;
import podium.core.machine.PeerDevice;
import podium.core.machine.PropertyValue;
import podium.core.machine.SampleWindow;
import podium.core.metrics.Metric;
import podium.core.metrics.Sample;
import podium.model.fleet.Health;

/** A machine with the devices a test puts there. */
public final class FakeMachine implements LocalMachine {
    public final Map<String, LocalDevice> devices = new HashMap<>();

    @Override
    public Optional<LocalDevice> find(String uuid) {
        return Optional.ofNullable(devices.get(uuid));
    }

    /** A device that tells everything, two seconds ago. */
    public static LocalDevice device(Condition condition, Instant now) {
        long time = now.minusSeconds(2).toEpochMilli();
        return new LocalDevice(
                new DeviceReport(0, "GPU-a", "H100", OptionalLong.empty(), "", OptionalInt.empty(), Health.UNKNOWN, ""),
                condition,
                Map.of(
                        Metric.POWER, new Sample(time, 688.1),
                        Metric.ACTIVITY, new Sample(time, 0.97),
                        Metric.TEMPERATURE, new Sample(time, 61),
                        Metric.SM_CLOCK, new Sample(time, 1.98e9)),
                new LocalDetails(
                        Map.of(
                                DeviceProperty.SERIAL, new PropertyValue.Words("1650522001122"),
                                DeviceProperty.POWER_LIMIT, new PropertyValue.Quantity(700),
                                DeviceProperty.MEMORY_LIMIT_TEMPERATURE, new PropertyValue.Quantity(95),
                                DeviceProperty.FABRIC_CLIQUE,
                                        new PropertyValue.Unknown("not supported by this device")),
                        Map.of(
                                Metric.POWER, SampleWindow.mean(Duration.ofSeconds(1)),
                                Metric.ACTIVITY, SampleWindow.mean(Duration.ofMillis(167), Duration.ofSeconds(1)),
                                Metric.TEMPERATURE, SampleWindow.moment()),
                        Optional.of(new RemappedRows(3, 1, true, false)),
                        List.of(
                                new LocalLink(
                                        0,
                                        true,
                                        OptionalInt.of(4),
                                        "00000000:05:00.0",
                                        LinkEnd.SWITCH,
                                        OptionalLong.of(1024),
                                        OptionalLong.of(2048),
                                        Map.of("crc_data", 9L)),
                                new LocalLink(
                                        1,
                                        false,
                                        OptionalInt.empty(),
                                        "",
                                        LinkEnd.UNKNOWN,
                                        OptionalLong.empty(),
                                        OptionalLong.empty(),
                                        Map.of())),
                        Optional.of(List.of(new LocalProcess(
                                4711, "python3 train.py", OptionalLong.of(1024), OptionalInt.empty()))),
                        List.of(new LocalSlice(
                                1,
                                "MIG-1",
                                "1g.10gb",
                                OptionalInt.of(7),
                                OptionalInt.of(0),
                                OptionalInt.of(2),
                                OptionalInt.of(1),
                                OptionalInt.of(16),
                                OptionalLong.of(10_240),
                                OptionalLong.empty())),
                        List.of(new PeerDevice(5, PeerDevice.Way.SYSTEM, 4, PeerDevice.Peer.YES))));
    }

    @Override
    public List<LocalDevice> devices() {
        return List.of();
    }
}
