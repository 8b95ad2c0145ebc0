// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind;

import java.io.IOException;
import java.util.List;
import podium.core.api.ObjectRef;
import podium.kubernetes.internal.place.pin.Pin;
import podium.kubernetes.internal.place.pin.ResolvedRequest;
import podium.kubernetes.internal.plan.Refusal;
import podium.operation.plan.Step;

/** A kind whose pod templates may change while it is suspended: it is stopped, pinned and started again. */
public interface CycleKind extends TemplatedKind, SuspendedKind {
    /** Refuses what cannot be placed now: finished, or run by somebody else. */
    void check(ResolvedRequest asked) throws Refusal;

    /** What else must be done between its stop and the change of its templates. {@code suspended}: it was before. */
    default List<Step> prepare(ResolvedRequest asked, boolean suspended) {
        return List.of();
    }

    /** Waits until it runs where it was placed. */
    default List<Step> runs(ResolvedRequest asked, int pods, Pin pin) throws IOException {
        return OwnedPods.placed(asked.objects(), asked.ref(), selector(asked.ref(), asked.job()), pods, pin);
    }

    /**
     * What it made of its templates and only ever adds to: what is taken out of a template stays in them. Deleted while it is stopped
     * they are made anew.
     */
    default List<ObjectRef> remnants(ResolvedRequest asked) throws IOException {
        return List.of();
    }

    /** More that happens, in words. */
    default List<String> effects(ResolvedRequest asked, Pin pin) throws Refusal {
        return List.of();
    }
}
