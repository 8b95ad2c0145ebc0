// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.access;

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
import podium.core.api.AccessReviewer;
import podium.core.api.Permission;
import podium.core.change.ClusterId;
import podium.core.cluster.ClusterConnection;
import podium.core.cluster.ClusterTarget;
import podium.core.cluster.Connections;
import podium.core.cluster.ImpersonatedUser;
import podium.operation.access.AccessService;

/**
 * Answers of the server. When somebody looks and they are older than {@link #FRESH}, the server is asked once for each namespace
 * whether any right there has changed; only if so, or if it cannot tell, each answer that was looked at of late is asked for anew. So a
 * right that was granted or withdrawn shows within seconds, and hundreds of answers cost one question.
 */
@Component
public final class AccessCache implements AccessService {
    static final Duration FRESH = Duration.ofSeconds(5);
    /** An answer that nobody looks at is forgotten. */
    static final Duration LOOKED_AT = Duration.ofSeconds(60);

    private final Connections connections;
    private final InstantSource clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<Scope, NamespacePermissions> scopes = new ConcurrentHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** Where rights are granted together. Another connection to the same cluster may be another identity. */
    private record Scope(ClusterConnection connection, String namespace) {}

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
        Scope scope = new Scope(connection.get(), permission.namespace());
        NamespacePermissions rights =
                scopes.computeIfAbsent(scope, _ -> new NamespacePermissions(permission.namespace(), reviewer.get()));
        Instant now = clock.instant();
        boolean fresh = rights.look(permission, now);
        Optional<Boolean> known = rights.known(permission);
        if (fresh) {
            threads.execute(() -> run(rights, () -> rights.ask(permission)));
        }
        if (rights.isDue(now)) {
            threads.execute(() -> run(rights, rights::refresh));
        }
        return known;
    }

    @Override
    public Optional<ImpersonatedUser> actsAs(ClusterId cluster) {
        return connections.target(cluster).flatMap(ClusterTarget::actAs);
    }

    /** What may fail. */
    private interface Question {
        /** True when an answer is other than before. */
        boolean ask() throws IOException;
    }

    private void run(NamespacePermissions rights, Question question) {
        forgetClosed();
        try {
            if (question.ask()) {
                listeners.forEach(Runnable::run);
            }
        } catch (IOException e) {
            rights.unanswered();
        }
    }

    private void forgetClosed() {
        scopes.keySet().removeIf(scope -> connections
                .connection(scope.connection().id())
                .filter(open -> open.equals(scope.connection()))
                .isEmpty());
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
