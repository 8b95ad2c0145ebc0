// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.gpu;

import podium.simulator.internal.loop.RandomSource;

/** Values that wander smoothly with time, computed from the time alone: nothing is kept, nothing runs. */
final class SmoothNoise {

    private SmoothNoise() {}

    /**
     * A value from 0 to 1.
     *
     * @param seed which curve
     * @param seconds the time
     * @param period about how long it takes to get somewhere else, in seconds
     */
    static double at(RandomSource seed, double seconds, double period) {
        double position = seconds / period;
        long step = (long) Math.floor(position);
        double part = position - step;
        double smooth = part * part * (3 - 2 * part);
        double from = seed.of(step).ratio();
        double to = seed.of(step + 1).ratio();
        return from + (to - from) * smooth;
    }
}
