// SPDX-License-Identifier: Apache-2.0
package podium.core.text;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How a time is written for people, in every text and table. Any thread. */
public final class ReadableTime {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

    private ReadableTime() {}

    /** Date and time to the second in the operator's zone. */
    public static String of(Instant time) {
        return TIME.format(time);
    }
}
