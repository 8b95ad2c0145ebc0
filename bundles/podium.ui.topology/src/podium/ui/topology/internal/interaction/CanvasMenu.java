// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.interaction;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.emf.ecore.EObject;
import podium.core.text.CleanText;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Domain;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.placement.Fit;
import podium.placement.PlacementService;
import podium.placement.Subject;
import podium.placement.Target;
import podium.placement.Verdict;
import podium.ui.action.SelectionMenu;
import podium.ui.flow.PlaceFlow;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Menus.Entry;
import podium.ui.topology.texts.Texts;

/** What the context menu of the canvas offers for a selection, and why not what it does not. UI thread. */
@Creatable
public final class CanvasMenu {
    /** Waiting jobs offered by name. */
    private static final int MOST_JOBS = 6;

    private final SelectionMenu menu;
    private final PlaceFlow place;
    private final PlacementService placement;

    /** @param menu what is offered for the same things everywhere else too */
    @Inject
    public CanvasMenu(SelectionMenu menu, PlaceFlow place, PlacementService placement) {
        this.menu = menu;
        this.place = place;
        this.placement = placement;
    }

    /** Groups of entries: which waiting job could be placed here, and what can be done to it anywhere. */
    public List<List<Entry>> entries(List<EObject> selected, List<Job> waiting) {
        List<List<Entry>> groups = new ArrayList<>();
        groups.add(target(selected).map(target -> here(target, waiting)).orElse(List.of()));
        groups.addAll(menu.entries(selected));
        return groups;
    }

    private static Optional<Target> target(List<EObject> selected) {
        if (selected.size() != 1) {
            return Optional.empty();
        }
        return switch (selected.getFirst()) {
            case Node node -> Optional.of(new Target.OnNode(node));
            case Accelerator device -> Optional.of(new Target.OnNode(device.getNode()));
            case Domain domain -> Optional.of(new Target.OnDomain(domain));
            default -> Optional.empty();
        };
    }

    private List<Entry> here(Target target, List<Job> waiting) {
        List<Entry> entries = new ArrayList<>();
        for (Job job : waiting) {
            if (entries.size() < MOST_JOBS && cluster(target) == job.getCluster()) {
                Subject subject = new Subject(job, List.of());
                Verdict verdict = placement.verdict(subject, target);
                Optional<String> whyNot = !verdict.fit().takes()
                        ? Optional.of(
                                verdict.reasons().isEmpty()
                                        ? Texts.of("CanvasMenu.doesNotFit")
                                        : verdict.reasons().getFirst())
                        : Optional.empty();
                String name = CleanText.middle(job.getName(), 28);
                String words = verdict.fit() == Fit.EVICTS
                        ? Texts.of("CanvasMenu.placeHereEvicting", name)
                        : Texts.of("CanvasMenu.placeHere", name);
                entries.add(new Entry(words, Icon.PLACE, "", whyNot, () -> place.place(subject, target)));
            }
        }
        return entries;
    }

    private static Object cluster(Target target) {
        return switch (target) {
            case Target.OnNode on -> on.node().getCluster();
            case Target.OnDomain on -> {
                Domain top = on.domain();
                while (top.getParent() != null) {
                    top = top.getParent();
                }
                yield top.getCluster();
            }
        };
    }
}
