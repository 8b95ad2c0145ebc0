// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.objectaction;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import podium.kubernetes.internal.kind.OwnedPods;
import podium.kubernetes.internal.kind.Replicas;
import podium.kubernetes.internal.kind.ScaledKind;
import podium.kubernetes.internal.kind.SuspendedKind;
import podium.kubernetes.internal.kind.TriggeredKind;
import podium.kubernetes.internal.plan.Refusal;
import podium.kubernetes.texts.Texts;

/**
 * What an edit does to the pods of a job by its number of replicas or by suspending it, as scaling and suspending say it. Blocks.
 *
 * @param effects sentences
 * @param lost what is lost for good, in sentences
 */
record EditedPods(List<String> effects, List<String> lost) {
    private static final EditedPods NONE = new EditedPods(List.of(), List.of());

    static EditedPods of(ObjectTarget target, JsonNode edited) throws IOException {
        if (!isSuspended(target, target.object()) && isSuspended(target, edited)) {
            return fewer(target, Texts.of("EditedPods.itsRunningPodsAreDeleted"));
        }
        Optional<Replicas> was = replicas(target, target.object());
        Optional<Replicas> is = replicas(target, edited);
        int more =
                was.isPresent() && is.isPresent() ? is.get().now() - was.get().now() : 0;
        if (more < 0) {
            String pods = was.get().unit().of(-more);
            return fewer(
                    target,
                    more == -1 ? Texts.of("EditedPods.isDeleted", pods) : Texts.of("EditedPods.areDeleted", pods));
        }
        if (more == 0 || isSuspended(target, edited)) {
            return NONE;
        }
        String pods = was.get().unit().more(more);
        return new EditedPods(
                List.of(more == 1 ? Texts.of("EditedPods.isCreated", pods) : Texts.of("EditedPods.areCreated", pods)),
                List.of());
    }

    private static EditedPods fewer(ObjectTarget target, String running) throws IOException {
        boolean idle = new OwnedPods(target.kinds())
                .active(target.reader(), target.ref(), target.object())
                .equals(OwnedPods.NONE);
        return idle
                ? new EditedPods(List.of(Texts.of("EditedPods.noPodOfItRuns")), List.of())
                : new EditedPods(List.of(running), List.of(Texts.of("EditedPods.whatTheDeletedPods")));
    }

    /** What makes jobs goes on with those that run. */
    private static boolean isSuspended(ObjectTarget target, JsonNode object) {
        return target.kinds().of(target.ref(), TriggeredKind.class).isEmpty()
                && target.kinds()
                        .of(target.ref(), SuspendedKind.class)
                        .filter(kind -> kind.suspension(target.ref(), object).isSet(object))
                        .isPresent();
    }

    /** The number it has; empty: it has none, or only the least is told. */
    private static Optional<Replicas> replicas(ObjectTarget target, JsonNode object) {
        Optional<ScaledKind> kind = target.kinds().of(target.ref(), ScaledKind.class);
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(kind.get().replicas(object))
                    .filter(found -> found.unit() != Replicas.Unit.REPLICA_AT_LEAST);
        } catch (Refusal none) {
            return Optional.empty();
        }
    }
}
