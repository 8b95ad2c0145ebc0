// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.mirror;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import podium.core.change.Change;

/** When the server was last heard and how fast it speaks. Any thread. */
final class ServerActivity {
    private static final Duration REPORT = Duration.ofSeconds(1);

    private final InstantSource clock;
    private final AtomicLong heard;
    private final AtomicLong events = new AtomicLong();
    private Instant reported;
    private long reportedHeard;
    private long reportedEvents;

    ServerActivity(InstantSource clock) {
        this.clock = clock;
        this.reported = clock.instant();
        this.heard = new AtomicLong(clock.millis());
        this.reportedHeard = heard.get();
    }

    /** Bytes came. */
    void bytes() {
        heard.lazySet(clock.millis());
    }

    /** Events were read. */
    void events(int count) {
        events.addAndGet(count);
    }

    Instant last() {
        return Instant.ofEpochMilli(heard.get());
    }

    Duration silence() {
        long now = clock.millis();
        // after the clock was set back it counts from here on
        return Duration.ofMillis(now - heard.updateAndGet(last -> Math.min(last, now)));
    }

    /** What to report, at most once a second and only when something came. */
    synchronized Optional<Change.Heard> report() {
        Instant now = clock.instant();
        Duration passed = Duration.between(reported, now);
        if (passed.compareTo(REPORT) < 0 && !passed.isNegative()) {
            return Optional.empty();
        }
        long last = heard.get();
        long count = events.get();
        double rate = passed.isNegative() ? 0 : (count - reportedEvents) * 1000.0 / passed.toMillis();
        boolean news = last != reportedHeard || count != reportedEvents;
        reported = now;
        reportedHeard = last;
        reportedEvents = count;
        return news ? Optional.of(new Change.Heard(Instant.ofEpochMilli(last), rate)) : Optional.empty();
    }
}
