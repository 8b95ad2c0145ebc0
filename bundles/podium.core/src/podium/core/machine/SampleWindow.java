// SPDX-License-Identifier: Apache-2.0
package podium.core.machine;

import java.time.Duration;

/**
 * The time span over which the source measured a value.
 *
 * @param shortest of a mean: the shortest time it may be of
 * @param longest of a mean: the longest; the same where it is known exactly
 */
public record SampleWindow(Kind kind, Duration shortest, Duration longest) {
    /** What kind of value it is. */
    public enum Kind {
        /** The value at the moment of reading. */
        MOMENT,
        /** The mean of a time that ended with the reading. */
        MEAN,
        /** A count or sum since the driver was loaded. */
        SINCE_LOAD,
        /** The last of events, from the moment they are listened to. */
        LAST_EVENT
    }

    public static SampleWindow moment() {
        return new SampleWindow(Kind.MOMENT, Duration.ZERO, Duration.ZERO);
    }

    public static SampleWindow sinceLoad() {
        return new SampleWindow(Kind.SINCE_LOAD, Duration.ZERO, Duration.ZERO);
    }

    public static SampleWindow lastEvent() {
        return new SampleWindow(Kind.LAST_EVENT, Duration.ZERO, Duration.ZERO);
    }

    public static SampleWindow mean(Duration of) {
        return new SampleWindow(Kind.MEAN, of, of);
    }

    public static SampleWindow mean(Duration shortest, Duration longest) {
        return new SampleWindow(Kind.MEAN, shortest, longest);
    }
}
