// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place.draft;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import podium.core.api.ObjectRef;
import podium.kubernetes.internal.kind.FixedKind;
import podium.kubernetes.internal.kind.NestingKind;
import podium.kubernetes.internal.kind.SuspendedKind;
import podium.kubernetes.internal.kind.TemplatedKind;
import podium.kubernetes.internal.kind.WorkloadKind;
import podium.kubernetes.internal.kind.WorkloadKinds;
import podium.kubernetes.internal.place.draft.Draft.Made;
import podium.kubernetes.internal.place.pin.PodPart;
import podium.kubernetes.internal.place.pin.ResolvedRequest;
import podium.kubernetes.internal.plan.Refusal;

/** How an object of one kind is held or pinned before it is submitted. */
interface Drafting {
    /** Empty: nothing makes pods of such an object. */
    static Optional<Drafting> of(WorkloadKinds kinds, ObjectRef ref) {
        return kinds.of(ref).flatMap(kind -> of(kinds, kind));
    }

    private static Optional<Drafting> of(WorkloadKinds kinds, WorkloadKind kind) {
        return switch (kind) {
            case FixedKind fixed when fixed.isFixedBefore() -> Optional.of(new DraftFixed(fixed, kinds));
            case TemplatedKind templated -> Optional.of(new DraftTemplates(templated));
            case NestingKind nesting -> Optional.of(new DraftNested(nesting, kinds));
            case SuspendedKind suspended
            when kind instanceof FixedKind -> Optional.of(new DraftSuspended(suspended, kinds));
            default -> Optional.empty();
        };
    }

    List<PodPart> parts(ResolvedRequest asked) throws IOException, Refusal;

    /** Whether all its pods are there at once. */
    default boolean together() {
        return true;
    }

    /** What else is to be known of it however it is created, in sentences. */
    default List<String> notes(ResolvedRequest asked) throws IOException {
        return List.of();
    }

    Made held(ResolvedRequest asked) throws IOException, Refusal;

    Made pinned(ResolvedRequest asked) throws IOException, Refusal;
}
