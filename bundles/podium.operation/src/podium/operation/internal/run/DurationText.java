// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.run;

import java.time.Duration;

/** Durations in words: 350 ms, 12 s, 3 min. */
public final class DurationText {
    private DurationText() {}

    /** A time as people say it: "45 s", "3 min 20 s", "2 h 5 min". */
    public static String time(Duration time) {
        long seconds = Math.max(0, time.toSeconds());
        if (time.compareTo(Duration.ofSeconds(1)) < 0) {
            // a clock that was set back in the meantime
            return Math.max(0, time.toMillis()) + " ms";
        } else if (seconds < 60) {
            return seconds + " s";
        } else if (seconds < 3600) {
            return seconds / 60 + " min" + (seconds % 60 == 0 ? "" : " " + seconds % 60 + " s");
        }
        return seconds / 3600 + " h" + (seconds % 3600 / 60 == 0 ? "" : " " + seconds % 3600 / 60 + " min");
    }
}
