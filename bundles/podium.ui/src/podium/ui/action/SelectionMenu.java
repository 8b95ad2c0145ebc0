// SPDX-License-Identifier: Apache-2.0
package podium.ui.action;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Display;
import podium.core.text.CleanText;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Cluster;
import podium.model.fleet.Domain;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Slice;
import podium.model.fleet.Task;
import podium.ui.cluster.ClusterActions;
import podium.ui.cluster.ClusterClosing;
import podium.ui.enablement.FleetAction;
import podium.ui.enablement.ObjectVerb;
import podium.ui.flow.ObjectFlow;
import podium.ui.flow.ObjectFlow.Chosen;
import podium.ui.label.FleetLabels;
import podium.ui.label.Snapshots;
import podium.ui.selection.FleetSelection;
import podium.ui.selection.Reveals;
import podium.ui.texts.Texts;
import podium.ui.toolkit.ClipboardText;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Menus.Entry;
import podium.ui.toolkit.PartActivator;

/**
 * What context menus offer for what is selected, each with the reason why not: the same for the same thing in the tree, on the canvas,
 * in tables and in Details. UI thread.
 */
@Creatable
public final class SelectionMenu {
    /** Jobs of a device that are offered by name. */
    private static final int MOST_JOBS = 4;

    private static final int LONGEST = 28;
    private static final String JOBS = "podium.part.jobs";

    private static final Set<ObjectVerb> OF_PODS =
            Set.of(ObjectVerb.EDIT, ObjectVerb.LABELS, ObjectVerb.DEBUG, ObjectVerb.EVICT, ObjectVerb.DELETE);
    private static final Set<ObjectVerb> OF_NODES =
            Set.of(ObjectVerb.EDIT, ObjectVerb.LABELS, ObjectVerb.TAINTS, ObjectVerb.NODE_SHELL, ObjectVerb.DRIVER);
    private static final Set<ObjectVerb> OF_JOBS =
            Set.of(ObjectVerb.EDIT, ObjectVerb.LABELS, ObjectVerb.RESTART, ObjectVerb.ROLL_BACK, ObjectVerb.TRIGGER);

    private final FleetActions actions;
    private final PlaceHereEntries here;
    private final DeviceActions devices;
    private final MoreEntries more;
    private final FleetSelection selection;
    private final ClusterActions clusters;
    private final ClusterClosing closing;
    private final ObjectFlow objects;
    private final PartActivator parts;

    @Inject
    public SelectionMenu(
            FleetActions actions,
            PlaceHereEntries here,
            DeviceActions devices,
            MoreEntries more,
            FleetSelection selection,
            ClusterActions clusters,
            ClusterClosing closing,
            ObjectFlow objects,
            PartActivator parts) {
        this.actions = actions;
        this.here = here;
        this.devices = devices;
        this.more = more;
        this.selection = selection;
        this.clusters = clusters;
        this.closing = closing;
        this.objects = objects;
        this.parts = parts;
    }

    /** What the entries act on: "Job llm-7b", "3 nodes"; of several kinds their number alone. */
    public static String about(List<EObject> selected) {
        if (selected.size() == 1) {
            EObject thing = selected.getFirst();
            String kind = FleetLabels.kind(thing);
            String path = FleetLabels.path(thing);
            return path.contains(kind) ? path : kind + " " + path;
        }
        List<String> kinds =
                selected.stream().map(SelectionMenu::kind).distinct().toList();
        return selected.isEmpty() ? "" : counted(selected.size(), kinds.size() == 1 ? selected.getFirst() : null);
    }

    /** @param thing one of them; null: they are of several kinds */
    private static String counted(int number, @Nullable EObject thing) {
        return Formats.counted(
                number,
                switch (thing) {
                    case null -> "item";
                    case Job _ -> "job";
                    case Task _ -> "task";
                    case Node _ -> "node";
                    case Slice _ -> "slice";
                    case Cluster cluster when Snapshots.is(cluster) -> "snapshot";
                    case Cluster cluster -> cluster.isSimulated() ? "simulated cluster" : "cluster";
                    default -> FleetLabels.kind(thing);
                });
    }

    /** Jobs of unlike kinds are jobs. */
    private static String kind(EObject thing) {
        return thing instanceof Job ? "" : FleetLabels.kind(thing);
    }

    /** Groups of entries; none for nothing, and for things that nothing can be done to together. */
    public List<List<Entry>> entries(List<EObject> selected) {
        List<List<Entry>> groups = new ArrayList<>();
        if (all(selected, Job.class, Task.class)) {
            groups.add(ActionMenu.ofJobs(actions, selected));
            groups.add(objects(selected));
            groups.add(List.of(places(selected), copy(selected)));
        } else if (all(selected, Node.class, Accelerator.class, Slice.class, Domain.class)) {
            groups.add(here.of(selected));
            if (!all(selected, Domain.class)) {
                groups.add(devices.entries(selected));
            }
            groups.add(ActionMenu.ofNodes(actions, selected));
            groups.add(objects(selected));
            groups.add(more.of(selected));
            if (!FleetActions.holders(selected).isEmpty()) {
                groups.add(ActionMenu.intoContainers(actions, selected));
            }
            groups.add(jobs(selected));
            groups.add(List.of(copy(selected)));
        } else if (selected.size() == 1 && selected.getFirst() instanceof Cluster cluster) {
            String name = CleanText.middle(FleetLabels.name(cluster), LONGEST);
            Entry reconnect =
                    Entry.of(Texts.of("SelectionMenu.reconnect", name), Icon.RETRY, () -> clusters.reconnect(cluster));
            Entry close = Entry.of(ClusterClosing.words(cluster), Icon.CLOSED, () -> closing.close(cluster));
            closing.asMyself(cluster).ifPresent(entry -> groups.add(List.of(entry)));
            groups.add(Snapshots.is(cluster) ? List.of(close) : List.of(reconnect, close));
            groups.add(ClusterMarkMenu.of(cluster, closing));
            groups.add(Stream.concat(
                            Stream.of(copy(selected)),
                            clusters.kubeconfig(cluster).stream()
                                    .map(file -> Entry.of(
                                            Texts.of("SelectionMenu.copyPathOfKubeconfig"),
                                            Icon.COPY,
                                            () -> ClipboardText.copy(Display.getCurrent(), file.toString()))))
                    .toList());
        }
        return groups.stream().filter(group -> !group.isEmpty()).toList();
    }

    /** An act on the object behind what is selected; empty: there is no such object, or not of one thing. */
    public Optional<Entry> object(List<EObject> selected, ObjectVerb verb) {
        List<Chosen> chosen =
                selected.stream().flatMap(thing -> Chosen.of(thing).stream()).toList();
        return selected.size() == 1 && chosen.size() == 1
                ? objects.entries(chosen, false, Set.of(verb)).stream().findFirst()
                : Optional.empty();
    }

    /** Acts on the objects themselves: of a task on its pod alone, which its entries say. */
    private List<Entry> objects(List<EObject> selected) {
        List<Chosen> chosen =
                selected.stream().flatMap(thing -> Chosen.of(thing).stream()).toList();
        if (chosen.size() != selected.size()
                || chosen.stream().map(Chosen::cluster).distinct().count() > 1) {
            return List.of();
        }
        boolean pods = all(selected, Task.class);
        Set<ObjectVerb> verbs = pods ? OF_PODS : all(selected, Node.class) ? OF_NODES : OF_JOBS;
        return objects.entries(chosen, false, verbs);
    }

    private Entry places(List<EObject> selected) {
        List<EObject> places = FleetLabels.places(selected);
        String nowhere =
                selected.size() == 1 ? Texts.of("SelectionMenu.itIsOnNoNode") : Texts.of("SelectionMenu.noneIsOnANode");
        return new Entry(
                Texts.of("SelectionMenu.showWhereItRuns"),
                Icon.SHOW,
                "",
                places.isEmpty() ? Optional.of(nowhere) : Optional.empty(),
                () -> selection.set(this, places));
    }

    private static Entry copy(List<EObject> selected) {
        String names = String.join(
                "\n",
                selected.stream()
                        .map(thing -> thing instanceof Job || thing instanceof Task
                                ? FleetLabels.name(thing)
                                : FleetLabels.path(thing))
                        .toList());
        return Entry.of(
                selected.size() == 1 ? Texts.of("SelectionMenu.copyName") : Texts.of("SelectionMenu.copyNames"),
                Icon.COPY,
                () -> ClipboardText.copy(Display.getCurrent(), names));
    }

    /** For devices: show the jobs on them, place them elsewhere. */
    private List<Entry> jobs(List<EObject> selected) {
        List<Entry> entries = new ArrayList<>();
        FleetActions.holders(selected).stream()
                .map(task -> ((Task) task).getJob())
                .filter(job -> job != null)
                .distinct()
                .limit(MOST_JOBS)
                .forEach(job -> {
                    String name = CleanText.middle(job.getName(), LONGEST);
                    entries.add(Entry.of(Texts.of("SelectionMenu.showJob", name), Icon.JOB, () -> show(job)));
                    entries.add(new Entry(
                            Texts.of("SelectionMenu.placeElsewhere", name),
                            Icon.PLACE,
                            "",
                            actions.whyNot(FleetAction.PLACE, List.of(job)),
                            () -> actions.run(FleetAction.PLACE, List.of(job))));
                });
        return entries;
    }

    private void show(Job job) {
        Optional<Object> shown = parts.show(JOBS);
        selection.set(this, List.of(job));
        shown.filter(Reveals.class::isInstance).map(Reveals.class::cast).ifPresent(jobs -> jobs.reveal(job));
    }

    private static boolean all(List<EObject> selected, Class<?>... types) {
        return !selected.isEmpty()
                && selected.stream()
                        .allMatch(thing -> List.of(types).stream().anyMatch(type -> type.isInstance(thing)));
    }
}
