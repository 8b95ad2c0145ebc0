// SPDX-License-Identifier: Apache-2.0
package podium.operation.drain;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import podium.model.fleet.Node;

/**
 * What to drain and how.
 *
 * @param deleteEmptyDir consent to lose emptyDir data
 * @param force also pods that no controller will recreate
 * @param grace overrides the pods' own grace period
 * @param timeout end the eviction from a wave of nodes when it has not succeeded by then
 * @param pace how many nodes at a time, and whether jobs are waited for
 * @param deactivate jobs that Kueue admitted are deactivated and queued again instead of evicted pod by pod
 * @param suspend Jobs that would end for good with the pods they lose are suspended and resumed instead, which counts no pod as failed;
 *     not where jobs are waited for
 * @param partial only what can go is taken: what blocks stays, and the nodes are not empty at the end
 */
public record DrainRequest(
        List<Node> nodes,
        boolean deleteEmptyDir,
        boolean force,
        Optional<Duration> grace,
        Optional<Duration> timeout,
        DrainPace pace,
        boolean deactivate,
        boolean suspend,
        boolean partial) {
    /**
     * @throws IllegalArgumentException when jobs are both to be waited for and to be deactivated: one that has ended meanwhile
     *     has no Workload to deactivate
     */
    public DrainRequest {
        nodes = List.copyOf(nodes);
        if (deactivate && pace.afterJobs().isPresent()) {
            throw new IllegalArgumentException("jobs are either waited for or deactivated");
        }
    }

    /** A drain of all nodes at once that evicts every pod, but for the Jobs that it can keep alive. */
    public DrainRequest(
            List<Node> nodes,
            boolean deleteEmptyDir,
            boolean force,
            Optional<Duration> grace,
            Optional<Duration> timeout) {
        this(nodes, deleteEmptyDir, force, grace, timeout, DrainPace.AT_ONCE, false, true, false);
    }

    /** The same at another pace. */
    public DrainRequest at(DrainPace other) {
        return new DrainRequest(nodes, deleteEmptyDir, force, grace, timeout, other, deactivate, suspend, partial);
    }

    /** The same with jobs of Kueue deactivated rather than evicted, or not. */
    public DrainRequest deactivating(boolean kueue) {
        return new DrainRequest(nodes, deleteEmptyDir, force, grace, timeout, pace, kueue, suspend, partial);
    }

    /** The same with Jobs suspended that would end, or not. */
    public DrainRequest suspending(boolean jobs) {
        return new DrainRequest(nodes, deleteEmptyDir, force, grace, timeout, pace, deactivate, jobs, partial);
    }

    /** The same of all pods, or of those only that can go. */
    public DrainRequest onlyWhatCanGo(boolean some) {
        return new DrainRequest(nodes, deleteEmptyDir, force, grace, timeout, pace, deactivate, suspend, some);
    }

    /** True when Jobs are suspended rather than ended. */
    public boolean suspends() {
        return suspend && pace.afterJobs().isEmpty();
    }
}
