// SPDX-License-Identifier: Apache-2.0
package podium.ui.handler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.e4.ui.model.application.MApplicationFactory;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;
import podium.core.change.ClusterId;
import podium.core.cluster.ClusterMark;
import podium.core.cluster.ImpersonatedUser;
import podium.core.cluster.SimulatedScenario;
import podium.core.forward.ForwardTarget;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.operation.OperationState;
import podium.operation.ProtectionChanges;
import podium.operation.internal.rule.ClusterLocks;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;
import podium.ui.action.MainActionMenu;
import podium.ui.details.TasksPage;
import podium.ui.enablement.DeviceAction;
import podium.ui.enablement.FleetAction;
import podium.ui.fake.Controls;
import podium.ui.fake.Examples;
import podium.ui.fake.FakeDialogs;
import podium.ui.fake.Screen;
import podium.ui.fake.UiFixture;
import podium.ui.find.FindSession;
import podium.ui.flow.LockFlow;
import podium.ui.label.Snapshots;
import podium.ui.selection.KeyTarget;
import podium.ui.toolkit.Menus;
import podium.ui.toolkit.Menus.Entry;
import podium.ui.toolkit.PartActivator;
import podium.ui.toolkit.StatusMessage;
import podium.ui.trim.CommandBar;
import podium.ui.trim.CommandBarSlot;
import podium.ui.trim.RefusalNote;

class HandlersTest {
    private final Screen screen = Screen.open();
    private final FakeDialogs dialogs = new FakeDialogs();
    private final UiFixture stage = new UiFixture(screen.display(), false, dialogs);
    private final KeyTarget target = new KeyTarget(stage.selection);
    private final RefusalNote note = new RefusalNote(screen.display(), stage.services);
    private final Cluster cluster = stage.made.cluster("lab", 2);

    @AfterEach
    void close() {
        screen.close();
    }

    @Test
    void aSnapshotIsClosedAndCannotBeChanged() {
        ClusterId id = new ClusterId(Snapshots.KIND + "night.fleet lab");
        Cluster snapshot = stage.fleet.add(id, "lab", true);
        snapshot.setConnection(ConnectionState.CLOSED);
        assertEquals(
                Optional.of(Snapshots.brief(snapshot) + " is a snapshot: it cannot be changed."),
                stage.locks.reason(snapshot));
        assertTrue(stage.locks.isLocked(snapshot));
        stage.selection.set(this, List.of(snapshot));
        closing().action().run();
        assertTrue(stage.made.fleet().getClusters().stream().noneMatch(it -> it == snapshot));
        assertTrue(stage.made.fleet().getClusters().contains(cluster));
    }

    /** The first, which Enter opens, was the one that was open. */
    @Test
    void simulatedFleetsThatAreOpenStandBehindThoseThatAreNot() {
        stage.connections.simulated.add(ClusterId.of(cluster));
        List<SimulatedScenario> all = Stream.of("lab", "mixed", "flat")
                .map(name -> new SimulatedScenario(name, 1, 1, ""))
                .toList();
        assertEquals(
                List.of("mixed", "flat", "lab"),
                OpenSimulatedHandler.unopenedFirst(all, stage.clusters).stream()
                        .map(SimulatedScenario::name)
                        .toList());
    }

    @Test
    void aSimulatedFleetThatIsOpenIsGoneToInsteadOfOpenedTwice() {
        stage.connections.simulated.add(ClusterId.of(cluster));
        StatusMessage message = new StatusMessage(stage.services.clock());
        new OpenSimulatedHandler().open("lab", stage.clusters, stage.selection, message, dialogs);
        assertEquals(List.of(cluster), stage.selection.get());
        assertEquals(Optional.of("lab is open already."), message.words());
    }

    @Test
    void anActIsDoneWithWhatIsSelected() {
        stage.selection.set(this, List.of(cluster.getNodes().getFirst()));
        new FleetActionHandler().run(FleetAction.CORDON.name(), stage.actions, target, note);
        assertEquals(List.of("review Cordon a1-n1"), dialogs.shown);
    }

    @Test
    void whyNothingCanBeEditedIsNotSaidAnyMoreOnceSomethingIsSelected() {
        Shell shell = screen.shell(400, 200);
        screen.show(shell);
        new EditHandler()
                .edit(new PartActivator(MApplicationFactory.INSTANCE.createApplication()), stage.menu, target, note);
        assertEquals(Optional.of("Cannot edit: select one job, task or node, or a row of Objects"), note.words());
        stage.selection.set(this, List.of(cluster.getNodes().getFirst()));
        screen.until("it is not said any more", () -> note.words().isEmpty());
    }

    /** A table of tasks shows those of the job that is selected: a key pressed there is not about the whole job. */
    @Test
    void aKeyIsAboutTheRowsThatAreMarkedInTheListThatHasTheFocus() {
        Job job = stage.made.job(cluster, "train", "Job", JobState.RUNNING, 2, 8);
        Task first = stage.made.task(
                job, 0, TaskPhase.RUNNING, List.of(cluster.getNodes().getFirst()));
        Task second = stage.made.task(
                job, 1, TaskPhase.RUNNING, List.of(cluster.getNodes().getLast()));
        Shell shell = screen.shell(500, 300);
        shell.setLayout(new FillLayout());
        TasksPage page = new TasksPage(shell, stage.services.theme(), stage.selection);
        stage.selection.set(this, List.of(job));
        page.show(job);
        screen.show(shell);
        NatTable table = Controls.all(shell, NatTable.class).getFirst();
        screen.until("it has the focus", () -> table.forceFocus() && table.isFocusControl());
        assertEquals(List.of(job), target.get(), "no row is marked");
        Screen.key(table, SWT.ARROW_DOWN, (char) 0, SWT.NONE);
        assertEquals(List.of(first), target.get());
        Screen.key(table, SWT.ARROW_DOWN, (char) 0, SWT.NONE);
        assertEquals(List.of(second), target.get());
        assertEquals(List.of(job), stage.selection.get(), "the table stays that of the job");
        assertEquals(List.of(second), target.select());
        job.getTasks().remove(second);
        assertEquals(List.of(), target.get(), "what is gone is not acted on");
    }

    @Test
    void anActThatCannotBeDoneSaysWhyWhenItsKeyIsPressed() {
        screen.show(screen.shell(300, 200));
        new FleetActionHandler().run(FleetAction.DRAIN.name(), stage.actions, target, note);
        assertEquals(Optional.of("Cannot drain: select nodes"), note.words());
        new DeviceActionHandler().run(DeviceAction.CORDON.name(), stage.deviceMenu, target, note);
        assertEquals(Optional.of("Cannot cordon GPU: select one GPU"), note.words());
        assertEquals(List.of(), dialogs.shown, "no dialog for a key that does nothing");
    }

    @Test
    void everyActIsInTheMenuWithTheReasonThatContextMenusGive() {
        MainActionMenu menu =
                new MainActionMenu(stage.actions, stage.deviceMenu, stage.locks, stage.selection, stage.fleet);
        List<Entry> all = menu.entries().stream().flatMap(List::stream).toList();
        List<String> words = all.stream().map(Entry::words).toList();
        Stream.of(FleetAction.values()).forEach(action -> assertTrue(words.contains(action.words()), action::words));
        Stream.of(DeviceAction.values()).forEach(action -> assertTrue(words.contains(action.words()), action::words));
        assertTrue(words.contains("Lock lab"), words::toString);
        assertEquals("Drain\u2026  (select nodes)\tD", Menus.words(entry(all, "Drain\u2026")));
        stage.selection.set(this, List.of(cluster.getNodes().getFirst()));
        stage.locks.set(cluster, true);
        all = menu.entries().stream().flatMap(List::stream).toList();
        assertEquals(
                stage.actions.whyNot(FleetAction.DRAIN, stage.selection.get()),
                entry(all, "Drain\u2026").whyNot(),
                "the same words as the toolbar and the context menus");
        entry(all, "Unlock lab").action().run();
        assertFalse(stage.locks.isLocked(cluster));
    }

    @Test
    void eachItemHasALetterOfItsOwnAsLongAsThereAreAny() {
        Set<Character> taken = new HashSet<>();
        assertEquals("&Drain", ActionMenuContribution.marked("Drain", 5, taken));
        assertEquals("D&elete", ActionMenuContribution.marked("Delete", 6, taken));
        assertEquals(
                "ded (why)",
                ActionMenuContribution.marked("ded (why)", 3, taken),
                "none is left in the words themselves");
    }

    private static Entry entry(List<Entry> all, String words) {
        return all.stream()
                .filter(entry -> entry.words().equals(words))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void findGivesTheFocusToTheField() {
        Shell shell = screen.shell(600, 40);
        shell.setLayout(new FillLayout());
        FindSession finder = new FindSession();
        new CommandBar(
                        stage.fleet,
                        stage.selection,
                        stage.operations,
                        stage.actions,
                        stage.locks,
                        stage.rules,
                        stage.clusters,
                        stage.services,
                        finder,
                        new CommandBarSlot())
                .create(shell);
        screen.show(shell);
        new FindHandler().find(finder);
        screen.until("the field has the focus", () -> screen.display().getFocusControl() instanceof Text);
    }

    private Entry closing() {
        return CloseMenuContribution.entry(stage.selection, stage.fleet, stage.closing);
    }

    @Test
    void closingSaysAndClosesTheClusterThatIsMeant() {
        stage.connections.open("lab", Optional.empty());
        cluster.setSimulated(false);
        assertEquals("Close lab", closing().words());
        closing().action().run();
        screen.until("it is closed", () -> List.of("close lab").equals(stage.connections.asked));
        assertEquals(List.of(), dialogs.shown, "nothing ends with it");
    }

    @Test
    void aSnapshotIsClosedAsOneAndThenNothingElseIsMeant() {
        Path file = Path.of("night.fleet");
        List<Cluster> both = Stream.of("lab", "edge")
                .map(name -> stage.fleet.add(Snapshots.id(new ClusterId(name), file), name, true))
                .toList();
        both.forEach(it -> it.setConnection(ConnectionState.CLOSED));
        stage.selection.set(this, List.of(both.getFirst()));
        assertEquals("Close night.fleet", closing().words());
        closing().action().run();
        assertEquals(List.of(cluster), stage.made.fleet().getClusters());
        assertEquals("Close Cluster  (select a cluster)", Menus.words(closing()));
        stage.selection.set(this, List.of(cluster.getNodes().getFirst()));
        assertEquals("Close lab", closing().words());
    }

    @Test
    void whatASimulatedFleetLosesIsAskedWhenItIsClosedAsWhenPodiumIs() {
        List<String> lost = List.of("simulated fleet lab: what was changed in it is lost");
        assertEquals(List.of(), stage.sessions.open(List.of(cluster)), "nothing was changed");
        stage.operations.publish(Examples.operation(
                "1", stage.drains.cordon(cluster.getNodes()), OperationState.DONE, 2, 2, Optional.empty()));
        assertEquals(lost, stage.sessions.open(List.of(cluster)));
        closing().action().run();
        assertEquals(List.of("close Close lab: " + lost), dialogs.shown);
    }

    @Test
    void eachThingThatIsOpenIntoAClusterSaysBeforeTheCloseWhetherItEndsOrPauses() throws IOException {
        ClusterId id = ClusterId.of(cluster);
        int local = stage.forwards
                .start(id, new ForwardTarget(ForwardTarget.Kind.POD, "team", "a", 80), 0)
                .localPort();
        stage.shellService.runs(id, "a", "main");
        stage.operations.publish(Examples.operation(
                "1", stage.drains.cordon(cluster.getNodes()), OperationState.RUNNING, 1, 3, Optional.empty()));
        closing().action().run();
        assertEquals(
                List.of("close Close lab: [Cordon a1-n1, a1-n2 pauses at 1 of 3: nothing of it is undone; resume it or"
                        + " roll it back when the cluster is open again, shell in pod team/a, container main ends,"
                        + " forward of pod team/a, port 80 to 127.0.0.1:" + local + " ends,"
                        + " simulated fleet lab: what was changed in it is lost]"),
                dialogs.shown);
        assertEquals(List.of(), stage.connections.asked, "it is still open");
        dialogs.confirms = true;
        stage.menu.entries(List.of(cluster)).getFirst().getLast().action().run();
        screen.until("it is closed", () -> List.of("close lab").equals(stage.connections.asked));
    }

    /** Nothing of these ends with the connection, and nobody else tells of it. */
    @Test
    void whatStaysBehindInAClusterThatIsClosedIsNamed() {
        ApiWrite cordon = new ApiWrite(
                ApiWrite.Verb.MERGE_PATCH,
                ObjectRef.node(cluster.getNodes().getFirst().getName()),
                "",
                "{\"spec\":{\"unschedulable\":true}}",
                Optional.of("N"),
                Optional.empty(),
                "Cordon it");
        stage.operations.publish(
                Examples.operation("1", plan("drain", cordon), OperationState.RUNNING, 1, 3, Optional.empty()));
        cluster.getNodes().getFirst().setUnschedulable(true);
        ApiWrite added = new ApiWrite(
                ApiWrite.Verb.JSON_PATCH,
                ObjectRef.pod("team", "a"),
                "ephemeralcontainers",
                "[{\"op\":\"add\",\"path\":\"/spec/ephemeralContainers\",\"value\":[{\"name\":\"debugger-1\"}]}]",
                Optional.of("A"),
                Optional.empty(),
                "Add debugger-1");
        stage.operations.publish(
                Examples.operation("2", plan("debug", added), OperationState.DONE, 1, 1, Optional.of("done")));
        stage.shellService.runs(ClusterId.of(cluster), "a", "debugger-10");
        stage.shellService.runs(ClusterId.of(cluster), "b", "debugger-1");
        closing().action().run();
        assertFalse(dialogs.shown.getFirst().contains("runs on"), "these are other containers" + dialogs.shown);
        stage.shellService.runs(ClusterId.of(cluster), "a", "debugger-1");
        closing().action().run();
        String shown = dialogs.shown.getLast();
        assertTrue(shown.contains("its cordons stay on 1 node,"), shown);
        assertTrue(shown.contains("debug container debugger-1 in pod a runs on"), shown);
    }

    private Plan plan(String kind, ApiWrite write) {
        return new Plan(
                ClusterId.of(cluster),
                kind,
                kind,
                List.of(new Step.Write(write, Optional.empty())),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    @Test
    void whatEndsIsAskedAboutBeforeAClusterIsOpenedAsSomebodyElse() {
        stage.connections.open("lab", Optional.empty());
        Optional<ImpersonatedUser> ana = Optional.of(new ImpersonatedUser("ana", List.of("viewers")));
        stage.closing.actAs(cluster, ana);
        screen.until(
                "it is asked nothing: nothing ends",
                () -> stage.connections.asked.contains("open lab as ana (viewers)"));
        assertEquals(List.of(), dialogs.shown);
        stage.connections.asked.clear();
        stage.shellService.runs(ClusterId.of(cluster), "a", "main");
        stage.closing.actAs(cluster, ana);
        stage.closing.actAs(cluster, Optional.empty());
        assertEquals(
                List.of(
                        "close What ends with Act As ana in lab: [shell in pod team/a, container main ends]",
                        "close What ends with As Myself in lab: [shell in pod team/a, container main ends]"),
                dialogs.shown);
        assertEquals(List.of(), stage.connections.asked, "the shell goes on");
        dialogs.confirms = true;
        stage.closing.actAs(cluster, Optional.empty());
        screen.until("it is opened anew", () -> List.of("close lab", "open lab").equals(stage.connections.asked));
    }

    @Test
    void theJournalSaysThatActingAsSomebodyElseBeganAndEnded() {
        stage.connections.open("lab", Optional.empty());
        ImpersonatedUser ana = new ImpersonatedUser("ana", List.of("viewers"));
        stage.closing.actAs(cluster, Optional.of(ana));
        screen.until("it acts", () -> stage.connections.asked.contains("open lab as ana (viewers)"));
        String began = "began act as Act As ana (viewers) in lab: Began to act as ana (viewers)";
        assertEquals(List.of(began), stage.notes);
        stage.connections.as.put(ClusterId.of(cluster), ana);
        stage.closing.actAs(cluster, Optional.empty());
        screen.until(
                "it is opened anew", () -> stage.connections.asked.getLast().equals("open lab"));
        String ended = "ended act as Act As ana (viewers) in lab: Ended acting as ana (viewers)";
        assertEquals(List.of(began, ended), stage.notes);
        dialogs.confirms = true;
        stage.closing.close(cluster);
        screen.until("it is closed", () -> stage.connections.asked.getLast().equals("close lab"));
        assertEquals(List.of(began, ended, ended), stage.notes, "closing ends it too");
    }

    @Test
    void nobodyActsAsSomebodyElseWhereTheJournalCannotSaySoButTheWayBackIsFree() {
        stage.connections.open("lab", Optional.empty());
        stage.connections.asked.clear();
        ImpersonatedUser ana = new ImpersonatedUser("ana", List.of());
        stage.noteProblem = Optional.of(new IOException("no space left on device"));
        stage.closing.actAs(cluster, Optional.of(ana));
        screen.until("it is refused", () -> dialogs.shown.toString().contains("no space left on device"));
        assertEquals(List.of(), stage.connections.asked);
        stage.connections.as.put(ClusterId.of(cluster), ana);
        stage.closing.actAs(cluster, Optional.empty());
        screen.until("it is opened anew", () -> List.of("close lab", "open lab").equals(stage.connections.asked));
    }

    @Test
    void theJournalSaysWhatWasUnlockedAndLockedAndMarked() {
        stage.connections.open("lab", Optional.empty());
        enforceLocks();
        stage.locks.set(cluster, true);
        screen.until("it is locked", () -> stage.locks.isLocked(cluster) && stage.notes.size() == 1);
        stage.locks.set(cluster, false);
        screen.until("it is unlocked", () -> !stage.locks.isLocked(cluster));
        stage.closing.mark(cluster, new ClusterMark(Optional.empty(), true));
        screen.until("it is noted", () -> stage.notes.size() == 3);
        assertEquals(
                List.of(
                        "locked lock Lock of lab: Locked: until now changes were allowed, from now on it is read-only",
                        "unlocked lock Lock of lab: Unlocked: until now it was read-only, from now on changes are"
                                + " allowed",
                        "marked mark Mark of lab: Marked as production, which it was not until now"),
                stage.notes);
    }

    @Test
    void nothingIsUnlockedOrMarkedWhereTheJournalCannotSaySoButLockingIsFree() {
        stage.connections.open("lab", Optional.empty());
        enforceLocks();
        stage.noteProblem = Optional.of(new IOException("no space left on device"));
        stage.locks.set(cluster, true);
        screen.until("it is said", () -> dialogs.shown.toString().contains("refuse Lock lab: "));
        assertTrue(stage.locks.isLocked(cluster));
        stage.locks.set(cluster, false);
        screen.until("it is refused", () -> dialogs.shown.toString().contains("refuse Unlock lab: "));
        assertTrue(stage.locks.isLocked(cluster));
        stage.closing.mark(cluster, new ClusterMark(Optional.empty(), true));
        screen.until("it is refused", () -> dialogs.shown.toString().contains("refuse Mark lab: "));
    }

    private void enforceLocks() {
        ClusterLocks enforced = new ClusterLocks(stage.connections);
        ProtectionChanges changes = stage.protection(enforced, stage.rules);
        stage.locks.enforce(enforced);
        stage.locks.turnBy(
                (at, locked) -> LockFlow.turn(at, locked, changes, stage.locks, stage.services.background(), dialogs));
    }

    private List<String> actingAs(Optional<Cluster> of) {
        return ActAsMenuContribution.entries(of, stage.clusters, stage.closing, () -> {}).stream()
                .map(Menus::words)
                .toList();
    }

    @Test
    void theWayBackFromActAsStandsAboveItAndInTheMenuOfItsCluster() {
        assertEquals(List.of("Act As\u2026  (open a cluster first)"), actingAs(Optional.empty()));
        assertEquals(List.of("Act As\u2026  (it is not open)"), actingAs(Optional.of(cluster)));
        stage.connections.open("lab", Optional.empty());
        assertEquals(List.of("Act As\u2026"), actingAs(Optional.of(cluster)));
        stage.connections.as.put(ClusterId.of(cluster), new ImpersonatedUser("ana", List.of()));
        assertEquals(List.of("As Myself in lab", "Act As\u2026"), actingAs(Optional.of(cluster)));
        Entry back = stage.menu.entries(List.of(cluster)).getFirst().getFirst();
        assertEquals("As Myself in lab", back.words());
        stage.connections.asked.clear();
        back.action().run();
        screen.until("it is opened anew", () -> List.of("close lab", "open lab").equals(stage.connections.asked));
    }

    /** It was cut: "(...(ai-factory+mixed-....fleet) is a snapshot, not a live cluster)". */
    @Test
    void aSnapshotIsNamedInAReasonWithoutItsFileSoThatTheReasonIsWhole() {
        ClusterId id = Snapshots.id(
                new ClusterId("ai-factory"), Path.of("ai-factory+mixed-2026-11-29-at-night-before-the-upgrade.fleet"));
        Cluster past = stage.fleet.add(id, "ai-factory", true);
        past.setConnection(ConnectionState.CLOSED);
        past.setLastContact(null);
        assertEquals(
                List.of("Act As\u2026  (ai-factory is a snapshot, not a live cluster)"), actingAs(Optional.of(past)));
    }

    @Test
    void withoutAClusterThereIsNothingToCloseOrLock() {
        stage.made.fleet().getClusters().clear();
        assertTrue(closing().whyNot().isPresent());
        assertFalse(new LockHandler().can(stage.selection, stage.fleet, stage.locks));
    }

    @Test
    void lockingTurnsTheLock() {
        LockHandler handler = new LockHandler();
        assertTrue(handler.can(stage.selection, stage.fleet, stage.locks));
        handler.turn(stage.selection, stage.fleet, stage.locks);
        assertTrue(stage.locks.isLocked(cluster));
        handler.turn(stage.selection, stage.fleet, stage.locks);
        assertFalse(stage.locks.isLocked(cluster));
    }

    @Test
    void whatWaitsForConsentIsNotUnlockedButCanBeLocked() {
        LockHandler handler = new LockHandler();
        cluster.setConnection(ConnectionState.WAITING_FOR_CONSENT);
        assertTrue(handler.can(stage.selection, stage.fleet, stage.locks), "to lock it");
        handler.turn(stage.selection, stage.fleet, stage.locks);
        assertTrue(stage.locks.isLocked(cluster));
        assertFalse(handler.can(stage.selection, stage.fleet, stage.locks));
        handler.turn(stage.selection, stage.fleet, stage.locks);
        assertTrue(stage.locks.isLocked(cluster), "nothing is known of it yet");
    }
}
