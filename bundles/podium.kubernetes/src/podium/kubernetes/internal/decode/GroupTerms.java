// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import podium.kubernetes.internal.json.HyperNodes;
import podium.kubernetes.internal.json.JsonTree;
import podium.kubernetes.texts.Texts;

/** What a gang object says about where its pods may run that only its scheduler judges, in words as they stand after "depends on". */
final class GroupTerms {
    private GroupTerms() {}

    /** KAI pkg/apis/scheduling/v2alpha2/podgroup_types.go: topologyConstraint of the group and of its subgroups; a preference is none. */
    static List<String> kai(JsonTree spec) {
        List<String> terms = new ArrayList<>();
        topology(
                spec.at("topologyConstraint"),
                (level, topology) -> Texts.of("GroupTerms.levelOfKai", level, topology),
                terms);
        for (JsonTree part : spec.at("subGroups").elements()) {
            String name = part.text("name");
            topology(
                    part.at("topologyConstraint"),
                    (level, topology) -> Texts.of("GroupTerms.levelOfKaiOfSubgroup", level, topology, name),
                    terms);
        }
        if (spec.at("subGroups").elements().size() > 1 || spec.at("minSubGroup").exists()) {
            terms.add(Texts.of("GroupTerms.theSubgroupsOfItsPodgroup"));
        }
        return terms;
    }

    private static void topology(JsonTree constraint, BinaryOperator<String> words, List<String> terms) {
        String level = constraint.text("requiredTopologyLevel");
        if (!level.isEmpty()) {
            terms.add(words.apply(level, constraint.text("topology")));
        }
    }

    /**
     * PodGroup of scheduling.k8s.io: KEP-5732 schedulingConstraints.topology, KEP-5729 resourceClaims, which its pods share instead of
     * having one each.
     */
    static List<String> ofKubernetes(JsonTree spec) {
        List<String> terms = new ArrayList<>();
        for (String key : spec.at("schedulingConstraints", "topology").elements().stream()
                .map(constraint -> constraint.text("key"))
                .toList()) {
            terms.add(Texts.of("GroupTerms.theTopologyOfItsPodgroup", key));
        }
        for (String claim : spec.at("resourceClaims").texts("name")) {
            terms.add(Texts.of("GroupTerms.theClaimThatThePods", claim));
        }
        return terms;
    }

    /** volcano.sh/apis scheduling/v1beta1 PodGroupSpec: networkTopology and subGroupPolicy; soft is a preference. */
    static List<String> volcano(JsonTree spec) {
        List<String> terms = new ArrayList<>();
        HyperNodes.named(spec.at("networkTopology"), terms);
        for (JsonTree policy : spec.at("subGroupPolicy").elements()) {
            HyperNodes.named(
                    policy.at("networkTopology"),
                    tier -> Texts.of("GroupTerms.hyperNodesOfSubgroup", tier, policy.text("name")),
                    terms);
        }
        return terms;
    }
}
