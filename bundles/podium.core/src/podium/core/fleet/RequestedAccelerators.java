// SPDX-License-Identifier: Apache-2.0
package podium.core.fleet;

import org.eclipse.jdt.annotation.Nullable;
import podium.model.value.Resources;

/**
 * Accelerators that are asked for, remembered by the instance of the requests: pods of a job share one, and all tasks of
 * a node are counted each time one of them changes. Any thread: an entry is immutable, and one that is lost is worked out again.
 */
final class RequestedAccelerators {
    private static final int SLOTS = 1 << 14;
    /** More than any pod can ask for. */
    private static final long MOST = 1 << 20;

    private record Entry(Resources requests, int accelerators, boolean parts) {}

    private static final @Nullable Entry[] ENTRIES = new Entry[SLOTS];

    private RequestedAccelerators() {}

    /** Accelerators (or slices), whatever their kind. */
    static int of(Resources requests) {
        return entry(requests).accelerators;
    }

    /** Whether parts of devices are among them: slices, or shares that KAI gives. */
    static boolean parts(Resources requests) {
        return entry(requests).parts;
    }

    private static Entry entry(Resources requests) {
        int slot = System.identityHashCode(requests) & SLOTS - 1;
        Entry known = ENTRIES[slot];
        if (known == null || known.requests != requests) {
            known = new Entry(requests, count(requests), hasParts(requests));
            ENTRIES[slot] = known;
        }
        return known;
    }

    private static boolean hasParts(Resources requests) {
        return GpuShares.askedOfKai(requests)
                || requests.toMap().entrySet().stream()
                        .anyMatch(asked -> asked.getValue() > 0
                                && AcceleratorKind.of(asked.getKey())
                                        .filter(AcceleratorKind::slice)
                                        .isPresent());
    }

    private static int count(Resources requests) {
        int[] sum = {0};
        requests.forEach((name, amount) -> {
            if (AcceleratorKind.of(name).isPresent()) {
                sum[0] += (int) Math.min(amount, MOST);
            }
        });
        return sum[0];
    }
}
