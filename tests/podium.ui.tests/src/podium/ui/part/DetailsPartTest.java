// SPDX-License-Identifier: Apache-2.0
package podium.ui.part;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.MenuItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.core.machine.LocalAccelerators.Condition;
import podium.core.metrics.ExporterEndpoint;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.Node;
import podium.operation.plan.OperationMark;
import podium.ui.enablement.KeyScheme;
import podium.ui.fake.FakeFleet;
import podium.ui.fake.FakeMachine;
import podium.ui.fake.PartScreen;
import podium.ui.fake.Screen;
import podium.ui.fake.UiFixture;
import podium.ui.keybinding.KeyBinding;
import podium.ui.label.FleetLabels;

class DetailsPartTest {
    private final PartScreen seen = new PartScreen();
    private final UiFixture stage = seen.stage;

    @AfterEach
    void close() {
        seen.close();
    }

    private List<String> tabs() {
        return List.of(seen.all(CTabFolder.class).getFirst().getItems()).stream()
                .map(CTabItem::getText)
                .toList();
    }

    private void tab(String title) {
        CTabFolder folder = seen.all(CTabFolder.class).getFirst();
        folder.setSelection(tabs().indexOf(title));
        folder.notifyListeners(SWT.Selection, new Event());
        seen.settle();
    }

    @Test
    void detailsFollowTheSelectionWithTheTabsThatHaveSomethingToSay() {
        Cluster cluster = seen.lab();
        stage.details(seen.shell);
        seen.show();
        assertTrue(seen.words().contains("Nothing is selected."));
        stage.selection.set(this, List.of(cluster.getNodes().getFirst()));
        assertEquals(
                List.of("Summary", "Tasks", "Labels", "Events", "YAML", "Links"),
                tabs(),
                "Links says what it would show");
        assertTrue(seen.words().contains("node in lab"));
        stage.selection.set(this, List.of(cluster));
        assertEquals(List.of("Summary", "Sources", "Held / used"), tabs());
    }

    @Test
    void theTabThatWasChosenIsInFrontAgainAsSoonAsWhatIsSelectedHasIt() {
        Cluster cluster = seen.lab();
        stage.details(seen.shell);
        seen.show();
        stage.selection.set(this, List.of(cluster.getNodes().getFirst()));
        tab("Tasks");
        stage.selection.set(this, List.of(cluster));
        assertEquals("Summary", front());
        stage.selection.set(this, List.of(cluster.getNodes().getLast()));
        assertEquals("Tasks", front());
    }

    @Test
    void anotherThingIsReadFromItsBeginningAndTheSameOneStaysScrolled() {
        Cluster cluster = seen.lab();
        stage.details(seen.shell);
        seen.shell.setSize(320, 220);
        seen.show();
        stage.selection.set(this, List.of(cluster.getNodes().getFirst()));
        NatTable summary = seen.all(NatTable.class).stream()
                .filter(NatTable::isVisible)
                .findFirst()
                .orElseThrow();
        summary.getVerticalBar().setSelection(60);
        summary.getVerticalBar().notifyListeners(SWT.Selection, new Event());
        int scrolled = summary.getRowIndexByPosition(1);
        assertTrue(scrolled > 0);
        stage.fleet.tell(cluster);
        seen.settle();
        assertEquals(scrolled, summary.getRowIndexByPosition(1), "it lives on");
        stage.selection.set(this, List.of(cluster.getNodes().getLast()));
        assertEquals(0, summary.getRowIndexByPosition(1));
    }

    private String front() {
        return seen.all(CTabFolder.class).getFirst().getSelection().getText();
    }

    @Test
    void whileItsClusterIsOpenedAnewAThingIsNotSaidToBeGone() {
        Cluster cluster = seen.lab();
        stage.details(seen.shell);
        seen.show();
        Node node = cluster.getNodes().getFirst();
        stage.selection.set(this, List.of(node));
        stage.made.fleet().getClusters().remove(cluster);
        Cluster anew = new FakeFleet().cluster("lab", 0);
        anew.setConnection(ConnectionState.CONNECTING);
        stage.made.fleet().getClusters().add(anew);
        stage.fleet.tell(cluster);
        seen.settle();
        assertTrue(seen.words().contains(node.getName() + ": lab is being read again."), seen.words());
        anew.setConnection(ConnectionState.REFUSED);
        stage.fleet.stands(anew);
        seen.until("it is said why not", () -> seen.words().contains("is not known now (lab: refused)."));
        anew.getNodes().add(node);
        stage.fleet.tell(Set.of(node), Set.of(), Set.of());
        seen.settle();
        assertTrue(seen.words().contains("node in lab"), seen.words());
    }

    @Test
    void ofAClusterThatWasClosedNothingIsSaid() {
        Cluster cluster = seen.lab();
        stage.details(seen.shell);
        seen.show();
        stage.selection.set(this, List.of(cluster));
        stage.made.fleet().getClusters().remove(cluster);
        stage.fleet.tell(cluster);
        seen.settle();
        assertTrue(seen.words().contains("Nothing is selected."), seen.words());
    }

    @Test
    void whatIsSelectedAndLeavesTheFleetIsSaidToBeGone() {
        Cluster cluster = seen.lab();
        stage.details(seen.shell);
        seen.show();
        Node node = cluster.getNodes().getFirst();
        for (EObject thing : List.of(
                node.getAccelerators().getFirst(), node, cluster.getJobs().getFirst())) {
            stage.selection.set(this, List.of(thing));
            EcoreUtil.remove(thing);
            stage.fleet.tell(cluster);
            assertTrue(seen.words().contains(FleetLabels.name(thing) + " is no longer in the fleet."), seen.words());
            assertEquals(List.of(), stage.selection.get());
        }
    }

    @Test
    void aGpuOfThisMachineHasAPageOfItsDriverAsSoonAsItIsSampled() {
        Cluster cluster = seen.lab();
        var gpu = cluster.getNodes().getFirst().getAccelerators().getFirst();
        gpu.setUuid("GPU-a");
        stage.details(seen.shell);
        seen.show();
        stage.selection.set(this, List.of(gpu));
        assertFalse(tabs().contains("Driver"));
        stage.machine.devices.put("GPU-a", FakeMachine.device(new Condition.Answering(), FakeFleet.NOW));
        stage.selection.set(this, List.of(cluster));
        stage.selection.set(this, List.of(gpu));
        assertTrue(tabs().contains("Driver"), tabs().toString());
        tab("Driver");
        assertTrue(seen.all(NatTable.class).stream().anyMatch(table -> table.isVisible() && table.getRowCount() > 10));
    }

    @Test
    void sourcesAreListedAndTurnedOffAndOn() {
        Cluster cluster = seen.lab();
        ExporterEndpoint dcgm = new ExporterEndpoint("a1-n1", "dcgm", "/dcgm");
        stage.sources.source("lab", dcgm, Optional.of(stage.services.clock().instant()), 0, Optional.empty());
        stage.sources.source(
                "lab",
                new ExporterEndpoint("", "prometheus", "http://prom:9090"),
                Optional.empty(),
                0,
                Optional.of("refused"));
        stage.details(seen.shell);
        stage.selection.set(this, List.of(cluster));
        seen.show();
        tab("Sources");
        assertTrue(seen.words().contains("2 sources, 1 failing"), seen.words());
        seen.pressTip("Off or on");
        assertTrue(stage.sources.all.stream().allMatch(source -> source.on()), "nothing is selected");
        assertTrue(
                seen.all(NatTable.class).stream().anyMatch(table -> table.getRowCount() == 3), "a head and two rows");
    }

    @Test
    void withoutASourceItIsSaidWhatToDo() {
        Cluster cluster = seen.lab();
        stage.details(seen.shell);
        stage.selection.set(this, List.of(cluster));
        seen.show();
        tab("Sources");
        assertTrue(seen.words().contains("No source found yet"), seen.words());
        tab("Held / used");
        seen.until(
                "it was compared",
                () -> seen.words().contains("idle but held") || seen.words().contains("used but not held"));
    }

    /** A right click on a row did nothing. */
    @Test
    void aRowOfHeldAndUsedOffersWhatItsJobAndItsGpuOffer() {
        Cluster cluster = seen.lab();
        stage.telemetry.idle = true;
        cluster.getJobs()
                .forEach(job -> job.getTasks().forEach(task -> task.setStarted(FakeFleet.NOW.minusSeconds(3600))));
        stage.details(seen.shell);
        stage.selection.set(this, List.of(cluster));
        seen.show();
        tab("Held / used");
        seen.until("it was compared", () -> seen.words().contains("idle but held"));
        NatTable table = table();
        Screen.key(table, SWT.ARROW_DOWN, (char) 0, SWT.NONE);
        Screen.key(table, SWT.END, (char) 0, SWT.NONE);
        List<String> offered = menu(table);
        assertTrue(offered.getFirst().matches("(Job|Deployment) .*"), offered::toString);
        for (String each : List.of("Suspend", "Requeue", "Copy Name", "Show a1-n", "Cordon GPU")) {
            assertEquals(
                    1, offered.stream().filter(words -> words.startsWith(each)).count(), each + " in " + offered);
        }
    }

    @Test
    void aRowOfTasksOffersWhatItsTaskOffers() {
        Cluster cluster = seen.lab();
        stage.details(seen.shell);
        stage.selection.set(this, List.of(cluster.getNodes().getFirst()));
        seen.show();
        tab("Tasks");
        NatTable table = table();
        Screen.key(table, SWT.ARROW_DOWN, (char) 0, SWT.NONE);
        List<String> offered = menu(table);
        assertTrue(offered.stream().anyMatch(words -> words.startsWith("Evict")), offered::toString);
    }

    /** That of the page in front. */
    private NatTable table() {
        return seen.all(NatTable.class).stream()
                .filter(table -> table.getSize().x > 0)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> menu(Control control) {
        control.getMenu().notifyListeners(SWT.Show, new Event());
        return Stream.of(control.getMenu().getItems()).map(MenuItem::getText).toList();
    }

    @Test
    void yamlIsReadOnlyWhenItsTabIsOpened() {
        Cluster cluster = seen.lab();
        stage.connections.open("lab", Optional.empty());
        stage.connections.objects.put("/api/v1/nodes/a1-n1", "{\"kind\":\"Node\",\"metadata\":{\"name\":\"a1-n1\"}}");
        stage.details(seen.shell);
        stage.selection.set(this, List.of(cluster.getNodes().getFirst()));
        seen.show();
        assertTrue(
                stage.connections.asked.stream().allMatch("read /api/v1/nodes/a1-n1"::equals),
                "nothing but whether somebody is at work there is read before it is wanted");
        tab("YAML");
        seen.until("it is shown", () -> seen.all(StyledText.class).stream()
                .anyMatch(text -> text.getText().contains("name: a1-n1")));
        tab("Events");
        seen.until(
                "events were asked for", () -> stage.connections.asked.stream().anyMatch(it -> it.startsWith("list")));
    }

    @Test
    void aPageIsBroughtToTheFrontByItsIdWhateverItIsCalled() {
        Cluster cluster = seen.lab();
        DetailsPart part = stage.details(seen.shell);
        stage.selection.set(this, List.of(cluster.getNodes().getFirst()));
        seen.show();
        String page = KeyBinding.all(KeyScheme.PODIUM).stream()
                .filter(key -> key.character() == 'y')
                .map(key -> key.parameters().get("page").toString())
                .findFirst()
                .orElseThrow();
        part.open(page);
        assertEquals(
                "YAML", seen.all(CTabFolder.class).getFirst().getSelection().getText());
        part.open("pod");
        assertEquals(
                "Summary", seen.all(CTabFolder.class).getFirst().getSelection().getText(), "a node has no such page");
    }

    @Test
    void withoutAConnectionYamlSaysWhyThereIsNone() {
        Cluster cluster = seen.lab();
        stage.details(seen.shell);
        stage.selection.set(this, List.of(cluster.getNodes().getFirst()));
        seen.show();
        tab("YAML");
        assertTrue(seen.words().contains("The cluster is not connected: the object cannot be read."));
    }

    @Test
    void detailsSayThatAnotherPodiumIsAtWorkOnTheNode() {
        Cluster cluster = seen.lab();
        stage.connections.open("lab", Optional.empty());
        OperationMark claim =
                new OperationMark("bob@desk", "42", "Drain a1-n1", Instant.now().plusSeconds(600));
        String mark = claim.value().replace("\"", "\\\"");
        stage.connections.objects.put(
                "/api/v1/nodes/a1-n1",
                "{\"metadata\":{\"annotations\":{\"" + OperationMark.KEY + "\":\"" + mark + "\"}}}");
        stage.details(seen.shell);
        stage.selection.set(this, List.of(cluster.getNodes().getFirst()));
        seen.show();
        String said = "bob@desk is working here in another Podium: Drain a1-n1";
        seen.until("it is said", () -> seen.words().contains(said));
        stage.selection.set(this, List.of(cluster.getNodes().get(1)));
        seen.until("it is of that node only", () -> !seen.words().contains(said));
    }
}
