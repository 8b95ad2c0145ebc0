// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.json;

import java.util.List;
import podium.kubernetes.texts.Texts;

/** What Volcano's objects ask of HyperNodes, in words as they stand after "depends on" (volcano.sh/apis NetworkTopologySpec). */
public final class HyperNodes {
    private HyperNodes() {}

    /**
     * Adds what a networkTopology binds to; soft is a preference and binds to nothing.
     *
     * @param of whose it is, as " of its task worker"; empty: of all
     */
    public static void named(JsonTree topology, String of, List<String> terms) {
        if (topology.exists() && !"soft".equals(topology.text("mode"))) {
            String tier = topology.text("highestTierAllowed").isEmpty()
                    ? topology.text("highestTierName")
                    : topology.text("highestTierAllowed");
            terms.add(Texts.of("HyperNodes.theHypernodesOfVolcano", tier, of));
        }
    }
}
