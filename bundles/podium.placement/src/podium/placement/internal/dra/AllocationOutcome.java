// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.dra;

import java.util.List;
import podium.core.dra.AllocatedDevice;

/** What came of trying to allocate claims on a node. */
public sealed interface AllocationOutcome {
    /**
     * All of them can be met.
     *
     * @param devices of each claim, in order: those the scheduler would choose
     * @param awaited devices of these whose driver first makes them ready
     */
    record Found(List<List<AllocatedDevice>> devices, List<String> awaited) implements AllocationOutcome {
        public Found {
            devices = List.copyOf(devices);
            awaited = List.copyOf(awaited);
        }

        /** Devices of all claims. */
        public List<AllocatedDevice> all() {
            return devices.stream().flatMap(List::stream).toList();
        }
    }

    /** They cannot. */
    record None() implements AllocationOutcome {}

    /** They cannot, for a reason that names itself. */
    record Refused(String words) implements AllocationOutcome {}

    /** It cannot be told here. */
    record Unknown(String words) implements AllocationOutcome {}
}
