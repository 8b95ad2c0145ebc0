// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.access;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import podium.core.access.AccessService;
import podium.core.change.ClusterId;
import podium.core.port.AccessReviewer;
import podium.core.port.ClusterConnection;
import podium.core.port.Connections;
import podium.core.port.Permission;

/** Answers of the server, kept for a minute; a failed question is asked again after ten seconds. */
@Component
public final class AccessCache implements AccessService {
    static final Duration KEPT = Duration.ofSeconds(60);
    static final Duration RETRY = Duration.ofSeconds(10);

    private final Connections connections;
    private final InstantSource clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<Question, Answer> answers = new ConcurrentHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** What is asked. Another connection to the same cluster may be another identity. */
    private record Question(ClusterConnection connection, Permission permission) {}

    /**
     * What is known.
     *
     * @param next when to ask again
     */
    private record Answer(Optional<Boolean> allowed, Instant next) {}

    @Activate
    public AccessCache(@Reference Connections connections) {
        this(connections, InstantSource.system());
    }

    AccessCache(Connections connections, InstantSource clock) {
        this.connections = connections;
        this.clock = clock;
    }

    @Override
    public Optional<Boolean> allowed(ClusterId cluster, Permission permission) {
        Optional<ClusterConnection> connection = connections.connection(cluster);
        Optional<AccessReviewer> reviewer = connection.flatMap(open -> open.capability(AccessReviewer.class));
        if (connection.isEmpty() || reviewer.isEmpty()) {
            return Optional.empty();
        }
        Question question = new Question(connection.get(), permission);
        Answer known = answers.get(question);
        Instant now = clock.instant();
        if (known == null || !now.isBefore(known.next())) {
            Optional<Boolean> before = known == null ? Optional.empty() : known.allowed();
            answers.put(question, new Answer(before, now.plus(KEPT)));
            threads.execute(() -> ask(question, reviewer.get(), before));
        }
        return known == null ? Optional.empty() : known.allowed();
    }

    private void ask(Question question, AccessReviewer reviewer, Optional<Boolean> before) {
        Optional<Boolean> answer;
        Duration kept = KEPT;
        try {
            answer = Optional.of(reviewer.allowed(question.permission()));
        } catch (IOException e) {
            answer = before;
            kept = RETRY;
        }
        answers.keySet().removeIf(other -> connections
                .connection(other.connection().id())
                .filter(open -> open.equals(other.connection()))
                .isEmpty());
        answers.put(question, new Answer(answer, clock.instant().plus(kept)));
        if (!answer.equals(before)) {
            listeners.forEach(Runnable::run);
        }
    }

    @Override
    public AutoCloseable listen(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Asks nothing more. */
    @Deactivate
    public void close() {
        threads.shutdownNow();
    }
}
