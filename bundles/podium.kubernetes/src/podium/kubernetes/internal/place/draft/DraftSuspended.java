// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place.draft;

import java.io.IOException;
import java.util.List;
import podium.kubernetes.internal.kind.SuspendedKind;
import podium.kubernetes.internal.kind.WorkloadKinds;
import podium.kubernetes.internal.place.draft.Draft.Made;
import podium.kubernetes.internal.place.pin.PodPart;
import podium.kubernetes.internal.place.pin.ResolvedRequest;
import podium.kubernetes.internal.plan.PatchedObject;
import podium.kubernetes.internal.plan.Refusal;
import podium.kubernetes.texts.Texts;

/** Kinds without pod templates that can be told not to run: held by that, and not pinned. */
record DraftSuspended(SuspendedKind kind, WorkloadKinds kinds) implements Drafting {
    @Override
    public List<PodPart> parts(ResolvedRequest asked) {
        return List.of();
    }

    @Override
    public Made held(ResolvedRequest asked) throws IOException {
        return new Made(
                PatchedObject.of(
                        asked.job(), kind.suspension(asked.ref(), asked.job()).set(asked.ref(), asked.job(), true)),
                Texts.of("DraftSuspended.suspended"),
                List.of(Texts.of(
                        "DraftSuspended.getsNoGateItIsCreated", asked.ref().name())));
    }

    @Override
    public Made pinned(ResolvedRequest asked) throws Refusal {
        throw kinds.notPlaced(asked.ref());
    }
}
