// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind.workflow;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.eclipse.jdt.annotation.Nullable;

/** When a schedule runs, as its controller writes it, in UTC. */
final class RunTimes {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private RunTimes() {}

    static String next(@Nullable Instant at) {
        return at == null ? "its next run is not known" : "next run " + MINUTE.format(at);
    }

    /** @param name of what ran; empty: it is not told */
    static String last(@Nullable Instant at, String name) {
        return at == null ? "not run yet" : "last run " + MINUTE.format(at) + (name.isEmpty() ? "" : " as " + name);
    }
}
