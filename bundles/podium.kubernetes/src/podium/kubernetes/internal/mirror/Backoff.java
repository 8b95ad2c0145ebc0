// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.mirror;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Growing waits with jitter, so that many consoles do not come back in step. One thread. */
final class Backoff {
    private final MirrorTiming timing;
    private final RandomGenerator random;
    private int failures;

    Backoff(MirrorTiming timing, RandomGenerator random) {
        this.timing = timing;
        this.random = random;
    }

    /** The wait after one more failure: doubled each time, then between half and the whole of it. */
    Duration next() {
        long whole = Math.min(timing.longest().toMillis(), timing.shortest().toMillis() << Math.min(failures, 20));
        failures++;
        return Duration.ofMillis(whole / 2 + random.nextLong(whole / 2 + 1));
    }

    void reset() {
        failures = 0;
    }
}
