// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.objectaction;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.place.pin.FieldOwners;
import podium.kubernetes.internal.plan.ObjectClone;
import podium.kubernetes.internal.plan.PlanSteps;
import podium.kubernetes.texts.Texts;
import podium.operation.plan.Deletion;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;

/** Deleting an object that is no workload, with what it owns; it can be made again from what it was, unless more than it goes. */
final class ObjectDeletion {
    private static final Duration GONE = Duration.ofMinutes(10);

    /** Kinds of which making the object again brings nothing back. */
    private static final Map<String, String> MORE = Map.of(
            "Namespace", Texts.of("ObjectDeletion.everythingInTheNamespace"),
            "CustomResourceDefinition", Texts.of("ObjectDeletion.allObjectsOfThisKind"),
            "PersistentVolume", Texts.of("ObjectDeletion.theDataIsNoLonger"),
            "Node", Texts.of("ObjectDeletion.podsThatAreBound"));

    private ObjectDeletion() {}

    static Plan plan(ObjectTarget target) {
        List<String> effects = new ArrayList<>();
        List<String> irreversible = new ArrayList<>();
        Optional<String> more = target.ref().kind().equals("PersistentVolumeClaim")
                ? volume(target)
                : Optional.ofNullable(MORE.get(target.ref().kind()));
        more.ifPresent(irreversible::add);
        effects.add(Texts.of("ObjectDeletion.whatItOwnsIsDeleted"));
        if (more.isEmpty() && isCustom(target.ref())) {
            irreversible.add(Texts.of("ObjectDeletion.podsThatItOwns"));
        }
        target.owner().ifPresent(owner -> effects.add(Texts.of("ObjectDeletion.itBelongsToWhichMayRecreate", owner)));
        FieldOwners.warning(target.object()).ifPresent(effects::add);
        if (!target.object().path("metadata").path("finalizers").isEmpty()) {
            effects.add(Texts.of(
                    "ObjectDeletion.itIsGoneOnlyWhenItsFinalizers",
                    Trees.write(target.object().path("metadata").path("finalizers"))));
        }
        Optional<ApiWrite> again = more.isPresent()
                ? Optional.empty()
                : Optional.of(PlanSteps.create(
                        target.ref(),
                        ObjectClone.of(target.object()),
                        Texts.of("ObjectDeletion.makeAgain", target.name())));
        List<Step> steps = List.of(
                Deletion.of(
                        PlanSteps.delete(target.ref(), target.uid(), Texts.of("ObjectDeletion.delete", target.name())),
                        again,
                        Trees.write(target.object())),
                PlanSteps.gone(target.ref(), target.uid(), GONE));
        return new Plan(
                target.cluster(),
                "delete",
                Texts.of("ObjectDeletion.delete", target.name()),
                steps,
                effects,
                irreversible,
                List.of(),
                again.map(create -> List.<Step>of(new Step.Write(create, Optional.empty())))
                        .orElse(List.of()));
    }

    /** Whether its kind was defined in the cluster: what its objects own is not known. */
    private static boolean isCustom(ObjectRef ref) {
        return ref.group().contains(".") && !ref.group().endsWith(".k8s.io");
    }

    /** What becomes of the volume of a claim; empty: it has none yet. */
    private static Optional<String> volume(ObjectTarget claim) {
        String name = claim.text("/spec/volumeName");
        if (name.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (policy(claim, name)) {
                    case "Delete" -> Texts.of("ObjectDeletion.itsVolumeIsDeleted", name);
                    case "Retain" -> Texts.of("ObjectDeletion.itsVolumeIsKept", name);
                    default -> Texts.of("ObjectDeletion.itsVolumeWithTheData");
                });
    }

    private static String policy(ObjectTarget claim, String name) {
        try {
            Optional<String> volume =
                    claim.reader().read(new ObjectRef("", "v1", "persistentvolumes", "PersistentVolume", "", name));
            return volume.isEmpty() ? "" : Trees.text(Trees.read(volume.get()), "/spec/persistentVolumeReclaimPolicy");
        } catch (IOException e) {
            return "";
        }
    }
}
