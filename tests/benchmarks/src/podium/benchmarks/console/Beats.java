// SPDX-License-Identifier: Apache-2.0
package podium.benchmarks.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How long the UI thread took to answer within a span of time, in nanoseconds, sorted.
 *
 * @param waits until it answered; on a busy machine also until it had a processor
 * @param works its own processor time until it answered: what the wait would be on an idle machine
 */
record Beats(long[] waits, long[] works) {
    private static final double MILLI = 1e6;
    private static final double STALL_MS = 50;

    /** Those asked from one moment of {@link System#nanoTime()} to another. */
    static Beats of(Path file, long from, long to) throws IOException {
        List<long[]> beats;
        try (var lines = Files.lines(file)) {
            beats = lines.map(line -> Arrays.stream(line.split(" "))
                            .mapToLong(Long::parseLong)
                            .toArray())
                    .filter(beat -> beat.length == 3 && beat[0] >= from && beat[0] < to)
                    .toList();
        }
        return new Beats(sorted(beats, 1), sorted(beats, 2));
    }

    private static long[] sorted(List<long[]> beats, int column) {
        return beats.stream().mapToLong(beat -> beat[column]).sorted().toArray();
    }

    @Override
    public String toString() {
        return waits.length == 0
                ? "no sign of life"
                : String.format(
                        Locale.ROOT, "%,d beats, waits %s; worked %s", waits.length, words(waits), words(works));
    }

    private static String words(long[] nanos) {
        return String.format(
                Locale.ROOT,
                "p50 %.1f p99 %.1f max %.1f ms, %d over 50 ms",
                nanos[nanos.length / 2] / MILLI,
                nanos[nanos.length * 99 / 100] / MILLI,
                nanos[nanos.length - 1] / MILLI,
                Arrays.stream(nanos).filter(wait -> wait > STALL_MS * MILLI).count());
    }
}
