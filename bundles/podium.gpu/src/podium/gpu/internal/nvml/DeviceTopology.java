// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.nvml;

import java.lang.foreign.MemorySegment;
import java.util.BitSet;

/** Where a device sits in its machine. */
public final class DeviceTopology {
    /** NVML_AFFINITY_SCOPE_NODE. */
    private static final int NODE = 0;

    private final MemorySegment device;
    private final NvmlCalls calls;

    DeviceTopology(MemorySegment device, NvmlCalls calls) {
        this.device = device;
        this.calls = calls;
    }

    /** What lies on the PCIe way between two devices (nvmlGpuTopologyLevel_t). */
    public enum Ancestor {
        /** Both are on one board. */
        INTERNAL(0),
        ONE_SWITCH(10),
        SEVERAL_SWITCHES(20),
        HOST_BRIDGE(30),
        /** Several host bridges of one NUMA node. */
        NUMA_NODE(40),
        /** The link between processors. */
        SYSTEM(50);

        private final int number;

        Ancestor(int number) {
            this.number = number;
        }
    }

    /** What one device can do in the memory of another (nvmlGpuP2PCapsIndex_t; the order is that of the header). */
    public enum Peering {
        READ,
        WRITE,
        NVLINK,
        ATOMICS,
        PCI
    }

    /** Whether that is possible (nvmlGpuP2PStatus_t; the order is that of the header). */
    public enum Peer {
        OK,
        CHIPSET_NOT_SUPPORTED,
        GPU_NOT_SUPPORTED,
        IOH_TOPOLOGY_NOT_SUPPORTED,
        DISABLED_BY_REGKEY,
        NOT_SUPPORTED,
        UNKNOWN
    }

    /** The nearest thing this device and the other have in common on PCIe. */
    public NvmlResult<Ancestor> ancestor(NvmlDevice other) {
        NvmlResult<Long> level = calls.between("nvmlDeviceGetTopologyCommonAncestor", device, other.handle());
        Long number = level.value();
        if (number == null) {
            return NvmlResult.none(level.code());
        }
        for (Ancestor ancestor : Ancestor.values()) {
            if (ancestor.number == number) {
                return NvmlResult.of(ancestor);
            }
        }
        return NvmlResult.none(NvmlCode.UNKNOWN);
    }

    /** Whether this device can do it in the memory of the other. */
    public NvmlResult<Peer> peer(NvmlDevice other, Peering peering) {
        return calls.between("nvmlDeviceGetP2PStatus", device, other.handle(), peering.ordinal())
                .map(status -> Peer.values()[(int) Math.min(status, Peer.UNKNOWN.ordinal())]);
    }

    /** Processors that are near. */
    public NvmlResult<BitSet> processors() {
        return calls.set("nvmlDeviceGetCpuAffinityWithinScope", device, NODE);
    }

    /** NUMA nodes whose memory is near. */
    public NvmlResult<BitSet> memoryNodes() {
        return calls.set("nvmlDeviceGetMemoryAffinity", device, NODE);
    }
}
