// SPDX-License-Identifier: Apache-2.0
package podium.operation;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import podium.core.change.ClusterId;
import podium.core.cluster.ClusterConnection;
import podium.core.cluster.ClusterTarget;
import podium.core.cluster.Connections;
import podium.core.cluster.ImpersonatedUser;
import podium.core.cluster.SessionIdentity;
import podium.operation.forward.ForwardService;
import podium.operation.rule.ChangeLocks;
import podium.operation.shell.ShellService;
import podium.operation.texts.Texts;

/** Opens clusters anew with the rights of others. The journal says when each impersonation began and when it ended. Any thread; blocks. */
@Component(service = Impersonations.class)
public final class Impersonations {
    private static final Logger LOG = Logger.getLogger(Impersonations.class.getName());

    private final Connections connections;
    private final ChangeLocks locks;
    private final AuditNotes notes;
    private final ShellService shells;
    private final ForwardService forwards;
    /** Of clusters that were locked for the operator when somebody else's rights were taken. */
    private final Set<ClusterConnection> locked = ConcurrentHashMap.newKeySet();

    @Activate
    public Impersonations(
            @Reference Connections connections,
            @Reference ChangeLocks locks,
            @Reference AuditNotes notes,
            @Reference ShellService shells,
            @Reference ForwardService forwards) {
        this.connections = connections;
        this.locks = locks;
        this.notes = notes;
        this.shells = shells;
        this.forwards = forwards;
    }

    /**
     * Opens an open cluster anew as another user, locked; back as the operator it is locked where it was before.
     *
     * @param other empty: again as the kubeconfig says, which nothing keeps from being done
     * @throws IOException when the beginning cannot be put into the journal; the cluster is then as it was
     */
    public void actAs(ClusterId cluster, Optional<ImpersonatedUser> other) throws IOException {
        Optional<ClusterTarget> target = connections.target(cluster);
        if (target.isEmpty()) {
            return;
        }
        boolean stays = target.get().actAs().isEmpty()
                ? locks.isLocked(cluster)
                : connections.connection(cluster).filter(locked::contains).isPresent();
        end(cluster);
        if (other.isPresent()) {
            String before = session(cluster).map(SessionIdentity::user).orElse("");
            notes.note(
                    action(cluster, other.get()),
                    "began",
                    before.isEmpty()
                            ? Texts.of("Impersonations.began", other.get())
                            : Texts.of("Impersonations.beganAfter", other.get(), before));
        }
        String why = other.map(user -> Texts.of("Impersonations.youActAs", user))
                .orElseGet(() -> Texts.of("Impersonations.youAreYourselfAgain"));
        shells.end(cluster, why);
        forwards.end(cluster, why);
        connections.close(cluster);
        ClusterConnection opened = connections.open(target.get().as(other));
        if (stays && other.isPresent()) {
            locked.add(opened);
        } else if (stays) {
            locks.lock(cluster, true);
        }
    }

    /** Closes a cluster and takes it out of the fleet. */
    public void close(ClusterId cluster) {
        end(cluster);
        connections.close(cluster);
    }

    /** The process ends, and every impersonation with it. */
    @Deactivate
    public void endAll() {
        connections.all().stream().map(ClusterConnection::id).forEach(this::end);
    }

    private void end(ClusterId cluster) {
        connections.connection(cluster).ifPresent(locked::remove);
        connections.target(cluster).flatMap(ClusterTarget::actAs).ifPresent(user -> {
            try {
                notes.note(action(cluster, user), "ended", Texts.of("Impersonations.ended", user));
            } catch (IOException e) {
                LOG.log(Level.WARNING, "The end of an impersonation could not be recorded in the journal", e);
            }
        });
    }

    private AuditedAction action(ClusterId cluster, ImpersonatedUser user) {
        Optional<SessionIdentity> there = session(cluster);
        return new AuditedAction(
                cluster,
                Optional.of(new SessionIdentity(
                        there.map(SessionIdentity::server).orElse(""),
                        there.map(SessionIdentity::clusterUid).orElse(""),
                        user.user(),
                        user.groups(),
                        true)),
                "act as",
                Texts.of("Impersonations.actAsIn", user, cluster));
    }

    private Optional<SessionIdentity> session(ClusterId cluster) {
        return AuditedAction.of(connections, cluster, "", "").session();
    }
}
