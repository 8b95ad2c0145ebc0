// SPDX-License-Identifier: Apache-2.0
package podium.ui.trim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.core.change.ClusterId;
import podium.core.cluster.ImpersonatedUser;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.JobState;
import podium.model.fleet.Node;
import podium.operation.OperationState;
import podium.operation.plan.Plan;
import podium.operation.rule.OperatorRules;
import podium.operation.rule.ProtectionRule;
import podium.ui.enablement.FleetAction;
import podium.ui.fake.Examples;
import podium.ui.fake.FakePlacement;
import podium.ui.fake.PartScreen;
import podium.ui.fake.Screen;
import podium.ui.fake.UiFixture;
import podium.ui.label.ProtectionLabels;
import podium.ui.label.Snapshots;

class CommandBarTest {
    private final PartScreen seen = new PartScreen();
    private final UiFixture stage = seen.stage;
    private final CommandBarSlot tools = new CommandBarSlot();

    @AfterEach
    void close() {
        seen.close();
    }

    private void bar() {
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
                        tools)
                .create(seen.shell);
        seen.show();
    }

    @Test
    void whoTheClusterActsAsIsSeenAllTheTime() {
        seen.lab();
        stage.connections.as.put(new ClusterId("lab"), new ImpersonatedUser("alice", List.of("team-a")));
        bar();
        assertTrue(seen.tool("lab: unlocked, as alice (team-a)").isPresent());
    }

    @Test
    void whoTheClusterActsAsIsWholeInTheTipOfTheLock() {
        seen.lab();
        String user = "ana.maria." + "x".repeat(243);
        stage.connections.as.put(new ClusterId("lab"), new ImpersonatedUser(user, List.of()));
        bar();
        assertTrue(
                seen.all(ToolBar.class).stream()
                        .flatMap(bar -> Stream.of(bar.getItems()))
                        .anyMatch(item -> String.valueOf(item.getToolTipText()).contains("Acts as " + user + "\n")),
                "it is cut in the bar");
    }

    /** Pressed once more after Escape it stood in the field, with "No match" in red. */
    @Test
    void theKeyThatLeadsToTheFindFieldIsNotTypedIntoItWhileItIsEmpty() {
        seen.lab();
        bar();
        Text find = seen.all(Text.class).getFirst();
        assertFalse(typed(find, '/'));
        assertTrue(typed(find, 'n'));
        find.setText("node");
        assertTrue(typed(find, '/'), "within a word it is a letter");
    }

    private static boolean typed(Text into, char character) {
        Event event = new Event();
        event.character = character;
        event.keyCode = character;
        event.doit = true;
        into.notifyListeners(SWT.KeyDown, event);
        return event.doit;
    }

    @Test
    void productionStandsBesideTheLockAndInTheTitleOfTheWindow() {
        Cluster cluster = seen.lab();
        cluster.setProduction(true);
        seen.shell.setText("Podium");
        bar();
        assertTrue(seen.tool("lab: unlocked, production").isPresent());
        assertEquals("Production: lab - Podium", seen.shell.getText());
        cluster.setProduction(false);
        stage.fleet.tell(cluster);
        seen.until("it is not said any more", () -> seen.shell.getText().equals("lab - Podium"));
    }

    @Test
    void theWindowIsCalledByTheClusterThatIsMeantAndSaysWhenItIsStale() {
        Cluster lab = seen.lab();
        seen.shell.setText("Podium");
        bar();
        assertEquals("lab - Podium", seen.shell.getText());
        Cluster other = stage.made.cluster("other", 2);
        stage.selection.set(this, List.of(other));
        seen.until("the other one is meant", () -> seen.shell.getText().equals("other - Podium"));
        other.setConnection(ConnectionState.STALE);
        stage.fleet.tell(other);
        seen.until("it is not heard", () -> seen.shell.getText().equals("other, stale - Podium"));
        stage.made.fleet().getClusters().removeAll(List.of(lab, other));
        stage.selection.set(this, List.of());
        stage.fleet.tell(other);
        seen.until("none is open", () -> seen.shell.getText().equals("Podium"));
    }

    @Test
    void noActAndNoFieldMovesWithWhatIsUndoneLockedOrFound() {
        Cluster lab = seen.lab();
        seen.shell.setSize(1280, 300);
        bar();
        List<Integer> before = places();
        Plan plan = FakePlacement.example(lab.getJobs().getFirst());
        Plan scale = new Plan(
                plan.cluster(),
                "scale",
                "Scale caption from 2 to 3 and 1 more",
                plan.steps(),
                List.of(),
                List.of(),
                List.of(),
                plan.undo());
        stage.operations.publish(Examples.operation("1", scale, OperationState.DONE, 1, 1, Optional.of("done")));
        seen.until("the undo is offered", () -> undo().getText().startsWith("Undo: Scale "));
        assertEquals("Undo: Scale caption from 2 to 3 and 1 more", undo().getText(), "there is room for all of it");
        assertTrue(undo().getToolTipText().startsWith("Undo: Scale caption from 2 to 3 and 1 more"), "and all of it");
        stage.rules.kept = new OperatorRules(List.of(ProtectionRule.parse("a1-n1")), List.of(), List.of(), List.of());
        stage.selection.set(this, List.of(lab.getNodes().getFirst()));
        seen.until(
                "it is protected", () -> seen.tool("lab: unlocked, protected").isPresent());
        seen.all(Text.class).getFirst().setText("a1-n");
        seen.until("they are counted", () -> count().endsWith(" found"));
        assertEquals(before, places());
    }

    /** "Undo: Drain gpu-...d stays)" left out of which node. */
    @Test
    void theUndoOfADrainKeepsTheNameOfItsNode() {
        Cluster lab = seen.lab();
        seen.shell.setSize(1280, 300);
        bar();
        Plan plan = FakePlacement.example(lab.getJobs().getFirst());
        String title = "Drain gpu-r4-n1 (1 pod stays)";
        Plan drain =
                new Plan(plan.cluster(), "drain", title, plan.steps(), List.of(), List.of(), List.of(), plan.undo());
        stage.operations.publish(Examples.operation("1", drain, OperationState.DONE, 1, 1, Optional.of("done")));
        seen.until("the undo is offered", () -> undo().getText().startsWith("Undo: Drain "));
        assertEquals("Undo: " + title, undo().getText(), "there is room for all of it");
        int width = 1280;
        while (undo().getText().endsWith("stays)")) {
            width -= 10;
            seen.shell.setSize(width, 300);
            seen.settle();
        }
        assertEquals("Undo: Drain gpu-r4-n1", undo().getText());
        assertTrue(undo().getToolTipText().startsWith("Undo: " + title), "and all of it");
    }

    private ToolItem undo() {
        return seen.all(ToolBar.class).stream()
                .flatMap(bar -> Stream.of(bar.getItems()))
                .filter(item -> item.getText().startsWith("Undo"))
                .findFirst()
                .orElseThrow();
    }

    /** Where the field and the acts are. */
    private List<Integer> places() {
        seen.settle();
        return Stream.of(
                        seen.all(Text.class).getFirst(),
                        seen.tool(FleetAction.PLACE.words()).orElseThrow().getParent(),
                        seen.tool(FleetAction.DRAIN.words()).orElseThrow().getParent(),
                        undo().getParent())
                .map(control -> control.getBounds().x)
                .toList();
    }

    @Test
    void aFreezeAndAProtectionStandBesideTheLock() {
        Cluster cluster = seen.lab();
        bar();
        seen.until("unlocked", () -> seen.tool("lab: unlocked").isPresent());
        stage.rules.kept = new OperatorRules(
                List.of(ProtectionRule.parse("a1-n1")), List.of(ProtectionRule.parse("prod*")), List.of(), List.of());
        stage.selection.set(this, List.of(cluster.getNodes().getFirst()));
        seen.until("the selected node is protected", () -> seen.tool("lab: unlocked, protected")
                .isPresent());
        String tip = seen.tool("lab: unlocked, protected").orElseThrow().getToolTipText();
        assertTrue(tip.contains("Protected nodes: a1-n1.\nProtected namespaces: prod*."), tip);
        assertTrue(tip.contains("Lock the cluster, so that nothing in it can be changed\n"), tip);
        stage.rules.frozen = Optional.of("lab is frozen until Mon 08:00.");
        stage.selection.set(this, List.of());
        seen.until("it is frozen", () -> seen.tool("lab: unlocked, frozen").isPresent());
        assertTrue(seen.tool("lab: unlocked, frozen")
                .orElseThrow()
                .getToolTipText()
                .contains("until Mon 08:00"));
    }

    @Test
    void inANarrowWindowTheActsAndTheLockAreStillInIt() {
        Cluster cluster = seen.lab();
        cluster.setName("prod-eu-central-1-training");
        stage.made.cluster("another-cluster-with-a-long-name", 1);
        seen.shell.setSize(820, 300);
        bar();
        ToolItem lock = seen.tool("unlocked").orElseThrow();
        seen.until(
                "all of it is in the window",
                () -> lock.getParent().getBounds().x + lock.getParent().getBounds().width
                        <= seen.shell.getClientArea().width);
        assertTrue(lock.getToolTipText().startsWith("prod-eu-central-1-training"), lock.getToolTipText());
        seen.shell.setSize(1500, 300);
        seen.until("the words are back", () -> seen.tool("prod-eu-central-1-training: unlocked")
                .isPresent());
        ToolBar place = seen.tool(FleetAction.PLACE.words()).orElseThrow().getParent();
        assertEquals(place.computeSize(SWT.DEFAULT, SWT.DEFAULT).x, place.getSize().x, "and have room");
    }

    @Test
    void theLockIsSeenHoweverLongItsWordsAre() {
        Cluster cluster = seen.lab();
        cluster.setName("prod-eu-central-1-training");
        stage.made.cluster("another-cluster-with-a-long-name", 1);
        stage.connections.as.put(
                new ClusterId(cluster.getName()),
                new ImpersonatedUser("alice@example.org", List.of("platform-admins")));
        seen.shell.setSize(1280, 300);
        bar();
        ToolItem lock = seen.tool("prod-eu-central-1-training: unlocked, as alice@example.org (platform-admins)")
                .orElseThrow();
        Text find = seen.all(Text.class).getFirst();
        seen.until(
                "the field made room",
                () -> lock.getParent().getBounds().x + lock.getParent().getBounds().width
                        <= seen.shell.getClientArea().width);
        assertTrue(find.getSize().x >= 100, "and can still be typed into");
        seen.shell.setSize(1800, 300);
        seen.until("there is room again", () -> find.getSize().x >= 280);
    }

    @Test
    void namesAsCloudsGiveThemPushNothingOutOfTheWindow() {
        Cluster cluster = seen.lab();
        cluster.setName("arn:aws:eks:eu-central-1:123456789012:cluster/ml-platform-prod-training-h100-eu1");
        stage.made.cluster("arn:aws:eks:us-east-1:123456789012:cluster/ml-platform-prod-inference-h200-us1", 1);
        seen.shell.setSize(1280, 300);
        bar();
        ToolItem lock =
                seen.tool("arn:aws:e\u2026od-training-h100-eu1: unlocked").orElseThrow();
        seen.until(
                "the lock is in the window",
                () -> lock.getParent().getBounds().x + lock.getParent().getBounds().width
                        <= seen.shell.getClientArea().width);
        assertTrue(lock.getToolTipText().contains(cluster.getName()), "its whole name is told by the tip");
    }

    @Test
    void theBarsButtonsFollowTheSelectionAndSayWhyNot() {
        Cluster cluster = seen.lab();
        bar();
        assertFalse(seen.tool(FleetAction.DRAIN.words()).orElseThrow().isEnabled());
        assertTrue(seen.tool(FleetAction.DRAIN.words())
                .orElseThrow()
                .getToolTipText()
                .contains("select nodes"));
        stage.selection.set(this, List.of(cluster.getNodes().getFirst()));
        seen.until(
                "drain can be pressed",
                () -> seen.tool(FleetAction.DRAIN.words()).orElseThrow().isEnabled());
        seen.pressTool(FleetAction.DRAIN.words());
        assertTrue(seen.dialogs.shown.getFirst().startsWith("drain "));
    }

    @Test
    void nothingOfItIsCutOffByWhatTheTrimTakesFromItsHeight() {
        seen.lab();
        bar();
        Composite bar = (Composite) seen.shell.getChildren()[0];
        seen.shell.setLayout(null);
        bar.setSize(900, bar.computeSize(SWT.DEFAULT, SWT.DEFAULT).y - TrimMargins.TAKEN);
        bar.layout(true);
        int height = bar.getClientArea().height;
        for (Control child : bar.getChildren()) {
            Rectangle at = child.getBounds();
            assertTrue(at.y >= 0 && at.y + at.height <= height, child + " at " + at + " of " + height);
        }
        assertTrue(seen.all(Text.class).getFirst().getSize().y
                >= seen.all(Text.class).getFirst().computeSize(SWT.DEFAULT, SWT.DEFAULT).y);
    }

    @Test
    void lockingTheClusterTakesTheActsAway() {
        Cluster cluster = seen.lab();
        List<EObject> node = List.of(cluster.getNodes().getFirst());
        stage.selection.set(this, node);
        bar();
        assertTrue(seen.tool(FleetAction.DRAIN.words()).orElseThrow().isEnabled());
        seen.pressTool("lab: unlocked");
        seen.until("it is read-only", () -> seen.tool("lab: read-only").isPresent());
        assertFalse(seen.tool(FleetAction.DRAIN.words()).orElseThrow().isEnabled());
        assertTrue(seen.tool(FleetAction.DRAIN.words())
                .orElseThrow()
                .getToolTipText()
                .contains("read-only"));
    }

    @Test
    void typingTellsHowManyMatchAndEnterGoesThroughThem() {
        Cluster cluster = seen.lab();
        bar();
        Text find = seen.all(Text.class).getFirst();
        find.setText("a1-n");
        seen.until("they are counted", () -> count().endsWith(" found"));
        assertEquals(List.of(), stage.selection.get(), "typing selects nothing");
        Screen.key(find, SWT.CR, '\r', SWT.NONE);
        Screen.key(find, SWT.CR, '\r', SWT.NONE);
        assertEquals(List.of(cluster.getNodes().get(1)), stage.selection.get());
        Screen.key(find, SWT.CR, '\r', SWT.SHIFT);
        assertEquals(List.of(cluster.getNodes().getFirst()), stage.selection.get());
        assertTrue(count().startsWith("1 of "), count());
        Screen.key(find, SWT.ESC, (char) 27, SWT.NONE);
        seen.until("nothing is marked", () -> stage.finder.found().things().isEmpty() && count().isEmpty());
        boolean[] left = {false};
        stage.finder.leaveTo(() -> left[0] = true);
        Screen.key(find, SWT.ESC, (char) 27, SWT.NONE);
        assertTrue(left[0], "from an empty field Escape leaves");
    }

    @Test
    void ofSeveralClustersOneIsChosenInTheBar() {
        Cluster lab = seen.lab();
        bar();
        assertTrue(seen.tool("lab  1 of 1").isEmpty(), "there is no choice");
        Cluster other = stage.made.cluster("other", 2);
        stage.fleet.tell(other);
        seen.until(
                "the one that is meant is named", () -> seen.tool("lab  1 of 2").isPresent());
        stage.selection.set(this, List.of(other));
        seen.until("the other one is meant", () -> seen.tool("other  2 of 2").isPresent());
        stage.made.fleet().getClusters().remove(other);
        stage.selection.set(this, List.of(lab));
        seen.until("there is no choice again", () -> seen.tool("lab  1 of 1").isEmpty());
    }

    @Test
    void whatAPartPutsIntoTheBarStaysInPlaceWhateverClustersAreOpen() {
        Cluster lab = seen.lab();
        tools.fill(toolbar -> toolbar.choice("colour: "::concat, List.of("held / free"), 0, index -> {}));
        seen.shell.setSize(1600, 300);
        bar();
        ToolItem colour = seen.tool("colour: held / free").orElseThrow();
        int left = seen.shell.getDisplay().map(colour.getParent(), seen.shell, 0, 0).x;
        Cluster other = stage.made.cluster("other-with-a-longer-name", 2);
        other.setId(Snapshots.KIND + "/tmp/other.fleet//other");
        other.setConnection(ConnectionState.CLOSED);
        other.setLastContact(Instant.parse("2026-01-02T03:04:05Z"));
        stage.fleet.tell(other);
        seen.until("there is a choice", () -> seen.tool("lab  1 of 2").isPresent());
        assertEquals(left, seen.shell.getDisplay().map(colour.getParent(), seen.shell, 0, 0).x);
        assertTrue(ProtectionLabels.connection(other).word().startsWith("as it was at 2026-01-02"), "and not closed");
        assertEquals("live", ProtectionLabels.connection(lab).word());
    }

    @Test
    void aSnapshotIsNamedByItsTimeInTheSwitchAndBesideTheLock() {
        seen.lab();
        Cluster other = stage.made.cluster("", 2);
        ClusterId id = Snapshots.id(new ClusterId("lab"), Path.of("/tmp/lab+mixed-2026-11-29-0109.fleet"));
        other.setId(id.value());
        other.setName(id.name());
        other.setConnection(ConnectionState.CLOSED);
        other.setLastContact(Instant.parse("2026-01-02T03:04:05Z"));
        stage.selection.set("test", List.of(other));
        seen.shell.setSize(1600, 300);
        bar();
        String name = Snapshots.brief(other);
        assertTrue(name.startsWith("lab (2026-01-02"), name);
        seen.until("it is named", () -> seen.tool(name + "  2 of 2").isPresent());
        assertTrue(seen.tool(name + ": snapshot").isPresent());
    }

    /** "Go to another cluster" lay over the clusters. */
    @Test
    void theTipOfTheChoiceOfAClusterIsAwayWhileItsMenuIsOpen() {
        seen.lab();
        stage.made.cluster("other", 2);
        seen.shell.setSize(1600, 300);
        bar();
        ToolItem choice = seen.tool("lab  1 of 2").orElseThrow();
        List<Menu> opened = new ArrayList<>();
        seen.shell.getDisplay().addFilter(SWT.Show, event -> {
            if (event.widget instanceof Menu menu) {
                opened.add(menu);
            }
        });
        assertTrue(choice.getToolTipText().startsWith("Go to another cluster"));
        choice.notifyListeners(SWT.Selection, new Event());
        seen.until("the menu is open", () -> !opened.isEmpty());
        assertEquals("", String.valueOf(choice.getToolTipText()));
        opened.getFirst().setVisible(false);
        seen.until("the tip is back", () -> choice.getToolTipText().startsWith("Go to another cluster"));
    }

    @Test
    void aPartPutsItsChoicesIntoTheBarWhicheverComesFirst() {
        seen.lab();
        int[] chosen = {0};
        tools.fill(toolbar ->
                toolbar.choice("colour: "::concat, List.of("held / free", "activity"), 0, index -> chosen[0] = index));
        bar();
        tools.fill(toolbar -> toolbar.choice("size: "::concat, List.of("small", "large"), 1, index -> {}));
        ToolItem colour = seen.tool("colour: held / free").orElseThrow();
        assertTrue(seen.tool("size: large").isPresent());
        assertTrue(colour.getParent().getSize().x > 40, "it has room");
        ((Menu) colour.getData()).getItem(1).setSelection(true);
        ((Menu) colour.getData()).getItem(1).notifyListeners(SWT.Selection, new Event());
        assertEquals(1, chosen[0]);
        assertTrue(seen.tool("colour: activity").isPresent());
    }

    private String count() {
        return seen.all(Label.class).stream()
                .map(Label::getText)
                .filter(words -> words.endsWith("found"))
                .findFirst()
                .orElse("");
    }

    @Test
    void whatIsFoundIsWhatThereIsAlsoOnceAnotherClusterIsOpen() {
        seen.lab();
        bar();
        Text find = seen.all(Text.class).getFirst();
        find.setText("a1-n3");
        Screen.key(find, SWT.CR, '\r', SWT.NONE);
        assertEquals("1 of 1 found", count());
        Cluster snapshot = stage.made.cluster("snapshot", 4);
        stage.fleet.tell(snapshot);
        assertEquals("1 of 2 found", count());
        assertEquals(2, stage.finder.found().things().size());
        stage.made.fleet().getClusters().remove(snapshot);
        stage.fleet.tell(snapshot);
        assertEquals("1 of 1 found", count());
    }

    @Test
    void whatIsFoundWhereNothingIsHeardNowIsSaidToBeSo() {
        seen.lab();
        bar();
        Cluster stale = stage.made.cluster("stale", 4);
        stale.setConnection(ConnectionState.STALE);
        Text find = seen.all(Text.class).getFirst();
        find.setText("free>=1");
        Screen.key(find, SWT.CR, '\r', SWT.NONE);
        int found = stage.finder.found().things().size();
        List<String> words = seen.all(Label.class).stream().map(Label::getText).toList();
        assertTrue(found > 4 && words.contains(found + " found, 4 not live"), words::toString);
    }

    /** "queue:" was red and "No match" before its value was typed, and gave no list where no job is in a queue. */
    @Test
    void aTermWithoutItsValueIsNoMistakeAndSaysWhereTheFleetHasNone() {
        Cluster cluster = seen.lab();
        stage.made.job(cluster, "llm", "Job", JobState.RUNNING, 1, 1);
        cluster.getJobs().forEach(job -> job.setQueueName(null));
        bar();
        Text find = seen.all(Text.class).getFirst();
        for (String term : List.of("queue", "user")) {
            find.setText(term + ":");
            seen.until("it says so", () -> labels().contains("nothing has a " + term));
            assertFalse(String.valueOf(find.getToolTipText()).contains("No match"), find::getToolTipText);
        }
        find.setText("namespace:");
        seen.until("the list says which", () -> labels().stream().noneMatch(it -> it.startsWith("nothing has")));
        assertFalse(labels().contains("No match"), labels()::toString);
        find.setText("queue:gold");
        seen.until("a value that is none is no match", () -> labels().contains("No match"));
    }

    private List<String> labels() {
        return seen.all(Label.class).stream().map(Label::getText).toList();
    }

    @Test
    void findSelectsAndSaysWhenNothingIsCalledSo() {
        Cluster cluster = seen.lab();
        bar();
        Text find = seen.all(Text.class).getFirst();
        find.setText("a1-n3");
        Screen.key(find, SWT.CR, '\r', SWT.NONE);
        Node third = cluster.getNodes().get(2);
        assertEquals(List.of(third), stage.selection.get());
        assertEquals("1 of 1 found", count());
        find.setText("no-such-thing");
        Screen.key(find, SWT.CR, '\r', SWT.NONE);
        assertEquals(List.of(third), stage.selection.get(), "the selection stays");
        assertTrue(find.getToolTipText().contains("No match"));
        assertTrue(
                seen.all(Label.class).stream().anyMatch(label -> label.getText().equals("No match")));
        find.setText("idle");
        Screen.key(find, SWT.CR, '\r', SWT.NONE);
        Label none = seen.all(Label.class).stream()
                .filter(label -> label.getText().startsWith("none known idle, "))
                .findFirst()
                .orElseThrow();
        assertTrue(none.getToolTipText().startsWith("No GPU is held but idle; "), none::getToolTipText);
        assertFalse(find.getToolTipText().contains("No match"), "there is such a term");
        find.setText("activity~5");
        Screen.key(find, SWT.CR, '\r', SWT.NONE);
        assertTrue(
                seen.all(Label.class).stream().anyMatch(label -> label.getText().equals("activity~5 is not a term")));
        assertTrue(find.getToolTipText().startsWith("activity~5 is not a term. Terms: idle"), find::getToolTipText);
    }
}
