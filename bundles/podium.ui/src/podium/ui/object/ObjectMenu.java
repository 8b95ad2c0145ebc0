// SPDX-License-Identifier: Apache-2.0
package podium.ui.object;

import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.swt.widgets.Display;
import podium.core.api.ObjectTable.Row;
import podium.core.fleet.FleetService;
import podium.core.forward.ForwardTarget;
import podium.model.fleet.Job;
import podium.model.fleet.Task;
import podium.ui.action.ActionMenu;
import podium.ui.action.FleetActions;
import podium.ui.enablement.FleetAction;
import podium.ui.enablement.ObjectVerb;
import podium.ui.flow.CopyFlow;
import podium.ui.flow.ForwardFlow;
import podium.ui.flow.ObjectFlow;
import podium.ui.flow.ObjectFlow.Chosen;
import podium.ui.texts.Texts;
import podium.ui.toolkit.ClipboardText;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Menus.Entry;
import podium.ui.toolkit.SafeText;

/** What the context menu of the Objects part offers. UI thread. */
@Creatable
public record ObjectMenu(
        ObjectFlow flow, ForwardFlow forwards, CopyFlow copies, FleetActions actions, FleetService fleet) {
    @Inject
    public ObjectMenu {}

    /** One of the acts; empty: it makes no sense for what is selected, or nothing is. */
    Optional<Entry> entry(Optional<ObjectSource> source, List<Row> rows, ObjectVerb verb) {
        return source.isEmpty() || rows.isEmpty()
                ? Optional.empty()
                : flow.entries(chosen(source.get(), rows), false, Set.of(verb)).stream()
                        .findFirst();
    }

    private static List<Chosen> chosen(ObjectSource from, List<Row> rows) {
        return rows.stream()
                .map(row -> new Chosen(from.cluster(), from.ref(row), row.uid()))
                .toList();
    }

    List<List<Entry>> entries(Optional<ObjectSource> source, List<Row> rows) {
        if (source.isEmpty() || rows.isEmpty()) {
            return List.of();
        }
        ObjectSource from = source.get();
        List<Chosen> chosen = chosen(from, rows);
        boolean scaled = from.resource().subresources().contains("scale");
        String names =
                SafeText.lines(String.join("\n", rows.stream().map(Row::name).toList()));
        return List.of(
                streams(chosen),
                flow.entries(chosen, scaled, EnumSet.allOf(ObjectVerb.class)),
                List.of(Entry.of(
                        rows.size() == 1 ? Texts.of("ObjectMenu.copyName") : Texts.of("ObjectMenu.copyNames"),
                        Icon.COPY,
                        () -> ClipboardText.copy(Display.getCurrent(), names))));
    }

    /** A pod has logs and a shell; what has ports can have them forwarded; what has containers can be copied from and to. */
    private List<Entry> streams(List<Chosen> chosen) {
        Chosen first = chosen.getFirst();
        if (first.ref().isPod()) {
            List<EObject> tasks = tasks(chosen);
            return tasks.isEmpty() ? ofUnread(chosen) : ActionMenu.intoContainers(actions, tasks);
        }
        boolean service =
                first.ref().group().isEmpty() && first.ref().resource().equals("services");
        return service ? List.of(forward(chosen, ForwardTarget.Kind.SERVICE)) : List.of();
    }

    /** Pods as the tasks that they are elsewhere: what is offered of them is the same, and why not. None: not all are read yet. */
    private List<EObject> tasks(List<Chosen> pods) {
        Set<String> uids = pods.stream().map(Chosen::uid).collect(Collectors.toSet());
        return fleet.cluster(pods.getFirst().cluster()).stream()
                .flatMap(cluster -> RowsInFleet.of(cluster, uids).stream())
                .filter(thing -> thing instanceof Task || thing instanceof Job)
                .map(EObject.class::cast)
                .toList();
    }

    /** What can be done with pods of which nothing but the name is known. */
    private List<Entry> ofUnread(List<Chosen> pods) {
        Chosen first = pods.getFirst();
        Optional<String> unread = Optional.of(Texts.of("ObjectMenu.theFleetDoesNot"));
        return List.of(
                entry(FleetAction.LOGS, unread, () -> {}),
                entry(FleetAction.SHELL, unread, () -> {}),
                forward(pods, ForwardTarget.Kind.POD),
                entry(
                        FleetAction.COPY_FILES,
                        one(pods).or(() -> copies.whyNot(first.cluster())),
                        () -> copies.begin(
                                first.cluster(),
                                first.ref().namespace(),
                                first.ref().name())));
    }

    private Entry forward(List<Chosen> chosen, ForwardTarget.Kind kind) {
        Chosen first = chosen.getFirst();
        return entry(
                FleetAction.FORWARD,
                one(chosen).or(() -> forwards.whyNot(first.cluster())),
                () -> forwards.begin(
                        first.cluster(),
                        kind,
                        first.ref().namespace(),
                        first.ref().name()));
    }

    private static Optional<String> one(List<Chosen> chosen) {
        return chosen.size() > 1 ? Optional.of(Texts.of("ObjectMenu.selectOne")) : Optional.empty();
    }

    private static Entry entry(FleetAction action, Optional<String> whyNot, Runnable act) {
        return new Entry(action.words(), action.icon(), "", whyNot, act);
    }
}
