// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.local;

import java.util.ArrayList;
import java.util.List;
import podium.core.machine.Neighbour;
import podium.core.machine.LocalAccelerators.LocalLink;
import podium.gpu.internal.nvml.Answer;
import podium.gpu.internal.nvml.Neighbourhood;
import podium.gpu.internal.nvml.Neighbourhood.Ancestor;
import podium.gpu.internal.nvml.Neighbourhood.Peer;
import podium.gpu.internal.nvml.Neighbourhood.Peering;
import podium.gpu.internal.nvml.NvmlDevice;

/** The other devices of the machine as one sees them. */
final class Neighbours {
    private Neighbours() {}

    /** The ways do not change while the driver is loaded; a link may come and go. */
    static List<Neighbour> of(NvmlDevice device, List<NvmlDevice> all) {
        List<Neighbour> neighbours = new ArrayList<>();
        for (NvmlDevice other : all) {
            if (other.index() != device.index()) {
                Neighbourhood place = device.neighbourhood();
                neighbours.add(new Neighbour(
                        other.index(),
                        place.ancestor(other).map(Neighbours::way).get().orElse(Neighbour.Way.UNKNOWN),
                        0,
                        peer(place.peer(other, Peering.READ), place.peer(other, Peering.WRITE))));
            }
        }
        return neighbours;
    }

    /** With the links that lead to each. */
    static List<Neighbour> linked(List<Neighbour> neighbours, List<LocalLink> links, List<DeviceWatch> watches) {
        return neighbours.stream()
                .map(one -> new Neighbour(one.index(), one.way(), links(one.index(), links, watches), one.peer()))
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

    private static Neighbour.Way way(Ancestor ancestor) {
        return switch (ancestor) {
            case INTERNAL -> Neighbour.Way.ONE_BOARD;
            case ONE_SWITCH -> Neighbour.Way.ONE_SWITCH;
            case SEVERAL_SWITCHES -> Neighbour.Way.SEVERAL_SWITCHES;
            case HOST_BRIDGE -> Neighbour.Way.HOST_BRIDGE;
            case NUMA_NODE -> Neighbour.Way.NUMA_NODE;
            case SYSTEM -> Neighbour.Way.SYSTEM;
        };
    }

    private static Neighbour.Peer peer(Answer<Peer> read, Answer<Peer> write) {
        Peer reads = read.value();
        Peer writes = write.value();
        if (reads == null || writes == null || reads == Peer.UNKNOWN || writes == Peer.UNKNOWN) {
            return Neighbour.Peer.UNKNOWN;
        }
        return reads == Peer.OK && writes == Peer.OK ? Neighbour.Peer.YES : Neighbour.Peer.NO;
    }
}
