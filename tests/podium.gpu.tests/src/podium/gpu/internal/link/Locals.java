// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.link;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import podium.core.change.DeviceReport;
import podium.core.machine.DeviceProperty;
import podium.core.machine.LocalAccelerators.Condition;
import podium.core.machine.LocalAccelerators.LocalDetails;
import podium.core.machine.LocalAccelerators.LocalDevice;
import podium.core.machine.LocalAccelerators.LocalLink;
import podium.core.machine.LocalAccelerators.LocalProcess;
import podium.core.machine.PeerDevice;
import podium.core.machine.PropertyValue;
import podium.model.fleet.Health;

/** Devices of this machine as NVML would tell them: PCIe 5 x16, idle, without NVLink unless said. */
final class Locals {
    private final int index;
    private final Map<DeviceProperty, PropertyValue> facts = new EnumMap<>(DeviceProperty.class);
    private Condition condition = new Condition.Answering();
    private Optional<List<LocalProcess>> processes = Optional.of(List.of());
    private List<PeerDevice> neighbours = List.of();
    private String uuid;
    private String pci;

    private Locals(int index) {
        this.index = index;
        this.uuid = "GPU-" + index;
        this.pci = "00000000:0" + index + ":00.0";
        facts.put(DeviceProperty.PCIE_GENERATION_HIGHEST, new PropertyValue.Quantity(5));
        facts.put(DeviceProperty.PCIE_WIDTH_GREATEST, new PropertyValue.Quantity(16));
    }

    static Locals gpu(int index) {
        return new Locals(index);
    }

    /** So many idle ones. */
    static List<LocalDevice> idle(int count) {
        List<LocalDevice> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(gpu(i).made());
        }
        return all;
    }

    Locals fact(DeviceProperty fact, PropertyValue value) {
        facts.put(fact, value);
        return this;
    }

    Locals lost() {
        condition = new Condition.Lost("gone");
        return this;
    }

    Locals process(long pid, String program) {
        processes = Optional.of(List.of(new LocalProcess(pid, program, OptionalLong.empty(), OptionalInt.empty())));
        return this;
    }

    Locals processesNotTold() {
        processes = Optional.empty();
        return this;
    }

    Locals neighbour(int other, PeerDevice.Way way, int nvLinks) {
        neighbours = List.of(new PeerDevice(other, way, nvLinks, PeerDevice.Peer.YES));
        return this;
    }

    Locals uuid(String text) {
        uuid = text;
        return this;
    }

    LocalDevice made() {
        List<LocalLink> links = List.of();
        return new LocalDevice(
                new DeviceReport(
                        index, uuid, "H100", OptionalLong.empty(), pci, OptionalInt.empty(), Health.UNKNOWN, ""),
                condition,
                Map.of(),
                new LocalDetails(facts, Map.of(), Optional.empty(), links, processes, List.of(), neighbours));
    }
}
