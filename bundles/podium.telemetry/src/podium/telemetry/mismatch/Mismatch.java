// SPDX-License-Identifier: Apache-2.0
package podium.telemetry.mismatch;

import java.time.Instant;
import java.util.OptionalDouble;
import podium.telemetry.texts.Texts;

/**
 * A device of which the API says one thing and its metrics another.
 *
 * @param since since when that has been so, as far as the store knows; not before its first sample
 * @param activity newest, 0 to 1; empty: no source tells
 * @param memoryUsed newest, bytes; empty: no source tells
 */
public record Mismatch(
        ReportedAllocation allocation, Kind kind, Instant since, OptionalDouble activity, OptionalDouble memoryUsed) {
    /** What does not fit. */
    public enum Kind {
        /** A task holds it and nothing has run on it. */
        IDLE_BUT_HELD(Texts.of("Mismatch.idleButHeld")),
        /** Nobody holds it and something runs on it, or keeps memory of it. */
        USED_BUT_NOT_HELD(Texts.of("Mismatch.usedButNotHeld"));

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
