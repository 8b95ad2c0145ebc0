// SPDX-License-Identifier: Apache-2.0
package podium.operation.partition;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import podium.model.fleet.Node;
import podium.operation.plan.Plan;

/** Previews and plans the re-partition of a node's GPUs with NVIDIA's MIG manager. In the realm. */
public interface PartitionService {
    /** Why the GPUs of the node cannot be cut anew; empty: they can. */
    Optional<String> whyNot(Node node);

    /** The layouts that the node's product has, the whole GPU first; empty when {@link #whyNot} says why. */
    List<PartitionPreview> previews(Node node);

    /**
     * The guarded sequence: cordon, wait for the GPUs to be free, label, wait for the MIG manager's success and for what the node
     * then offers, uncordon. When the wait fails, the cordon is lifted and nothing has changed; when the MIG manager fails, the
     * node stays cordoned.
     *
     * @param evict true: the pods in the way are evicted, as budgets allow; false: they are waited for
     * @param atMost how long that may take
     * @throws IllegalArgumentException when the layout cannot be chosen, or a pod that nothing makes anew would be evicted
     */
    Plan plan(PartitionPreview preview, boolean evict, Duration atMost);

    /** Why the pods in the way cannot be evicted; empty: they can. */
    Optional<String> whyNotEvict(PartitionPreview preview);
}
