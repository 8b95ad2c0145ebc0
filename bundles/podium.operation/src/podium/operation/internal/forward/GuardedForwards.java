// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.forward;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
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
import podium.operation.AuditedAction;
import podium.operation.GuardedAccess;
import podium.operation.forward.ForwardService;
import podium.operation.forward.PortForward;
import podium.operation.rule.ChangeLocks;
import podium.operation.texts.Texts;

/** Forwards ports of pods and services, where the lock allows it, and records each forward in the journal. */
@Component
public final class GuardedForwards implements ForwardService {
    private final GuardedAccess access;
    private final List<LocalForward> all = new CopyOnWriteArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final List<AutoCloseable> heard;

    @Activate
    public GuardedForwards(
            @Reference Connections connections, @Reference ChangeLocks locks, @Reference AuditNotes notes) {
        access = new GuardedAccess(
                connections,
                locks,
                notes,
                Texts.of("GuardedForwards.thereIsNoConnectionForIt"),
                Texts.of("GuardedForwards.theClusterIsReadOnly"),
                why -> Texts.of("GuardedForwards.nothingWasForwarded", why));
        heard = List.of(locks.listen(this::review), connections.listen(this::review));
    }

    @Override
    public Optional<String> whyNot(ClusterId cluster) {
        return access.whyNot(cluster, PodTunnels.class).or(() -> access.whyNot(cluster, ObjectReader.class));
    }

    private PodFinder finder(ClusterId cluster) throws IOException {
        return new PodFinder(access.capability(cluster, ObjectReader.class)
                .orElseThrow(() -> new IOException(Texts.of("GuardedForwards.thereIsNoConnection"))));
    }

    @Override
    public List<Integer> ports(ClusterId cluster, ForwardTarget.Kind kind, String namespace, String name)
            throws IOException {
        return finder(cluster).ports(kind, namespace, name);
    }

    @Override
    public PortForward start(ClusterId cluster, ForwardTarget target, int localPort) throws IOException {
        PodTunnels tunnels = access.allowed(cluster, PodTunnels.class);
        PodFinder finder = finder(cluster);
        ForwardEnd first = finder.find(target, Optional.empty());
        Held owner = new Held(cluster, target);
        LocalForward forward = new LocalForward(cluster, target, localPort, tunnels, finder, first, owner);
        try {
            access.note(
                    owner.action,
                    Texts.of("GuardedForwards.forwardedToPod", forward.localPort(), owner.where, first.pod()));
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
        whyNot(cluster).ifPresent(why -> Thread.startVirtualThread(() -> end(cluster, why)));
    }

    @Override
    public void end(ClusterId cluster, String why) {
        all.stream()
                .filter(forward -> forward.cluster().equals(cluster))
                .forEach(forward -> forward.close(Texts.of("GuardedForwards.ended", why)));
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
        private final AuditedAction action;
        private final String where;
        private volatile String local = "";

        Held(ClusterId cluster, ForwardTarget target) {
            this.cluster = cluster;
            this.action = access.action(cluster, "forward", target.title());
            this.where = access.in(cluster, target.title());
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
        public void note(String what, UnaryOperator<String> words) {
            if (!local.isEmpty()) {
                access.noteEnd(action, what, words.apply(Texts.of("GuardedForwards.theForwardOfTo", local, where)));
            }
        }

        @Override
        public void gone(LocalForward forward) {
            all.remove(forward);
            GuardedForwards.this.changed();
        }
    }
}
