// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import podium.core.api.ObjectReader;
import podium.core.retry.PodLoss;
import podium.core.retry.PodLossEffect;
import podium.core.retry.PodLossRule;
import podium.core.retry.UncountedLossRule;
import podium.kubernetes.internal.json.JsonInput;
import podium.kubernetes.internal.json.JsonTree;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.plan.ObjectReads;
import podium.model.value.WorkKind;

/** What becomes of a job whose pods are deleted, as its controllers say on the server now. Blocks; any thread. */
public record OwnedPodLosses(WorkloadKinds kinds) {
    private static final int DEEPEST = 6;

    /** The worst of what becomes of the controllers of these pods, all of them being deleted. */
    public PodLossEffect deleted(Collection<JsonNode> pods, String namespace, ObjectReader reader) throws IOException {
        return deleted(pods, namespace, new ObjectReads(reader));
    }

    public PodLossEffect deleted(Collection<JsonNode> pods, String namespace, ObjectReads objects) throws IOException {
        Map<String, List<JsonNode>> byOwner = new LinkedHashMap<>();
        for (JsonNode pod : pods) {
            String uid = Trees.text(ObjectReads.controller(pod), "/uid");
            if (!uid.isEmpty()) {
                byOwner.computeIfAbsent(uid, _ -> new ArrayList<>()).add(pod);
            }
        }
        PodLossEffect worst = PodLossEffect.REPLACED;
        for (List<JsonNode> of : byOwner.values()) {
            PodLossEffect one = above(of.getFirst(), namespace, of.size(), objects);
            worst = one.outcome().compareTo(worst.outcome()) < 0 ? worst : one;
        }
        return worst;
    }

    private PodLossEffect above(JsonNode pod, String namespace, int count, ObjectReads objects) throws IOException {
        List<PodLossRule> chain = new ArrayList<>();
        JsonNode owner = ObjectReads.controller(pod);
        while (!owner.isMissingNode() && chain.size() < DEEPEST) {
            Optional<WorkloadKind> kind = kinds.ofOwner(owner);
            if (replaces(kind)) {
                chain.add(UncountedLossRule.REPLACES);
                break;
            }
            Optional<JsonNode> found = kinds.find(owner, namespace, objects);
            Optional<PodLossRule> rule = found.isEmpty() ? Optional.empty() : rule(kind, found.get());
            if (found.isEmpty() || rule.isEmpty()) {
                return PodLossRule.of(chain, false, PodLoss.DELETED, count);
            }
            chain.add(rule.get());
            owner = ObjectReads.controller(found.get());
        }
        return PodLossRule.of(chain, true, PodLoss.DELETED, count);
    }

    private static boolean replaces(Optional<WorkloadKind> kind) {
        return kind.filter(one -> one.work(one.name().versions().getFirst()).is(WorkKind.Trait.REPLACES_PODS))
                .isPresent();
    }

    private static Optional<PodLossRule> rule(Optional<WorkloadKind> kind, JsonNode object) throws IOException {
        return kind.isEmpty() ? Optional.empty() : kind.get().loss(JsonTree.read(JsonInput.of(Trees.write(object))));
    }
}
