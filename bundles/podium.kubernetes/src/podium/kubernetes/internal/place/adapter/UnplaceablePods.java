// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import podium.core.api.ObjectRef;
import podium.kubernetes.internal.kind.WorkloadKinds;
import podium.kubernetes.internal.plan.ObjectReads;
import podium.kubernetes.internal.plan.Refusal;
import podium.model.value.WorkKind;

/** Pods that no owner's template can place: those of which there is one on each node, and mirrors of static pods. */
final class UnplaceablePods {
    private UnplaceablePods() {}

    static void check(ObjectRef ref, JsonNode pod, WorkloadKinds kinds) throws Refusal {
        if (ObjectReads.isMirror(pod)) {
            throw new Refusal(
                    ref.name() + " is the mirror of a static pod: a file on its node runs it.",
                    "Move the file in the node's manifest folder.");
        }
        JsonNode owner = ObjectReads.controller(pod);
        String kind = owner.path("kind").asText();
        if (kinds.work(owner.path("apiVersion").asText(), kind).is(WorkKind.Trait.EVERY_NODE)) {
            throw new Refusal(
                    ref.name() + " belongs to a " + kind + ", which runs one pod on every node.",
                    "Change the " + kind + "'s nodeSelector instead.");
        }
    }
}
