// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.dra;

import java.util.List;
import java.util.Optional;

/**
 * How many copies of claims the devices of a node serve.
 *
 * @param copies {@link Integer#MAX_VALUE}: as many as there are
 * @param shared true when the first copy's devices are those of all others
 * @param awaited devices of the first copy whose driver first makes them ready
 * @param against what came of the first copy; empty: it was served
 * @param sure that one more is not served; false: that cannot be told
 */
public record ServedCopies(
        int copies, boolean shared, List<String> awaited, Optional<AllocationOutcome> against, boolean sure) {
    public ServedCopies {
        awaited = List.copyOf(awaited);
    }

    static ServedCopies so(int copies) {
        return new ServedCopies(copies, false, List.of(), Optional.empty(), true);
    }

    /** True when it holds for every node with the same {@link DeviceSignature}: it names no device. */
    boolean general() {
        return awaited.isEmpty() && !(against.isPresent() && against.get() instanceof AllocationOutcome.Refused);
    }
}
