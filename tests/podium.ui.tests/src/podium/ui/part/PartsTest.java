// SPDX-License-Identifier: Apache-2.0
package podium.ui.part;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.e4.ui.model.application.ui.basic.MBasicFactory;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.core.change.ClusterId;
import podium.core.operation.Claim;
import podium.core.operation.FieldConflict;
import podium.core.operation.Operation;
import podium.core.operation.OperationState;
import podium.core.port.ActAs;
import podium.core.port.Exporter;
import podium.core.port.LocalAccelerators.Condition;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Node;
import podium.model.fleet.TaskPhase;
import podium.ui.act.Act;
import podium.ui.act.UndoFlow;
import podium.ui.bar.CommandBar;
import podium.ui.bar.Finder;
import podium.ui.bar.StatusLine;
import podium.ui.fake.Examples;
import podium.ui.fake.FakeDialogs;
import podium.ui.fake.FakeFleet;
import podium.ui.fake.FakeMachine;
import podium.ui.fake.FakePlacement;
import podium.ui.fake.Screen;
import podium.ui.fake.Stage;

class PartsTest {
    private final FakeDialogs dialogs = new FakeDialogs();
    private final Screen screen = Screen.open();
    private final Stage stage = new Stage(screen.display(), false, dialogs);
    private final Shell shell = screen.shell(900, 500);
    private final MPart part = MBasicFactory.INSTANCE.createPart();

    @AfterEach
    void close() {
        screen.close();
    }

    private Cluster lab() {
        Cluster cluster = stage.made.cluster("lab", 8);
        stage.made.work(cluster);
        return cluster;
    }

    private JobsPart jobs() {
        JobsPart jobs = new JobsPart(shell, stage.fleet, stage.selection, stage.drags, stage.acts, stage.kit, part);
        screen.show(shell);
        return jobs;
    }

    private FleetPart fleet() {
        FleetPart fleet = new FleetPart(shell, stage.fleet, stage.selection, stage.acts, stage.clusters, stage.kit);
        screen.show(shell);
        return fleet;
    }

    private <C extends Control> List<C> all(Class<C> type) {
        List<C> found = new ArrayList<>();
        collect(shell, type, found);
        return found;
    }

    private static <C extends Control> void collect(Composite in, Class<C> type, List<C> found) {
        for (Control child : in.getChildren()) {
            if (type.isInstance(child) && child.isVisible()) {
                found.add(type.cast(child));
            }
            if (child instanceof Composite inner) {
                collect(inner, type, found);
            }
        }
    }

    private String words() {
        return String.join("\n", all(Label.class).stream().map(Label::getText).toList());
    }

    private int rows() {
        return all(NatTable.class).getFirst().getRowCount() - 1;
    }

    private void press(String words) {
        for (Button button : all(Button.class)) {
            if (button.getText().equals(words)) {
                button.notifyListeners(SWT.Selection, new Event());
                return;
            }
        }
        throw new AssertionError("no button " + words);
    }

    private Optional<ToolItem> tool(String words) {
        return all(ToolBar.class).stream()
                .flatMap(bar -> List.of(bar.getItems()).stream())
                .filter(item -> item.getText().equals(words))
                .findFirst();
    }

    @Test
    void jobsWithoutAClusterSayWhatToDo() {
        jobs();
        assertTrue(words().contains("No cluster is open."));
        assertTrue(words().contains("Fleet menu"));
    }

    @Test
    void jobsOfAClusterWithoutAnySayWhenTheyCome() {
        stage.made.cluster("lab", 1);
        jobs();
        assertTrue(words().contains("No job is known yet."));
    }

    @Test
    void theTitleOfJobsCountsThem() {
        lab();
        jobs();
        assertEquals("Jobs (2 waiting, 3 running)", part.getLabel());
    }

    @Test
    void aChangedJobChangesTheTable() {
        Cluster cluster = lab();
        jobs();
        Job waiting = cluster.getJobs().stream()
                .filter(job -> job.getState() == JobState.WAITING)
                .findFirst()
                .orElseThrow();
        waiting.setState(JobState.RUNNING);
        stage.fleet.tell(Set.of(), Set.of(waiting), Set.of());
        screen.until("the title counts it", () -> "Jobs (1 waiting, 4 running)".equals(part.getLabel()));
    }

    @Test
    void typingFiltersAndAFilterWithoutMatchSaysHowToGetBack() {
        lab();
        jobs();
        int before = rows();
        Text filter = all(Text.class).getFirst();
        filter.setText("state:waiting");
        assertTrue(rows() < before && rows() > 0);
        filter.setText("no-such-job");
        assertTrue(words().contains("No job passes the filter."));
        filter.setText("");
        assertEquals(before, rows());
    }

    @Test
    void whatIsSelectedInJobsIsSelectedEverywhereAndTheOtherWayRound() {
        Cluster cluster = lab();
        jobs();
        NatTable table = all(NatTable.class).getFirst();
        var bounds = table.getBoundsByPosition(1, 1);
        Screen.click(table, bounds.x + 5, bounds.y + 5, SWT.NONE);
        screen.settle();
        assertTrue(stage.selection.get().getFirst() instanceof Job);
        Job other = cluster.getJobs().getFirst();
        stage.selection.set("elsewhere", List.of(other));
        assertEquals(List.of(other), stage.selection.get());
    }

    @Test
    void fleetShowsWhatIsWrongWithAConnectionAndTakesConsent() {
        Cluster asking = stage.made.cluster("prod", 0);
        asking.setConnection(ConnectionState.WAITING_FOR_CONSENT);
        stage.connections.open("prod", Optional.of("run: aws eks get-token"));
        fleet();
        assertTrue(words().contains("asks for your consent"));
        assertTrue(words().contains("run: aws eks get-token"));
        press("Agree");
        assertEquals(List.of("agree prod"), stage.connections.asked);
    }

    @Test
    void fleetOffersToRetryAndTheNoteGoesWhenItIsLive() {
        Cluster broken = stage.made.cluster("prod", 1);
        broken.setConnection(ConnectionState.REFUSED);
        broken.setConnectionMessage("the certificate expired");
        broken.setConnectionAdvice("renew it");
        stage.connections.open("prod", Optional.empty());
        fleet();
        assertTrue(words().contains("the certificate expired"));
        assertTrue(words().contains("renew it"));
        press("Retry");
        assertEquals(List.of("reconnect prod"), stage.connections.asked);
        broken.setConnection(ConnectionState.LIVE);
        stage.fleet.tell(broken);
        screen.until("the note is gone", () -> !words().contains("the certificate expired"));
    }

    @Test
    void fleetRevealsWhatIsSelectedElsewhere() {
        Cluster cluster = stage.made.cluster("large", 400);
        fleet();
        int before = rows();
        stage.selection.set(
                "elsewhere",
                List.of(cluster.getNodes().get(300).getAccelerators().get(2)));
        screen.settle();
        assertTrue(rows() != before || all(NatTable.class).getFirst().getRowCount() > 0);
        assertTrue(stage.selection.get().getFirst() instanceof podium.model.fleet.Accelerator);
    }

    @Test
    void detailsFollowTheSelectionWithTheTabsThatHaveSomethingToSay() {
        Cluster cluster = lab();
        new DetailsPart(
                shell,
                stage.fleet,
                stage.selection,
                stage.placement,
                stage.advice,
                stage.cures,
                stage.telemetry,
                stage.connections,
                stage.operations,
                stage.sources,
                stage.machine,
                stage.kit);
        screen.show(shell);
        assertTrue(words().contains("Nothing is selected."));
        stage.selection.set(this, List.of(cluster.getNodes().getFirst()));
        assertEquals(List.of("Summary", "Tasks", "Labels", "Events", "YAML"), tabs());
        assertTrue(words().contains("node in lab"));
        stage.selection.set(this, List.of(cluster));
        assertEquals(List.of("Summary", "Sources", "Held / used"), tabs());
    }

    @Test
    void aGpuOfThisMachineHasAPageOfItsDriverAsSoonAsItIsSampled() {
        Cluster cluster = lab();
        var gpu = cluster.getNodes().getFirst().getAccelerators().getFirst();
        gpu.setUuid("GPU-a");
        new DetailsPart(
                shell,
                stage.fleet,
                stage.selection,
                stage.placement,
                stage.advice,
                stage.cures,
                stage.telemetry,
                stage.connections,
                stage.operations,
                stage.sources,
                stage.machine,
                stage.kit);
        screen.show(shell);
        stage.selection.set(this, List.of(gpu));
        assertFalse(tabs().contains("Driver"));
        stage.machine.devices.put("GPU-a", FakeMachine.device(new Condition.Answering(), FakeFleet.NOW));
        stage.selection.set(this, List.of(cluster));
        stage.selection.set(this, List.of(gpu));
        assertTrue(tabs().contains("Driver"), tabs().toString());
        tab("Driver");
        assertTrue(all(NatTable.class).stream().anyMatch(table -> table.isVisible() && table.getRowCount() > 10));
    }

    private List<String> tabs() {
        return List.of(all(CTabFolder.class).getFirst().getItems()).stream()
                .map(CTabItem::getText)
                .toList();
    }

    private void tab(String title) {
        CTabFolder folder = all(CTabFolder.class).getFirst();
        folder.setSelection(tabs().indexOf(title));
        folder.notifyListeners(SWT.Selection, new Event());
        screen.settle();
    }

    @Test
    void sourcesAreListedAndTurnedOffAndOn() {
        Cluster cluster = lab();
        Exporter dcgm = new Exporter("a1-n1", "dcgm", "/dcgm");
        stage.sources.source("lab", dcgm, Optional.of(stage.kit.clock().instant()), 0, Optional.empty());
        stage.sources.source(
                "lab", new Exporter("", "prometheus", "http://prom:9090"), Optional.empty(), 0, Optional.of("refused"));
        new DetailsPart(
                shell,
                stage.fleet,
                stage.selection,
                stage.placement,
                stage.advice,
                stage.cures,
                stage.telemetry,
                stage.connections,
                stage.operations,
                stage.sources,
                stage.machine,
                stage.kit);
        stage.selection.set(this, List.of(cluster));
        screen.show(shell);
        tab("Sources");
        assertTrue(words().contains("2 sources, 1 in trouble"), words());
        click("Off or on");
        assertTrue(stage.sources.all.stream().allMatch(source -> source.on()), "nothing is selected");
        assertTrue(all(NatTable.class).stream().anyMatch(table -> table.getRowCount() == 3), "a head and two rows");
    }

    @Test
    void withoutASourceItIsSaidWhatToDo() {
        Cluster cluster = lab();
        new DetailsPart(
                shell,
                stage.fleet,
                stage.selection,
                stage.placement,
                stage.advice,
                stage.cures,
                stage.telemetry,
                stage.connections,
                stage.operations,
                stage.sources,
                stage.machine,
                stage.kit);
        stage.selection.set(this, List.of(cluster));
        screen.show(shell);
        tab("Sources");
        assertTrue(words().contains("No source found yet"), words());
        tab("Held / used");
        screen.until(
                "it was compared", () -> words().contains("Held and used agree") || words().contains("idle but held"));
    }

    private void click(String words) {
        all(org.eclipse.swt.widgets.ToolBar.class).stream()
                .flatMap(bar -> List.of(bar.getItems()).stream())
                .filter(item -> String.valueOf(item.getToolTipText()).startsWith(words))
                .forEach(item -> item.notifyListeners(SWT.Selection, new Event()));
        screen.settle();
    }

    @Test
    void yamlIsReadOnlyWhenItsTabIsOpened() {
        Cluster cluster = lab();
        stage.connections.open("lab", Optional.empty());
        stage.connections.objects.put("/api/v1/nodes/a1-n1", "{\"kind\":\"Node\",\"metadata\":{\"name\":\"a1-n1\"}}");
        new DetailsPart(
                shell,
                stage.fleet,
                stage.selection,
                stage.placement,
                stage.advice,
                stage.cures,
                stage.telemetry,
                stage.connections,
                stage.operations,
                stage.sources,
                stage.machine,
                stage.kit);
        stage.selection.set(this, List.of(cluster.getNodes().getFirst()));
        screen.show(shell);
        assertTrue(
                stage.connections.asked.stream().allMatch("read /api/v1/nodes/a1-n1"::equals),
                "nothing but whether somebody is at work there is read before it is wanted");
        tab("YAML");
        screen.until(
                "it is shown", () -> all(StyledText.class).getFirst().getText().contains("name: a1-n1"));
        tab("Events");
        screen.until(
                "events were asked for", () -> stage.connections.asked.stream().anyMatch(it -> it.startsWith("list")));
    }

    @Test
    void withoutAConnectionYamlSaysWhyThereIsNone() {
        Cluster cluster = lab();
        new DetailsPart(
                shell,
                stage.fleet,
                stage.selection,
                stage.placement,
                stage.advice,
                stage.cures,
                stage.telemetry,
                stage.connections,
                stage.operations,
                stage.sources,
                stage.machine,
                stage.kit);
        stage.selection.set(this, List.of(cluster.getNodes().getFirst()));
        screen.show(shell);
        tab("YAML");
        assertTrue(words().contains("There is no connection to read it from."));
    }

    @Test
    void utilizationSaysHowManyDevicesFromWhereAndHowOld() {
        Cluster cluster = lab();
        stage.selection.set(this, List.of(cluster.getNodes().getFirst()));
        new UtilizationPart(shell, stage.fleet, stage.selection, stage.telemetry, stage.kit);
        screen.show(shell);
        screen.until("it was read", () -> words().contains("a1-n1: 8 GPUs"));
        assertTrue(words().contains("sources"), words());
        assertTrue(words().replace('\u2009', ' ').contains("2.0 s old"), words());
    }

    @Test
    void utilizationOfAJobThatHoldsNothingSaysSo() {
        Cluster cluster = stage.made.cluster("lab", 2);
        Job job = stage.made.job(cluster, "waits", "Job", JobState.WAITING, 1, 8);
        stage.made.task(job, 0, TaskPhase.PENDING, List.of());
        stage.selection.set(this, List.of(job));
        new UtilizationPart(shell, stage.fleet, stage.selection, stage.telemetry, stage.kit);
        screen.show(shell);
        screen.until("it is said", () -> words().contains("waits holds no device that is known."));
    }

    @Test
    void detailsSayThatAnotherPodiumIsAtWorkOnTheNode() {
        Cluster cluster = lab();
        stage.connections.open("lab", Optional.empty());
        Claim claim = new Claim(
                "bob@desk", "42", "Drain a1-n1", java.time.Instant.now().plusSeconds(600));
        String mark = claim.value().replace("\"", "\\\"");
        stage.connections.objects.put(
                "/api/v1/nodes/a1-n1", "{\"metadata\":{\"annotations\":{\"" + Claim.KEY + "\":\"" + mark + "\"}}}");
        new DetailsPart(
                shell,
                stage.fleet,
                stage.selection,
                stage.placement,
                stage.advice,
                stage.cures,
                stage.telemetry,
                stage.connections,
                stage.operations,
                stage.sources,
                stage.machine,
                stage.kit);
        stage.selection.set(this, List.of(cluster.getNodes().getFirst()));
        screen.show(shell);
        String said = "bob@desk is at work here with another Podium: Drain a1-n1";
        screen.until("it is said", () -> words().contains(said));
        stage.selection.set(this, List.of(cluster.getNodes().get(1)));
        screen.until("it is of that node only", () -> !words().contains(said));
    }

    @Test
    void whatIsWrongWithTheJournalStandsAboveTheOperations() {
        stage.operations.findings = List.of("Another Podium is using this journal.");
        operations();
        assertTrue(words().contains("Another Podium is using this journal."));
    }

    @Test
    void whoTheClusterActsAsIsSeenAllTheTime() {
        lab();
        stage.connections.as.put(new ClusterId("lab"), new ActAs("alice", List.of("team-a")));
        bar();
        assertTrue(tool("lab: unlocked, as alice (team-a)").isPresent());
    }

    @Test
    void aConflictIsShownThreeWays() {
        Cluster cluster = lab();
        FieldConflict field = new FieldConflict("Node n1", "/spec/color", "1", "2", "3");
        Operation plain = Examples.operation(
                "7",
                FakePlacement.example(cluster.getJobs().getFirst()),
                OperationState.FAILED,
                0,
                1,
                Optional.of("Conflict"));
        operations();
        stage.operations.publish(plain);
        screen.until("it is shown", () -> tool("Conflict\u2026").isPresent());
        assertFalse(tool("Conflict\u2026").orElseThrow().isEnabled());
        stage.operations.publish(new Operation(
                plain.id(),
                plain.plan(),
                plain.state(),
                plain.started(),
                plain.ended(),
                0,
                1,
                "",
                plain.outcome(),
                plain.log(),
                List.of(field)));
        screen.until(
                "it can be looked at",
                () -> tool("Conflict\u2026").orElseThrow().isEnabled());
        assertTrue(field.isChanged());
    }

    @Test
    void operationsSayWhenNothingWasDoneYet() {
        operations();
        assertTrue(words().contains("Nothing was changed from here yet."));
    }

    private void operations() {
        new OperationsPart(shell, stage.operations, new UndoFlow(stage.operations, dialogs), dialogs, stage.kit);
        screen.show(shell);
    }

    @Test
    void aRunningOperationCanBePaused() {
        Cluster cluster = lab();
        stage.operations.publish(Examples.operation(
                "4",
                FakePlacement.example(cluster.getJobs().getFirst()),
                OperationState.RUNNING,
                1,
                3,
                Optional.empty()));
        operations();
        assertTrue(tool("Pause").orElseThrow().isEnabled());
        assertFalse(tool("Undo").orElseThrow().isEnabled());
        tool("Pause").orElseThrow().notifyListeners(SWT.Selection, new Event());
        assertEquals(List.of("pause 4"), stage.operations.asked);
    }

    @Test
    void theOneLeftInTheMiddleIsSelectedFirst() {
        lab();
        Examples.operations(stage);
        operations();
        assertTrue(tool("Resume").orElseThrow().isEnabled());
        tool("Resume").orElseThrow().notifyListeners(SWT.Selection, new Event());
        assertEquals(List.of("resume 3"), stage.operations.asked);
    }

    @Test
    void anInterruptedOperationOffersToRollBack() {
        Cluster cluster = lab();
        operations();
        stage.operations.publish(Examples.operation(
                "9",
                FakePlacement.example(cluster.getJobs().getFirst()),
                OperationState.INTERRUPTED,
                1,
                3,
                Optional.empty()));
        screen.until("it is offered", () -> tool("Roll back").isPresent());
        assertTrue(tool("Resume").orElseThrow().isEnabled());
        tool("Roll back").orElseThrow().notifyListeners(SWT.Selection, new Event());
        assertEquals(List.of("abort 9"), stage.operations.asked);
    }

    @Test
    void theBarsButtonsFollowTheSelectionAndSayWhyNot() {
        Cluster cluster = lab();
        bar();
        assertFalse(tool(Act.DRAIN.words()).orElseThrow().isEnabled());
        assertTrue(tool(Act.DRAIN.words()).orElseThrow().getToolTipText().contains("select nodes"));
        stage.selection.set(this, List.of(cluster.getNodes().getFirst()));
        screen.until(
                "drain can be pressed",
                () -> tool(Act.DRAIN.words()).orElseThrow().isEnabled());
        tool(Act.DRAIN.words()).orElseThrow().notifyListeners(SWT.Selection, new Event());
        assertTrue(dialogs.shown.getFirst().startsWith("drain "));
    }

    private void bar() {
        shell.setLayout(new org.eclipse.swt.layout.FillLayout());
        new CommandBar(
                        stage.fleet,
                        stage.selection,
                        stage.operations,
                        stage.acts,
                        stage.locks,
                        stage.clusters,
                        stage.kit,
                        new Finder())
                .create(shell);
        screen.show(shell);
    }

    @Test
    void lockingTheClusterTakesTheActsAway() {
        Cluster cluster = lab();
        List<EObject> node = List.of(cluster.getNodes().getFirst());
        stage.selection.set(this, node);
        bar();
        assertTrue(tool(Act.DRAIN.words()).orElseThrow().isEnabled());
        tool("lab: unlocked").orElseThrow().notifyListeners(SWT.Selection, new Event());
        screen.until("it is read-only", () -> tool("lab: read-only").isPresent());
        assertFalse(tool(Act.DRAIN.words()).orElseThrow().isEnabled());
        assertTrue(tool(Act.DRAIN.words()).orElseThrow().getToolTipText().contains("read-only"));
    }

    @Test
    void findSelectsAndSaysWhenNothingIsCalledSo() {
        Cluster cluster = lab();
        bar();
        Text find = all(Text.class).getFirst();
        find.setText("a1-n3");
        Screen.key(find, SWT.CR, '\r', SWT.NONE);
        Node third = cluster.getNodes().get(2);
        assertEquals(List.of(third), stage.selection.get());
        find.setText("no-such-thing");
        Screen.key(find, SWT.CR, '\r', SWT.NONE);
        assertEquals(List.of(third), stage.selection.get(), "the selection stays");
        assertTrue(find.getToolTipText().contains("Nothing is called so"));
    }

    @Test
    void theStatusLineSaysWhatRuns() {
        lab();
        Examples.operations(stage);
        shell.setLayout(new org.eclipse.swt.layout.FillLayout());
        new StatusLine(stage.fleet, stage.selection, stage.operations, stage.kit).create(shell);
        screen.show(shell);
        assertTrue(words().contains("live, "));
        assertTrue(words().contains("8 nodes, 64 GPUs"));
        assertTrue(words().contains("Drain a1-n1: waits for the budget rerank-pdb"));
    }

    @Test
    void aPartTakesNoMoreChangesOnceItsWindowIsGone() {
        Cluster cluster = lab();
        jobs();
        shell.dispose();
        stage.fleet.tell(Set.of(), Set.copyOf(cluster.getJobs()), Set.of());
        stage.selection.set(this, List.of(cluster));
        stage.kit.look().palette().use(true);
        screen.settle();
        assertEquals(FakeFleet.NOW, stage.kit.clock().instant());
    }
}
