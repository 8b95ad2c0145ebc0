// SPDX-License-Identifier: Apache-2.0
package podium.core.log;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import podium.core.failure.Defects;
import podium.core.log.LogLine.Kind;
import podium.core.texts.Texts;

/**
 * The logs of several containers as one, by the times of their lines: what comes late is put where its time is. Lines are shown as they
 * come, a twentieth of a second of them at a time; those who have begun are waited for at the beginning, but not for long. Who writes
 * faster than it is taken waits. Any thread.
 */
public final class MergedLog implements AutoCloseable {
    /** Followed at once; a job may have more ranks than a server should be asked for. */
    public static final int MOST = 512;

    private static final Duration GATHER = Duration.ofMillis(50);
    private static final Duration BEGINNING = Duration.ofMillis(300);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int MOST_PENDING = 100_000;

    private final PodLogReader reader;
    private final LogOptions options;
    private final LogRing ring;
    private final Runnable changed;
    private final Duration pause;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Map<String, LogTail> tails = new HashMap<>();
    private final Set<LogTail> running = new HashSet<>();
    private final Set<LogTail> behind = new HashSet<>();
    private List<LogLine> pending = new ArrayList<>();
    private boolean told;
    private boolean closed;

    /** @param changed called on a thread of this when the ring has other lines than before */
    public MergedLog(PodLogReader reader, LogOptions options, LogRing ring, Runnable changed) {
        this(reader, options, ring, changed, PAUSE);
    }

    /** @param pause before a broken stream is opened again */
    MergedLog(PodLogReader reader, LogOptions options, LogRing ring, Runnable changed, Duration pause) {
        this.reader = reader;
        this.options = options;
        this.ring = ring;
        this.changed = changed;
        this.pause = pause;
        threads.execute(this::merge);
    }

    /** The containers that there are now: those that are new are followed too, those that are left out end by themselves. */
    public void follow(List<LogSource> sources) {
        lock.lock();
        try {
            for (LogSource source : sources) {
                String key = source.pod() + "/" + source.uid() + "/" + source.container();
                if (closed || tails.containsKey(key)) {
                    continue;
                }
                if (running.size() >= MOST) {
                    tellLimit();
                    return;
                }
                begin(key, source);
            }
        } finally {
            lock.unlock();
        }
    }

    private void begin(String key, LogSource source) {
        LogTail tail = new LogTail(reader, source, options, new Sink(), pause);
        tails.put(key, tail);
        running.add(tail);
        behind.add(tail);
        threads.execute(() -> {
            try {
                tail.run();
            } catch (RuntimeException | Error e) {
                Defects.tell(Texts.of("MergedLog.theLogOf", source.pod()), e);
            } finally {
                ended(tail);
            }
        });
    }

    private void tellLimit() {
        if (!told) {
            told = true;
            pending.add(LogLine.note(-1, 0, Texts.of("MergedLog.onlyContainersAreFollowed", MOST), Kind.GAP));
            moved.signalAll();
        }
    }

    private void ended(LogTail tail) {
        lock.lock();
        try {
            running.remove(tail);
            behind.remove(tail);
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** How many containers are followed now. */
    public int running() {
        lock.lock();
        try {
            return running.size();
        } finally {
            lock.unlock();
        }
    }

    private final class Sink implements LogTail.Sink {
        @Override
        public void line(LogLine line) throws InterruptedException {
            lock.lockInterruptibly();
            try {
                while (pending.size() >= MOST_PENDING && !closed) {
                    moved.await();
                }
                pending.add(line);
                if (pending.size() == 1 || pending.size() == MOST_PENDING) {
                    moved.signalAll();
                }
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void caughtUp(LogTail tail) {
            lock.lock();
            try {
                if (behind.remove(tail)) {
                    moved.signalAll();
                }
            } finally {
                lock.unlock();
            }
        }
    }

    private void merge() {
        try {
            long until = System.nanoTime() + BEGINNING.toNanos();
            while (true) {
                List<LogLine> batch = take(until);
                if (batch.isEmpty()) {
                    return;
                }
                batch.sort(Comparator.comparingLong(LogLine::time));
                ring.append(batch);
                changed.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The next lines; none: it is closed. */
    private List<LogLine> take(long until) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!closed && (pending.isEmpty() || begins(until))) {
                moved.await(100, TimeUnit.MILLISECONDS);
            }
            long gathered = System.nanoTime() + GATHER.toNanos();
            for (long left = GATHER.toNanos();
                    !closed && left > 0 && pending.size() < MOST_PENDING;
                    left = gathered - System.nanoTime()) {
                moved.awaitNanos(left);
            }
            List<LogLine> batch = closed ? List.of() : pending;
            pending = new ArrayList<>();
            moved.signalAll();
            return batch;
        } finally {
            lock.unlock();
        }
    }

    private boolean begins(long until) {
        return !behind.isEmpty() && pending.size() < MOST_PENDING && System.nanoTime() < until;
    }

    @Override
    public void close() {
        List<LogTail> all;
        lock.lock();
        try {
            closed = true;
            all = new ArrayList<>(tails.values());
            moved.signalAll();
        } finally {
            lock.unlock();
        }
        all.forEach(LogTail::close);
        threads.shutdownNow();
    }
}
