// SPDX-License-Identifier: Apache-2.0
package podium.ui.log;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import podium.core.failure.FailureText;
import podium.core.log.LogIndex;
import podium.core.log.LogLine;
import podium.core.log.LogOptions;
import podium.core.log.LogRing;
import podium.core.log.LogSource;
import podium.core.log.MergedLog;
import podium.core.log.PodContainers;
import podium.core.log.PodContainers.Role;
import podium.core.log.PodLogReader;

/**
 * What one target writes, from the moment it is shown until something else is. Methods in the UI thread; its work on threads of
 * its own.
 */
final class LogSession implements AutoCloseable {
    /** A million lines, and what they may weigh in memory. */
    private static final int LINES = 1_000_000;

    private static final long CHARACTERS = 192L << 20;
    private static final int ASKED_AT_ONCE = 16;

    private final LogTarget target;
    private final boolean withInit;
    private final PodLogReader reader;
    private final LogRing ring;
    private final LogIndex index;
    private final MergedLog log;
    private final Runnable changed;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore asking = new Semaphore(ASKED_AT_ONCE);
    private final Semaphore advancing = new Semaphore(1);
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<Integer, String> labels = new HashMap<>();
    private final Set<String> known = new HashSet<>();

    /**
     * @param withInit also the logs of init and ephemeral containers
     * @param changed called on any thread when there is something else to show
     */
    LogSession(LogTarget target, LogOptions options, boolean withInit, PodLogReader reader, Runnable changed) {
        this.target = target;
        this.withInit = withInit;
        this.reader = reader;
        this.changed = changed;
        this.ring = new LogRing(LINES, CHARACTERS);
        this.index = new LogIndex(ring);
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

    /** Containers that are followed now. */
    int running() {
        return log.running();
    }

    /** How many ranks or tasks there are. */
    int sources() {
        return labels.size();
    }

    /** Rank or name of a source. */
    String label(int source) {
        return labels.getOrDefault(source, "");
    }

    /** Looks for other lines from now on. */
    void choose(LogIndex.Choice choice) {
        index.choose(choice);
        threads.execute(this::advance);
    }

    /** The pods there are now are followed too. */
    void update() {
        for (LogTarget.Pod pod : target.pods(numbers)) {
            labels.put(pod.number(), pod.label());
            if (known.add(pod.uid())) {
                threads.execute(() -> begin(pod));
            }
        }
    }

    private void begin(LogTarget.Pod pod) {
        try {
            asking.acquire();
            try {
                Optional<PodContainers> found = reader.containers(pod.namespace(), pod.name());
                List<LogSource> sources = new ArrayList<>();
                found.filter(it -> it.uid().equals(pod.uid())).ifPresent(it -> it.all().stream()
                        .filter(container -> withInit || container.role() == Role.MAIN)
                        .forEach(container -> sources.add(new LogSource(
                                pod.number(), pod.label(), pod.namespace(), pod.name(), pod.uid(), container.name()))));
                log.follow(sources);
            } finally {
                asking.release();
            }
        } catch (IOException e) {
            ring.append(List.of(
                    LogLine.note(pod.number(), 0, pod.name() + ": " + FailureText.sentence(e), LogLine.Kind.NOTE)));
            advance();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One thread looks at the lines; who comes meanwhile is told of by the one that is at it. */
    private void advance() {
        boolean more = true;
        while (more && advancing.tryAcquire()) {
            try {
                more = index.advance();
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
