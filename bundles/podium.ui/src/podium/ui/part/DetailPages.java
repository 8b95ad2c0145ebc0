// SPDX-License-Identifier: Apache-2.0
package podium.ui.part;

import java.util.List;
import org.eclipse.swt.widgets.Composite;
import podium.placement.advice.AdviceService;
import podium.core.cluster.Connections;
import podium.core.link.MachineLinks;
import podium.core.machine.LocalMachine;
import podium.core.metrics.MetricSources;
import podium.placement.PlacementService;
import podium.telemetry.TelemetryStore;
import podium.ui.action.Dialogs;
import podium.ui.action.SelectionMenu;
import podium.ui.advice.WaitRemedies;
import podium.ui.advice.WaitsPage;
import podium.ui.details.AllocationMismatchPage;
import podium.ui.details.DetailsPage;
import podium.ui.details.EventsPage;
import podium.ui.details.LabelsPage;
import podium.ui.details.LinksPage;
import podium.ui.details.LocalDeviceProperties;
import podium.ui.details.MetricSourcesPage;
import podium.ui.details.PropertiesPage;
import podium.ui.details.SummaryProperties;
import podium.ui.details.TasksPage;
import podium.ui.details.YamlPage;
import podium.ui.selection.FleetSelection;
import podium.ui.toolkit.Menus;
import podium.ui.toolkit.UiServices;

/** The pages of the Details part, in their order. */
record DetailPages(
        PlacementService placement,
        TelemetryStore telemetry,
        Connections connections,
        MetricSources sources,
        LocalMachine machine,
        MachineLinks links,
        Dialogs dialogs,
        AdviceService advice,
        WaitRemedies cures,
        FleetSelection selection,
        UiServices kit) {

    /** Makes their controls. UI thread. */
    List<DetailsPage> make(Composite parent, SelectionMenu menu) {
        PropertiesPage summary =
                PropertiesPage.summary(parent, kit.look(), new SummaryProperties(placement, telemetry, kit.clock()));
        Menus.context(summary.control(), kit.look(), () -> menu.entries(selection.get()));
        return List.of(
                summary,
                PropertiesPage.driver(parent, kit.look(), new LocalDeviceProperties(machine, kit.clock())),
                new LinksPage(parent, kit, links, dialogs),
                new WaitsPage(parent, placement, advice, cures, kit),
                new TasksPage(parent, kit.look(), selection),
                new LabelsPage(parent, kit.look()),
                new MetricSourcesPage(parent, kit, sources),
                new AllocationMismatchPage(parent, kit, telemetry),
                new EventsPage(parent, kit, connections),
                new YamlPage(parent, kit, connections));
    }
}
