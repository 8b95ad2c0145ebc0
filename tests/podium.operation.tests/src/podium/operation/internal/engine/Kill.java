// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import podium.operation.internal.journal.FileJournalChannel;
import podium.operation.internal.journal.Journal;
import podium.operation.internal.journal.JournalChannel;

/** Ends a process, as far as its journal and its cluster can tell, at the n-th of the points it passes. */
public final class Kill {
    /** The process is gone; nothing after this happens. */
    static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Killed() {
            super("killed", null, false, false);
        }
    }

    private final int at;
    private final AtomicInteger passed = new AtomicInteger();
    private volatile boolean dead;

    public Kill(int at) {
        this.at = at;
    }

    /** A kill that never comes; counts the points. */
    static Kill never() {
        return new Kill(Integer.MAX_VALUE);
    }

    public void point() {
        if (dead || passed.getAndIncrement() >= at) {
            dead = true;
            throw new Killed();
        }
    }

    int points() {
        return passed.get();
    }

    /** A journal channel with four points in every record: before it, within it, after it, after its flush. */
    public Journal.Opener opener() {
        return (file, length) -> {
            JournalChannel real = new FileJournalChannel(file, length);
            return new JournalChannel() {
                @Override
                public void append(ByteBuffer bytes) throws IOException {
                    point();
                    ByteBuffer half = bytes.slice(0, bytes.remaining() / 2);
                    ByteBuffer rest = bytes.slice(bytes.remaining() / 2, bytes.remaining() - bytes.remaining() / 2);
                    real.append(half);
                    point();
                    real.append(rest);
                    point();
                }

                @Override
                public void force() throws IOException {
                    real.force();
                    point();
                }

                @Override
                public void close() throws IOException {
                    real.close();
                }
            };
        };
    }
}
