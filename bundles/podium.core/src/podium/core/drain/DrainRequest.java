// SPDX-License-Identifier: Apache-2.0
package podium.core.drain;

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
 * @param timeout end the drain when it has not succeeded by then
 */
public record DrainRequest(
        List<Node> nodes, boolean deleteEmptyDir, boolean force, Optional<Duration> grace, Optional<Duration> timeout) {
    public DrainRequest {
        nodes = List.copyOf(nodes);
    }
}
