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

    /** True when a stream is open and has said nothing for that long. */
    synchronized boolean silentFor(Duration time) {
        return stream != null && clock.millis() - heard > time.toMillis();
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
