// SPDX-License-Identifier: Apache-2.0
package podium.ui.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ToolItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Protection;
import podium.operation.plan.Checked;
import podium.ui.dialog.shell.ShellDialogs;
import podium.ui.enablement.FleetAction;
import podium.ui.fake.DialogScreen;
import podium.ui.fake.FakePlacement;
import podium.ui.fake.PartScreen;
import podium.ui.fake.UiFixture;
import podium.ui.part.FleetPart;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.StatusMessage;
import podium.ui.trim.CommandBar;
import podium.ui.trim.CommandBarSlot;
import podium.ui.trim.StartupNotice;
import podium.ui.trim.StatusLine;

/** A cluster that is not verified or not encrypted is red wherever it is shown, however its connection stands. */
class ProtectionLabelsTest {
    private static final String UNVERIFIED = "The certificate of the server is not verified";

    private static Cluster exposed(UiFixture stage, Protection protection, ConnectionState state) {
        Cluster cluster = stage.made.cluster("lab", 8);
        cluster.setProtection(protection);
        cluster.setConnection(state);
        return cluster;
    }

    private static boolean red(UiFixture stage, Color color) {
        return stage.services.theme().color(Name.CRITICAL).equals(color);
    }

    @ParameterizedTest
    @CsvSource({
        "UNVERIFIED,LIVE,not verified",
        "UNVERIFIED,STALE,not verified",
        "UNVERIFIED,CONNECTING,not verified",
        "UNVERIFIED,REFUSED,not verified",
        "PLAIN,LIVE,not encrypted",
        "PLAIN,FAILED,not encrypted",
    })
    void theFleetTreeNamesItAndSaysWhatItMeans(Protection protection, ConnectionState state, String word) {
        try (PartScreen seen = new PartScreen()) {
            exposed(seen.stage, protection, state);
            seen.stage.part(FleetPart.class, seen.shell);
            seen.show();
            assertTrue(seen.cells().contains("lab, " + word), seen.cells()::toString);
            Label title = seen.all(Label.class).stream()
                    .filter(label -> label.getText().startsWith("lab: " + word))
                    .findFirst()
                    .orElseThrow();
            assertTrue(red(seen.stage, title.getForeground()));
            assertTrue(seen.words().contains("Anyone on the way can read and change"));
        }
    }

    @Test
    void theStatusLineIsRedAndSaysSoFirst() {
        try (PartScreen seen = new PartScreen()) {
            exposed(seen.stage, Protection.UNVERIFIED, ConnectionState.LIVE);
            seen.shell.setLayout(new FillLayout());
            new StatusLine(
                            seen.stage.fleet,
                            seen.stage.selection,
                            seen.stage.operations,
                            new StatusMessage(seen.stage.services.clock()),
                            seen.stage.services,
                            StartupNotice.NONE)
                    .create(seen.shell);
            seen.show();
            seen.until("it says so", () -> seen.words().contains("not verified"));
            Label words = seen.all(Label.class).stream()
                    .filter(label -> label.getText().startsWith("not verified"))
                    .findFirst()
                    .orElseThrow();
            assertTrue(red(seen.stage, words.getForeground()));
        }
    }

    @Test
    void theToolbarSaysSoOnTheLockAndInTheChoiceOfClusters() {
        try (PartScreen seen = new PartScreen()) {
            UiFixture stage = seen.stage;
            exposed(stage, Protection.PLAIN, ConnectionState.LIVE);
            stage.made.cluster("other", 1);
            seen.shell.setLayout(new FillLayout());
            new CommandBar(
                            stage.fleet,
                            stage.selection,
                            stage.operations,
                            stage.actions,
                            stage.locks,
                            stage.rules,
                            stage.clusters,
                            stage.services,
                            stage.finder,
                            new CommandBarSlot())
                    .create(seen.shell);
            seen.show();
            ToolItem lock = seen.tool("lab: unlocked, not encrypted").orElseThrow();
            assertTrue(String.valueOf(lock.getToolTipText()).contains("plain http"), lock::getToolTipText);
            assertEquals(stage.services.theme().image(Icon.UNLOCKED, Name.CRITICAL), lock.getImage());
            ToolItem choice = seen.tool("lab, not encrypted  1 of 2").orElseThrow();
            assertEquals(stage.services.theme().image(Icon.REFUSED, Name.CRITICAL), choice.getImage());
        }
    }

    @Test
    void detailsSaySo() {
        try (PartScreen seen = new PartScreen()) {
            Cluster cluster = exposed(seen.stage, Protection.UNVERIFIED, ConnectionState.STALE);
            seen.stage.details(seen.shell);
            seen.show();
            seen.stage.selection.set(this, List.<EObject>of(cluster));
            seen.until("it is said", () -> facts(seen).contains("not verified"));
            assertTrue(facts(seen).stream().anyMatch(cell -> cell.startsWith(UNVERIFIED)));
        }
    }

    /** What the second table says: the first is what needs attention. */
    private static List<String> facts(PartScreen seen) {
        return PartScreen.cells(seen.all(NatTable.class).get(1));
    }

    @Test
    void aPlanIsShownUnderTheWarning() {
        try (DialogScreen seen = new DialogScreen(ShellDialogs::new)) {
            Cluster cluster = exposed(seen.stage, Protection.UNVERIFIED, ConnectionState.LIVE);
            Job job = seen.stage.made.job(cluster, "train", "Job", JobState.WAITING, 1, 8);
            seen.in(
                    () -> seen.dialogs().review(FakePlacement.example(job), Checked::clean, () -> {}),
                    () -> warned(seen));
        }
    }

    @Test
    void aDrainIsShownUnderTheWarning() {
        try (DialogScreen seen = new DialogScreen(ShellDialogs::new)) {
            Cluster cluster = exposed(seen.stage, Protection.UNVERIFIED, ConnectionState.LIVE);
            seen.in(
                    () -> seen.stage.actions.run(
                            FleetAction.DRAIN, List.of(cluster.getNodes().getFirst())),
                    () -> warned(seen));
        }
    }

    private static void warned(DialogScreen seen) {
        Label warning = seen.all(Label.class).stream()
                .filter(label -> label.getText().startsWith(UNVERIFIED))
                .findFirst()
                .orElseThrow(() -> new AssertionError(seen.words()));
        assertTrue(red(seen.stage, warning.getForeground()));
    }
}
