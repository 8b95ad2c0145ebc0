// SPDX-License-Identifier: Apache-2.0
package podium.ui.part;

import java.util.List;
import org.eclipse.swt.widgets.Composite;
import podium.core.advice.AdviceService;
import podium.core.placement.PlacementService;
import podium.core.cluster.Connections;
import podium.core.machine.LocalMachine;
import podium.core.link.MachineLinks;
import podium.core.metrics.MetricSources;
import podium.telemetry.TelemetryStore;
import podium.ui.act.Dialogs;
import podium.ui.act.ThingMenu;
import podium.ui.advice.Cures;
import podium.ui.advice.WaitsPage;
import podium.ui.details.EventsPage;
import podium.ui.details.FactsPage;
import podium.ui.details.LabelsPage;
import podium.ui.details.LinksPage;
import podium.ui.details.LocalFacts;
import podium.ui.details.Page;
import podium.ui.details.SourcesPage;
import podium.ui.details.Summary;
import podium.ui.details.TasksPage;
import podium.ui.details.TruthPage;
import podium.ui.details.YamlPage;
import podium.ui.kit.Kit;
import podium.ui.kit.Menus;
import podium.ui.select.FleetSelection;

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
        Cures cures,
        FleetSelection selection,
        Kit kit) {

    /** Makes their controls. UI thread. */
    List<Page> make(Composite parent, ThingMenu menu) {
        FactsPage summary = FactsPage.summary(parent, kit.look(), new Summary(placement, telemetry, kit.clock()));
        Menus.context(summary.control(), kit.look(), () -> menu.entries(selection.get()));
        return List.of(
                summary,
                FactsPage.driver(parent, kit.look(), new LocalFacts(machine, kit.clock())),
                new LinksPage(parent, kit, links, dialogs),
                new WaitsPage(parent, placement, advice, cures, kit),
                new TasksPage(parent, kit.look(), selection),
                new LabelsPage(parent, kit.look()),
                new SourcesPage(parent, kit, sources),
                new TruthPage(parent, kit, telemetry),
                new EventsPage(parent, kit, connections),
                new YamlPage(parent, kit, connections));
    }
}
