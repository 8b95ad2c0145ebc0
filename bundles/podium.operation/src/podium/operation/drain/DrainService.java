// SPDX-License-Identifier: Apache-2.0
package podium.operation.drain;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import podium.model.fleet.Node;
import podium.operation.plan.Checked;
import podium.operation.plan.Plan;

/** Previews and plans drains. In the realm. */
public interface DrainService {
    /** What a drain would do to whom, and what stands against it, as the model has it now. Asks nobody. */
    DrainPreview preview(DrainRequest request);

    /**
     * What evicting these pods would do to whom, of a drain that stopped in the middle: what else is on their nodes is left out, and
     * nothing is suspended or held back.
     *
     * @param uids of the pods
     * @throws IllegalArgumentException when none of them is on these nodes
     */
    DrainPreview previewOf(List<Node> nodes, Set<String> uids);

    /**
     * What makes the drain a plan: cordon what is not cordoned, then wave by wave evict and wait. Called in the realm; the result
     * blocks, and is to be called on another thread. It throws {@link java.io.IOException} when the cluster does not answer.
     */
    Callable<Plan> prepare(DrainPreview preview);

    /**
     * Tries the evictions of a plan with the server, which changes nothing. Called in the realm; the result blocks, and is to be called
     * on another thread. Problems are, a sentence each, what the server would refuse: all of it where the budgets may not be read.
     */
    Callable<Checked> trial(DrainPreview preview, Callable<Plan> plan);

    /** Keeps new pods from nodes; only from what is not cordoned now. Asks nobody. */
    Plan cordon(List<Node> nodes);

    /** Lifts the cordon; only what is cordoned now. Asks nobody, so whose cordon it is is not known. */
    Plan uncordon(List<Node> nodes);

    /** The same, which reads first whether Podium set the cordon. Called in the realm; the result blocks, on any thread. */
    Callable<Plan> prepareUncordon(List<Node> nodes);
}
