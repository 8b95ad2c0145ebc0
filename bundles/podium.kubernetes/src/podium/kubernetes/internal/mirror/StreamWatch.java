// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.mirror;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.eclipse.jdt.annotation.Nullable;
import podium.kubernetes.internal.transport.Stream;

/** The stream a feed reads now and when it last spoke; lets another thread end it. Any thread. */
final class StreamWatch {
    private final InstantSource clock;
    private @Nullable Stream stream;
    private volatile long heard;
    private boolean dropped;

    StreamWatch(InstantSource clock) {
        this.clock = clock;
        this.heard = clock.millis();
    }

    synchronized void open(Stream opened) {
        stream = opened;
        heard = clock.millis();
    }

    synchronized void closed() {
        stream = null;
    }

    void heard() {
        heard = clock.millis();
    }

    Instant last() {
        return Instant.ofEpochMilli(heard);
    }

    /** True when nothing was heard for that long, whether a stream is open or not. */
    boolean silentFor(Duration time) {
        return silence() > time.toMillis();
    }

    private long silence() {
        long now = clock.millis();
        if (heard > now) {
            // the clock was set back: counted from here on
            heard = now;
        }
        return now - heard;
    }

    /** True when a stream is open that has said nothing for that long. */
    synchronized boolean deadFor(Duration time) {
        return stream != null && silence() > time.toMillis();
    }

    /** Ends the stream, if one is open. */
    void drop() {
        Stream open;
        synchronized (this) {
            open = stream;
            dropped |= open != null;
        }
        if (open != null) {
            open.close();
        }
    }

    /** True once after a stream was dropped: that it ended is then no failure of its own. */
    synchronized boolean wasDropped() {
        boolean was = dropped;
        dropped = false;
        return was;
    }
}
