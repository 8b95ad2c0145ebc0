// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduling;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import podium.simulator.internal.json.Json;

/**
 * A topology spread constraint of a pod.
 *
 * @param maxSkew how many more matching pods the fullest domain may have than the emptiest
 * @param minDomains with fewer domains than this the emptiest counts as empty
 * @param topologyKey the label that makes the domains
 * @param hard whether it must hold ({@code DoNotSchedule}) or is wished for
 * @param honoursAffinity whether only nodes that the pod selects make domains
 * @param honoursTaints whether only nodes whose taints the pod tolerates make domains
 * @param selector which pods are counted
 */
public record TopologySpread(
        int maxSkew,
        int minDomains,
        String topologyKey,
        boolean hard,
        boolean honoursAffinity,
        boolean honoursTaints,
        LabelSelector selector) {

    static List<TopologySpread> parse(JsonNode constraints) {
        List<TopologySpread> parsed = new ArrayList<>(constraints.size());
        for (JsonNode constraint : constraints) {
            parsed.add(new TopologySpread(
                    Json.number(constraint, 1, "maxSkew"),
                    Json.number(constraint, 1, "minDomains"),
                    Json.text(constraint, "topologyKey"),
                    !Json.text(constraint, "whenUnsatisfiable").equals("ScheduleAnyway"),
                    !Json.text(constraint, "nodeAffinityPolicy").equals("Ignore"),
                    Json.text(constraint, "nodeTaintsPolicy").equals("Honor"),
                    LabelSelector.orNothing(constraint.path("labelSelector"))));
        }
        return List.copyOf(parsed);
    }

    /** Whether a node may be a domain, or part of one, for this pod. */
    public boolean counts(PodInfo pod, NodeInfo node) {
        return (!honoursAffinity || pod.rules().selects(node)) && (!honoursTaints || !node.repels(pod));
    }

    /** How many pods on the node count; a selector that selects all counts none, as in kube-scheduler. */
    public int matching(PodInfo pod, NodeInfo node) {
        int count = 0;
        for (PodInfo other : node.pods()) {
            count += matches(pod, other) ? 1 : 0;
        }
        return count;
    }

    /** Whether another pod counts; one that is ending does not. */
    public boolean matches(PodInfo pod, PodInfo other) {
        return !selector.matchesAll()
                && !other.terminating()
                && other.namespace().equals(pod.namespace())
                && selector.matches(other.labels());
    }
}
