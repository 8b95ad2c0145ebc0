// SPDX-License-Identifier: Apache-2.0
package podium.ui.action;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.emf.ecore.EObject;
import podium.core.text.CleanText;
import podium.model.fleet.Domain;
import podium.model.fleet.Job;
import podium.placement.Fit;
import podium.placement.PlacementService;
import podium.placement.Subject;
import podium.placement.Target;
import podium.placement.Verdict;
import podium.ui.flow.PlaceFlow;
import podium.ui.label.FleetLabels;
import podium.ui.label.WaitingJobs;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Menus.Entry;

/** Which waiting job could be placed on a node or a domain, the most urgent first, and why not. UI thread. */
@Creatable
public final class PlaceHereEntries {
    /** Waiting jobs offered by name. */
    private static final int MOST_JOBS = 6;

    private static final int LONGEST = 28;

    private final PlaceFlow place;
    private final PlacementService placement;

    @Inject
    public PlaceHereEntries(PlaceFlow place, PlacementService placement) {
        this.place = place;
        this.placement = placement;
    }

    /** For one node, device or domain; none for anything else. */
    public List<Entry> of(List<EObject> selected) {
        Optional<Target> target = target(selected);
        return target.flatMap(_ -> FleetLabels.cluster(selected.getFirst())).map(WaitingJobs::of).stream()
                .flatMap(List::stream)
                .limit(MOST_JOBS)
                .map(job -> entry(job, target.orElseThrow()))
                .toList();
    }

    private static Optional<Target> target(List<EObject> selected) {
        if (selected.size() != 1) {
            return Optional.empty();
        }
        return selected.getFirst() instanceof Domain domain
                ? Optional.of(new Target.OnDomain(domain))
                : FleetLabels.node(selected.getFirst()).map(Target.OnNode::new);
    }

    private Entry entry(Job job, Target target) {
        Subject subject = new Subject(job, List.of());
        Verdict verdict = placement.verdict(subject, target);
        Optional<String> whyNot = verdict.fit().takes()
                ? Optional.empty()
                : verdict.reasons().stream().findFirst().or(() -> Optional.of(Texts.of("PlaceHereEntries.doesNotFit")));
        String name = CleanText.middle(job.getName(), LONGEST);
        String words = verdict.fit() == Fit.EVICTS
                ? Texts.of("PlaceHereEntries.placeHereEvicting", name)
                : Texts.of("PlaceHereEntries.placeHere", name);
        return new Entry(words, Icon.PLACE, "", whyNot, () -> place.place(subject, target));
    }
}
