// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.json;

import java.util.List;
import java.util.function.UnaryOperator;
import podium.kubernetes.texts.Texts;

/** What Volcano's objects ask of HyperNodes, in words as they stand after "depends on" (volcano.sh/apis NetworkTopologySpec). */
public final class HyperNodes {
    private HyperNodes() {}

    /** Adds what the networkTopology of all its pods binds to. */
    public static void named(JsonTree topology, List<String> terms) {
        named(topology, tier -> Texts.of("HyperNodes.ofAll", tier), terms);
    }

    /**
     * Adds what a networkTopology binds to; soft is a preference and binds to nothing.
     *
     * @param words of the term, with the tier
     */
    public static void named(JsonTree topology, UnaryOperator<String> words, List<String> terms) {
        if (topology.exists() && !"soft".equals(topology.text("mode"))) {
            String tier = topology.text("highestTierAllowed").isEmpty()
                    ? topology.text("highestTierName")
                    : topology.text("highestTierAllowed");
            terms.add(words.apply(tier));
        }
    }
}
