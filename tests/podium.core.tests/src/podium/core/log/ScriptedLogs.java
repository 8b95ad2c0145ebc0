// SPDX-License-Identifier: Apache-2.0
package podium.core.log;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.api.ReadRefused;
import podium.core.log.PodContainers.Container;
import podium.core.log.PodContainers.Role;

/** A kubelet in memory: what each run of a container wrote, and where its streams break. */
final class ScriptedLogs implements PodLogReader {
    /** One pod with one container. */
    static final class Pod {
        final List<List<String>> runs = new ArrayList<>(List.of(new CopyOnWriteArrayList<>()));
        String uid = "uid";
        volatile boolean over;
        volatile boolean held;
        boolean keepsPrevious = true;
        /** Whether its runs have names. */
        volatile boolean named;

        String ended = "";
        String endedBefore = "";
        /** Restarts that are counted before they come. */
        volatile int early;

        Pod write(String... lines) {
            runs.getLast().addAll(List.of(lines));
            return this;
        }
    }

    /** Done before the log of a pod is given. */
    interface Opening {
        void of(String pod) throws InterruptedException;
    }

    volatile Opening before = pod -> {};
    final Map<String, Pod> pods = new ConcurrentHashMap<>();
    final List<LogQuery> asked = new CopyOnWriteArrayList<>();
    /** Done after each stream that was followed has given what there is: it then breaks. */
    final List<Runnable> breaks = new CopyOnWriteArrayList<>();

    static LogSource source(int number, String pod) {
        return new LogSource(number, "n", pod, "uid", "c");
    }

    /** A line as a server sends it, at a second and a nanosecond of it. */
    static String at(int second, int nano, String text) {
        return String.format("2026-01-01T00:00:%02d.%09dZ %s", second, nano, text);
    }

    Pod pod(String name) {
        return pods.computeIfAbsent(name, _ -> new Pod());
    }

    @Override
    public InputStream open(LogQuery query) throws IOException {
        asked.add(query);
        try {
            before.of(query.pod());
        } catch (InterruptedException e) {
            throw new InterruptedIOException();
        }
        Pod pod = pod(query.pod());
        if (query.previous() && (pod.runs.size() < 2 || !pod.keepsPrevious)) {
            throw new ReadRefused(400, "previous terminated container not found");
        }
        List<String> run = pod.runs.get(pod.runs.size() - (query.previous() ? 2 : 1));
        StringBuilder text = new StringBuilder();
        List<String> lines = List.copyOf(run);
        long skip = query.tail().isPresent()
                ? Math.max(0, lines.size() - query.tail().getAsLong())
                : 0;
        lines.stream()
                .skip(skip)
                .filter(line -> query.back()
                        .map(back ->
                                LogTime.of(line) >= LogTime.nanos(Instant.now().minus(back)))
                        .orElse(true))
                .filter(line -> query.since()
                        .map(since -> LogTime.of(line) >= LogTime.nanos(since))
                        .orElse(true))
                .forEach(line -> text.append(line).append('\n'));
        InputStream there = new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8));
        return query.follow() && !pod.over && !pod.held ? new SequenceInputStream(there, new Breaking()) : there;
    }

    /** Breaks when it is read for the first time. */
    private final class Breaking extends InputStream {
        @Override
        public int read() throws IOException {
            if (!breaks.isEmpty()) {
                breaks.removeFirst().run();
            }
            throw new IOException("connection reset");
        }

        @Override
        public int read(byte @Nullable [] into, int offset, int length) throws IOException {
            return read();
        }
    }

    @Override
    public Optional<PodContainers> containers(String namespace, String name) {
        Pod pod = pod(name);
        String state = pod.held ? "not started" : pod.over ? "ended with exit code 1 (Error)" : "running";
        return Optional.of(new PodContainers(
                pod.uid,
                pod.over,
                List.of(new Container(
                        "c",
                        Role.MAIN,
                        state,
                        pod.runs.size() - 1 + pod.early,
                        !pod.over && !pod.held,
                        false,
                        pod.named ? "run-" + pod.runs.size() : "",
                        pod.ended,
                        pod.endedBefore))));
    }
}
