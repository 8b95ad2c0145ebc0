// SPDX-License-Identifier: Apache-2.0
package podium.operation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import podium.core.change.ClusterId;
import podium.core.cluster.ClusterMark;
import podium.core.cluster.Connections;
import podium.core.job.PurposeFile;
import podium.operation.rule.ChangeLocks;
import podium.operation.rule.OperatorRules;
import podium.operation.rule.RuleService;
import podium.operation.texts.Texts;

/**
 * Locks, unlocks and marks clusters, and keeps the operator's rules and purposes. The journal says who did it, from what to what;
 * what it cannot say is not done, but that locking is never kept from anybody. Any thread; blocks.
 */
@Component(service = ProtectionChanges.class)
public final class ProtectionChanges {
    private static final Logger LOG = Logger.getLogger(ProtectionChanges.class.getName());

    private final Connections connections;
    private final ChangeLocks locks;
    private final RuleService rules;
    private final AuditNotes notes;
    private final ProtectionMemory memory;
    private final AutoCloseable heard;
    /** Clusters that were unlocked here and have not been locked or closed since. */
    private final Map<ClusterId, AuditedAction> unlocked = new ConcurrentHashMap<>();

    @Activate
    public ProtectionChanges(
            @Reference Connections connections,
            @Reference ChangeLocks locks,
            @Reference RuleService rules,
            @Reference AuditNotes notes,
            @Reference ProtectionMemory memory) {
        this.connections = connections;
        this.locks = locks;
        this.rules = rules;
        this.notes = notes;
        this.memory = memory;
        heard = connections.listen(this::closed);
    }

    /**
     * Locks or unlocks an open cluster until it is closed.
     *
     * @throws IOException when the journal cannot say so; the cluster is locked then
     */
    public void lock(ClusterId cluster, boolean locked) throws IOException {
        AuditedAction action =
                AuditedAction.of(connections, cluster, "lock", Texts.of("ProtectionChanges.lockOf", cluster));
        if (locked) {
            locks.lock(cluster, true);
            unlocked.remove(cluster);
            notes.note(action, "locked", Texts.of("ProtectionChanges.locked"));
        } else {
            notes.note(action, "unlocked", Texts.of("ProtectionChanges.unlocked"));
            unlocked.put(cluster, action);
            locks.lock(cluster, false);
        }
    }

    /**
     * Marks an open cluster from now on; the journal says when it becomes or is no longer production.
     *
     * @param production whether it was production until now
     * @throws IOException when the journal cannot say so; the mark is then as it was
     */
    public void mark(ClusterId cluster, boolean production, ClusterMark mark) throws IOException {
        if (mark.production() != production) {
            notes.note(
                    AuditedAction.of(connections, cluster, "mark", Texts.of("ProtectionChanges.markOf", cluster)),
                    mark.production() ? "marked" : "unmarked",
                    mark.production()
                            ? Texts.of("ProtectionChanges.marked")
                            : Texts.of("ProtectionChanges.markRemoved"));
        }
        connections.mark(cluster, mark);
        memory.keep();
    }

    /**
     * Keeps other rules from now on.
     *
     * @throws IOException when they cannot be written, or the journal cannot say so; then those of before hold
     */
    public void keep(OperatorRules other) throws IOException {
        change(
                "rules",
                Texts.of("ProtectionChanges.rules"),
                rules.rules().lines(),
                other.lines(),
                () -> rules.keep(other));
    }

    /**
     * Keeps other lines by which purposes are told.
     *
     * @throws IOException as {@link #keep}
     */
    public void keep(PurposeFile file, String lines) throws IOException {
        List<String> before = new ArrayList<>();
        try {
            before.addAll(file.read().lines().toList());
        } catch (IOException e) {
            before.add(Texts.of("ProtectionChanges.unreadable"));
        }
        List<String> after = lines.lines().toList();
        change("purposes", Texts.of("ProtectionChanges.purposes"), before, after, () -> file.write(lines));
    }

    private interface Writing {
        void write() throws IOException;
    }

    private void change(String kind, String title, List<String> before, List<String> after, Writing writing)
            throws IOException {
        // they are of no one cluster
        AuditedAction action = AuditedAction.of(connections, new ClusterId(""), kind, title);
        if (!before.equals(after)) {
            notes.note(action, "changed", ProtectionMemory.difference(before, after));
        }
        try {
            writing.write();
            memory.keep();
        } catch (IOException e) {
            notes.note(action, "unchanged", Texts.of("ProtectionChanges.notWritten"));
            memory.look();
            throw e;
        }
    }

    /** The process ends, and with it what was unlocked. */
    @Deactivate
    public void end() throws Exception {
        heard.close();
        List.copyOf(unlocked.keySet()).forEach(this::closed);
        memory.keep();
    }

    private void closed(ClusterId cluster) {
        AuditedAction action = unlocked.remove(cluster);
        if (action != null) {
            try {
                notes.note(action, "locked", Texts.of("ProtectionChanges.lockedByClosing"));
            } catch (IOException e) {
                LOG.log(Level.WARNING, "That a cluster is locked again could not be recorded in the journal", e);
            }
        }
    }
}
