// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import podium.core.api.ObjectRef;
import podium.kubernetes.internal.kind.WorkloadKinds;
import podium.kubernetes.internal.plan.ObjectReads;
import podium.kubernetes.internal.plan.Refusal;
import podium.kubernetes.texts.Texts;
import podium.model.value.WorkKind;

/** Pods that no owner's template can place: those of which there is one on each node, and mirrors of static pods. */
final class UnplaceablePods {
    private UnplaceablePods() {}

    static void check(ObjectRef ref, JsonNode pod, WorkloadKinds kinds) throws Refusal {
        if (ObjectReads.isMirror(pod)) {
            throw new Refusal(
                    Texts.of("UnplaceablePods.isTheMirrorOfAStatic", ref.name()),
                    Texts.of("UnplaceablePods.moveTheFileInTheNodes"));
        }
        JsonNode owner = ObjectReads.controller(pod);
        String kind = owner.path("kind").asText();
        if (kinds.work(owner.path("apiVersion").asText(), kind).is(WorkKind.Trait.EVERY_NODE)) {
            throw new Refusal(
                    Texts.of("UnplaceablePods.belongsToAWhichRuns", ref.name(), kind),
                    Texts.of("UnplaceablePods.changeTheSNodeselector", kind));
        }
    }
}
