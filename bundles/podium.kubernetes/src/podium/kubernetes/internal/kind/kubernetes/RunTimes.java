// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind.kubernetes;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.eclipse.jdt.annotation.Nullable;
import podium.kubernetes.texts.Texts;

/** Formats the last and the next run of a schedule, in UTC. */
public final class RunTimes {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private RunTimes() {}

    public static String next(@Nullable Instant at) {
        return at == null ? Texts.of("RunTimes.itsNextRunIsNotKnown") : Texts.of("RunTimes.nextRun", MINUTE.format(at));
    }

    /** @param name of what ran; empty: it is not told */
    public static String last(@Nullable Instant at, String name) {
        return at == null
                ? Texts.of("RunTimes.notRunYet")
                : name.isEmpty()
                        ? Texts.of("RunTimes.lastRun", MINUTE.format(at))
                        : Texts.of("RunTimes.lastRunAs", MINUTE.format(at), name);
    }
}
