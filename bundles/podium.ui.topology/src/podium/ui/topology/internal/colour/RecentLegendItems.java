// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.colour;

import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import podium.ui.topology.internal.colour.LegendItems.Item;

/**
 * The looks that are on the canvas or were until a while ago: a new pod makes devices look unknown for the second until an
 * exporter tells of it, and the room of a legend that came and went with that would push aside what stands beside it. UI thread.
 */
public final class RecentLegendItems {
    /** How long a look stays after it was last seen. */
    public static final Duration KEPT = Duration.ofSeconds(30);

    private final InstantSource clock;

    /** Until when each look stays, in milliseconds of the clock. */
    private final Map<Item, Long> ends = new EnumMap<>(Item.class);

    public RecentLegendItems(InstantSource clock) {
        this.clock = clock;
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
        seen.items().forEach(item -> ends.put(item, now + KEPT.toMillis()));
        ends.values().removeIf(end -> end <= now);
        return new LegendItems(Set.copyOf(ends.keySet()));
    }

    /** What was seen is of no matter any more: the canvas is coloured by something else. */
    public void forget() {
        ends.clear();
    }
}
