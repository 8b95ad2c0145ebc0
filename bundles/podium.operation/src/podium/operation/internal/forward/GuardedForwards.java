// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.forward;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import podium.core.api.ObjectReader;
import podium.core.change.ClusterId;
import podium.core.cluster.Connections;
import podium.core.forward.ForwardTarget;
import podium.core.forward.PodTunnels;
import podium.operation.AuditNotes;
import podium.operation.forward.ForwardService;
import podium.operation.forward.PortForward;
import podium.operation.rule.ChangeLocks;

/** Forwarded ports of this process. */
@Component
public final class GuardedForwards implements ForwardService {
    private static final Logger LOG = Logger.getLogger(GuardedForwards.class.getName());

    private final Connections connections;
    private final ChangeLocks locks;
    private final AuditNotes notes;
    private final List<LocalForward> all = new CopyOnWriteArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final List<AutoCloseable> heard;

    @Activate
    public GuardedForwards(
            @Reference Connections connections, @Reference ChangeLocks locks, @Reference AuditNotes notes) {
        this.connections = connections;
        this.locks = locks;
        this.notes = notes;
        this.heard = List.of(locks.listen(this::review), connections.listen(this::review));
    }

    @Override
    public Optional<String> whyNot(ClusterId cluster) {
        if (capability(cluster, PodTunnels.class).isEmpty()
                || capability(cluster, ObjectReader.class).isEmpty()) {
            return Optional.of("there is no connection to forward over");
        }
        return locks.isLocked(cluster)
                ? Optional.of("the cluster is read-only, and what goes through a forwarded port may change it")
                : Optional.empty();
    }

    private <T> Optional<T> capability(ClusterId cluster, Class<T> type) {
        return connections.connection(cluster).flatMap(connection -> connection.capability(type));
    }

    private PodFinder finder(ClusterId cluster) throws IOException {
        return new PodFinder(capability(cluster, ObjectReader.class)
                .orElseThrow(() -> new IOException("There is no connection to its cluster.")));
    }

    @Override
    public List<Integer> ports(ClusterId cluster, ForwardTarget.Kind kind, String namespace, String name)
            throws IOException {
        return finder(cluster).ports(kind, namespace, name);
    }

    @Override
    public PortForward start(ClusterId cluster, ForwardTarget target, int localPort) throws IOException {
        Optional<String> refusal = whyNot(cluster);
        if (refusal.isPresent()) {
            throw new IOException("Nothing was forwarded: " + refusal.get() + ".");
        }
        PodFinder finder = finder(cluster);
        ForwardEnd first = finder.find(target, Optional.empty());
        PodTunnels tunnels = capability(cluster, PodTunnels.class)
                .orElseThrow(() -> new IOException("Nothing was forwarded: the connection was closed."));
        Held owner = new Held(cluster, target);
        LocalForward forward = new LocalForward(cluster, target, localPort, tunnels, finder, first, owner);
        try {
            notes.note("Forwarded 127.0.0.1:" + forward.localPort() + " to " + owner.where + ", pod " + first.pod());
        } catch (IOException e) {
            forward.stop();
            throw e;
        }
        owner.local = "127.0.0.1:" + forward.localPort();
        forward.begin();
        all.add(forward);
        // a lock that came since it was asked for has not found it
        review(cluster);
        changed();
        return forward;
    }

    @Override
    public List<PortForward> all() {
        return List.copyOf(all);
    }

    @Override
    public AutoCloseable listen(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }

    /** A cluster was locked, unlocked or closed. */
    private void review(ClusterId cluster) {
        whyNot(cluster)
                .ifPresent(why -> Thread.startVirtualThread(() -> all.stream()
                        .filter(forward -> forward.cluster().equals(cluster))
                        .forEach(forward -> forward.close("closed: " + why))));
    }

    /** Ends all of them with the process. */
    @Deactivate
    public void close() throws Exception {
        for (AutoCloseable listening : heard) {
            listening.close();
        }
        all.forEach(LocalForward::stop);
    }

    /** What one of them needs of all. */
    private final class Held implements LocalForward.Owner {
        private final ClusterId cluster;
        private final String where;
        private volatile String local = "";

        Held(ClusterId cluster, ForwardTarget target) {
            this.cluster = cluster;
            this.where = target.title() + " (context "
                    + connections
                            .target(cluster)
                            .map(known -> known.context() + " in " + known.kubeconfig())
                            .orElse(cluster.toString())
                    + ")";
        }

        @Override
        public Optional<String> whyNot() {
            return GuardedForwards.this.whyNot(cluster);
        }

        @Override
        public void changed() {
            GuardedForwards.this.changed();
        }

        @Override
        public void note(String words) {
            if (!local.isEmpty()) {
                try {
                    notes.note("The forward of " + local + " to " + where + words);
                } catch (IOException e) {
                    LOG.log(Level.WARNING, "What became of a forward was not put into the journal", e);
                }
            }
        }

        @Override
        public void gone(LocalForward forward) {
            all.remove(forward);
            GuardedForwards.this.changed();
        }
    }
}
