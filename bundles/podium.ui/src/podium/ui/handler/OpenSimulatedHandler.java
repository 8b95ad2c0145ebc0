// SPDX-License-Identifier: Apache-2.0
package podium.ui.handler;

import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.swt.widgets.Shell;
import podium.core.cluster.SimulatedScenario;
import podium.ui.cluster.ClusterActions;
import podium.ui.dialog.PickDialog;
import podium.ui.label.FailureLabel;
import podium.ui.prompt.Dialogs;
import podium.ui.selection.FleetSelection;
import podium.ui.table.Column;
import podium.ui.table.Column.Form;
import podium.ui.texts.Texts;
import podium.ui.toolkit.StatusMessage;
import podium.ui.toolkit.UiServices;

/** Starts a simulated fleet and opens it, or goes to it where it is open. */
public class OpenSimulatedHandler implements FleetSelection.Goes {
    private static final List<Column<SimulatedScenario, ?>> COLUMNS = List.of(
            Column.text("scenario", Texts.of("OpenSimulatedHandler.scenario"), 90, Form.NAME, SimulatedScenario::name),
            Column.count("nodes", Texts.of("OpenSimulatedHandler.nodes"), 56, SimulatedScenario::nodes),
            Column.count("gpus", Texts.of("OpenSimulatedHandler.gpus"), 56, SimulatedScenario::accelerators),
            Column.text(
                    "about",
                    Texts.of("OpenSimulatedHandler.whatHappensInIt"),
                    560,
                    Form.SENTENCE,
                    SimulatedScenario::about));

    @Execute
    void open(
            @Named(IServiceConstants.ACTIVE_SHELL) Shell shell,
            ClusterActions clusters,
            FleetSelection selection,
            StatusMessage message,
            Dialogs dialogs,
            UiServices services) {
        clusters.scenarios(
                scenarios -> choose(shell, services, unopenedFirst(scenarios, clusters))
                        .ifPresent(scenario -> open(scenario, clusters, selection, message, dialogs)),
                problem -> refused(dialogs, Texts.of("OpenSimulatedHandler.aSimulatedFleet"), problem));
    }

    void open(
            String scenario,
            ClusterActions clusters,
            FleetSelection selection,
            StatusMessage message,
            Dialogs dialogs) {
        clusters.simulated(scenario)
                .ifPresentOrElse(
                        open -> {
                            selection.set(this, List.of(open));
                            message.say(Texts.of("OpenSimulatedHandler.isOpenAlready", scenario));
                        },
                        () -> clusters.openSimulated(scenario, problem -> refused(dialogs, scenario, problem)));
    }

    /** The first is what Enter opens. */
    static List<SimulatedScenario> unopenedFirst(List<SimulatedScenario> scenarios, ClusterActions clusters) {
        return scenarios.stream()
                .sorted(Comparator.comparing(it -> clusters.simulated(it.name()).isPresent()))
                .toList();
    }

    private static Optional<String> choose(Shell shell, UiServices services, List<SimulatedScenario> scenarios) {
        String explanation = Texts.of("OpenSimulatedHandler.aSimulatedFleetRuns");
        return new PickDialog<>(
                        shell,
                        services,
                        Texts.of("OpenSimulatedHandler.openASimulatedFleet"),
                        Texts.of("OpenSimulatedHandler.open"),
                        explanation,
                        COLUMNS,
                        scenarios)
                .pick()
                .map(SimulatedScenario::name);
    }

    private static void refused(Dialogs dialogs, String what, Throwable problem) {
        dialogs.refuse(
                Texts.of("OpenSimulatedHandler.openScenario", what),
                FailureLabel.words(problem),
                Texts.of("OpenSimulatedHandler.chooseAnotherScenario"));
    }
}
