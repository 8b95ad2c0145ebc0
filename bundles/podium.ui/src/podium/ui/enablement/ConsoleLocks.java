// SPDX-License-Identifier: Apache-2.0
package podium.ui.enablement;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.change.ClusterId;
import podium.core.fleet.FleetService;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.operation.rule.ChangeLocks;
import podium.ui.label.FleetLabels;
import podium.ui.label.Snapshots;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Listeners;

/**
 * Which clusters may be changed, as the console shows and sets it. A real cluster opens locked, which is read-only; the simulated
 * one opens unlocked. UI thread.
 */
public final class ConsoleLocks {
    /** Where nothing is enforced. */
    private final Map<ClusterId, Boolean> chosen = new HashMap<>();

    /** What was unlocked without the question that production asks. */
    private final Set<ClusterId> unasked = new HashSet<>();

    private final Listeners<ConsoleLocks> listeners = new Listeners<>();
    private @Nullable ChangeLocks enforced;
    private BiConsumer<Cluster, Runnable> guard = (cluster, unlock) -> unlock.run();
    private BiConsumer<Cluster, Boolean> turner = (cluster, locked) -> {};

    /** From here on these are the locks, which operations are held to; null: there are none but for show. */
    public void enforce(@Nullable ChangeLocks locks) {
        enforced = locks;
        listeners.tell(this);
    }

    public boolean isLocked(Cluster cluster) {
        if (Snapshots.is(cluster)) {
            return true;
        }
        ClusterId id = ClusterId.of(cluster);
        ChangeLocks locks = enforced;
        return locks == null ? chosen.getOrDefault(id, !cluster.isSimulated()) : locks.isLocked(id);
    }

    /** Why a cluster cannot be unlocked: a snapshot never, and nothing is known of one before its question is answered; empty: it can. */
    public Optional<String> whyNotUnlock(Cluster cluster) {
        if (Snapshots.is(cluster)) {
            return Optional.of(Texts.of("ConsoleLocks.isASnapshotIt", Snapshots.brief(cluster)));
        }
        return cluster.getConnection() == ConnectionState.WAITING_FOR_CONSENT
                ? Optional.of(Texts.of("ConsoleLocks.waitsForYourConsent", cluster.getName()))
                : Optional.empty();
    }

    /** Locks or unlocks a cluster until it is closed. One that cannot be unlocked stays as it is. */
    public void set(Cluster cluster, boolean locked) {
        if (!locked && whyNotUnlock(cluster).isPresent()) {
            return;
        }
        if (!locked && cluster.isProduction() && isLocked(cluster)) {
            guard.accept(cluster, () -> turn(cluster, false));
        } else {
            turn(cluster, locked);
        }
    }

    /** Who is asked before a cluster that is marked as production is unlocked: runs what it is given where the answer is yes. */
    public void guard(BiConsumer<Cluster, Runnable> asked) {
        guard = asked;
    }

    /**
     * From here on a cluster that becomes production after it was unlocked without its question is locked: which one a new connection
     * leads to, and with it that it is marked, is known only after a moment. Close the result to end it.
     */
    public AutoCloseable follow(FleetService fleet, Consumer<String> told) {
        return fleet.listen(delta -> fleet.fleet().getClusters().stream()
                .filter(Cluster::isProduction)
                .filter(cluster -> unasked.contains(ClusterId.of(cluster)) && !isLocked(cluster))
                .toList()
                .forEach(cluster -> {
                    turn(cluster, true);
                    told.accept(Texts.of("ConsoleLocks.isProductionNow", FleetLabels.name(cluster)));
                }));
    }

    private void turn(Cluster cluster, boolean locked) {
        ClusterId id = ClusterId.of(cluster);
        if (locked || cluster.isProduction()) {
            unasked.remove(id);
        } else {
            unasked.add(id);
        }
        ChangeLocks locks = enforced;
        if (locks == null) {
            chosen.put(id, locked);
        } else {
            turner.accept(cluster, locked);
        }
        turned();
    }

    /** A cluster was locked or unlocked by who was asked for that. */
    public void turned() {
        listeners.tell(this);
    }

    /** Who locks and unlocks what is enforced, and tells {@link #turned()} when it is. */
    public void turnBy(BiConsumer<Cluster, Boolean> asked) {
        turner = asked;
    }

    /** Why nothing may be changed there; empty: it may. */
    public Optional<String> reason(Cluster cluster) {
        Optional<String> waits = whyNotUnlock(cluster);
        if (waits.isPresent()) {
            return waits;
        }
        return isLocked(cluster)
                ? Optional.of(Texts.of("ConsoleLocks.isReadOnlyUnlock", cluster.getName()))
                : Optional.empty();
    }

    /** Hears of each change; close the result to end it. */
    public AutoCloseable listen(Runnable listener) {
        return listeners.add(locks -> listener.run());
    }
}
