// SPDX-License-Identifier: Apache-2.0
package podium.core.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Task;

/**
 * Whether a reading without activity tells that a held device is idle. What has just started loads its model and its data first, and
 * a reading from before it began tells of nobody. In the realm.
 */
public final class IdleReading {
    /** A pod is given so long to begin. */
    public static final Duration SETTLES = Duration.ofMinutes(2);

    private static final double ACTIVE = 0.02;

    private IdleReading() {}

    /** Activity below this is none; of a divided GPU it is that of its smallest slice, by its size. */
    public static double active(boolean divided) {
        return divided ? ACTIVE / MigShare.SLICES : ACTIVE;
    }

    /**
     * True when the device is held and does nothing.
     *
     * @param activity 0 to 1; below 0.02 it is none, since drivers and exporters show a percent now and then; of a divided GPU below a
     *     seventh of that
     * @param taken when it was measured
     */
    public static boolean is(Accelerator device, double activity, Instant taken) {
        List<Task> holders = activity < active(!device.getSlices().isEmpty()) ? Holdings.holders(device) : List.of();
        return !holders.isEmpty()
                && Holdings.lastStart(holders)
                        .filter(began -> taken.isBefore(began.plus(SETTLES)))
                        .isEmpty();
    }
}
