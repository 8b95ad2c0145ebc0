// SPDX-License-Identifier: Apache-2.0
package podium.ui.log;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import podium.core.failure.FailureText;
import podium.core.log.LogIndex;
import podium.core.log.LogLine;
import podium.core.log.LogOptions;
import podium.core.log.LogRing;
import podium.core.log.LogSource;
import podium.core.log.MergedLog;
import podium.core.log.PodContainers;
import podium.core.log.PodContainers.Container;
import podium.core.log.PodLogReader;

/**
 * What one target writes, from the moment it is shown until something else is. Methods in the UI thread; its work on threads of
 * its own.
 */
final class LogSession implements AutoCloseable {
    private static final int LINES = 1_000_000;
    /** Of the text of all lines together, as UTF-8. */
    private static final long BYTES = 192L << 20;

    private static final int ASKED_AT_ONCE = 16;

    /** Numbers of pods are below it. */
    private static final int OTHERS = 1 << 20;

    private final LogTarget target;
    private final boolean previous;
    private final LogContainers shown;
    private final PodLogReader reader;
    private final LogRing ring;
    private final LogIndex index;
    private final MergedLog log;
    private final Runnable changed;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore asking = new Semaphore(ASKED_AT_ONCE);
    private final Semaphore advancing = new Semaphore(1);
    private final Queue<LogRing.Move> moves = new ConcurrentLinkedQueue<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    /** Asked from the thread that saves the log, too. */
    private final Map<Integer, String> labels = new ConcurrentHashMap<>();

    private final Set<String> known = new HashSet<>();
    /** What is beside the first container of a pod, by its own number. */
    private final Map<Integer, String> others = new ConcurrentHashMap<>();

    private final AtomicInteger other = new AtomicInteger();
    private final AtomicInteger opening = new AtomicInteger();

    private final Set<String> containers = new ConcurrentSkipListSet<>();

    /**
     * @param shown which containers of its pods
     * @param changed called on any thread when there is something else to show
     */
    LogSession(LogTarget target, LogOptions options, LogContainers shown, PodLogReader reader, Runnable changed) {
        this.target = target;
        this.previous = options.previous();
        this.shown = shown;
        this.reader = reader;
        this.changed = changed;
        this.ring = new LogRing(LINES, BYTES);
        this.index = new LogIndex(ring);
        ring.onMove(moves::add);
        this.log = new MergedLog(reader, options, ring, this::advance);
    }

    LogTarget target() {
        return target;
    }

    LogRing ring() {
        return ring;
    }

    LogIndex index() {
        return index;
    }

    /** How lines have moved since it was last asked, for the one who remembers their numbers. */
    List<LogRing.Move> moves() {
        return Stream.generate(moves::poll).takeWhile(Objects::nonNull).toList();
    }

    /** Containers that are followed now. */
    int running() {
        return log.running();
    }

    /** Pods whose containers were asked for, and not told yet. */
    int opening() {
        return opening.get();
    }

    /** How many ranks or tasks there are. */
    int sources() {
        return labels.size();
    }

    /** Rank or name of a source, and the container where several of a pod are read. */
    String label(int source) {
        return others.getOrDefault(source, labels.getOrDefault(source, ""));
    }

    /** The letters of the longest of them. */
    int widest() {
        return Stream.concat(labels.values().stream(), others.values().stream())
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    /** The names of the containers that its pods have, as far as they were asked. */
    List<String> containers() {
        return List.copyOf(containers);
    }

    /** Looks for other lines from now on. */
    void choose(LogIndex.Choice choice) {
        index.choose(choice);
        threads.execute(this::advance);
    }

    /** Why no run before the present one is asked for; empty: one is, or none was wanted. */
    Optional<String> whyNoRunBefore() {
        return previous ? target.whyNoRunBefore() : Optional.empty();
    }

    /** Whether the run before the present one is read, which is not followed. */
    boolean isPrevious() {
        return previous;
    }

    /** Whether the run before was asked for where that is the one that is shown anyway. */
    boolean isSameRun() {
        return previous && containers.size() == 1 && target.isBetweenRuns();
    }

    /** The pods there are now are followed too. */
    void update() {
        boolean asks = whyNoRunBefore().isEmpty();
        for (LogTarget.Pod pod : target.pods(numbers)) {
            labels.put(pod.number(), pod.label());
            if (asks && known.add(pod.uid())) {
                opening.incrementAndGet();
                threads.execute(() -> begin(pod));
            }
        }
    }

    private void begin(LogTarget.Pod pod) {
        try {
            asking.acquire();
            try {
                Optional<PodContainers> found = reader.containers(pod.namespace(), pod.name());
                log.follow(found.filter(it -> it.uid().equals(pod.uid()))
                        .map(it -> sources(pod, it))
                        .orElse(List.of()));
            } finally {
                asking.release();
            }
        } catch (IOException e) {
            ring.append(List.of(
                    LogLine.note(pod.number(), 0, pod.name() + ": " + FailureText.sentence(e), LogLine.Kind.NOTE)));
            advance();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            opening.decrementAndGet();
            changed.run();
        }
    }

    private List<LogSource> sources(LogTarget.Pod pod, PodContainers found) {
        found.all().forEach(container -> containers.add(container.name()));
        List<LogSource> sources = new ArrayList<>();
        for (Container container : found.all()) {
            if (shown.shows(container)) {
                int number = pod.number();
                if (!sources.isEmpty()) {
                    number = OTHERS + other.getAndIncrement();
                    others.put(number, pod.label() + "/" + container.name());
                }
                sources.add(new LogSource(number, pod.namespace(), pod.name(), pod.uid(), container.name()));
            }
        }
        return sources;
    }

    /** One thread looks at the lines; who comes meanwhile is told of by the one that is at it. */
    private void advance() {
        changed.run();
        // asked after it was given back: what came while it was not to be had is looked at too
        while (index.isLooking() && advancing.tryAcquire()) {
            try {
                index.advance();
            } finally {
                advancing.release();
            }
            changed.run();
        }
    }

    @Override
    public void close() {
        log.close();
        threads.shutdownNow();
    }
}
