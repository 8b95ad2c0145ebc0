// SPDX-License-Identifier: Apache-2.0
package podium.operation.rule;

import java.util.function.Consumer;
import podium.core.change.ClusterId;

/**
 * Which clusters are read-only. A real one is until the operator unlocks it; a simulated one is not, but where one acts as
 * somebody else. Not kept longer than the connection, on purpose. Any thread.
 */
public interface ChangeLocks {
    /** Whether nothing may be written to a cluster now; true also of one that is not open. */
    boolean isLocked(ClusterId cluster);

    /** Locks or unlocks an open cluster until it is closed. */
    void lock(ClusterId cluster, boolean locked);

    /** Hears of each cluster that was locked or unlocked, on the thread that did it; close the result to end it. */
    AutoCloseable listen(Consumer<ClusterId> listener);

    /** Where everything may be changed. */
    static ChangeLocks open() {
        return new ChangeLocks() {
            @Override
            public boolean isLocked(ClusterId cluster) {
                return false;
            }

            @Override
            public void lock(ClusterId cluster, boolean locked) {
                throw new UnsupportedOperationException("nothing is locked here");
            }

            @Override
            public AutoCloseable listen(Consumer<ClusterId> listener) {
                return () -> {};
            }
        };
    }
}
