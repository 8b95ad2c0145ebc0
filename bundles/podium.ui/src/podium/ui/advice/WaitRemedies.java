// SPDX-License-Identifier: Apache-2.0
package podium.ui.advice;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.emf.ecore.EObject;
import podium.model.fleet.Job;
import podium.operation.Operation;
import podium.placement.Obstacle.Cure;
import podium.placement.Subject;
import podium.placement.Target;
import podium.placement.whatif.Hypothesis;
import podium.ui.action.FleetActions;
import podium.ui.enablement.FleetAction;
import podium.ui.flow.ObjectFlow;
import podium.ui.flow.ObjectFlow.Chosen;
import podium.ui.flow.PlaceFlow;
import podium.ui.flow.UndoFlow;
import podium.ui.label.FleetLabels;
import podium.ui.selection.FleetSelection;
import podium.ui.toolkit.PartActivator;

/** Does what cures a wait, each by its usual way: a plan that is shown first, or a question that touches nothing. UI thread. */
@Creatable
public final class WaitRemedies {
    private final FleetActions actions;
    private final PlaceFlow place;
    private final UndoFlow undo;
    private final WhatIfSession whatIf;
    private final PartActivator parts;
    private final FleetSelection selection;
    private final ObjectFlow objects;

    @Inject
    public WaitRemedies(
            FleetActions actions,
            PlaceFlow place,
            UndoFlow undo,
            WhatIfSession whatIf,
            PartActivator parts,
            FleetSelection selection,
            ObjectFlow objects) {
        this.actions = actions;
        this.place = place;
        this.undo = undo;
        this.whatIf = whatIf;
        this.parts = parts;
        this.selection = selection;
        this.objects = objects;
    }

    /** What to run; empty: it is done elsewhere, or must not be done now. */
    Optional<Runnable> of(Job job, Cure cure) {
        return switch (cure) {
            case Cure.Resume _ -> action(FleetAction.RESUME, List.of(job));
            case Cure.Place _ -> action(FleetAction.PLACE, List.of(job));
            case Cure.Uncordon it -> action(FleetAction.UNCORDON, List.copyOf(it.nodes()));
            case Cure.Free it ->
                Optional.of(() -> parts.show("podium.part.slots")
                        .filter(SlotsPart.class::isInstance)
                        .ifPresent(part -> ((SlotsPart) part).want(it.gpus())));
            case Cure.MoveOff it -> Optional.of(() -> selection.set(this, List.copyOf(it.tasks())));
            case Cure.Quota it ->
                FleetLabels.cluster(job).map(cluster -> () -> {
                    whatIf.add(cluster, List.of(new Hypothesis.Quota(it.queue(), it.resource(), it.amount())));
                    parts.show("podium.part.whatif");
                });
            case Cure.Edit it when it.suspendFirst() -> action(FleetAction.SUSPEND, List.of(job));
            case Cure.Edit it -> Chosen.of(job).flatMap(chosen -> objects.edit(chosen, it.field()));
            case Cure.WhichCluster _ -> action(FleetAction.WHICH_CLUSTER, List.of(job));
            case Cure.Elsewhere _ -> Optional.empty();
        };
    }

    private Optional<Runnable> action(FleetAction action, List<EObject> things) {
        return actions.whyNot(action, things).isPresent()
                ? Optional.empty()
                : Optional.of(() -> actions.run(action, things));
    }

    void undo(Operation operation) {
        undo.undo(operation);
    }

    void place(Subject subject, Target target) {
        place.place(subject, target);
    }
}
