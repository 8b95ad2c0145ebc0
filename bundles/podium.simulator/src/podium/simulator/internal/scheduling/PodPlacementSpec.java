// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduling;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import podium.simulator.internal.json.Json;

/**
 * Where a pod may run, as its spec says.
 *
 * @param nodeSelector labels the node must have
 * @param nodeTerms required node affinity: one of them must match, if there are any
 * @param preferredNodes wished-for node affinity
 * @param affinity pods it must be with
 * @param antiAffinity pods it must not be with
 * @param preferredPods pods it wishes to be with; a negative weight means away from
 * @param spread how it must spread
 * @param tolerations taints it bears
 */
public record PodPlacementSpec(
        Map<String, String> nodeSelector,
        List<NodeTerm> nodeTerms,
        List<NodeTerm> preferredNodes,
        List<PodTerm> affinity,
        List<PodTerm> antiAffinity,
        List<PodTerm> preferredPods,
        List<TopologySpread> spread,
        List<Toleration> tolerations) {

    public static PodPlacementSpec parse(JsonNode spec, String namespace) {
        JsonNode affinity = spec.path("affinity");
        return new PodPlacementSpec(
                Json.texts(spec.path("nodeSelector")),
                NodeTerm.required(affinity),
                NodeTerm.preferred(affinity),
                PodTerm.required(affinity, "podAffinity", namespace),
                PodTerm.required(affinity, "podAntiAffinity", namespace),
                PodTerm.preferred(affinity, namespace),
                TopologySpread.parse(spec.path("topologySpreadConstraints")),
                Toleration.parse(spec.path("tolerations")));
    }

    /** Whether the pod has required node affinity. */
    public boolean requiresNodes() {
        return !nodeTerms.isEmpty();
    }

    /** Whether the pod says anything, if only a wish, about other pods. */
    boolean relatesToPods() {
        return !affinity.isEmpty() || !antiAffinity.isEmpty() || !preferredPods.isEmpty();
    }

    /** Whether the node's labels and name are what the pod asks for. */
    public boolean selects(NodeInfo node) {
        for (Map.Entry<String, String> wanted : nodeSelector.entrySet()) {
            if (!wanted.getValue().equals(node.labels().get(wanted.getKey()))) {
                return false;
            }
        }
        if (nodeTerms.isEmpty()) {
            return true;
        }
        for (NodeTerm term : nodeTerms) {
            if (term.matches(node)) {
                return true;
            }
        }
        return false;
    }
}
