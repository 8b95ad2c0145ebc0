// SPDX-License-Identifier: Apache-2.0
package podium.ui.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import podium.core.fleet.FleetDelta;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.TaskPhase;
import podium.ui.fake.FakeFleet;
import podium.ui.filter.Filter;
import podium.ui.label.FleetLabels;
import podium.ui.label.SameClusters;
import podium.ui.label.Snapshots;
import podium.ui.table.Column;
import podium.ui.table.Rows.Fold;
import podium.ui.table.Rows.Row;
import podium.ui.table.SortOrder;

class JobTableModelTest {
    private final FakeFleet made = new FakeFleet();
    private final Cluster cluster = made.cluster("lab", 8);
    private final List<Column<JobLine, ?>> columns = JobColumns.all(InstantSource.fixed(FakeFleet.NOW));
    private final Set<String> same = new HashSet<>(Set.of("lab", "the same"));
    private final JobTableModel model =
            new JobTableModel(columns, new SameClusters(it -> same.contains(it.getName()) ? "one" : it.getName()));

    private List<String> names() {
        return model.rows().all().stream().map(row -> row.item().name()).toList();
    }

    private Job job(String name, JobState state) {
        return made.job(cluster, name, "Job", state, 2, 4);
    }

    private static FleetDelta changed(Job... jobs) {
        return new FleetDelta(Set.of(), Set.of(), Set.of(jobs), Set.of(), false);
    }

    @Test
    void whatWantsAnEyeComesFirst() {
        job("done", JobState.SUCCEEDED);
        job("runs", JobState.RUNNING);
        job("waits", JobState.WAITING);
        job("broken", JobState.FAILED);
        model.load(made.fleet());
        assertEquals(List.of("broken", "waits", "runs", "done"), names());
    }

    @Test
    void withinAStateTheNewestComesFirst() {
        Job old = job("old", JobState.RUNNING);
        Job young = job("young", JobState.RUNNING);
        old.setCreated(FakeFleet.NOW.minusSeconds(900));
        young.setCreated(FakeFleet.NOW.minusSeconds(9));
        model.load(made.fleet());
        assertEquals(List.of("young", "old"), names());
    }

    /** Its row stays at its place while the pointer aims at it. */
    @Test
    void ofAJobThatIsGoneNothingIsSaidThatItWas() {
        Job job = job("ending", JobState.STOPPING);
        job.setCreated(FakeFleet.NOW.minusSeconds(36));
        made.task(job, 0, TaskPhase.TERMINATING, List.of(cluster.getNodes().getFirst()));
        model.load(made.fleet());
        JobLine held = line("ending");
        assertEquals(4, held.held());
        cluster.getJobs().remove(job);
        model.apply(changed(job));
        JobLine now = model.now(held);
        assertEquals(
                List.of("gone", "ending", cluster.getName(), "", "", "", ""),
                Stream.of("state", "job", "cluster", "held", "tasks", "age", "why")
                        .map(id -> columns.stream()
                                .filter(column -> column.id().equals(id))
                                .findFirst()
                                .orElseThrow()
                                .text(now))
                        .toList());
    }

    @Test
    void aChangedJobGetsANewLineAndOthersKeepTheirs() {
        Job changing = job("changing", JobState.WAITING);
        job("other", JobState.RUNNING);
        model.load(made.fleet());
        JobLine other = line("other");
        changing.setState(JobState.RUNNING);
        assertTrue(model.apply(changed(changing)));
        assertEquals("running", line("changing").state().orElseThrow().word());
        assertTrue(line("other") == other, "a line is made only for what changed");
    }

    @Test
    void aTaskThatChangesChangesItsJobsLine() {
        Job job = job("gang", JobState.STARTING);
        var task = made.task(job, 0, TaskPhase.PENDING, List.of());
        model.load(made.fleet());
        assertEquals("0/2", line("gang").tasks());
        task.setPhase(TaskPhase.RUNNING);
        model.apply(new FleetDelta(Set.of(), Set.of(), Set.of(), Set.of(task), false));
        assertEquals("1/2", line("gang").tasks());
    }

    @Test
    void aRemovedJobLosesItsLine() {
        Job gone = job("gone", JobState.RUNNING);
        job("stays", JobState.RUNNING);
        model.load(made.fleet());
        cluster.getJobs().remove(gone);
        model.apply(changed(gone));
        assertEquals(List.of("stays"), names());
        assertEquals(1, model.size());
    }

    @Test
    void aJobThatCameBackHasOneLine() {
        Job job = job("back", JobState.RUNNING);
        model.load(made.fleet());
        cluster.getJobs().remove(job);
        model.apply(changed(job));
        cluster.getJobs().add(job);
        model.apply(changed(job));
        assertEquals(List.of("back"), names());
    }

    @Test
    void aChangeMovesALineToItsNewPlace() {
        Job a = job("a", JobState.RUNNING);
        job("b", JobState.RUNNING);
        model.load(made.fleet());
        model.sort(new SortOrder("priority", false));
        names();
        a.setPriority(900);
        model.apply(changed(a));
        assertEquals(List.of("b", "a"), names());
    }

    @Test
    void aNewJobIsAdded() {
        model.load(made.fleet());
        Job job = job("new", JobState.WAITING);
        model.apply(changed(job));
        assertEquals(List.of("new"), names());
    }

    @Test
    void aDeltaOfNodesAloneChangesNoLine() {
        model.load(made.fleet());
        assertFalse(model.apply(new FleetDelta(Set.of(), Set.copyOf(cluster.getNodes()), Set.of(), Set.of(), false)));
    }

    @Test
    void theFilterKnowsStatesAndNumbers() {
        job("waits", JobState.WAITING);
        made.job(cluster, "big", "Job", JobState.RUNNING, 4, 8);
        model.load(made.fleet());
        model.filter(Filter.parse("state:waiting", JobColumns.fields()));
        assertEquals(List.of("waits"), names());
        model.filter(Filter.parse("gpus>=32", JobColumns.fields()));
        assertEquals(List.of("big"), names());
        model.filter(Filter.parse("", JobColumns.fields()));
        assertEquals(2, names().size());
    }

    @Test
    void sortingByAColumnReadsItsValues() {
        made.job(cluster, "b", "Job", JobState.RUNNING, 1, 2);
        made.job(cluster, "a", "Job", JobState.RUNNING, 1, 8);
        made.job(cluster, "c", "Job", JobState.RUNNING, 1, 4);
        model.load(made.fleet());
        model.sort(new SortOrder("wanted", true));
        assertEquals(List.of("a", "c", "b"), names());
        model.sort(new SortOrder("job", false));
        assertEquals(List.of("a", "b", "c"), names());
    }

    @Test
    void groupsHoldTheirJobsAndTheirSums() {
        Job one = job("one", JobState.RUNNING);
        Job two = job("two", JobState.RUNNING);
        Job three = job("three", JobState.RUNNING);
        one.setQueueName("batch");
        two.setQueueName("online");
        three.setQueueName("batch");
        model.load(made.fleet());
        model.group(JobGrouping.QUEUE);
        model.sort(new SortOrder("job", false));
        List<Row<JobLine>> rows = model.rows().all();
        assertEquals(List.of("queue batch", "one", "three", "queue online", "two"), names());
        assertEquals(16, rows.getFirst().item().wanted());
        assertEquals("2 jobs", rows.getFirst().item().kind());
        assertEquals(List.of(0, 1, 1, 0, 1), rows.stream().map(Row::depth).toList());
    }

    @Test
    void aFoldedGroupHidesItsJobsUntilItIsUnfolded() {
        job("one", JobState.RUNNING);
        model.load(made.fleet());
        model.group(JobGrouping.NAMESPACE);
        Row<JobLine> group = model.rows().all().getFirst();
        model.fold(group);
        assertEquals(List.of("namespace research"), names());
        assertEquals(Fold.CLOSED, model.rows().all().getFirst().fold());
        model.fold(group);
        assertEquals(2, names().size());
    }

    @Test
    void aJobUnfoldsToItsTasksByRank() {
        Job job = job("gang", JobState.RUNNING);
        for (int rank : new int[] {10, 2, 1}) {
            made.task(job, rank, TaskPhase.RUNNING, List.of(cluster.getNodes().get(rank % 8)));
        }
        model.load(made.fleet());
        Row<JobLine> row = model.rows().all().getFirst();
        assertEquals(Fold.CLOSED, row.fold());
        model.fold(row);
        assertEquals(List.of("gang", "1  gang-1", "2  gang-2", "10  gang-10"), names());
        assertTrue(model.rows().all().get(1).item().why().startsWith("on "), "a task says where it runs");
    }

    @Test
    void keysStayTheSameWhenLinesChange() {
        Job job = job("job", JobState.WAITING);
        model.load(made.fleet());
        String key = model.rows().all().getFirst().key();
        job.setState(JobState.RUNNING);
        model.apply(changed(job));
        assertEquals(key, model.rows().all().getFirst().key());
    }

    @Test
    void countsAreOfAllJobsWhateverTheFilter() {
        job("waits", JobState.WAITING);
        job("runs", JobState.RUNNING);
        model.load(made.fleet());
        model.filter(Filter.parse("nothing-like-it", JobColumns.fields()));
        assertEquals(1, model.count(JobState.WAITING));
        assertEquals(0, names().size());
    }

    @Test
    void aJobOfAClusterThatIsOpenTwiceCountsOnce() {
        job("here", JobState.RUNNING).setUid("uid-1");
        made.job(made.cluster("the same", 1), "here", "Job", JobState.RUNNING, 2, 4)
                .setUid("uid-1");
        job("other", JobState.RUNNING).setUid("uid-2");
        model.load(made.fleet());
        assertEquals(2, model.count(JobState.RUNNING));
    }

    @Test
    void theJobsOfARestoredClusterAreItsOwnThoughTheyHaveTheSameUids() {
        same.clear();
        job("here", JobState.RUNNING).setUid("uid-1");
        made.job(made.cluster("restored", 1), "here", "Job", JobState.RUNNING, 2, 4)
                .setUid("uid-1");
        model.load(made.fleet());
        assertEquals(2, model.count(JobState.RUNNING));
        assertEquals(2, model.jobs().size());
    }

    @Test
    void aJobOfAClusterThatIsOpenTwiceIsListedOnceWhereItIsHeard() {
        job("here", JobState.RUNNING).setUid("uid-1");
        Cluster again = made.cluster("the same", 1);
        made.job(again, "here", "Job", JobState.RUNNING, 2, 4).setUid("uid-1");
        Cluster snapshot = made.cluster("snapshot", 1);
        snapshot.setId(Snapshots.KIND + "lab//x.fleet");
        snapshot.setConnection(ConnectionState.CLOSED);
        made.job(snapshot, "here", "Job", JobState.RUNNING, 2, 4).setUid("uid-1");
        model.load(made.fleet());
        assertEquals(List.of(cluster, snapshot), clusters(), "and once of another time");
        assertEquals(1, model.live());
        String listed = FleetLabels.key(cluster.getJobs().getFirst());
        assertEquals(listed, model.key(again.getJobs().getFirst()), "selecting the one selects its row");
        Job before = snapshot.getJobs().getFirst();
        assertEquals(FleetLabels.key(before), model.key(before));
        cluster.setConnection(ConnectionState.STALE);
        model.apply(new FleetDelta(Set.of(cluster), Set.of(), Set.of(), Set.of(), false));
        assertEquals(List.of(again, snapshot), clusters());
        made.fleet().getClusters().remove(again);
        model.apply(new FleetDelta(Set.of(again), Set.of(), Set.of(), Set.of(), false));
        assertEquals(List.of(cluster, snapshot), clusters());
        assertEquals(1, model.livePassed());
    }

    private List<Cluster> clusters() {
        return model.jobs().stream()
                .map(line -> ((Job) line.thing().orElseThrow()).getCluster())
                .sorted(Comparator.comparing(it -> made.fleet().getClusters().indexOf(it)))
                .toList();
    }

    @Test
    void manyJobsAreFilteredAndSortedInMemoryWithoutTouchingTheModelAgain() {
        for (int i = 0; i < 20_000; i++) {
            job("job-" + i, i % 7 == 0 ? JobState.WAITING : JobState.RUNNING);
        }
        model.load(made.fleet());
        model.filter(Filter.parse("job-1999", JobColumns.fields()));
        Set<String> names = Set.copyOf(names());
        assertEquals(
                Stream.of("job-1999", "job-19990", "job-19991", "job-19999")
                        .filter(names::contains)
                        .count(),
                4);
        assertEquals(11, names.size());
    }

    private JobLine line(String name) {
        return model.rows().all().stream()
                .map(Row::item)
                .filter(line -> line.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aFewThatChangeStandWhereASortOfAllWouldPutThem() {
        Random random = new Random(11);
        List<Job> jobs = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            jobs.add(job("job-" + i, JobState.RUNNING));
        }
        model.load(made.fleet());
        for (String column : List.of("state", "job", "queue", "age")) {
            model.sort(new SortOrder(column, random.nextBoolean()));
            for (int round = 0; round < 12; round++) {
                Set<Job> changing = new HashSet<>();
                for (int i = 0; i < 1 + round * round / 6; i++) {
                    Job job = jobs.get(random.nextInt(jobs.size()));
                    job.setState(JobState.values()[random.nextInt(JobState.values().length)]);
                    job.setQueueName(random.nextBoolean() ? null : "q" + random.nextInt(3));
                    changing.add(job);
                }
                if (round % 3 == 0) {
                    Job ends = jobs.remove(random.nextInt(jobs.size()));
                    cluster.getJobs().remove(ends);
                    changing.add(ends);
                    Job begins = job("new-" + column + round, JobState.WAITING);
                    jobs.add(begins);
                    changing.add(begins);
                }
                model.apply(new FleetDelta(Set.of(), Set.of(), changing, Set.of(), false));
                model.apply(changed(jobs.getFirst()));
                JobTableModel fresh = new JobTableModel(columns);
                fresh.load(made.fleet());
                fresh.sort(model.sort());
                assertEquals(fresh.jobs(), model.jobs(), column + " " + round);
                assertEquals(fresh.count(JobState.WAITING), model.count(JobState.WAITING));
                assertEquals(fresh.count(JobState.RUNNING), model.count(JobState.RUNNING));
            }
        }
    }

    @Test
    void theCountsFollowAndTheFilterIsAskedOfWhatIsThereNow() {
        Job one = job("one", JobState.WAITING);
        one.setQueueName(null);
        model.load(made.fleet());
        model.filter(Filter.parse("one", JobColumns.fields()));
        assertEquals(1, model.count(JobState.WAITING));
        assertFalse(model.queued());
        assertEquals(List.of("one"), names());
        one.setState(JobState.RUNNING);
        one.setName("two");
        one.setQueueName("gold");
        model.apply(changed(one));
        assertEquals(0, model.count(JobState.WAITING));
        assertTrue(model.queued());
        assertEquals(List.of(), names());
    }
}
