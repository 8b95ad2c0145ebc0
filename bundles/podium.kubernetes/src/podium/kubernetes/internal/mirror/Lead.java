// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.mirror;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;

/**
 * How far the two watches of a kind have got, and which of them misses what the other one told. Versions of one kind grow with
 * time and are compared as numbers (KEP-5504); one that is no number says nothing. Any thread.
 */
final class Lead {
    /** One of the two watches. */
    final class Side {
        private long at = -1;
        private long told = -1;
        private @Nullable Instant behind;
        private Instant began = Instant.EPOCH;

        private Side other() {
            return this == first ? second : first;
        }

        /** It watches from that version on. */
        void began(String version) {
            synchronized (Lead.this) {
                at = number(version);
                began = clock.instant();
                compare();
            }
        }

        /**
         * It came to that version.
         *
         * @param event by something that happened, which the other one has to tell too; false: by a bookmark
         */
        void heard(String version, boolean event) {
            synchronized (Lead.this) {
                at = Math.max(at, number(version));
                told = event ? at : told;
                compare();
                other().compare();
            }
        }

        private void compare() {
            if (at < 0 || at >= other().told) {
                behind = null;
            } else if (behind == null) {
                behind = clock.instant();
            }
        }

        /** True when it misses something. */
        boolean isBehind() {
            synchronized (Lead.this) {
                return behind != null;
            }
        }

        /** Since when it misses something, where it had that long to tell it since it began; empty: it does not. */
        Optional<Instant> misses(Duration patience) {
            synchronized (Lead.this) {
                Instant since = behind;
                if (since == null) {
                    return Optional.empty();
                }
                Instant from = since.isAfter(began) ? since : began;
                Duration had = Duration.between(from, clock.instant());
                if (had.isNegative()) {
                    // the clock was set back: counted from here on
                    behind = clock.instant();
                    began = clock.instant();
                }
                return had.compareTo(patience) > 0 ? Optional.of(since) : Optional.empty();
            }
        }
    }

    private final InstantSource clock;
    private final Side first = new Side();
    private final Side second = new Side();

    Lead(InstantSource clock) {
        this.clock = clock;
    }

    Side first() {
        return first;
    }

    Side second() {
        return second;
    }

    /** The versions that were told stand for nothing any more. */
    synchronized void forget() {
        for (Side side : new Side[] {first, second}) {
            side.at = -1;
            side.told = -1;
            side.behind = null;
        }
    }

    private static long number(String version) {
        return version.matches("\\d{1,18}") ? Long.parseLong(version) : -1;
    }
}
