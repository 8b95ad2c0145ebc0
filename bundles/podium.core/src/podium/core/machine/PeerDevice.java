// SPDX-License-Identifier: Apache-2.0
package podium.core.machine;

/**
 * Another device of the same machine, seen from one.
 *
 * @param index of the other
 * @param way what lies between the two on PCIe
 * @param nvLinks active NVLinks that lead straight to it
 * @param peer whether one can read and write the other's memory
 */
public record PeerDevice(int index, Way way, int nvLinks, Peer peer) {
    /** What lies between two devices, from near to far; the letters of nvidia-smi topo -m. */
    public enum Way {
        ONE_BOARD,
        ONE_SWITCH,
        SEVERAL_SWITCHES,
        HOST_BRIDGE,
        NUMA_NODE,
        SYSTEM,
        UNKNOWN
    }

    /** Whether memory of the other can be reached. */
    public enum Peer {
        YES,
        NO,
        UNKNOWN
    }
}
