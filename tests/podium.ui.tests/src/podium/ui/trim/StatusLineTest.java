// SPDX-License-Identifier: Apache-2.0
package podium.ui.trim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.core.change.ClusterId;
import podium.core.change.SyncState;
import podium.core.fleet.Holdings;
import podium.core.fleet.SchedulingObjects;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.Health;
import podium.ui.fake.Examples;
import podium.ui.fake.FakeFleet;
import podium.ui.fake.PartScreen;
import podium.ui.fake.UiFixture;
import podium.ui.label.Snapshots;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.StatusMessage;
import podium.ui.toolkit.UiServices;

class StatusLineTest {
    private final PartScreen seen = new PartScreen();
    private final UiFixture stage = seen.stage;

    @AfterEach
    void close() {
        seen.close();
    }

    @Test
    void beforeAllIsListedItCountsNothingSinceTheHeaderOfTheClusterDoes() {
        Cluster cluster = seen.lab();
        for (ConnectionState before : List.of(ConnectionState.CONNECTING, ConnectionState.FAILED)) {
            cluster.setConnection(before);
            String words = ConnectionStatusText.of(cluster, Holdings.of(cluster), 0, FakeFleet.NOW);
            assertFalse(words.contains("nodes"), words);
            assertFalse(words.contains("held"), words);
        }
    }

    @Test
    void ofARememberedClusterWhosePodsAreNotKnownItDoesNotSayWhatIsHeld() {
        Cluster cluster = seen.lab();
        SchedulingObjects facts = new SchedulingObjects();
        facts.read("pods", SyncState.NOT_YET, "");
        cluster.setFacts(facts);
        cluster.setConnection(ConnectionState.STALE);
        String words = ConnectionStatusText.of(cluster, Holdings.of(cluster), 0, FakeFleet.NOW);
        assertFalse(words.contains("nodes"), words);
        assertFalse(words.contains("held"), words);
        facts.listed("Pod");
        String known = ConnectionStatusText.of(cluster, Holdings.of(cluster), 0, FakeFleet.NOW);
        assertTrue(known.contains("held"), known);
    }

    @Test
    void ofAClusterThatNeverAnsweredNothingIsCounted() {
        Cluster cluster = stage.made.cluster("prod", 0);
        cluster.setConnection(ConnectionState.FAILED);
        String words = ConnectionStatusText.of(cluster, Holdings.of(cluster), 0, FakeFleet.NOW);
        assertTrue(words.startsWith("not connected") && words.endsWith("prod"), words);
    }

    @Test
    void withoutAClusterItSaysWhatIsBeingOpened() {
        line(StartupNotice.NONE);
        seen.until("it says so", () -> seen.words().contains("no cluster is open"));
        stage.services.opening().begin("scale 5000");
        seen.until("it is named", () -> seen.words().contains("opening scale 5000, "));
        AtomicInteger told = new AtomicInteger();
        stage.services.opening().listen(told::incrementAndGet);
        stage.services.opening().progress("scale 5000", "2 of 3 nodes");
        seen.until("the parts are told how far it is", () -> told.get() == 1);
        stage.services.opening().progress("scale 5000", "1200 of 5000 nodes");
        seen.until("and how far it is", () -> seen.words().contains(", 1200 of 5000 nodes"));
    }

    /** For half a second it said "connecting" beside a canvas that said "live". */
    @Test
    void thatAClusterIsLiveIsSaidInTheMomentInWhichTheOthersHearOfIt() {
        Cluster cluster = seen.lab();
        cluster.setConnection(ConnectionState.CONNECTING);
        line(StartupNotice.NONE);
        seen.until("it connects", () -> seen.words().contains("connecting"));
        cluster.setConnection(ConnectionState.LIVE);
        stage.fleet.tell(cluster);
        assertTrue(seen.words().contains("live, "), seen.words());
    }

    @Test
    void ofAClusterThatWasClosedNothingIsLeft() {
        Cluster cluster = seen.lab();
        line(StartupNotice.NONE);
        seen.until("it is live", () -> seen.words().contains("live, "));
        assertTrue(seen.all(Label.class).stream().anyMatch(label -> label.getImage() != null));
        cluster.getFleet().getClusters().remove(cluster);
        seen.until("it is gone", () -> seen.words().contains("no cluster is open"));
        assertTrue(seen.all(Label.class).stream().noneMatch(label -> label.getImage() != null));
    }

    @Test
    void newsIsReadAtOnceBesideTheAgeOfTheDataAndGoesAfterAWhile() {
        AtomicReference<Instant> now = new AtomicReference<>(FakeFleet.NOW);
        StatusMessage said = new StatusMessage(now::get);
        seen.lab();
        line(said, StartupNotice.NONE);
        said.say("Saved night.fleet.");
        assertTrue(seen.words().contains("Saved night.fleet."));
        assertTrue(seen.words().contains("live, "), "how old the data is stands beside it");
        now.set(FakeFleet.NOW.plus(StatusMessage.SHOWN));
        seen.until("it is gone", () -> !seen.words().contains("Saved"));
    }

    @Test
    void itCountsAnewAfterAChange() {
        AtomicReference<Instant> now = new AtomicReference<>(FakeFleet.NOW);
        UiServices services =
                new UiServices(stage.services.theme(), stage.services.background(), now::get, stage.services.hidden());
        Cluster cluster = seen.lab();
        seen.shell.setLayout(new FillLayout());
        new StatusLine(
                        stage.fleet,
                        stage.selection,
                        stage.operations,
                        new StatusMessage(services.clock()),
                        services,
                        StartupNotice.NONE)
                .create(seen.shell);
        seen.show();
        seen.until("it is counted", () -> seen.words().contains("64 GPUs"));
        cluster.getNodes().getFirst().getAccelerators().clear();
        stage.fleet.tell(cluster);
        now.set(FakeFleet.NOW.plusSeconds(2));
        seen.until("the change is counted", () -> seen.words().contains("56 GPUs"));
    }

    @Test
    void theStatusLineSaysWhatRuns() {
        seen.lab();
        Examples.operations(stage);
        line(StartupNotice.NONE);
        assertTrue(seen.words().contains("live, "));
        assertTrue(seen.all(Label.class).stream()
                .anyMatch(label -> String.valueOf(label.getToolTipText()).endsWith(ConnectionStatusText.TIP)));
        assertTrue(seen.words().contains("8 nodes, 64 GPUs"));
        assertTrue(seen.words().contains("Drain a1-n1: waits for the budget rerank-pdb"));
    }

    @Test
    void whatIsCutEndsInDotsAndIsWholeInTheTip() {
        seen.lab();
        Examples.operations(stage);
        line(StartupNotice.NONE);
        seen.shell.setSize(500, 60);
        seen.until(
                "both halves are cut",
                () -> seen.all(Label.class).stream()
                                .filter(label -> label.getText().endsWith("\u2026"))
                                .count()
                        == 2);
        List<String> tips = seen.all(Label.class).stream()
                .map(label -> String.valueOf(label.getToolTipText()))
                .toList();
        assertTrue(
                tips.stream().anyMatch(tip -> tip.contains("Drain a1-n1: waits for the budget rerank-pdb")),
                tips::toString);
        assertTrue(tips.stream().anyMatch(tip -> tip.contains("8 nodes, 64 GPUs")), tips::toString);
    }

    @Test
    void whileNothingRunsItSaysWhatOfTheLastTimeCouldNotBeUsed() {
        line(new StartupNotice(List.of("The layout is lost. It was in a file.", "Nothing is kept.")));
        assertTrue(seen.words().contains("The layout is lost. Nothing is kept."), seen.words());
        assertTrue(seen.all(Label.class).stream()
                .anyMatch(label ->
                        "The layout is lost. It was in a file.\nNothing is kept.".equals(label.getToolTipText())));
    }

    @Test
    void itCountsWhatNeedsAttentionAndAClickShowsIt() {
        Cluster cluster = stage.made.cluster("lab", 8);
        stage.telemetry.heard = 0;
        cluster.getNodes().getFirst().getAccelerators().getFirst().setHealth(Health.FAILED);
        watching();
        seen.until("one is counted", () -> seen.words().contains("1 needs attention"));
        cluster.getNodes().getLast().setUnschedulable(true);
        stage.fleet.tell(Set.of(cluster.getNodes().getLast()), Set.of(), Set.of());
        seen.until("the other one too", () -> seen.words().contains("2 need attention"));
        click("2 need attention");
        assertEquals(List.of(cluster), stage.selection.get());
        assertEquals(List.of("podium.part.details"), stage.parts);
    }

    @Test
    void whatNeedsAttentionIsCountedInAllOpenClustersAndClicksLeadToTheWorstAndOn() {
        Cluster here = stage.made.cluster("lab", 8);
        Cluster there = stage.made.cluster("mixed", 8);
        stage.telemetry.heard = 0;
        here.getNodes().getFirst().setUnschedulable(true);
        there.getNodes().getFirst().getAccelerators().getFirst().setHealth(Health.FAILED);
        stage.selection.set(this, List.of(here));
        watching();
        seen.until("both are counted", () -> seen.words().contains("2 need attention: 1 here, 1 in mixed"));
        click("2 need attention: 1 here, 1 in mixed");
        assertEquals(List.of(there), stage.selection.get());
        seen.until("it is here now", () -> seen.words().contains("2 need attention: 1 here, 1 in lab"));
        click("2 need attention: 1 here, 1 in lab");
        assertEquals(List.of(here), stage.selection.get());
        here.getNodes().getFirst().setUnschedulable(false);
        stage.fleet.tell(Set.of(here.getNodes().getFirst()), Set.of(), Set.of());
        seen.until("where it is", () -> seen.words().contains("1 needs attention in mixed"));
    }

    /** It was red for a past state. */
    @Test
    void whatNeededAttentionInASnapshotIsToldCalmly() {
        Cluster before = stage.made.cluster("lab", 8);
        stage.telemetry.heard = 0;
        before.setId(Snapshots.id(ClusterId.of(before), Path.of("lab.fleet")).value());
        before.setConnection(ConnectionState.CLOSED);
        before.getNodes().getFirst().getAccelerators().getFirst().setHealth(Health.FAILED);
        watching();
        stage.fleet.tell(before);
        seen.until("it is counted", () -> seen.words().contains("1 needed attention then"));
        assertEquals(
                stage.services.theme().color(Name.MUTED),
                label("1 needed attention then").getForeground());
        click("1 needed attention then");
        assertEquals(List.of(before), stage.selection.get());
    }

    private void watching() {
        seen.shell.setLayout(new FillLayout());
        StatusLine line = new StatusLine(
                stage.fleet,
                stage.selection,
                stage.operations,
                new StatusMessage(stage.services.clock()),
                stage.services,
                StartupNotice.NONE);
        line.watch(stage.attention, stage.front);
        line.create(seen.shell);
        seen.show();
    }

    private Label label(String words) {
        return seen.all(Label.class).stream()
                .filter(label -> label.getText().equals(words))
                .findFirst()
                .orElseThrow();
    }

    private void click(String words) {
        label(words).notifyListeners(SWT.MouseUp, new Event());
    }

    private void line(StartupNotice note) {
        line(new StatusMessage(stage.services.clock()), note);
    }

    private void line(StatusMessage message, StartupNotice note) {
        seen.shell.setLayout(new FillLayout());
        new StatusLine(stage.fleet, stage.selection, stage.operations, message, stage.services, note)
                .create(seen.shell);
        seen.show();
    }
}
