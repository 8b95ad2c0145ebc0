// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.objectaction;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import podium.core.api.ApiWrite;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.place.pin.FieldOwners;
import podium.kubernetes.internal.plan.ObjectClone;
import podium.kubernetes.internal.plan.PlanSteps;
import podium.operation.plan.Deletion;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;

/** Deleting an object that is no workload, with what it owns; it can be made again from what it was, unless more than it goes. */
final class ObjectDeletion {
    private static final Duration GONE = Duration.ofMinutes(10);

    /** Kinds of which making the object again brings nothing back. */
    private static final Map<String, String> MORE = Map.of(
            "Namespace", "Everything in the namespace is deleted with it.",
            "CustomResourceDefinition", "All objects of this kind are deleted with it, in all namespaces.",
            "PersistentVolumeClaim", "Its volume, with the data, is deleted or kept as its reclaim policy says.",
            "PersistentVolume", "The data is no longer reachable through it.",
            "Node", "Pods that are bound to it are deleted; a kubelet that still runs registers the node again.");

    private ObjectDeletion() {}

    static Plan plan(ObjectTarget target) {
        List<String> effects = new ArrayList<>();
        List<String> irreversible = new ArrayList<>();
        Optional<String> more = Optional.ofNullable(MORE.get(target.ref().kind()));
        more.ifPresent(irreversible::add);
        effects.add("What it owns is deleted with it.");
        target.owner().ifPresent(owner -> effects.add("It belongs to " + owner + ", which may recreate it."));
        FieldOwners.warning(target.object()).ifPresent(effects::add);
        if (!target.object().path("metadata").path("finalizers").isEmpty()) {
            effects.add("It is gone only when its finalizers are removed: "
                    + Trees.write(target.object().path("metadata").path("finalizers")) + ".");
        }
        Optional<ApiWrite> again = more.isPresent()
                ? Optional.empty()
                : Optional.of(PlanSteps.create(
                        target.ref(), ObjectClone.of(target.object()), "Make " + target.name() + " again"));
        List<Step> steps = List.of(
                Deletion.of(
                        PlanSteps.delete(target.ref(), target.uid(), "Delete " + target.name()),
                        again,
                        Trees.write(target.object())),
                PlanSteps.gone(target.ref(), target.uid(), GONE));
        return new Plan(
                target.cluster(),
                "delete",
                "Delete " + target.name(),
                steps,
                effects,
                irreversible,
                List.of(),
                again.map(create -> List.<Step>of(new Step.Write(create, Optional.empty())))
                        .orElse(List.of()));
    }
}
