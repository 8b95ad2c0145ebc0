// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place.draft;

import java.io.IOException;
import java.util.List;
import podium.kubernetes.internal.kind.FixedKind;
import podium.kubernetes.internal.kind.TemplatedKind;
import podium.kubernetes.internal.kind.WorkloadKinds;
import podium.kubernetes.internal.place.draft.Draft.Made;
import podium.kubernetes.internal.place.pin.PodPart;
import podium.kubernetes.internal.place.pin.ResolvedRequest;
import podium.kubernetes.internal.plan.Refusal;

/** Kinds that create pods but can be neither held nor pinned before they are submitted. */
record DraftFixed(FixedKind kind, WorkloadKinds kinds) implements Drafting {
    @Override
    public List<PodPart> parts(ResolvedRequest asked) throws IOException, Refusal {
        return kind instanceof TemplatedKind templated
                ? templated.templates(asked).parts()
                : List.of();
    }

    @Override
    public Made held(ResolvedRequest asked) throws Refusal {
        throw kinds.notHeld(asked.ref());
    }

    @Override
    public Made pinned(ResolvedRequest asked) throws Refusal {
        throw kinds.notPlaced(asked.ref());
    }
}
