// SPDX-License-Identifier: Apache-2.0
package podium.ui.advice;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.emf.ecore.EObject;
import podium.core.placement.Obstacle.Cure;
import podium.core.placement.Subject;
import podium.core.placement.Target;
import podium.core.whatif.Hypothesis;
import podium.model.fleet.Job;
import podium.ui.act.Act;
import podium.ui.act.Acts;
import podium.ui.act.PlaceFlow;
import podium.ui.words.Things;

/** Does what cures a wait, each by its usual way: a plan that is shown first, or a question that touches nothing. UI thread. */
@Creatable
public final class Cures {
    private final Acts acts;
    private final PlaceFlow place;
    private final Supposition supposition;
    private final PartShower parts;

    @Inject
    public Cures(Acts acts, PlaceFlow place, Supposition supposition, PartShower parts) {
        this.acts = acts;
        this.place = place;
        this.supposition = supposition;
        this.parts = parts;
    }

    /** What to run; empty: it is done elsewhere, or must not be done now. */
    Optional<Runnable> of(Job job, Cure cure) {
        return switch (cure) {
            case Cure.Resume _ -> act(Act.RESUME, List.of(job));
            case Cure.Place _ -> act(Act.PLACE, List.of(job));
            case Cure.Uncordon it -> act(Act.UNCORDON, List.copyOf(it.nodes()));
            case Cure.Free it ->
                Optional.of(() -> parts.show("podium.part.slots")
                        .filter(SlotsPart.class::isInstance)
                        .ifPresent(part -> ((SlotsPart) part).want(it.gpus())));
            case Cure.Quota it ->
                Things.cluster(job).map(cluster -> () -> {
                    supposition.add(cluster, List.of(new Hypothesis.Quota(it.queue(), it.resource(), it.amount())));
                    parts.show("podium.part.whatif");
                });
            case Cure.Elsewhere _ -> Optional.empty();
        };
    }

    private Optional<Runnable> act(Act act, List<EObject> things) {
        return acts.whyNot(act, things).isPresent() ? Optional.empty() : Optional.of(() -> acts.run(act, things));
    }

    void place(Subject subject, Target target) {
        place.place(subject, target);
    }
}
