// SPDX-License-Identifier: Apache-2.0
package podium.ui.part;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.e4.ui.model.application.ui.basic.MBasicFactory;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.ui.fake.PartScreen;
import podium.ui.fake.Screen;
import podium.ui.fake.UiFixture;
import podium.ui.jobs.JobTableModel;
import podium.ui.label.Snapshots;
import podium.ui.label.StateLabels;

class JobsPartTest {
    /** The jobs of {@link PartScreen#lab}. */
    private static final String ALL = "1 failed, 1 held, 1 waiting, 1 suspended, 3 running";

    private final PartScreen seen = new PartScreen();
    private final UiFixture stage = seen.stage;
    private final MPart part = MBasicFactory.INSTANCE.createPart();

    @AfterEach
    void close() {
        seen.close();
    }

    private JobsPart jobs() {
        JobsPart jobs = stage.part(JobsPart.class, seen.shell, part);
        seen.show();
        return jobs;
    }

    private String tab() {
        return part.getLabel().strip();
    }

    /** What stands beside the filter. */
    private String counts() {
        return seen.all(Label.class).getFirst().getText();
    }

    /** "Show Job" of a GPU selected a job whose row a filter hid, in a part behind another one. */
    @Test
    void aJobThatIsShownFromElsewhereComesToTheFrontWhateverHidesItsRow() {
        Cluster cluster = stage.made.cluster("lab", 2);
        Job job = stage.made.job(cluster, "shown", "Job", JobState.RUNNING, 1, 8);
        Node node = cluster.getNodes().getFirst();
        stage.made.task(job, 0, TaskPhase.RUNNING, List.of(node));
        stage.shown.put("podium.part.jobs", jobs());
        Text filter = seen.all(Text.class).getFirst();
        filter.setText("nothing");
        stage.menu.entries(List.of(node.getAccelerators().getFirst())).stream()
                .flatMap(List::stream)
                .filter(entry -> entry.words().equals("Show Job shown"))
                .forEach(entry -> entry.action().run());
        assertEquals(List.of("podium.part.jobs"), stage.parts);
        assertEquals("", filter.getText());
        assertEquals(List.of(job), stage.selection.get());
        seen.until("its row is shown", () -> seen.cells().contains("shown"));
    }

    @Test
    void jobsWithoutAClusterSayWhatToDo() {
        jobs();
        assertTrue(seen.words().contains("No cluster is open."));
        assertTrue(seen.words().contains("Fleet menu"));
        assertEquals("Jobs", tab(), "none is counted where none can be known");
    }

    @Test
    void jobsOfAClusterThatIsStillReadSayWhenTheyCome() {
        stage.made.cluster("lab", 1).setConnection(ConnectionState.CONNECTING);
        jobs();
        assertTrue(seen.words().contains("No job is known yet."));
    }

    @Test
    void aClusterWithoutJobsHasNoneAndDoesNotWaitForThem() {
        stage.made.cluster("lab", 1);
        jobs();
        assertTrue(seen.words().contains("No job here."), seen::words);
    }

    @Test
    void jobsOfAClusterThatNeverAnsweredAreNotKnownAndNotNone() {
        stage.made.cluster("prod", 0).setConnection(ConnectionState.REFUSED);
        jobs();
        assertTrue(seen.words().contains("No job is known. prod: refused."), seen::words);
        assertEquals("Jobs", tab());
    }

    @Test
    void howAClusterStandsIsSaidHereAsSoonAsElsewhere() {
        Cluster cluster = stage.made.cluster("prod", 0);
        cluster.setConnection(ConnectionState.CONNECTING);
        jobs();
        cluster.setConnection(ConnectionState.REFUSED);
        stage.fleet.stands(cluster);
        seen.until("it is said", () -> seen.words().contains("No job is known. prod: refused."));
    }

    @Test
    void aTermOfTheFilterIsCompletedByTheValuesOfAllJobs() {
        Job job = stage.made.job(stage.made.cluster("lab", 1), "train", "Job", JobState.RUNNING, 1, 8);
        jobs();
        assertEquals("namespace:" + job.getNamespace(), seen.taken("namespace:"));
    }

    @Test
    void noStatesAreCountedBeforeAllJobsAreListedButWhatFailsIs() {
        Cluster cluster = seen.lab();
        cluster.setConnection(ConnectionState.CONNECTING);
        cluster.getJobs().getLast().setState(JobState.FAILING);
        jobs();
        assertEquals("7 jobs so far", counts());
        assertEquals("Jobs (1 failing)", tab());
    }

    /** The tab said "6 waiting" while Details of the cluster said held 3, waiting 3. */
    @Test
    void jobsAreCountedByTheStatesThatDetailsOfTheClusterCounts() {
        Cluster cluster = seen.lab();
        jobs();
        Map<JobState, Long> states =
                cluster.getJobs().stream().collect(Collectors.groupingBy(Job::getState, Collectors.counting()));
        assertEquals(
                Set.of(counts().split(", ")),
                states.entrySet().stream()
                        .map(state -> state.getValue() + " "
                                + StateLabels.of(state.getKey()).word())
                        .collect(Collectors.toSet()));
        assertEquals(ALL, counts(), "what needs a look comes first");
    }

    /** It ended in "1 succe". */
    @Test
    void theCountsAreReadWholeWhereThereIsRoom() {
        Cluster cluster = seen.lab();
        seen.shell.setSize(800, 500);
        jobs();
        Label counts = seen.all(Label.class).getFirst();
        assertTrue(
                counts.getSize().x >= counts.computeSize(SWT.DEFAULT, SWT.DEFAULT).x,
                () -> counts.getSize() + " for " + counts());
        Job job = cluster.getJobs().getLast();
        job.setState(JobState.SUCCEEDED);
        stage.fleet.tell(Set.of(), Set.of(job), Set.of());
        seen.until("it is counted", () -> counts().contains("succeeded"));
        assertTrue(
                counts.getSize().x >= counts.computeSize(SWT.DEFAULT, SWT.DEFAULT).x,
                () -> counts.getSize() + " for " + counts());
    }

    @Test
    void theJobsOfASnapshotAreCountedApartFromLiveOnes() {
        seen.lab();
        Cluster snapshot = stage.made.cluster("lab (night.fleet)", 1);
        snapshot.setId(Snapshots.KIND + "x");
        snapshot.setConnection(ConnectionState.CLOSED);
        stage.made.job(snapshot, "old", "Job", JobState.WAITING, 1, 8);
        jobs();
        seen.all(Text.class).getFirst().setText("state:waiting");
        assertEquals("1 of 7 and 1 in snapshots shown; of all: " + ALL, counts());
        seen.all(Text.class).getFirst().setText("");
        assertEquals(ALL, counts());
    }

    @Test
    void besideAFilterStandsWhatItLeaves() {
        seen.lab();
        jobs();
        seen.all(Text.class).getFirst().setText("state:waiting");
        assertEquals("1 of 7 shown; of all: " + ALL, counts());
        seen.all(Text.class).getFirst().setText("-state:waiting");
        assertEquals("6 of 7 shown, without state:waiting; of all: " + ALL, counts());
        seen.all(Text.class).getFirst().setText("gpus~4");
        assertEquals("7 of 7 shown, gpus~4 is not a term; of all: " + ALL, counts());
        seen.all(Text.class).getFirst().setText("");
        assertEquals(ALL, counts());
    }

    @Test
    void aJobThatFailsIsCountedAndStandsFirst() {
        Cluster cluster = seen.lab();
        jobs();
        Job failing = cluster.getJobs().getLast();
        JobState before = failing.getState();
        failing.setState(JobState.FAILING);
        stage.fleet.tell(Set.of(), Set.of(failing), Set.of());
        seen.until("the tab counts it", () -> "Jobs (1 failing)".equals(tab()));
        failing.setState(before);
        stage.fleet.tell(Set.of(), Set.of(failing), Set.of());
        seen.until("it is over", () -> "Jobs (1 failed)".equals(tab()));
    }

    @Test
    void aJobThatGoesOnAfterFailuresIsCountedUntilThatIsNoNewsAnyMore() {
        Cluster cluster = seen.lab();
        Job job = stage.made.job(cluster, "llm", "Job", JobState.RUNNING, 1, 1);
        Task task = stage.made.task(job, 0, TaskPhase.RUNNING, List.of());
        Instant crash = Instant.parse("2026-01-01T00:00:00Z");
        task.setFailed(crash);
        cluster.setLastContact(crash);
        JobTableModel model = new JobTableModel(List.of());
        model.load(stage.fleet.fleet());
        assertEquals(1, model.withFailures(JobState.RUNNING));
        assertFalse(model.forgetFailures());
        jobs();
        assertEquals("Jobs (1 failed, 1 with failures)", tab());
        assertTrue(counts().matches(".*\\d running \\(1 with failures\\).*"), this::counts);
        cluster.setLastContact(crash.plusSeconds(3600));
        assertTrue(model.forgetFailures());
        assertEquals(0, model.withFailures(JobState.RUNNING));
    }

    @Test
    void howManyFailIsSaidThoughAFilterHidesThem() {
        Cluster cluster = seen.lab();
        cluster.getJobs().getFirst().setState(JobState.FAILING);
        jobs();
        seen.all(Text.class).getFirst().setText("state:held");
        assertEquals("Jobs (1 failed, 1 failing)", tab(), "in the words of the counts");
        assertTrue(counts().contains("1 failed, 1 failing"), this::counts);
    }

    @Test
    void aRowThatIsHeldThoughItNoLongerMatchesTheFilterSaysWhatItsJobDoesNow() {
        Cluster cluster = seen.lab();
        jobs();
        seen.all(Text.class).getFirst().setText("state:running");
        Job job = cluster.getJobs().stream()
                .filter(it -> it.getState() == JobState.RUNNING)
                .findFirst()
                .orElseThrow();
        int before = seen.rows();
        seen.all(NatTable.class).getFirst().notifyListeners(SWT.MouseMove, new Event());
        job.setState(JobState.SUSPENDED);
        stage.fleet.tell(Set.of(), Set.of(job), Set.of());
        seen.until("it is counted", () -> counts().startsWith("2 of 7 shown, 1 more in grey until Update Rows; "));
        assertEquals(before, seen.rows(), "no row goes under the pointer");
        assertTrue(seen.cells().contains("suspended"), () -> seen.cells().toString());
    }

    @Test
    void theClusterOfAJobIsShownWhileSeveralAreOpen() {
        seen.lab();
        jobs();
        NatTable table = seen.all(NatTable.class).getFirst();
        int column = 2;
        assertEquals(0, table.getColumnWidthByPosition(column));
        stage.made.cluster("prod", 1);
        stage.fleet.tell(Set.of(), Set.copyOf(seen.lab().getJobs()), Set.of());
        seen.until("it is shown", () -> table.getColumnWidthByPosition(column) > 0);
    }

    @Test
    void aChangedJobChangesTheTable() {
        Cluster cluster = seen.lab();
        jobs();
        Job waiting = cluster.getJobs().stream()
                .filter(job -> job.getState() == JobState.WAITING)
                .findFirst()
                .orElseThrow();
        waiting.setState(JobState.RUNNING);
        stage.fleet.tell(Set.of(), Set.of(waiting), Set.of());
        seen.until("it is counted", () -> counts().contains("4 running"));
    }

    @Test
    void typingFiltersAndAFilterWithoutMatchSaysHowToGetBack() {
        seen.lab();
        jobs();
        int before = seen.rows();
        Text filter = seen.all(Text.class).getFirst();
        filter.setText("state:waiting");
        assertTrue(seen.rows() < before && seen.rows() > 0);
        filter.setText("no-such-job");
        assertTrue(seen.words().contains("No job matches the filter."));
        filter.setText("");
        assertEquals(before, seen.rows());
    }

    @Test
    void whatIsSelectedInJobsIsSelectedEverywhereAndTheOtherWayRound() {
        Cluster cluster = seen.lab();
        jobs();
        NatTable table = seen.all(NatTable.class).getFirst();
        var bounds = table.getBoundsByPosition(1, 1);
        Screen.click(table, bounds.x + 5, bounds.y + 5, SWT.NONE);
        seen.settle();
        assertTrue(stage.selection.get().getFirst() instanceof Job);
        Job other = cluster.getJobs().getFirst();
        stage.selection.set("elsewhere", List.of(other));
        assertEquals(List.of(other), stage.selection.get());
    }

    @Test
    void aPartTakesNoMoreChangesOnceItsWindowIsGone() {
        Cluster cluster = seen.lab();
        jobs();
        seen.shell.dispose();
        stage.fleet.tell(Set.of(), Set.copyOf(cluster.getJobs()), Set.of());
        stage.selection.set(this, List.of(cluster));
        stage.services.theme().palette().use(true);
        assertDoesNotThrow(seen::settle);
    }

    @Test
    void howJobsWereShownIsKeptForTheNextStartButNotWhatWasHidden() {
        seen.lab();
        JobsPart first = jobs();
        seen.all(Text.class).getFirst().setText("state:waiting");
        first.keep();
        String widths = part.getPersistedState().get("widths");
        part.getPersistedState().put("widths", widths.replaceFirst("^\\d+ ", "333 "));
        seen.close();
        try (PartScreen next = new PartScreen()) {
            next.lab();
            next.stage.part(JobsPart.class, next.shell, part);
            next.show();
            assertEquals("", next.all(Text.class).getFirst().getText(), "what fails by then is in sight");
            assertEquals(333, next.all(NatTable.class).getFirst().getBoundsByPosition(0, 1).width);
            part.getPersistedState().put("widths", "1 2 x");
            next.stage.part(JobsPart.class, next.shell, part);
        }
    }

    @Test
    void aFilterThatIsNotUnderstoodSaysSo() {
        seen.lab();
        jobs();
        Text filter = seen.all(Text.class).getFirst();
        filter.setText("nonsense>=3");
        seen.settle();
        assertTrue(String.valueOf(filter.getToolTipText()).contains("nonsense"), filter.getToolTipText());
    }
}
