// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.rule;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import podium.core.change.ClusterId;
import podium.core.cluster.ClusterConnection;
import podium.core.cluster.ClusterTarget;
import podium.core.cluster.ImpersonatedUser;
import podium.core.testkit.LabCluster;
import podium.core.testkit.NoClusters;

class ClusterLocksTest extends NoClusters {
    private static final ClusterId REAL = new ClusterId("prod");
    private static final ClusterId TRAINING = new ClusterId("ai-factory");
    private final Map<ClusterId, ClusterTarget> targets = new HashMap<>();
    private final Map<ClusterId, ClusterConnection> open = new HashMap<>();
    private final ClusterLocks locks = new ClusterLocks(this);

    /** Each that is made is another connection, also of one cluster. */
    private static final class Open extends LabCluster {
        private final ClusterId id;

        Open(ClusterId id) {
            this.id = id;
        }

        @Override
        public ClusterId id() {
            return id;
        }
    }

    ClusterLocksTest() {
        targets.put(REAL, new ClusterTarget(REAL, Path.of("kubeconfig"), "prod", false));
        targets.put(TRAINING, new ClusterTarget(TRAINING, Path.of("kubeconfig"), "ai-factory", true));
        open.put(REAL, new Open(REAL));
        open.put(TRAINING, new Open(TRAINING));
    }

    @Test
    void aRealClusterIsReadOnlyUntilItIsUnlocked() {
        assertTrue(locks.isLocked(REAL));
        locks.lock(REAL, false);
        assertFalse(locks.isLocked(REAL));
        locks.lock(REAL, true);
        assertTrue(locks.isLocked(REAL));
    }

    @Test
    void aSimulatedFleetIsThereToBeChangedButCanBeLocked() {
        assertFalse(locks.isLocked(TRAINING));
        locks.lock(TRAINING, true);
        assertTrue(locks.isLocked(TRAINING));
    }

    @Test
    void theLockClosesWhenThePersonChangesInASimulatedFleetToo() {
        locks.lock(TRAINING, false);
        ImpersonatedUser alice = new ImpersonatedUser("alice", List.of());
        targets.put(TRAINING, targets.get(TRAINING).as(Optional.of(alice)));
        open.put(TRAINING, new Open(TRAINING));
        assertTrue(locks.isLocked(TRAINING), "as alice");
        targets.put(TRAINING, targets.get(TRAINING).as(Optional.empty()));
        open.put(TRAINING, new Open(TRAINING));
        assertFalse(locks.isLocked(TRAINING), "as oneself");
    }

    @Test
    void unlockingOneClusterUnlocksNoOther() {
        locks.lock(TRAINING, false);
        assertTrue(locks.isLocked(REAL));
    }

    @Test
    void aLockEndsWithTheConnection() {
        locks.lock(REAL, false);
        open.remove(REAL);
        assertTrue(locks.isLocked(REAL), "it is closed");
        open.put(REAL, new Open(REAL));
        assertTrue(locks.isLocked(REAL), "it was opened again");
        locks.lock(REAL, false);
        open.put(REAL, new Open(REAL));
        assertTrue(locks.isLocked(REAL), "another connection took its place while nobody looked");
    }

    @Test
    void whatIsNotOpenIsNotUnlockedForLater() {
        open.clear();
        locks.lock(REAL, false);
        open.put(REAL, new Open(REAL));
        assertTrue(locks.isLocked(REAL));
    }

    @Test
    void twoClustersOfOneNameAreLockedApart() {
        ClusterId other = new ClusterId("default-2", REAL.name(), REAL.context());
        open.put(other, new Open(other));
        locks.lock(REAL, false);
        assertTrue(locks.isLocked(other));
    }

    @Test
    void aClusterOfWhichNothingIsKnownIsReadOnly() {
        assertTrue(locks.isLocked(new ClusterId("closed")));
    }

    @Override
    public Optional<ClusterTarget> target(ClusterId id) {
        return Optional.ofNullable(targets.get(id));
    }

    @Override
    public Optional<ClusterConnection> connection(ClusterId id) {
        return Optional.ofNullable(open.get(id));
    }
}
