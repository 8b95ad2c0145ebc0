// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.mirror;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.eclipse.jdt.annotation.Nullable;
import podium.kubernetes.internal.transport.ApiStream;

/** The stream a feed reads now and when it last spoke; lets another thread end it. Any thread. */
final class StreamWatch {
    /** The bookmarks are sent each second, or a little later. */
    private static final long LAST = 3000;

    private final InstantSource clock;
    private final Duration usual;
    private @Nullable ApiStream stream;
    private Duration limit;
    private volatile long heard;
    private long bookmark;
    private boolean announced;
    private boolean dropped;

    StreamWatch(InstantSource clock, Duration silence) {
        this.clock = clock;
        this.usual = silence;
        this.limit = silence;
        this.heard = clock.millis();
    }

    /** @param lasting how long it may be silent */
    synchronized void open(ApiStream opened, Duration lasting) {
        stream = opened;
        limit = lasting;
        heard = clock.millis();
    }

    synchronized void closed() {
        stream = null;
        announced = clock.millis() - bookmark < LAST;
        bookmark = 0;
    }

    /** A bookmark came. */
    synchronized void bookmark() {
        bookmark = clock.millis();
    }

    /** True when the server announced the end of the last stream: kube-apiserver sends a bookmark two seconds before it. */
    synchronized boolean announces() {
        return announced;
    }

    void heard() {
        heard = clock.millis();
    }

    Instant last() {
        return Instant.ofEpochMilli(heard);
    }

    /** True when nothing was heard for longer than the stream, or the last one, may be silent. */
    synchronized boolean isSilent() {
        return silence() > limit.toMillis();
    }

    /** True when such a stream is open. */
    synchronized boolean isDead() {
        return stream != null && isSilent();
    }

    /** True when a stream is open that may be silent for longer than usual. */
    synchronized boolean lastsLong() {
        return stream != null && limit.compareTo(usual) > 0;
    }

    /** True when a stream is open on a connection that is shared, and not on that one. */
    synchronized boolean isAstray(String connection) {
        ApiStream open = stream;
        return open != null
                && open.sharedConnection()
                        .filter(own -> !own.equals(connection))
                        .isPresent();
    }

    private long silence() {
        long now = clock.millis();
        if (heard > now) {
            // the clock was set back: counted from here on
            heard = now;
        }
        return now - heard;
    }

    /** Ends the stream, if one is open; true when one was. */
    boolean drop() {
        ApiStream open;
        synchronized (this) {
            open = stream;
            dropped |= open != null;
        }
        if (open != null) {
            open.close();
        }
        return open != null;
    }

    /** True once after a stream was dropped: that it ended is then no failure of its own. */
    synchronized boolean wasDropped() {
        boolean was = dropped;
        dropped = false;
        return was;
    }
}
