// SPDX-License-Identifier: Apache-2.0
package podium.operation;

import java.io.IOException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import podium.core.change.ClusterId;
import podium.core.cluster.Connections;
import podium.operation.rule.ChangeLocks;
import podium.operation.texts.Texts;

/**
 * The way into a cluster outside of operations, for what may change anything there: only while the cluster may be changed, and with
 * lines in the journal. Any thread.
 *
 * @param unconnected that there is no connection for it, as "there is no connection to copy over"
 * @param locked why it is barred from a cluster that is read-only
 * @param undone what has not been done, for a reason
 */
public record GuardedAccess(
        Connections connections,
        ChangeLocks locks,
        AuditNotes notes,
        String unconnected,
        String locked,
        UnaryOperator<String> undone) {
    private static final Logger LOG = Logger.getLogger(GuardedAccess.class.getName());

    /** What the connection of a cluster can do; empty: it cannot, or the cluster is not open. */
    public <T> Optional<T> capability(ClusterId cluster, Class<T> type) {
        return connections.capability(cluster, type);
    }

    /**
     * Why it may not be used now, in words; empty: it may. Does not block.
     *
     * @param needed the capability without which it cannot be
     */
    public Optional<String> whyNot(ClusterId cluster, Class<?> needed) {
        if (capability(cluster, needed).isEmpty()) {
            return Optional.of(unconnected);
        }
        return locks.isLocked(cluster) ? Optional.of(locked) : Optional.empty();
    }

    /**
     * The capability, where it may be used now.
     *
     * @throws IOException when it may not, with the reason
     */
    public <T> T allowed(ClusterId cluster, Class<T> needed) throws IOException {
        Optional<String> refusal = whyNot(cluster, needed);
        if (refusal.isPresent()) {
            throw new IOException(undone.apply(refusal.get()));
        }
        return capability(cluster, needed)
                .orElseThrow(() -> new IOException(undone.apply(Texts.of("GuardedAccess.theConnectionWasClosed"))));
    }

    /** What is used, and by which context of which kubeconfig, for the journal. */
    public String in(ClusterId cluster, String title) {
        return connections
                .target(cluster)
                .map(target -> Texts.of("GuardedAccess.withContextIn", title, target.context(), target.kubeconfig()))
                .orElseGet(() -> Texts.of("GuardedAccess.withContext", title, cluster));
    }

    /** What begins now on a cluster, for the journal. */
    public AuditedAction action(ClusterId cluster, String kind, String title) {
        return AuditedAction.of(connections, cluster, kind, title);
    }

    /** Puts into the journal what is about to be done; when that fails it is not to be done. */
    public void note(AuditedAction action, String words) throws IOException {
        notes.note(action, "began", words);
    }

    /** Puts into the journal what became of it, as far as it can be written: that cannot be helped any more. */
    public void noteEnd(AuditedAction action, String what, String words) {
        try {
            notes.note(action, what, words);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "It could not be recorded in the journal: " + words, e);
        }
    }
}
