// SPDX-License-Identifier: Apache-2.0
package podium.core.drain;

import java.util.List;
import podium.core.operation.Plan;
import podium.model.fleet.Node;

/** Previews and plans drains. In the realm. */
public interface DrainService {
    DrainPreview preview(DrainRequest request);

    /** The drain as a plan: cordon what is not cordoned, evict, wait. */
    Plan plan(DrainPreview preview);

    Plan cordon(List<Node> nodes);

    /** Lifts the cordon; only what is cordoned now. */
    Plan uncordon(List<Node> nodes);
}
