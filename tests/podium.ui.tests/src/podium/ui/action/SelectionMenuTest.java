// SPDX-License-Identifier: Apache-2.0
package podium.ui.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.core.change.ClusterId;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Node;
import podium.model.fleet.Slice;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.ui.enablement.DeviceAction;
import podium.ui.enablement.FleetAction;
import podium.ui.fake.FakeDialogs;
import podium.ui.fake.Screen;
import podium.ui.fake.UiFixture;
import podium.ui.handler.DeviceActionHandler;
import podium.ui.label.FleetLabels;
import podium.ui.label.Snapshots;
import podium.ui.selection.KeyTarget;
import podium.ui.toolkit.Menus;
import podium.ui.toolkit.Menus.Entry;
import podium.ui.toolkit.Palette.Name;
import podium.ui.trim.RefusalNote;

/** What can be done to a thing is the same wherever its menu is opened, and from the keys. */
class SelectionMenuTest {
    private final Screen screen = Screen.open();
    private final FakeDialogs dialogs = new FakeDialogs();
    private final UiFixture stage = new UiFixture(screen.display(), false, dialogs);
    private final Cluster cluster = stage.made.cluster("lab", 8);
    private final Node node = cluster.getNodes().getFirst();
    private final Accelerator gpu = node.getAccelerators().getFirst();

    @AfterEach
    void close() {
        screen.close();
    }

    @Test
    void aGpuAndItsSlicesOfferWhatCanBeDoneToTheGpuAndItsNode() {
        Slice slice = FleetFactory.INSTANCE.createSlice();
        gpu.getSlices().add(slice);
        List<String> words = List.of(
                "Cordon GPU\u2026",
                "Re-partition GPUs\u2026",
                "Drain Node a1-n1\u2026",
                "Cordon Node a1-n1\u2026",
                "Uncordon Node a1-n1\u2026",
                "What if node a1-n1 were down?",
                "Copy Name");
        assertEquals(words, words(List.of(gpu)));
        assertEquals(words, words(List.of(slice)));
        List<String> two = words(
                List.of(gpu, cluster.getNodes().getLast().getAccelerators().getFirst()));
        assertTrue(
                two.containsAll(List.of("Drain Their 2 Nodes\u2026", "What if their 2 nodes were down?")),
                two::toString);
    }

    @Test
    void theMenuOfASliceOrAGpuThatWasCutAwayOpensAndDoesNothingToItsNode() {
        Slice slice = FleetFactory.INSTANCE.createSlice();
        Accelerator lost = FleetFactory.INSTANCE.createAccelerator();
        for (EObject gone : List.of(slice, lost)) {
            assertTrue(words(List.of(gone)).contains("Copy Name"), words(List.of(gone))::toString);
            assertEquals(List.of(), FleetActions.nodes(List.of(gone)));
        }
    }

    /** Who knows one menu finds an act in the other, and hits the same. */
    @Test
    void theActMenuListsTheActsInTheOrderOfContextMenus() {
        Job job = stage.made.job(cluster, "train", "Job", JobState.RUNNING, 1, 8);
        MainActionMenu act =
                new MainActionMenu(stage.actions, stage.deviceMenu, stage.locks, stage.selection, stage.fleet);
        for (EObject thing : List.of(job, gpu, node)) {
            stage.selection.set(this, List.of(thing));
            List<String> all = act.entries().stream()
                    .flatMap(List::stream)
                    .map(Entry::words)
                    .toList();
            List<String> here = words(List.of(thing));
            assertEquals(
                    here.stream().filter(all::contains).toList(),
                    all.stream().filter(here::contains).toList());
        }
    }

    /** Of a gang it is asked in which task, as for a port and for files. */
    @Test
    void aShellHasAnEllipsisWhereItIsAskedInWhichTask() {
        Job gang = stage.made.job(cluster, "train", "Job", JobState.RUNNING, 2, 8);
        stage.made.task(gang, 0, TaskPhase.RUNNING, List.of(node));
        assertTrue(words(List.of(gang)).contains("Shell"));
        stage.made.task(gang, 1, TaskPhase.RUNNING, List.of(node));
        assertTrue(words(List.of(gang)).contains("Shell\u2026"));
        assertFalse(words(List.of(gang)).contains("Shell"));
    }

    /** It was so on the canvas alone. */
    @Test
    void aNodeAndAGpuOfferTheWaitingJobsEverywhere() {
        stage.made.job(cluster, "late", "Job", JobState.WAITING, 1, 8).setPriority(5);
        stage.made.job(cluster, "runs", "Job", JobState.RUNNING, 1, 8);
        for (EObject thing : List.of(node, gpu)) {
            assertEquals("Place late here\u2026", words(List.of(thing)).getFirst());
            assertFalse(words(List.of(thing)).contains("Place runs here\u2026"));
        }
        assertFalse(words(List.of(node, cluster.getNodes().getLast())).contains("Place late here\u2026"), "of several");
    }

    /** Chosen of a job that waits it took the selection away. */
    @Test
    void whereAJobRunsIsShownOnlyOfOneThatIsSomewhere() {
        Job waiting = stage.made.job(cluster, "late", "Job", JobState.WAITING, 1, 8);
        Task task = stage.made.task(waiting, 0, TaskPhase.PENDING, List.of());
        Job running = stage.made.job(cluster, "runs", "Job", JobState.RUNNING, 1, 8);
        stage.made.task(running, 0, TaskPhase.RUNNING, List.of(node));
        assertEquals(Optional.of("it is on no node"), places(waiting).whyNot());
        assertEquals(Optional.of("it is on no node"), places(task).whyNot());
        assertEquals(
                Optional.of("none of them is on a node"), places(waiting, task).whyNot());
        assertEquals(Optional.empty(), places(waiting, running).whyNot());
        places(waiting, running).action().run();
        assertEquals(List.of(node), stage.selection.get());
    }

    private Entry places(EObject... selected) {
        return stage.menu.entries(List.of(selected)).stream()
                .flatMap(List::stream)
                .filter(entry -> entry.words().equals("Show Where It Runs"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aMenuBeginsWithWhatItIsAbout() {
        Job job = stage.made.job(cluster, "train", "JobSet", JobState.RUNNING, 1, 8);
        assertEquals("JobSet train", SelectionMenu.about(List.of(job)));
        assertEquals(node.getName() + " / GPU 0", SelectionMenu.about(List.of(gpu)));
        assertEquals("node " + node.getName(), SelectionMenu.about(List.of(node)));
        assertEquals(
                "2 nodes", SelectionMenu.about(List.copyOf(cluster.getNodes().subList(0, 2))));
        Job other = stage.made.job(cluster, "serve", "Deployment", JobState.RUNNING, 1, 8);
        assertEquals("2 jobs", SelectionMenu.about(List.of(job, other)));
        assertEquals("", SelectionMenu.about(List.of()));
        Shell shell = screen.shell(200, 100);
        Menus.context(
                shell,
                stage.services.theme(),
                () -> SelectionMenu.about(List.of(job)),
                () -> stage.menu.entries(List.of(job)));
        Menu menu = shell.getMenu();
        menu.notifyListeners(SWT.Show, new Event());
        assertEquals("JobSet train", menu.getItem(0).getText());
        assertFalse(menu.getItem(0).isEnabled());
    }

    @Test
    void whatCannotBeDoneStandsThereWithItsReason() {
        Entry partition = stage.menu.entries(List.of(node)).getFirst().getFirst();
        assertEquals(Optional.of("its GPUs are not in MIG mode"), partition.whyNot());
        assertEquals("I", partition.key());
    }

    @Test
    void severalNodesAreDrainedTogetherButNotCutTogether() {
        assertEquals(
                List.of(
                        "Drain\u2026",
                        "Cordon\u2026",
                        "Uncordon\u2026",
                        "Edit YAML\u2026",
                        "Labels\u2026",
                        "Taints\u2026",
                        "Node Shell\u2026",
                        "nvidia-smi in Driver Pod",
                        "What if these were down?",
                        "Copy Names"),
                words(List.copyOf(cluster.getNodes()).subList(0, 2)));
    }

    @Test
    void aSnapshotIsCalledOneAndIsOnlyClosedAndCopied() {
        cluster.setSimulated(true);
        cluster.setConnection(ConnectionState.CLOSED);
        cluster.setId(Snapshots.KIND + "x");
        assertEquals(List.of("Close lab", "Copy Name"), words(List.of(cluster)));
        assertEquals("snapshot", FleetLabels.kind(cluster));
    }

    @Test
    void ofAJobOfASnapshotNothingCanBeAskedAnyMore() {
        Job job = stage.made.job(cluster, "train", "Job", JobState.RUNNING, 1, 8);
        stage.made.cluster("other", 1);
        assertEquals(Optional.empty(), stage.actions.whyNot(FleetAction.LOGS, List.of(job)));
        cluster.setConnection(ConnectionState.CLOSED);
        cluster.setId(Snapshots.KIND + "x");
        Optional<String> why = Optional.of(Snapshots.brief(cluster) + " is a snapshot, not a live cluster");
        assertEquals(why, stage.actions.whyNot(FleetAction.LOGS, List.of(job)));
        assertEquals(why, stage.actions.whyNot(FleetAction.WHICH_CLUSTER, List.of(job)));
    }

    @Test
    void aJobOffersWhatCanBeDoneToJobsAndAClusterWhatCanBeDoneToIt() {
        Job job = stage.made.job(cluster, "train", "Job", JobState.RUNNING, 1, 8);
        assertTrue(words(List.of(job)).contains("Delete\u2026"));
        assertEquals(
                List.of(
                        "Reconnect lab",
                        "Close lab",
                        "Mark as Production",
                        "Colour red",
                        "Colour orange",
                        "Colour green",
                        "Colour blue",
                        "Colour purple",
                        "Copy Name"),
                words(List.of(cluster)));
        assertEquals(
                List.of(Name.MARK_RED, Name.MARK_ORANGE, Name.MARK_GREEN, Name.MARK_BLUE, Name.MARK_PURPLE),
                stage.menu.entries(List.of(cluster)).stream()
                        .flatMap(List::stream)
                        .filter(entry -> entry.words().startsWith("Colour "))
                        .map(Entry::tone)
                        .toList());
        cluster.setProduction(true);
        cluster.setColor("RED");
        assertTrue(
                words(List.of(cluster)).containsAll(List.of("Remove Production Mark", "No Colour")),
                () -> words(List.of(cluster)).toString());
        cluster.setProduction(false);
        cluster.setColor(null);
        assertEquals(List.of(), words(List.of(job, node)), "nothing can be done to both");
        assertEquals(List.of(), words(List.of()));
    }

    @Test
    void thePathOfAKubeconfigIsCopiedAlsoOfASimulatedClusterForKubectl() {
        ClusterId id = ClusterId.of(cluster);
        stage.connections.simulated.add(id);
        stage.connections.open(id.value(), Optional.empty());
        assertTrue(words(List.of(cluster)).contains("Copy Path of Kubeconfig"), () -> words(List.of(cluster))
                .toString());
    }

    @Test
    void aRackOffersWhatCanBeDoneToItsNodes() {
        assertEquals(
                List.of("Drain\u2026", "Cordon\u2026", "Uncordon\u2026", "What if this were down?", "Copy Name"),
                words(List.of(node.getDomain())));
    }

    @Test
    void aGpuLeadsToTheJobThatHoldsIt() {
        Job job = stage.made.job(cluster, "train", "Job", JobState.RUNNING, 1, 8);
        stage.made.task(job, 0, TaskPhase.RUNNING, List.of(node));
        stage.menu.entries(List.of(gpu)).stream()
                .flatMap(List::stream)
                .filter(entry -> entry.words().equals("Show Job train"))
                .forEach(entry -> entry.action().run());
        assertEquals(List.of(job), stage.selection.get());
    }

    /** "Select one running job or task" was said of a GPU whose holder Details names. */
    @Test
    void whatLooksIntoContainersIsDoneToTheTaskThatHoldsAGpu() {
        Job job = stage.made.job(cluster, "train", "Job", JobState.RUNNING, 1, 8);
        Task task = stage.made.task(job, 0, TaskPhase.RUNNING, List.of(node));
        assertTrue(
                words(List.of(gpu)).containsAll(List.of("Logs", "Shell", "Copy Files\u2026")),
                () -> words(List.of(gpu)).toString());
        for (FleetAction action :
                List.of(FleetAction.LOGS, FleetAction.SHELL, FleetAction.FORWARD, FleetAction.COPY_FILES)) {
            assertEquals(
                    stage.actions.whyNot(action, List.of(task)),
                    stage.actions.whyNot(action, List.of(gpu)),
                    action::name);
        }
        assertEquals(Optional.empty(), stage.actions.whyNot(FleetAction.LOGS, List.of(gpu)));
    }

    @Test
    void theKeyAsksForTheSelectedGpuAndSaysWhyWhereItCannot() {
        screen.show(screen.shell(300, 200));
        DeviceActionHandler handler = new DeviceActionHandler();
        KeyTarget target = new KeyTarget(stage.selection);
        RefusalNote note = new RefusalNote(screen.display(), stage.services);
        handler.run(DeviceAction.CORDON.name(), stage.deviceMenu, target, note);
        assertEquals(Optional.of("Cannot cordon GPU: select one GPU"), note.words());
        assertEquals(List.of(), stage.devices.asked);
        stage.selection.set(this, List.of(gpu));
        handler.run(DeviceAction.CORDON.name(), stage.deviceMenu, target, note);
        assertEquals(List.of(gpu), stage.devices.asked);
    }

    @Test
    void aTaskIsOfferedWhatIsDoneToItsPodAloneInWordsThatSaySo() {
        Job job = stage.made.job(cluster, "train", "Job", JobState.RUNNING, 2, 8);
        Task task = stage.made.task(job, 0, TaskPhase.RUNNING, List.of(node));
        List<String> words = words(List.of(task));
        assertTrue(
                words.containsAll(List.of("Evict Pod\u2026", "Delete Pod\u2026", "Pod Labels\u2026")), words::toString);
        assertTrue(words.stream().anyMatch(it -> it.startsWith("Delete the job train")), words::toString);
    }

    private List<String> words(List<? extends EObject> selected) {
        return stage.menu.entries(List.copyOf(selected)).stream()
                .flatMap(List::stream)
                .map(Entry::words)
                .toList();
    }
}
