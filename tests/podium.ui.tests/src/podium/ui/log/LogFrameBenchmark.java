// SPDX-License-Identifier: Apache-2.0
package podium.ui.log;

import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import podium.core.log.LogOptions;
import podium.core.log.LogQuery;
import podium.core.log.PodContainers;
import podium.core.log.PodContainers.Container;
import podium.core.log.PodContainers.Role;
import podium.core.log.PodLogReader;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.ui.fake.PartScreen;

/**
 * P16: frames of the log while 64 ranks write 50,000 lines a second: the CPU time of the UI thread for each turn of its loop, in which a
 * frame is painted or something is read that was pressed. Then the same while it is scrolled through by a key held down. A turn of more
 * than 33 ms is a frame that was dropped. {@code main([seconds linesASecond])}; needs a display.
 */
public final class LogFrameBenchmark {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int RANKS = 64;
    private static final double FRAME_MILLIS = 33;
    private static final String TEXT =
            " \u001b[32mstep\u001b[0m %d | loss 2.%d113 | grad norm 0.81 | 1903 ms/step | rank %s%n";

    private final PartScreen seen = new PartScreen();
    private final AtomicLong written = new AtomicLong();
    private final double rate;
    private volatile boolean over;

    private LogFrameBenchmark(double rate) {
        this.rate = rate / RANKS;
    }

    /** Runs both measurements and prints them. */
    public static void main(String[] args) {
        int seconds = args.length > 0 ? Integer.parseInt(args[0]) : 15;
        double rate = args.length > 1 ? Double.parseDouble(args[1]) : 50_000;
        LogFrameBenchmark it = new LogFrameBenchmark(rate);
        it.run(seconds);
        it.seen.close();
    }

    private void run(int seconds) {
        Cluster lab = seen.stage.made.cluster("lab", RANKS);
        Job job = seen.stage.made.job(lab, "train", "Job", JobState.RUNNING, RANKS, 8);
        for (int rank = 0; rank < RANKS; rank++) {
            seen.stage.made.task(
                    job, rank, TaskPhase.RUNNING, List.of(lab.getNodes().get(rank)));
        }
        seen.shell.setLayout(new FillLayout());
        seen.shell.setSize(1280, 800);
        LogView view = new LogView(seen.shell, seen.stage.services.theme(), end -> {}, () -> {});
        seen.show();
        long[] frames = {0};
        view.control().addListener(SWT.Paint, event -> frames[0]++);
        try (LogSession session = new LogSession(
                LogTarget.of(List.of(job)).orElseThrow(),
                new LogOptions(true, false, Optional.empty(), OptionalLong.empty()),
                new LogContainers(false, Optional.empty()),
                new Reader(job),
                view::request)) {
            session.update();
            view.show(Optional.of(session));
            turn(2, null); // warm
            measure("at the end, followed", seconds, frames, session, null);
            measure("scrolled through, 20 pages a second", seconds, frames, session, view);
            over = true;
        }
    }

    private void measure(String what, int seconds, long[] frames, LogSession session, LogView scrolled) {
        long before = frames[0];
        long lines = session.ring().next();
        double[] turns = turn(seconds, scrolled);
        long dropped =
                Arrays.stream(turns).filter(millis -> millis > FRAME_MILLIS).count();
        System.out.printf(
                Locale.ROOT,
                "P16 %-36s %,.0f lines a second, %.1f frames a second; a turn of the UI thread: p50 %.2f p99 %.2f worst"
                        + " %.1f ms of CPU, %d above %.0f ms; %,d lines kept%n",
                what,
                (session.ring().next() - lines) / (double) seconds,
                (frames[0] - before) / (double) seconds,
                turns[turns.length / 2],
                turns[turns.length * 99 / 100],
                turns[turns.length - 1],
                dropped,
                FRAME_MILLIS,
                session.ring().next() - session.ring().first());
    }

    /** The CPU time of each turn of the loop that did something, sorted. */
    private double[] turn(int seconds, LogView scrolled) {
        Display display = seen.shell.getDisplay();
        double[] turns = new double[1_000_000];
        int count = 0;
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        long next = System.nanoTime();
        boolean up = true;
        while (System.nanoTime() < end && count < turns.length) {
            if (scrolled != null && System.nanoTime() > next) {
                org.eclipse.swt.widgets.Event key = new org.eclipse.swt.widgets.Event();
                key.keyCode = up ? SWT.PAGE_UP : SWT.PAGE_DOWN;
                scrolled.control().notifyListeners(SWT.KeyDown, key);
                next += 50_000_000;
                up = (System.nanoTime() / 2_000_000_000L) % 2 == 0;
            }
            long begin = THREADS.getCurrentThreadCpuTime();
            boolean did = display.readAndDispatch();
            if (did) {
                turns[count++] = (THREADS.getCurrentThreadCpuTime() - begin) / 1e6;
            } else {
                LockSupport.parkNanos(1_000_000);
            }
        }
        double[] sorted = count == 0 ? new double[1] : Arrays.copyOf(turns, count);
        Arrays.sort(sorted);
        return sorted;
    }

    private final class Reader implements PodLogReader {
        private final Job job;

        Reader(Job job) {
            this.job = job;
        }

        @Override
        public InputStream open(LogQuery query) {
            return new Paced(query.pod());
        }

        @Override
        public Optional<PodContainers> containers(String namespace, String pod) {
            return job.getTasks().stream()
                    .filter(task -> task.getName().equals(pod))
                    .map(Task::getUid)
                    .findFirst()
                    .map(uid -> new PodContainers(
                            uid, false, List.of(new Container("main", Role.MAIN, "running", 0, true))));
        }
    }

    /** Lines at the rate of one rank. */
    private final class Paced extends InputStream {
        private final String pod;
        private final long start = System.nanoTime();
        private long made;
        private byte[] line = {};
        private int at;

        Paced(String pod) {
            this.pod = pod;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            int filled = 0;
            while (filled < length && !over) {
                if (at == line.length) {
                    if (made >= (System.nanoTime() - start) / 1e9 * rate) {
                        if (filled > 0) {
                            break;
                        }
                        LockSupport.parkNanos(5_000_000);
                        continue;
                    }
                    line = (Instant.now() + String.format(Locale.ROOT, TEXT, made, made % 10, pod))
                            .getBytes(StandardCharsets.UTF_8);
                    at = 0;
                    made++;
                    written.incrementAndGet();
                }
                int some = Math.min(length - filled, line.length - at);
                System.arraycopy(line, at, into, offset + filled, some);
                at += some;
                filled += some;
            }
            return over ? -1 : filled;
        }
    }
}
