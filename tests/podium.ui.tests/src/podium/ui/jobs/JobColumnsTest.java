// SPDX-License-Identifier: Apache-2.0
package podium.ui.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import podium.core.change.ClusterId;
import podium.core.job.PurposeRules;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Node;
import podium.model.fleet.Purpose;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.model.value.Resources;
import podium.model.value.TaskSpec;
import podium.ui.fake.FakeFleet;
import podium.ui.filter.Filter;
import podium.ui.label.Snapshots;
import podium.ui.label.StateLabels;
import podium.ui.table.Column;
import podium.ui.table.Csv;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.SafeText;

class JobColumnsTest {
    private final FakeFleet made = new FakeFleet();
    private final Cluster cluster = made.cluster("lab", 2);
    private final List<Column<JobLine, ?>> columns = JobColumns.all(InstantSource.fixed(FakeFleet.NOW));

    private Column<JobLine, ?> column(String id) {
        return columns.stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private String text(String column, JobLine line) {
        return column(column).text(line);
    }

    /** Below a job the last column has the node of each task. */
    @Test
    void theColumnThatSaysWhereATaskRunsIsCalledSo() {
        assertEquals("why it waits, where it runs", columns.getLast().label());
    }

    @Test
    void aJobFillsEveryColumnItHasAValueFor() {
        Job job = made.job(cluster, "llm-7b", "Job", JobState.WAITING, 4, 8);
        job.setReason("needs 4 nodes");
        job.setPriority(1500);
        job.setCreated(FakeFleet.NOW.minusSeconds(180));
        JobLine line = line(job);
        assertEquals("waiting", text("state", line));
        assertEquals("llm-7b", text("job", line));
        assertEquals("Job", text("kind", line));
        assertEquals("batch", text("queue", line));
        assertEquals("research", text("namespace", line));
        assertEquals("1\u2009500", text("priority", line));
        assertEquals("32", text("wanted", line));
        assertEquals("0", text("held", line));
        assertEquals("0/4", text("tasks", line));
        assertEquals("3\u2009min", text("age", line));
        assertEquals(Formats.time(job.getCreated()), column("age").more().apply(line));
        assertEquals("needs 4 nodes", text("why", line));
    }

    @Test
    void aJobOfASnapshotHasItsStateAndItsClusterWhereWordsAreCut() {
        cluster.setId(
                Snapshots.id(ClusterId.of(cluster), Path.of("lab+other.fleet")).value());
        cluster.setName(
                Snapshots.id(ClusterId.of(cluster), Path.of("lab+other.fleet")).name());
        cluster.setConnection(ConnectionState.CLOSED);
        cluster.setLastContact(FakeFleet.NOW);
        JobLine line = line(made.job(cluster, "llm-7b", "Job", JobState.WAITING, 4, 8));
        assertEquals("waiting, snapshot", text("state", line));
        assertEquals("waiting", brief("state", line));
        assertEquals("lab (lab+other.fleet)", text("cluster", line));
        assertTrue(brief("cluster", line).matches("lab \\(.*\\d\\d:\\d\\d\\)"), brief("cluster", line));
    }

    private String brief(String column, JobLine line) {
        return columns.stream()
                .filter(candidate -> candidate.id().equals(column))
                .map(candidate -> candidate.brief().apply(line).text())
                .findFirst()
                .orElseThrow();
    }

    /** A rank of a gang had ended with exit 1 and was made anew: the row said "running 8/8" and nothing else. */
    @Test
    void aJobThatGoesOnSaysThatATaskOfItFailed() {
        Job job = made.job(cluster, "llm-7b", "Job", JobState.RUNNING, 1, 8);
        String first = cluster.getNodes().getFirst().getName();
        made.task(job, 0, TaskPhase.FAILED, List.of(cluster.getNodes().getFirst()));
        made.task(job, 0, TaskPhase.RUNNING, List.of(cluster.getNodes().getFirst()));
        assertEquals("1 task failed; on " + first, text("why", line(job)));
    }

    @Test
    void aJobThatGoesOnAfterFailuresSaysSoInItsStateAndWhenAndComesBehindWhatIsDown() {
        Job job = made.job(cluster, "llm-7b", "Job", JobState.RUNNING, 1, 8);
        JobLine well = line(job);
        cluster.setLastContact(FakeFleet.NOW);
        Instant crash = FakeFleet.NOW.minusSeconds(60);
        Task task =
                made.task(job, 0, TaskPhase.RUNNING, List.of(cluster.getNodes().getFirst()));
        task.setFailed(crash);
        task.setRestarts(3);
        JobLine line = line(job);
        assertTrue(Filter.parse("restarts>2", JobColumns.fields()).test().test(line), "whatever its state");
        assertFalse(Filter.parse("restarts>3", JobColumns.fields()).test().test(line));
        assertEquals("running, with failures", text("state", line));
        assertEquals("with failures", brief("state", line), "where not all of it fits");
        assertEquals(
                "1 task restarted after a failure (3 restarts), last at " + Formats.moment(crash, FakeFleet.NOW)
                        + "; on " + cluster.getNodes().getFirst().getName(),
                text("why", line));
        JobLine failing = line(made.job(cluster, "f", "Job", JobState.FAILING, 1, 8));
        JobLine held = line(made.job(cluster, "h", "Job", JobState.HELD, 1, 8));
        assertTrue(failing.stateRank() < line.stateRank());
        assertTrue(line.stateRank() < held.stateRank() && held.stateRank() < well.stateRank());
    }

    @Test
    void aJobSaysWhereItRuns() {
        Job job = made.job(cluster, "llm-7b", "Job", JobState.RUNNING, 4, 8);
        String first = cluster.getNodes().getFirst().getName();
        made.task(job, 0, TaskPhase.RUNNING, List.of(cluster.getNodes().getFirst()));
        assertEquals("on " + first, text("why", line(job)));
        made.task(job, 1, TaskPhase.RUNNING, List.of(cluster.getNodes().get(1)));
        made.task(
                job,
                2,
                TaskPhase.SUCCEEDED,
                List.of(made.cluster("other", 1).getNodes().getFirst()));
        assertEquals("on " + first + " and 1 more node", text("why", line(job)));
        job.getTasks().get(1).setPhase(TaskPhase.FAILED);
        job.setReason("two of its pods wait");
        assertEquals("1 task failed; two of its pods wait, on " + first, text("why", line(job)));
    }

    @Test
    void aStateOfAClusterThatIsNotHeardNowIsSaidToBeOld() {
        JobLine line = line(made.job(cluster, "llm-7b", "Job", JobState.RUNNING, 4, 8));
        cluster.setConnection(ConnectionState.STALE);
        assertEquals("running, stale", text("state", line));
        cluster.setConnection(ConnectionState.CLOSED);
        assertEquals("running, closed", text("state", line));
        cluster.setConnection(ConnectionState.LIVE);
        assertEquals("running", text("state", line));
    }

    @Test
    void aJobOfASnapshotIsSaidToBeOneAndGrowsNoOlder() {
        Job job = made.job(cluster, "llm-7b", "Job", JobState.HELD, 4, 8);
        job.setCreated(FakeFleet.NOW.minusSeconds(3600));
        cluster.setConnection(ConnectionState.CLOSED);
        cluster.setLastContact(FakeFleet.NOW.minusSeconds(1800));
        cluster.setId(Snapshots.KIND + "night.fleet lab");
        assertEquals("held, snapshot", text("state", line(job)));
        assertEquals("30\u2009min", text("age", line(job)));
    }

    @Test
    void whatWorkIsForHasAColumnAColourAndAFilter() {
        Set<Object> colours = new HashSet<>();
        for (Purpose purpose : Purpose.VALUES) {
            Job job = made.job(cluster, "job-" + purpose, "Job", JobState.RUNNING, 1, 1);
            job.setPurpose(purpose);
            String word = PurposeRules.word(purpose);
            assertEquals(purpose == Purpose.UNKNOWN ? "" : word, text("purpose", line(job)));
            StateLabels.of(purpose).ifPresent(shown -> colours.add(shown.tone()));
            assertEquals(
                    !word.isEmpty(),
                    !word.isEmpty()
                            && Filter.parse("purpose:" + word, JobColumns.fieldsOfJobs())
                                    .test()
                                    .test(job));
        }
        assertEquals(5, colours.size(), "each has its own");
    }

    /** The strip below a canvas leads there with its number. */
    @Test
    void theJobsOfTheStripCanBeFilteredFor() {
        List<Job> strip = List.of(
                made.job(cluster, "waits", "Job", JobState.WAITING, 1, 8),
                made.job(cluster, "held", "Job", JobState.HELD, 1, 8));
        List<Job> others = List.of(
                made.job(cluster, "runs", "Job", JobState.RUNNING, 1, 8),
                made.job(cluster, "of-cpus", "Job", JobState.WAITING, 1, 0),
                made.job(cluster, "stopped", "Job", JobState.SUSPENDED, 1, 8));
        others.getLast().setQueueName(null);
        assertEquals(
                strip,
                Stream.concat(others.stream(), strip.stream())
                        .filter(job -> Filter.parse("waiting:gpus", JobColumns.fields())
                                .test()
                                .test(line(job)))
                        .toList());
    }

    /** It was "for" above the column, "purpose" of a group and "What Work Is For" in the menu. */
    @Test
    void aColumnItsGroupAndItsTermHaveOneName() {
        for (JobGrouping grouping : JobGrouping.values()) {
            String word = grouping.word();
            assertTrue(
                    grouping == JobGrouping.NONE
                            || columns.stream()
                                            .anyMatch(column -> column.label().equals(word))
                                    && JobColumns.fields().hint().contains(word + ":"),
                    word);
        }
    }

    @Test
    void withSeveralClustersOpenALineSaysWhichItIsOf() {
        JobLine line = line(made.job(cluster, "llm-7b", "Job", JobState.WAITING, 4, 8));
        Cluster other = made.cluster("prod", 1);
        JobLine there = line(made.job(other, "llm-7b", "Job", JobState.WAITING, 4, 8));
        assertEquals("lab", text("cluster", line));
        assertEquals("prod", text("cluster", there));
        assertEquals("research", text("namespace", there));
        String csv = Csv.write(columns, List.of(line, there));
        assertTrue(csv.startsWith("state,job,cluster,") && csv.contains("\r\nwaiting,llm-7b,prod,"), csv);
        assertEquals("prod", JobGrouping.CLUSTER.of(there));
    }

    @Test
    void whatIsExportedIsNumbersWithTheirUnitsAndPointsOfTime() {
        Job job = made.job(cluster, "gang", "Job", JobState.RUNNING, 2, 6);
        made.task(job, 0, TaskPhase.RUNNING, List.of(cluster.getNodes().getFirst()));
        job.setCreated(Instant.parse("2026-11-28T12:43:00Z"));
        List<String> lines = Csv.write(JobColumns.exported(columns), List.of(line(job)))
                .lines()
                .toList();
        List<String> heads = List.of(lines.getFirst().split(","));
        List<String> row = List.of(lines.getLast().split(",", heads.size()));
        assertEquals("2026-11-28T12:43:00Z", row.get(heads.indexOf("created (UTC)")));
        assertEquals("1", row.get(heads.indexOf("tasks running")));
        assertEquals(String.valueOf(job.getWantedTasks()), row.get(heads.indexOf("tasks wanted")));
        assertEquals("GPU", row.get(heads.indexOf("counted in")));
        assertFalse(heads.contains("age"), heads::toString);
    }

    @Test
    void theNumbersAreThoseOfTheModel() {
        Job job = made.job(cluster, "gang", "Job", JobState.RUNNING, 2, 6);
        made.task(job, 0, TaskPhase.RUNNING, List.of(cluster.getNodes().getFirst()));
        JobLine line = line(job);
        assertEquals(podium.core.fleet.Holdings.held(job), line.held());
        assertEquals(podium.core.fleet.Holdings.wanted(job), line.wanted());
    }

    @ParameterizedTest
    @CsvSource({
        "nvidia.com/gpu, 8, 8",
        "nvidia.com/mig-1g.10gb, 3, 3 slices",
        "nvidia.com/mig-1g.10gb, 1, 1 slice",
        "nvidia.com/gpu.shared, 34, 34 shares",
        "kai.scheduler/gpu-fraction, 500, 1 share",
        "cpu, 5, 0"
    })
    void partsOfDevicesAreNotCalledGpus(String resource, long amount, String words) {
        Job job = made.job(cluster, "j", "Job", JobState.WAITING, 1, 0);
        job.setSpec(TaskSpec.of(Resources.of(Map.of(resource, amount))));
        assertEquals(words, text("wanted", line(job)));
    }

    /** "12" were 8 GPUs and 4 quarters of one, while the canvas counted 9 more. */
    @Test
    void ofAJobWithGpusAndSlicesBothAreNamed() {
        Node whole = cluster.getNodes().get(0);
        Node shared = cluster.getNodes().get(1);
        for (Accelerator gpu : shared.getAccelerators()) {
            for (int i = 0; i < 4; i++) {
                gpu.getSlices().add(FleetFactory.INSTANCE.createSlice());
            }
        }
        shared.setCapacity(Resources.of(Map.of("nvidia.com/gpu", 32L)));
        Job job = made.job(cluster, "mixed", "Job", JobState.RUNNING, 2, 4);
        for (Node node : List.of(whole, shared)) {
            Task task = made.task(job, job.getTasks().size(), TaskPhase.RUNNING, List.of(node));
            task.getAccelerators().clear();
            task.setSpec(TaskSpec.of(Resources.of(Map.of("nvidia.com/gpu", 4L))));
        }
        assertEquals("8 GPUs and slices", text("held", line(job)));
        job.getTasks().removeFirst();
        assertEquals("4 slices", text("held", line(job)));
    }

    @Test
    void anUnknownAgeIsSaidToBeUnknownOrNotAtAll() {
        Job job = made.job(cluster, "young", "Job", JobState.RUNNING, 1, 1);
        job.setCreated(null);
        assertEquals("", text("age", line(job)));
    }

    @Test
    void aHostileNameIsShownSafe() {
        Job job = made.job(cluster, "a\u202eb", "Job", JobState.RUNNING, 1, 1);
        assertTrue(line(job).name().indexOf('\u202e') < 0);
    }

    @ParameterizedTest
    @EnumSource(JobState.class)
    void everyStateHasItsPlaceInTheOrder(JobState state) {
        Job job = made.job(cluster, "j", "Job", state, 1, 1);
        assertTrue(line(job).stateRank() >= 0);
    }

    @Test
    void columnIdsAreDifferent() {
        assertEquals(columns.size(), columns.stream().map(Column::id).distinct().count());
    }

    @Test
    void theColumnsFitASmallWindow() {
        int always = columns.stream()
                .filter(column -> !column.id().equals(JobColumns.CLUSTER))
                .mapToInt(Column::width)
                .sum();
        assertTrue(always <= 1280, () -> always + " pixels with one cluster open");
    }

    private static JobLine line(Job job) {
        return JobLines.of(job, SafeText.line(job.getReason()));
    }
}
