// SPDX-License-Identifier: Apache-2.0
package podium.simulator;

import java.time.Duration;
import java.time.Instant;
import podium.simulator.internal.loop.VirtualTimePacer;

/** The virtual time of a simulated cluster. Any thread may use it. */
public final class SimulatorClock {

    private final VirtualTimePacer pace;

    SimulatorClock(VirtualTimePacer pace) {
        this.pace = pace;
    }

    /** The present in the cluster. */
    public Instant now() {
        return pace.instant();
    }

    /** How many times faster than real time it passes; 0 if it stands still. */
    public double speed() {
        return pace.factor();
    }

    /**
     * Lets it pass faster, slower, or not at all.
     *
     * @throws IllegalArgumentException if the speed is negative, infinite or no number
     */
    public void setSpeed(double speed) {
        pace.setFactor(speed);
    }

    /** Jumps ahead; everything that falls into that time has happened when this returns. */
    public void advance(Duration time) {
        pace.advance(time);
    }
}
