// SPDX-License-Identifier: Apache-2.0
package podium.ui.advice;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.emf.ecore.EObject;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.operation.Operation;
import podium.placement.Obstacle.Cure;
import podium.placement.Subject;
import podium.placement.Target;
import podium.placement.advice.AdviceService;
import podium.placement.whatif.Hypothesis;
import podium.ui.action.FleetActions;
import podium.ui.enablement.ChosenJobs;
import podium.ui.enablement.FleetAction;
import podium.ui.flow.ObjectFlow;
import podium.ui.flow.ObjectFlow.Chosen;
import podium.ui.flow.PlaceFlow;
import podium.ui.flow.SuspendFlow;
import podium.ui.flow.UndoFlow;
import podium.ui.label.FleetLabels;
import podium.ui.texts.Texts;
import podium.ui.toolkit.PartActivator;
import podium.ui.toolkit.SafeText;

/** Does what cures a wait, each by its usual way: a plan that is shown first, or a question that touches nothing. UI thread. */
@Creatable
public final class WaitRemedies {
    private final FleetActions actions;
    private final PlaceFlow place;
    private final UndoFlow undo;
    private final WhatIfSession whatIf;
    private final PartActivator parts;
    private final AdviceService advice;
    private final ObjectFlow objects;
    private final SuspendFlow suspend;

    @Inject
    public WaitRemedies(
            FleetActions actions,
            PlaceFlow place,
            UndoFlow undo,
            WhatIfSession whatIf,
            PartActivator parts,
            AdviceService advice,
            ObjectFlow objects,
            SuspendFlow suspend) {
        this.actions = actions;
        this.place = place;
        this.undo = undo;
        this.whatIf = whatIf;
        this.parts = parts;
        this.advice = advice;
        this.objects = objects;
        this.suspend = suspend;
    }

    /**
     * What is to be done, in words.
     *
     * @param possible whether it can be done from here, which {@link #of} knows
     */
    static String words(Cure cure, boolean possible) {
        Cure act = cure instanceof Cure.Partly partly ? partly.cure() : cure;
        return !possible && moves(act) ? Texts.of("WaitRemedies.noneCanMove", cure.words()) : cure.words();
    }

    private static boolean moves(Cure cure) {
        return cure instanceof Cure.Free || cure instanceof Cure.MoveOff;
    }

    /**
     * What is done about a wait.
     *
     * @param run empty: it is done elsewhere, or cannot be done now
     * @param whyNot why it cannot be done now; empty: it can, or it is done elsewhere
     */
    record Remedy(String words, Optional<Runnable> run, Optional<String> whyNot) {}

    Remedy remedy(Job job, Cure cure) {
        Optional<Runnable> run = of(job, cure);
        return new Remedy(
                words(cure, run.isPresent()),
                run,
                action(job, cure).flatMap(asked -> actions.whyNot(asked.action(), asked.things())));
    }

    /** An action that a menu offers, too. */
    private record Asked(FleetAction action, List<EObject> things) {}

    private static Optional<Asked> action(Job job, Cure cure) {
        List<EObject> it = List.of(job);
        return switch (cure) {
            case Cure.Resume _ -> Optional.of(new Asked(FleetAction.RESUME, it));
            case Cure.Place _ -> Optional.of(new Asked(FleetAction.PLACE, it));
            case Cure.Requeue _ -> Optional.of(new Asked(FleetAction.REQUEUE, it));
            case Cure.WhichCluster _ -> Optional.of(new Asked(FleetAction.WHICH_CLUSTER, it));
            case Cure.Edit edit when edit.suspendFirst() -> Optional.of(new Asked(FleetAction.SUSPEND, it));
            case Cure.Uncordon uncordon -> Optional.of(new Asked(FleetAction.UNCORDON, List.copyOf(uncordon.nodes())));
            case Cure.Partly partly -> action(job, partly.cure());
            default -> Optional.empty();
        };
    }

    /** What to run; empty: it is done elsewhere, or cannot be done now. */
    Optional<Runnable> of(Job job, Cure cure) {
        return switch (cure) {
            case Cure.Partly partly when !moves(partly.cure()) -> of(job, partly.cure());
            case Cure.Free _, Cure.MoveOff _, Cure.Partly _ ->
                advice.moves(cure)
                        .flatMap(_ -> FleetLabels.cluster(job))
                        .map(cluster -> () -> move(job, cure, cluster));
            case Cure.Quota it ->
                FleetLabels.cluster(job).map(cluster -> () -> {
                    whatIf.add(cluster, List.of(new Hypothesis.Quota(it.queue(), it.resource(), it.amount())));
                    parts.show("podium.part.whatif");
                });
            case Cure.Edit it
            when !it.suspendFirst() -> Chosen.of(job).flatMap(chosen -> objects.edit(chosen, it.field()));
            default ->
                action(job, cure)
                        .filter(asked ->
                                actions.whyNot(asked.action(), asked.things()).isEmpty())
                        .map(asked -> () -> run(asked, cure));
        };
    }

    private void run(Asked asked, Cure cure) {
        if (cure instanceof Cure.Edit edit) {
            suspend.suspend(ChosenJobs.of(asked.things()), Texts.of("WaitRemedies.firstOfThreeSteps", edit.what()));
        } else {
            actions.run(asked.action(), asked.things());
        }
    }

    /** Who moves is shown where the moves are, with what each costs. */
    private void move(Job job, Cure cure, Cluster cluster) {
        SlotsPart.Wanted moves = new SlotsPart.Wanted(
                Texts.of("WaitRemedies.forJob", SafeText.line(job.getName()), cure.words()),
                cluster,
                () -> advice.moves(cure));
        parts.show("podium.part.slots").filter(SlotsPart.class::isInstance).ifPresent(part -> ((SlotsPart) part)
                .want(moves));
    }

    void undo(Operation operation) {
        undo.undo(operation);
    }

    void place(Subject subject, Target target) {
        place.place(subject, target);
    }
}
