// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.local;

import java.time.Duration;
import java.util.Optional;

/**
 * How long a thread has been asking one device. The thread says when it begins and ends; any other may look. Allocates only
 * for the one who looks.
 */
public final class CallTimer {
    private static final int NONE = -1;

    private volatile int device = NONE;
    private volatile long since;

    /** A device that is being asked, and for how long. */
    public record Asking(int device, Duration time) {}

    public void begin(int index) {
        since = System.nanoTime();
        device = index;
    }

    public void end() {
        device = NONE;
    }

    /** Which device has been asked for at least this long; empty: none. */
    public Optional<Asking> longerThan(Duration limit) {
        long start = since;
        int asked = device;
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        return asked != NONE && since == start && time.compareTo(limit) >= 0
                ? Optional.of(new Asking(asked, time))
                : Optional.empty();
    }
}
