// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.run;

import java.time.Duration;
import podium.operation.texts.Texts;

/** Durations in words: 350 ms, 12 s, 3 min. */
public final class DurationText {
    private DurationText() {}

    /** A time as people say it: "45 s", "3 min 20 s", "2 h 5 min". */
    public static String time(Duration time) {
        long seconds = Math.max(0, time.toSeconds());
        if (time.compareTo(Duration.ofSeconds(1)) < 0) {
            // a clock that was set back in the meantime
            return Texts.of("DurationText.milliseconds", Math.max(0, time.toMillis()));
        } else if (seconds < 60) {
            return Texts.of("DurationText.seconds", seconds);
        } else if (seconds < 3600) {
            return seconds % 60 == 0
                    ? Texts.of("DurationText.minutes", seconds / 60)
                    : Texts.of("DurationText.minutesAndSeconds", seconds / 60, seconds % 60);
        }
        long minutes = seconds % 3600 / 60;
        return minutes == 0
                ? Texts.of("DurationText.hours", seconds / 3600)
                : Texts.of("DurationText.hoursAndMinutes", seconds / 3600, minutes);
    }
}
