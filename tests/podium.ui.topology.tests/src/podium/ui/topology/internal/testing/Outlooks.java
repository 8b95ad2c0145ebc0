// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.testing;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import podium.model.fleet.Node;
import podium.placement.whatif.Hypothesis;
import podium.placement.whatif.WhatIfResult;

/** Answers to what is supposed of two nodes of four GPUs, one of which goes. */
public final class Outlooks {
    private Outlooks() {}

    public static WhatIfResult of(List<Hypothesis> hypotheses, Map<Node, WhatIfResult.NodeChange> changes) {
        return new WhatIfResult(
                hypotheses,
                new WhatIfResult.Capacity(2, 8, 8),
                new WhatIfResult.Capacity(1, 4, 0),
                List.of(),
                List.of(),
                List.of(),
                changes,
                Duration.ZERO);
    }
}
