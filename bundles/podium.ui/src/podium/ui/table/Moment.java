// SPDX-License-Identifier: Apache-2.0
package podium.ui.table;

import java.time.Duration;
import java.util.function.LongSupplier;

/** When something was last, if it was at all. One thread. */
final class Moment {
    private final LongSupplier clock;
    private long at;
    private boolean was;

    /** @param clock nanoseconds */
    Moment(LongSupplier clock) {
        this.clock = clock;
    }

    /** It is now. */
    void set() {
        at = clock.getAsLong();
        was = true;
    }

    /** It is as if it had never been. */
    void clear() {
        was = false;
    }

    boolean isSet() {
        return was;
    }

    /** Whether it was, and no longer ago than this. */
    boolean isWithin(Duration past) {
        return was && clock.getAsLong() - at < past.toNanos();
    }
}
