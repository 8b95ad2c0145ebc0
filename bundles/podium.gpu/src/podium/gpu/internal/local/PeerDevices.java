// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.local;

import java.util.ArrayList;
import java.util.List;
import podium.core.machine.LocalAccelerators.LocalLink;
import podium.core.machine.PeerDevice;
import podium.gpu.internal.nvml.DeviceTopology;
import podium.gpu.internal.nvml.DeviceTopology.Ancestor;
import podium.gpu.internal.nvml.DeviceTopology.Peer;
import podium.gpu.internal.nvml.DeviceTopology.Peering;
import podium.gpu.internal.nvml.NvmlDevice;
import podium.gpu.internal.nvml.NvmlResult;

/** The other devices of the machine, as seen from one of them. */
final class PeerDevices {
    private PeerDevices() {}

    /** The ways do not change while the driver is loaded; a link may come and go. */
    static List<PeerDevice> of(NvmlDevice device, List<NvmlDevice> all) {
        List<PeerDevice> neighbours = new ArrayList<>();
        for (NvmlDevice other : all) {
            if (other.index() != device.index()) {
                DeviceTopology place = device.neighbourhood();
                neighbours.add(new PeerDevice(
                        other.index(),
                        place.ancestor(other).map(PeerDevices::way).get().orElse(PeerDevice.Way.UNKNOWN),
                        0,
                        peer(place.peer(other, Peering.READ), place.peer(other, Peering.WRITE))));
            }
        }
        return neighbours;
    }

    /** With the links that lead to each. */
    static List<PeerDevice> linked(List<PeerDevice> neighbours, List<LocalLink> links, List<DeviceWatch> watches) {
        return neighbours.stream()
                .map(one -> new PeerDevice(one.index(), one.way(), links(one.index(), links, watches), one.peer()))
                .toList();
    }

    private static int links(int index, List<LocalLink> links, List<DeviceWatch> watches) {
        return (int) links.stream()
                .filter(link -> link.active()
                        && watches.stream()
                                .anyMatch(watch -> watch.index() == index
                                        && !link.remotePci().isEmpty()
                                        && watch.device().pciBusId().equalsIgnoreCase(link.remotePci())))
                .count();
    }

    private static PeerDevice.Way way(Ancestor ancestor) {
        return switch (ancestor) {
            case INTERNAL -> PeerDevice.Way.ONE_BOARD;
            case ONE_SWITCH -> PeerDevice.Way.ONE_SWITCH;
            case SEVERAL_SWITCHES -> PeerDevice.Way.SEVERAL_SWITCHES;
            case HOST_BRIDGE -> PeerDevice.Way.HOST_BRIDGE;
            case NUMA_NODE -> PeerDevice.Way.NUMA_NODE;
            case SYSTEM -> PeerDevice.Way.SYSTEM;
        };
    }

    private static PeerDevice.Peer peer(NvmlResult<Peer> read, NvmlResult<Peer> write) {
        Peer reads = read.value();
        Peer writes = write.value();
        if (reads == null || writes == null || reads == Peer.UNKNOWN || writes == Peer.UNKNOWN) {
            return PeerDevice.Peer.UNKNOWN;
        }
        return reads == Peer.OK && writes == Peer.OK ? PeerDevice.Peer.YES : PeerDevice.Peer.NO;
    }
}
