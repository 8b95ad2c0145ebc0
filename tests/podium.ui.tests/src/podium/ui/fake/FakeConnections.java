// SPDX-License-Identifier: Apache-2.0
package podium.ui.fake;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectRef;
import podium.core.api.ReadRefused;
import podium.core.change.ChangeSink;
import podium.core.change.ClusterId;
import podium.core.cluster.ClusterConnection;
import podium.core.cluster.ClusterConnector;
import podium.core.cluster.ClusterMark;
import podium.core.cluster.ClusterTarget;
import podium.core.cluster.Connections;
import podium.core.cluster.ContextEntry;
import podium.core.cluster.ContextList;
import podium.core.cluster.IdentityChange;
import podium.core.cluster.ImpersonatedUser;
import podium.core.cluster.KubeconfigException;
import podium.core.cluster.SimulatedFleets;
import podium.core.cluster.SimulatedScenario;
import podium.core.shell.LoginSession;

/** Connections that remember what was asked of them; objects are read from a map of paths. */
public final class FakeConnections implements Connections, ClusterConnector, SimulatedFleets {
    /** What was asked, in order: "agree prod", "reconnect prod" ... */
    public final List<String> asked = new CopyOnWriteArrayList<>();
    /** Paths of collections that may not be read. */
    public final Set<String> barred = new CopyOnWriteArraySet<>();

    /** What objects read as, by {@link ObjectRef#path()}. */
    public final Map<String, String> objects = new HashMap<>();

    /** Which of them are simulated fleets. */
    public final Set<ClusterId> simulated = new HashSet<>();

    /** As whom clusters act. */
    public final Map<ClusterId, ImpersonatedUser> as = new HashMap<>();

    /** Which cluster answers, by the uid it tells. */
    public final Map<ClusterId, String> uids = new HashMap<>();

    /** Why clusters were opened anew. */
    public final Map<ClusterId, IdentityChange> turnovers = new HashMap<>();

    /** What else every connection can do. */
    public final Map<Class<?>, Object> capabilities = new HashMap<>();

    /** What asks before clusters let their operator in. */
    public final Map<ClusterId, LoginSession> logins = new HashMap<>();

    private final Map<ClusterId, ClusterConnection> open = new HashMap<>();

    /** Opens a cluster that asks for this consent. */
    public void open(String name, Optional<String> consent) {
        open.put(new ClusterId(name), new Fake(new ClusterId(name), consent));
    }

    @Override
    public List<ClusterTarget> contexts(Path kubeconfig) throws KubeconfigException {
        if (kubeconfig.toString().contains("broken")) {
            throw new KubeconfigException(kubeconfig + " is no kubeconfig: line 3 has no colon");
        }
        return List.of(new ClusterTarget(new ClusterId("prod"), kubeconfig, "prod", false));
    }

    @Override
    public ClusterConnection open(
            ClusterTarget target, ChangeSink sink, BiConsumer<ClusterConnection, IdentityChange> over) {
        return open(target);
    }

    @Override
    public ClusterConnection open(ClusterTarget target) {
        asked.add("open " + target.id()
                + target.actAs().map(other -> " as " + other).orElse(""));
        return open.computeIfAbsent(target.id(), id -> new Fake(id, Optional.empty()));
    }

    @Override
    public Optional<ClusterTarget> target(ClusterId id) {
        return open.containsKey(id) || as.containsKey(id) || simulated.contains(id)
                ? Optional.of(new ClusterTarget(id, Path.of("kubeconfig"), id.value(), simulated.contains(id))
                        .as(Optional.ofNullable(as.get(id))))
                : Optional.empty();
    }

    @Override
    public Optional<ClusterConnection> connection(ClusterId id) {
        return Optional.ofNullable(open.get(id));
    }

    @Override
    public List<ClusterConnection> all() {
        return List.copyOf(open.values());
    }

    @Override
    public Optional<IdentityChange> turnover(ClusterId id) {
        return Optional.ofNullable(turnovers.get(id));
    }

    @Override
    public void dismiss(ClusterId id, IdentityChange read) {
        turnovers.remove(id, read);
    }

    @Override
    public void close(ClusterId id) {
        asked.add("close " + id);
        open.remove(id);
    }

    @Override
    public List<String> scenarios() {
        return List.of("ai-factory", "nvl72", "mixed", "edge");
    }

    @Override
    public List<SimulatedScenario> described() {
        return scenarios().stream()
                .map(name -> new SimulatedScenario(name, 3, 24, "What happens in " + name))
                .toList();
    }

    @Override
    public ClusterTarget start(String scenario, Consumer<String> progress) {
        return new ClusterTarget(new ClusterId(scenario), Path.of("kubeconfig"), scenario, true);
    }

    private final class Fake implements ClusterConnection, ObjectReader {
        private final ClusterId id;
        private final Optional<String> consent;

        Fake(ClusterId id, Optional<String> consent) {
            this.id = id;
            this.consent = consent;
        }

        @Override
        public ClusterId id() {
            return id;
        }

        @Override
        public <T> Optional<T> capability(Class<T> type) {
            Object other = capabilities.get(type);
            if (other != null) {
                return Optional.of(type.cast(other));
            }
            return type.isInstance(this) ? Optional.of(type.cast(this)) : Optional.empty();
        }

        @Override
        public Optional<String> consentNeeded() {
            return consent;
        }

        @Override
        public Optional<LoginSession> login() {
            return Optional.ofNullable(logins.get(id));
        }

        @Override
        public void agree(String question) {
            asked.add("agree " + id);
        }

        @Override
        public String clusterUid() {
            return uids.getOrDefault(id, "");
        }

        @Override
        public void reconnect() {
            asked.add("reconnect " + id);
        }

        @Override
        public void close() {
            asked.add("closed " + id);
        }

        @Override
        public Optional<String> read(ObjectRef ref) {
            asked.add("read " + ref.path());
            return Optional.ofNullable(objects.get(ref.path()));
        }

        @Override
        public List<String> list(ObjectRef collection, String labelSelector, String fieldSelector) throws IOException {
            asked.add("list " + collection.path() + " " + fieldSelector);
            if (barred.contains(collection.path())) {
                throw new ReadRefused(403, "forbidden");
            }
            return objects.entrySet().stream()
                    .filter(entry -> entry.getKey().startsWith(collection.path() + "/"))
                    .map(Map.Entry::getValue)
                    .toList();
        }

        @Override
        public boolean serves(ObjectRef collection) throws IOException {
            return !list(collection, "", "").isEmpty();
        }

        @Override
        public Optional<List<ObjectRef>> served(String namespace) {
            return Optional.empty();
        }

        @Override
        public List<String> names(ObjectRef collection) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant serverTime(Instant here) {
            return here;
        }
    }

    @Override
    public ContextList list(Path kubeconfig) {
        try {
            return new ContextList(
                    kubeconfig.toString(),
                    contexts(kubeconfig).stream()
                            .map(it -> new ContextEntry(it, "", "", "", false, ""))
                            .toList(),
                    "");
        } catch (KubeconfigException e) {
            return new ContextList(kubeconfig.toString(), List.of(), String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void mark(ClusterId id, ClusterMark mark) {}

    @Override
    public ClusterTarget again(ClusterTarget target) {
        try {
            return contexts(target.kubeconfig()).stream()
                    .filter(now -> now.context().equals(target.context()))
                    .findFirst()
                    .orElse(target)
                    .as(target.actAs());
        } catch (KubeconfigException e) {
            return target;
        }
    }

    @Override
    public AutoCloseable listen(Consumer<ClusterId> closed) {
        return () -> {};
    }

    @Override
    public ContextList usual() {
        return new ContextList("", List.of(), "");
    }
}
