// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.log;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import podium.simulator.internal.api.cache.WatchCache;
import podium.simulator.internal.api.http.ChunkedOutput;
import podium.simulator.internal.api.http.HttpResponse;
import podium.simulator.internal.api.http.Query;
import podium.simulator.internal.json.Json;
import podium.simulator.store.ApiException;

/**
 * Answers {@code /log} of a pod: the container is chosen as an API server does (pkg/registry/core/pod/strategy.go: LogLocation), the
 * lines are those of its {@link ContainerLog}, with the times a container runtime would have given them.
 */
public final class LogHandler {
    /**
     * Lines that are kept: a kubelet rotates a log at 10 MiB and hands out the newest file only (kubernetes
     * pkg/kubelet/apis/config/v1beta1, ContainerLogMaxSize).
     */
    private static final long KEPT = 100_000;

    /** As a kubelet writes them: RFC 3339 with nine digits. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.nnnnnnnnn'Z'").withZone(ZoneOffset.UTC);
    /** How long a follower waits at most before it looks whether there is more. */
    private static final Duration LOOK = Duration.ofMillis(250);

    private final Clock clock;

    public LogHandler(Clock clock) {
        this.clock = clock;
    }

    /** Where lines go, each with its end. */
    public interface Lines {
        /** Takes one, or as much of it as is wanted. */
        void line(byte[] bytes) throws IOException;

        /** There is no more for now. */
        void flush() throws IOException;
    }

    /** The answer for one pod; {@code pods} tells of what becomes of it while its log is followed. */
    public HttpResponse answer(ObjectNode pod, Query query, WatchCache pods) {
        LogOptions options = LogOptions.of(Json.name(pod), query, clock.instant());
        JsonNode container = ContainerChoice.of(pod, options.container());
        if (Json.text(pod, "spec", "nodeName").isEmpty()) {
            return HttpResponse.parts(204, "text/plain", List.of());
        }
        ContainerRun run = ContainerRun.of(pod, container, options.previous());
        return HttpResponse.stream("text/plain", out -> new Writing(options, new Chunks(out)).write(run, pods));
    }

    /** What a container that runs writes from now on, until it ends; the exit code. */
    public int follow(ContainerRun run, WatchCache pods, Lines out) throws IOException, InterruptedException {
        return new Writing(LogOptions.follow(run.name()), out).write(run, pods).exitCode();
    }

    private record Chunks(ChunkedOutput out) implements Lines {
        @Override
        public void line(byte[] bytes) throws IOException {
            out.frame(bytes);
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }
    }

    /** One answer while it is written. */
    private final class Writing {
        private final LogOptions options;
        private final Lines out;
        private long left;

        Writing(LogOptions options, Lines out) {
            this.options = options;
            this.out = out;
            this.left = options.limit().orElse(Long.MAX_VALUE);
        }

        /** Returns the run as it was last. */
        ContainerRun write(ContainerRun first, WatchCache pods) throws IOException, InterruptedException {
            ContainerRun run = first;
            ContainerLog log = new ContainerLog(run);
            long next = first(log);
            long position = pods.positionAfter(pods.latest().revision());
            while (true) {
                long count = log.count(clock.instant());
                for (; next < count && left > 0; next++) {
                    line(log, next);
                }
                out.flush();
                if (!options.follow() || left <= 0 || run.ended().isPresent()) {
                    return run;
                }
                position += pods.await(position, LOOK.toNanos()).size();
                Optional<ContainerRun> now = now(first, pods);
                if (now.isEmpty()) {
                    return run;
                }
                run = now.get();
                log = new ContainerLog(run);
            }
        }

        /** The same run as it is now; empty: the container has gone, and what it wrote last with it. */
        private Optional<ContainerRun> now(ContainerRun run, WatchCache pods) {
            Optional<ObjectNode> pod = pods.get(Json.namespace(run.pod()), Json.name(run.pod()))
                    .map(version -> version.object())
                    .filter(found -> Json.uid(found).equals(Json.uid(run.pod())));
            for (boolean previous : new boolean[] {false, true}) {
                try {
                    Optional<ContainerRun> found = pod.map(it -> ContainerRun.of(it, run.container(), previous))
                            .filter(run::isSameAs);
                    if (found.isPresent()) {
                        return found;
                    }
                } catch (ApiException e) {
                    // it waits to be started again: the run is the one before
                }
            }
            return Optional.empty();
        }

        private long first(ContainerLog log) {
            long count = log.count(clock.instant());
            OptionalLong tail = options.tail();
            long from = Math.max(0, count - Math.min(KEPT, tail.orElse(KEPT)));
            if (options.since().isPresent()) {
                Instant since = options.since().get();
                long low = from;
                for (long high = count; low < high; ) {
                    long middle = low + (high - low) / 2;
                    if (log.time(middle).isBefore(since)) {
                        low = middle + 1;
                    } else {
                        high = middle;
                    }
                }
                from = low;
            }
            return from;
        }

        private void line(ContainerLog log, long line) throws IOException {
            String time = options.timestamps() ? TIME.format(log.time(line)) + " " : "";
            byte[] bytes = (time + log.text(line) + "\n").getBytes(StandardCharsets.UTF_8);
            int length = (int) Math.min(left, bytes.length);
            out.line(length == bytes.length ? bytes : Arrays.copyOf(bytes, length));
            left -= length;
        }
    }
}
