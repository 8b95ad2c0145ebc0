// SPDX-License-Identifier: Apache-2.0
package podium.ui.object;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
                        rows.size() == 1 ? "Copy name" : "Copy names",
                        Icon.COPY,
                        () -> ClipboardText.copy(Display.getCurrent(), names))));
    }

    /** A pod has logs and a shell; what has ports can have them forwarded; what has containers can be copied from and to. */
    private List<Entry> streams(List<Chosen> chosen) {
        Chosen first = chosen.getFirst();
        Optional<ForwardTarget.Kind> kind = !first.ref().group().isEmpty()
                ? Optional.empty()
                : switch (first.ref().resource()) {
                    case "pods" -> Optional.of(ForwardTarget.Kind.POD);
                    case "services" -> Optional.of(ForwardTarget.Kind.SERVICE);
                    default -> Optional.empty();
                };
        Optional<String> whyNot = chosen.size() > 1 ? Optional.of("select one") : forwards.whyNot(first.cluster());
        List<Entry> entries = new ArrayList<>();
        String namespace = first.ref().namespace();
        String name = first.ref().name();
        if (first.ref().isPod()) {
            entries.addAll(ofTasks(chosen));
        }
        kind.ifPresent(it -> entries.add(
                entry(FleetAction.FORWARD, whyNot, () -> forwards.begin(first.cluster(), it, namespace, name))));
        if (first.ref().isPod()) {
            Optional<String> noCopy = chosen.size() > 1 ? Optional.of("select one") : copies.whyNot(first.cluster());
            entries.add(entry(FleetAction.COPY_FILES, noCopy, () -> copies.begin(first.cluster(), namespace, name)));
        }
        return entries;
    }

    /** What is offered of the same pods as tasks elsewhere, in the same words and for the same reasons. In the realm. */
    private List<Entry> ofTasks(List<Chosen> pods) {
        Set<String> uids = pods.stream().map(Chosen::uid).collect(Collectors.toSet());
        List<EObject> tasks = fleet.cluster(pods.getFirst().cluster()).stream()
                .flatMap(cluster -> RowsInFleet.of(cluster, uids).stream())
                .filter(thing -> thing instanceof Task || thing instanceof Job)
                .map(EObject.class::cast)
                .toList();
        return tasks.isEmpty()
                ? Stream.of(FleetAction.LOGS, FleetAction.SHELL)
                        .map(action -> entry(action, Optional.of("the fleet does not have it yet"), () -> {}))
                        .toList()
                : ActionMenu.entries(actions, tasks, FleetAction.LOGS, FleetAction.SHELL);
    }

    private static Entry entry(FleetAction action, Optional<String> whyNot, Runnable act) {
        return new Entry(action.words(), action.icon(), "", whyNot, act);
    }
}
