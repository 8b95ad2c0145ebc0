// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.interaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import podium.core.fleet.CleanText;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Cluster;
import podium.model.fleet.Domain;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.placement.Fit;
import podium.placement.PlacementService;
import podium.placement.Subject;
import podium.placement.Target;
import podium.placement.Verdict;
import podium.placement.whatif.Hypothesis;
import podium.ui.action.ActionMenu;
import podium.ui.action.DeviceActions;
import podium.ui.action.FleetAction;
import podium.ui.action.FleetActions;
import podium.ui.action.PlaceFlow;
import podium.ui.advice.SelectionHypotheses;
import podium.ui.advice.WhatIfSession;
import podium.ui.label.FleetLabels;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Menus.Entry;
import podium.ui.topology.internal.scene.JobCells;

/** What the context menu of the canvas offers for a selection, and why not what it does not. UI thread. */
public final class CanvasMenu {
    /** Waiting jobs offered by name. */
    private static final int MOST_JOBS = 6;

    private final FleetActions actions;
    private final DeviceActions devices;
    private final PlaceFlow place;
    private final PlacementService placement;
    private final CanvasSelection chooser;
    private final WhatIfSession whatIf;

    public CanvasMenu(
            FleetActions actions,
            DeviceActions devices,
            PlaceFlow place,
            PlacementService placement,
            CanvasSelection chooser,
            WhatIfSession whatIf) {
        this.whatIf = whatIf;
        this.actions = actions;
        this.devices = devices;
        this.place = place;
        this.placement = placement;
        this.chooser = chooser;
    }

    /** Groups of entries. */
    public List<List<Entry>> entries(List<EObject> selected, List<Job> waiting) {
        List<EObject> nodes = selected.stream()
                .map(thing -> thing instanceof Accelerator device ? device.getNode() : thing)
                .filter(Node.class::isInstance)
                .distinct()
                .<EObject>map(node -> node)
                .toList();
        List<Entry> jobs = jobs(selected);
        List<Entry> here = target(selected).map(target -> here(target, waiting)).orElse(List.of());
        List<Entry> service = nodes.isEmpty()
                ? List.of()
                : ActionMenu.entries(actions, nodes, FleetAction.DRAIN, FleetAction.CORDON, FleetAction.UNCORDON);
        return List.of(here, service, devices.entries(selected), suppose(selected), jobs);
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
                                        ? "does not fit"
                                        : verdict.reasons().getFirst())
                        : Optional.empty();
                String evicting = verdict.fit() == Fit.EVICTS ? ", evicting others" : "";
                String words = "Place " + CleanText.middle(job.getName(), 28) + " here" + evicting + "\u2026";
                entries.add(new Entry(words, Icon.PLACE, "", whyNot, () -> place.place(subject, target)));
            }
        }
        return entries;
    }

    private List<Entry> suppose(List<EObject> selected) {
        List<Hypothesis> down = SelectionHypotheses.down(selected);
        Optional<Cluster> cluster = selected.stream()
                .flatMap(thing -> FleetLabels.cluster(thing).stream())
                .findFirst();
        List<Entry> entries = new ArrayList<>();
        if (!down.isEmpty() && cluster.isPresent()) {
            entries.add(Entry.of(
                    "What if " + (down.size() == 1 ? "this" : "these") + " were down?",
                    Icon.UNKNOWN,
                    () -> whatIf.add(cluster.get(), down)));
        }
        if (!whatIf.hypotheses().isEmpty()) {
            entries.add(Entry.of("Suppose nothing", Icon.CLEAR, whatIf::clear));
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

    /** For a device: show its job, place its job elsewhere. */
    private List<Entry> jobs(List<EObject> selected) {
        List<Entry> entries = new ArrayList<>();
        selected.stream()
                .filter(Accelerator.class::isInstance)
                .flatMap(device -> JobCells.holders((Accelerator) device).stream())
                .map(Task::getJob)
                .filter(job -> job != null)
                .distinct()
                .limit(MOST_JOBS)
                .forEach(job -> {
                    String name = CleanText.middle(job.getName(), 28);
                    entries.add(Entry.of("Show job " + name, Icon.JOB, () -> chooser.select(List.of(job))));
                    entries.add(new Entry(
                            "Place " + name + " elsewhere\u2026",
                            Icon.PLACE,
                            "",
                            actions.whyNot(FleetAction.PLACE, List.of(job)),
                            () -> actions.run(FleetAction.PLACE, List.of(job))));
                });
        return entries;
    }
}
