// SPDX-License-Identifier: Apache-2.0
package podium.core.log;

import org.eclipse.jdt.annotation.Nullable;

/**
 * One line of a log, safe to be shown.
 *
 * @param source which of the containers of the log wrote it, as it was numbered; negative: Podium, about all of them
 * @param time nanoseconds since 1970 at which it was written; 0: not known
 * @param text without control characters
 * @param styles how parts of it look, as {@link AnsiText} packs them; null: plain
 * @param kind who says it
 */
public record LogLine(int source, long time, String text, int @Nullable [] styles, Kind kind) {
    /** Who says a line. */
    public enum Kind {
        /** The container. */
        WRITTEN,
        /** Podium, about what happened to the container. */
        NOTE,
        /** Podium: lines may be missing here. */
        GAP
    }

    /** A line of a container, with its colours. */
    public static LogLine written(int source, long time, String raw) {
        return AnsiText.line(source, time, raw);
    }

    /** What Podium has to say. */
    public static LogLine note(int source, long time, String text, Kind kind) {
        return new LogLine(source, time, text, null, kind);
    }
}
