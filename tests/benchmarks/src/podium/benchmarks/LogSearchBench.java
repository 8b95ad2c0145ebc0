// SPDX-License-Identifier: Apache-2.0
package podium.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.regex.Pattern;
import podium.core.log.LogIndex;
import podium.core.log.LogLine;
import podium.core.log.LogRing;

/**
 * P16: all lines of a log searched, beside two that have them as a list of strings: a regular expression on each of them, and
 * {@link String#indexOf(String)}, which knows no case. CPU time of the searching thread; the median of five, after one.
 */
final class LogSearchBench {
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 6;
    private static final int IGNORES_CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private final LogRing ring;
    private final List<String> strings = new ArrayList<>();

    LogSearchBench(LogRing ring) {
        this.ring = ring;
        for (long i = ring.first(); i < ring.next(); i++) {
            LogLine line = ring.get(i);
            strings.add(line == null ? "" : line.text());
        }
    }

    void measure() {
        // in each line and nothing else, in one of some thousands, in none, one of two, in each but only in some the
        // whole
        for (String regex :
                List.of("grad norm", "STEP 4711 ", "nccl warn", "error|traceback", "loss 2\\.[0-3]", "\\d+ of rank")) {
            Pattern pattern = Pattern.compile(regex, IGNORES_CASE);
            int[] found = new int[1];
            long[] all = nanos(() -> found[0] = search(pattern));
            double own = median(all);
            double regexes = median(nanos(() -> (int)
                    strings.stream().filter(it -> pattern.matcher(it).find()).count()));
            String literal = regex.replaceAll("[\\\\|\\[].*", "");
            double plain = median(nanos(() -> (int)
                    strings.stream().filter(it -> it.indexOf(literal) >= 0).count()));
            System.out.printf(
                    Locale.ROOT,
                    "P16 search of %,d lines for %-15s %4.0f ms of CPU, at first %4.0f; %,9d found; strings: regular"
                            + " expression %6.0f ms (%.2f x), indexOf %5.0f ms (%.2f x)%n",
                    strings.size(),
                    regex,
                    own,
                    all[0] / 1e6,
                    found[0],
                    regexes,
                    own / regexes,
                    plain,
                    own / plain);
        }
    }

    private int search(Pattern pattern) {
        LogIndex index = new LogIndex(ring);
        index.choose(new LogIndex.Choice(Optional.empty(), Optional.empty(), Optional.of(pattern)));
        boolean more = true;
        while (more) {
            more = index.advance();
        }
        return index.found();
    }

    private static long[] nanos(IntSupplier work) {
        long[] took = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long start = CPU.getCurrentThreadCpuTime();
            work.getAsInt();
            took[i] = CPU.getCurrentThreadCpuTime() - start;
        }
        return took;
    }

    private static double median(long[] took) {
        long[] warm = Arrays.copyOfRange(took, 1, ROUNDS);
        Arrays.sort(warm);
        return warm[warm.length / 2] / 1e6;
    }
}
