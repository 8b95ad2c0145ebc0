// SPDX-License-Identifier: Apache-2.0
package podium.ui.part;

import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import podium.core.change.ClusterId;
import podium.core.cluster.Connections;
import podium.core.fleet.FleetService;
import podium.core.link.MachineLinks;
import podium.core.machine.LocalMachine;
import podium.core.metrics.MetricSources;
import podium.operation.OperationService;
import podium.placement.PlacementService;
import podium.placement.advice.AdviceService;
import podium.telemetry.TelemetryStore;
import podium.ui.action.DeviceActions;
import podium.ui.action.FleetActions;
import podium.ui.action.SelectionMenu;
import podium.ui.advice.PodRefusals;
import podium.ui.advice.WaitRemedies;
import podium.ui.advice.WaitsPage;
import podium.ui.attention.AttentionModel;
import podium.ui.details.AllocationMismatchPage;
import podium.ui.details.AttentionOpener;
import podium.ui.details.AttentionSection;
import podium.ui.details.CordonWriters;
import podium.ui.details.DescribePage;
import podium.ui.details.DetailsPage;
import podium.ui.details.DetailsPages;
import podium.ui.details.EventsPage;
import podium.ui.details.FailsPage;
import podium.ui.details.LabelsPage;
import podium.ui.details.LinksPage;
import podium.ui.details.LocalDeviceProperties;
import podium.ui.details.MetricSourcesPage;
import podium.ui.details.OperationMarkNote;
import podium.ui.details.PropertiesPage;
import podium.ui.details.SummaryProperties;
import podium.ui.details.TasksPage;
import podium.ui.details.YamlPage;
import podium.ui.label.FleetLabels;
import podium.ui.prompt.Dialogs;
import podium.ui.selection.FleetSelection;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Menus;
import podium.ui.toolkit.Menus.Entry;
import podium.ui.toolkit.PartActivator;
import podium.ui.toolkit.UiServices;

/** The pages of the Details part, in their order, and the notes above them. */
@Creatable
public record DetailPages(
        PlacementService placement,
        TelemetryStore telemetry,
        Connections connections,
        OperationService operations,
        MetricSources sources,
        LocalMachine machine,
        MachineLinks links,
        Dialogs dialogs,
        AdviceService advice,
        WaitRemedies cures,
        PodRefusals refusals,
        FleetActions actions,
        FleetService fleet,
        FleetSelection selection,
        SelectionMenu menu,
        DeviceActions devices,
        AttentionModel attention,
        PartActivator parts,
        UiServices services) {
    @Inject
    public DetailPages {}

    /** The line that tells of the operation of another Podium. UI thread. */
    OperationMarkNote mark(Composite parent) {
        return new OperationMarkNote(parent, services, connections, operations);
    }

    /** Opens the menu of what is selected at a control. UI thread. */
    void menu(Control control) {
        Menus.context(
                control,
                services.theme(),
                () -> SelectionMenu.about(selection.get()),
                () -> menu.entries(selection.get()));
    }

    /** The menu of the rows of a list, of the things that are marked in it, with more entries below. */
    private void menu(Control rows, Supplier<List<EObject>> marked, Supplier<List<Entry>> more) {
        Supplier<List<EObject>> things =
                () -> marked.get().stream().filter(FleetLabels::isThere).toList();
        Menus.context(rows, services.theme(), () -> SelectionMenu.about(things.get()), () -> Stream.concat(
                        menu.entries(things.get()).stream(), Stream.of(more.get()))
                .toList());
    }

    /** What can be done to GPUs beside what can be done to the jobs that hold them; node and rack have their own menus. */
    private List<Entry> ofGpus(AllocationMismatchPage page) {
        List<EObject> gpus = page.gpus().stream().filter(FleetLabels::isThere).toList();
        return page.jobs().isEmpty() || gpus.isEmpty()
                ? List.of()
                : Stream.concat(
                                Stream.of(Entry.of(
                                        Texts.of("DetailPages.showGpus", SelectionMenu.about(gpus)),
                                        Icon.SHOW,
                                        () -> selection.set(this, gpus))),
                                devices.entries(gpus).stream())
                        .toList();
    }

    /**
     * Makes their controls. UI thread.
     *
     * @param front shows them
     */
    List<DetailsPage> make(Composite parent, DetailsPages front) {
        CordonWriters cordons = new CordonWriters(connections, services.background());
        PropertiesPage summary = PropertiesPage.summary(
                parent,
                services.theme(),
                new SummaryProperties(
                        placement,
                        telemetry,
                        services.clock(),
                        operations::operations,
                        cluster -> connections.target(ClusterId.of(cluster)),
                        cordons::of));
        cordons.onRead(() -> {
            if (!summary.control().isDisposed()) {
                summary.again();
            }
        });
        menu(summary.control());
        AttentionSection section = new AttentionSection(
                summary.control(), services, attention, new AttentionOpener(selection, parts)::open);
        menu(section.rows(), section::things, List::of);
        summary.above(section::show);
        TasksPage tasks = new TasksPage(parent, services.theme(), selection);
        menu(tasks.rows(), tasks::marked, List::of);
        AllocationMismatchPage mismatches =
                new AllocationMismatchPage(parent, services, telemetry, sources, fleet, selection);
        menu(
                mismatches.rows(),
                () -> mismatches.jobs().isEmpty() ? mismatches.gpus() : mismatches.jobs(),
                () -> ofGpus(mismatches));
        return List.of(
                summary,
                PropertiesPage.driver(parent, services.theme(), new LocalDeviceProperties(machine, services.clock())),
                new WaitsPage(parent, placement, advice, cures, operations::operations, services, refusals),
                new FailsPage(
                        parent, services, connections, actions::logsOfTheRunBefore, () -> front.open(EventsPage.ID)),
                new DescribePage(parent, services, connections),
                tasks,
                new LabelsPage(parent, services.theme()),
                new MetricSourcesPage(parent, services, sources),
                mismatches,
                new EventsPage(parent, services, connections),
                new YamlPage(parent, services, connections),
                new LinksPage(parent, services, links, dialogs));
    }
}
