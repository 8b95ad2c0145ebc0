// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.verdict;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.text.CleanText;
import podium.model.fleet.Cluster;
import podium.model.fleet.Node;
import podium.placement.internal.index.PodSelectors;
import podium.placement.internal.rule.NodeAffinityRule;
import podium.placement.texts.Texts;

/**
 * Why nothing can be pinned to a node alone: a pin goes by the label with its host name, which the node may lack or, copied with an
 * image, share with another. Where no node has the label nothing is said. In the realm.
 */
final class HostnamePins {
    private static final String NONE = "";

    private final Cluster cluster;
    private @Nullable Map<String, String> owners;

    HostnamePins(Cluster cluster) {
        this.cluster = cluster;
    }

    Optional<String> refusal(Node node) {
        Map<String, String> known = owners;
        if (known == null) {
            known = owners();
            owners = known;
        }
        Optional<String> value = PodSelectors.labels(node).get(NodeAffinityRule.HOSTNAME);
        if (value.isEmpty()) {
            return known.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Texts.of("HostnamePins.hasNoLabel", NodeAffinityRule.HOSTNAME));
        }
        return NONE.equals(known.get(value.get()))
                ? Optional.of(Texts.of(
                        "HostnamePins.isSharedByOthers", NodeAffinityRule.HOSTNAME, CleanText.clean(value.get())))
                : Optional.empty();
    }

    /** The node of each host name; none where several have it. */
    private Map<String, String> owners() {
        Map<String, String> found = new HashMap<>();
        for (Node node : cluster.getNodes()) {
            PodSelectors.labels(node)
                    .get(NodeAffinityRule.HOSTNAME)
                    .ifPresent(value -> found.merge(value, String.valueOf(node.getName()), (one, other) -> NONE));
        }
        return found;
    }
}
