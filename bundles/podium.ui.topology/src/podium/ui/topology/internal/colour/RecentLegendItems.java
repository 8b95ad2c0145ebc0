// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.colour;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;

/**
 * The looks that are on the canvas or were until a while ago: a new pod makes devices look unknown for the second until an
 * exporter tells of it, and a legend that came and went with that would push aside what stands beside it. UI thread.
 */
public final class RecentLegendItems {
    /** How long a look stays after it was last seen. */
    public static final Duration KEPT = Duration.ofSeconds(30);

    private static final int LOOKS = 8;

    private final InstantSource clock;

    /** Until when each look stays, in milliseconds of the clock. */
    private final long[] ends = new long[LOOKS];

    public RecentLegendItems(InstantSource clock) {
        this.clock = clock;
        forget();
    }

    /**
     * What is seen now and what was seen until a while ago.
     *
     * @param open true while a cluster is: where none is, nothing is left to explain
     */
    public LegendItems with(LegendItems seen, boolean open) {
        if (!open) {
            forget();
            return LegendItems.NONE;
        }
        long now = clock.millis();
        return new LegendItems(
                lasts(0, seen.which(), now),
                lasts(1, seen.cordoned(), now),
                lasts(2, seen.tainted(), now),
                lasts(3, seen.unknown(), now),
                lasts(4, seen.stale(), now),
                lasts(5, seen.failed(), now),
                lasts(6, seen.grouped(), now),
                lasts(7, seen.ungrouped(), now));
    }

    /** What was seen is of no matter any more: the canvas is coloured by something else. */
    public void forget() {
        Arrays.fill(ends, Long.MIN_VALUE);
    }

    private boolean lasts(int theme, boolean seen, long now) {
        if (seen) {
            ends[theme] = now + KEPT.toMillis();
        }
        return now < ends[theme];
    }
}
