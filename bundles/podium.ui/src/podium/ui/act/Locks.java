// SPDX-License-Identifier: Apache-2.0
package podium.ui.act;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.change.ClusterId;
import podium.core.rule.ChangeLocks;
import podium.model.fleet.Cluster;
import podium.ui.kit.Listeners;

/**
 * Which clusters may be changed. A real cluster opens locked, which is read-only; the simulated one opens unlocked. Not
 * kept over a restart, on purpose. UI thread.
 */
public final class Locks {
    private final Map<String, Boolean> chosen = new HashMap<>();
    private final Listeners<Locks> listeners = new Listeners<>();
    private @Nullable ChangeLocks enforced;

    /** From here on operations are held to these locks, which follow what is chosen here. */
    public void enforce(@Nullable ChangeLocks locks) {
        enforced = locks;
        if (locks != null) {
            chosen.forEach((name, locked) -> locks.lock(new ClusterId(name), locked));
        }
    }

    public boolean isLocked(Cluster cluster) {
        return chosen.getOrDefault(cluster.getName(), !cluster.isSimulated());
    }

    /** Locks or unlocks a cluster until it is closed. */
    public void set(Cluster cluster, boolean locked) {
        chosen.put(cluster.getName(), locked);
        ChangeLocks locks = enforced;
        if (locks != null) {
            locks.lock(new ClusterId(cluster.getName()), locked);
        }
        listeners.tell(this);
    }

    /** Why nothing may be changed there; empty: it may. */
    public Optional<String> reason(Cluster cluster) {
        return isLocked(cluster)
                ? Optional.of(cluster.getName() + " is read-only. Unlock it first (toolbar, or Act > Unlock).")
                : Optional.empty();
    }

    /** Hears of each change; close the result to end it. */
    public AutoCloseable listen(Runnable listener) {
        return listeners.add(locks -> listener.run());
    }
}
