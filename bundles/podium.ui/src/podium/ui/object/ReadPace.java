// SPDX-License-Identifier: Apache-2.0
package podium.ui.object;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** When something is to be read again: what takes long is read less often. UI thread. */
public final class ReadPace {
    private static final Duration SOONEST = Duration.ofSeconds(2);
    /** A read takes at most so large a part of the time. */
    private static final int SHARE = 10;

    private final InstantSource clock;
    private Instant begun = Instant.MIN;
    private Instant next = Instant.MIN;

    /** At first it is due. */
    public ReadPace(InstantSource clock) {
        this.clock = clock;
    }

    public boolean isDue() {
        return !clock.instant().isBefore(next);
    }

    /** A read begins. */
    public void begin() {
        begun = clock.instant();
    }

    /** It has ended, well or not. */
    public void end() {
        Instant now = clock.instant();
        Duration wait = Duration.between(begun, now).multipliedBy(SHARE);
        next = now.plus(wait.compareTo(SOONEST) < 0 ? SOONEST : wait);
    }

    /** It is something else that is read: at once. */
    public void anew() {
        next = Instant.MIN;
    }
}
