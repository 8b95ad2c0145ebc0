// SPDX-License-Identifier: Apache-2.0
package podium.benchmarks;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import podium.core.log.LogIndex;
import podium.core.log.LogLine;
import podium.core.log.LogOptions;
import podium.core.log.LogQuery;
import podium.core.log.LogRing;
import podium.core.log.LogSource;
import podium.core.log.MergedLog;
import podium.core.log.PodContainers;
import podium.core.log.PodContainers.Container;
import podium.core.log.PodContainers.Role;
import podium.core.log.PodLogReader;

/** P16: a million lines opened, searched and scrolled; 50,000 lines a second out of 64 ranks, of which none is lost. */
final class LogBench {
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
    private static final int LINES = 1_000_000;
    private static final int RANKS = 64;
    private static final int RATE = 50_000;
    private static final int ROWS = 60;

    private LogBench() {}

    static void measure(int seconds) throws Exception {
        long empty = heap();
        LogRing ring = new LogRing(LINES, 192L << 20);
        long start = System.nanoTime();
        try (MergedLog log = new MergedLog(new Kept(), options(false), ring, () -> {})) {
            log.follow(sources());
            while (ring.next() < LINES) {
                Thread.sleep(5);
            }
        }
        double took = seconds(start);
        System.out.printf(
                "P16 open %,d lines of %d ranks: %.2f s; %d bytes of heap a line of %d characters%n",
                LINES,
                RANKS,
                took,
                (heap() - empty) / LINES,
                line(0, 1).length() - line(0, 1).indexOf(' '));
        new LogSearchBench(ring).measure();
        LogIndex index = new LogIndex(ring);
        index.choose(new LogIndex.Choice(
                Optional.of(Pattern.compile("step")),
                Optional.empty(),
                Optional.of(Pattern.compile("loss 2\\.[0-3]"))));
        start = System.nanoTime();
        long cpu = CPU.getCurrentThreadCpuTime();
        boolean more = true;
        while (more) {
            more = index.advance();
        }
        System.out.printf(
                "P16 filter and search them: %.2f s, %.2f s of CPU, %,d found%n",
                seconds(start), (CPU.getCurrentThreadCpuTime() - cpu) / 1e9, index.found());
        start = System.nanoTime();
        long read = 0;
        int pages = 10_000;
        for (int page = 0; page < pages; page++) {
            int place = (int) ((long) page * (index.size() - ROWS) / pages);
            for (int row = 0; row < ROWS; row++) {
                LogLine line = ring.get(index.numberAt(place + row));
                read += line == null ? 0 : line.text().length();
            }
        }
        System.out.printf("P16 one page of a scroll: %.1f us (%,d characters)%n", seconds(start) * 1e6 / pages, read);
        stream(seconds);
    }

    private static void stream(int seconds) throws Exception {
        LogRing ring = new LogRing(LINES, 192L << 20);
        AtomicLong written = new AtomicLong();
        try (Written logs = new Written(written, seconds);
                MergedLog log = new MergedLog(logs, options(true), ring, () -> {})) {
            long start = System.nanoTime();
            log.follow(sources());
            while (log.running() > 0) {
                Thread.sleep(20);
            }
            double took = seconds(start);
            for (long before = -1; before != ring.next(); Thread.sleep(300)) {
                before = ring.next();
            }
            System.out.printf(
                    "P16 %d ranks for %d s: %,d lines written, %,d lost, %,.0f a second%n",
                    RANKS, seconds, written.get(), written.get() + RANKS - ring.next(), written.get() / took);
        }
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static LogOptions options(boolean follow) {
        return new LogOptions(follow, false, Optional.empty(), OptionalLong.empty());
    }

    private static List<LogSource> sources() {
        List<LogSource> sources = new ArrayList<>();
        for (int rank = 0; rank < RANKS; rank++) {
            sources.add(new LogSource(rank, "n", "p" + rank, "u", "c"));
        }
        return sources;
    }

    private static String line(int rank, long step) {
        return Instant.ofEpochSecond(1_767_225_600 + step / 1000, step % 1000 * 1_000_000 + rank) + " [rank" + rank
                + "] \u001b[32mstep\u001b[0m " + step + " | loss 2." + step % 10
                + "113 | grad norm 0.81 | 1903 ms/step\n";
    }

    /** All is written already. */
    private static class Kept implements PodLogReader {
        @Override
        public InputStream open(LogQuery query) throws IOException {
            int rank = Integer.parseInt(query.pod().substring(1));
            StringBuilder text = new StringBuilder();
            for (int step = 0; step < LINES / RANKS; step++) {
                text.append(line(rank, step));
            }
            return new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public Optional<PodContainers> containers(String namespace, String pod) {
            return Optional.of(new PodContainers(
                    "u", true, List.of(new Container("c", Role.MAIN, "ended with exit code 0", 0, false))));
        }
    }

    /** Written as time goes on. */
    private static final class Written extends Kept implements AutoCloseable {
        private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        private final AtomicLong written;
        private final int seconds;

        Written(AtomicLong written, int seconds) {
            this.written = written;
            this.seconds = seconds;
        }

        @Override
        public InputStream open(LogQuery query) throws IOException {
            int rank = Integer.parseInt(query.pod().substring(1));
            if (!query.follow()) {
                return new ByteArrayInputStream(new byte[0]);
            }
            PipedInputStream in = new PipedInputStream(1 << 20);
            PipedOutputStream to = new PipedOutputStream(in);
            threads.execute(() -> {
                try (to;
                        BufferedOutputStream out = new BufferedOutputStream(to)) {
                    long start = System.nanoTime();
                    long step = 0;
                    for (double passed = 0; passed < seconds; passed = seconds(start)) {
                        for (long due = (long) (passed * RATE / RANKS); step < due; step++) {
                            out.write(line(rank, step).getBytes(StandardCharsets.UTF_8));
                            written.incrementAndGet();
                        }
                        out.flush();
                        Thread.sleep(10);
                    }
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            return in;
        }

        @Override
        public void close() {
            threads.shutdownNow();
        }
    }
}
