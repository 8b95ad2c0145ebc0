// SPDX-License-Identifier: Apache-2.0
package podium.ui.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import podium.core.change.SyncState;
import podium.core.fleet.AcceleratorState;
import podium.core.fleet.Holdings;
import podium.core.fleet.SchedulingObjects;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Node;
import podium.model.fleet.Purpose;
import podium.model.fleet.Readiness;
import podium.model.fleet.Slice;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.model.fleet.Vendor;
import podium.model.value.Resources;
import podium.operation.OperationState;
import podium.operation.drain.Fate;
import podium.placement.Fit;
import podium.ui.fake.FakeFleet;
import podium.ui.filter.Filter;
import podium.ui.filter.FilterFields;
import podium.ui.fleet.FleetColumns;
import podium.ui.label.StateLabels.Shown;
import podium.ui.toolkit.Icon;

class StateLabelsTest {
    /** What ended for good and what is tried again had the same, and so had batch work and any job. */
    @Test
    void everyStateOfAJobHasASignOfItsOwnAndNoPurposeHasThatOfAJob() {
        List<JobState> states = List.of(JobState.values());
        assertEquals(
                states.size(),
                states.stream().map(StateLabels::of).map(Shown::icon).distinct().count());
        assertTrue(Stream.of(Purpose.values())
                .flatMap(purpose -> StateLabels.of(purpose).stream())
                .noneMatch(shown -> shown.icon() == Icon.JOB));
    }

    private final FakeFleet made = new FakeFleet();
    private final Cluster cluster = made.cluster("lab", 8);
    private final Node node = cluster.getNodes().getFirst();

    @Test
    void nothingIsFreeBeforeThePodsOfTheClusterAreKnown() {
        SchedulingObjects facts = new SchedulingObjects();
        facts.read("pods", SyncState.NOT_YET, "");
        cluster.setFacts(facts);
        cluster.setConnection(ConnectionState.STALE);
        FilterFields<Node> fields = FleetColumns.fields();
        Predicate<Node> free = Filter.parse("free>=0", fields).test();
        assertEquals("ready", StateLabels.of(node).word());
        assertEquals(
                "unknown", StateLabels.of(node.getAccelerators().getFirst()).word());
        assertFalse(free.test(node));
        facts.listed("Pod");
        assertEquals("free", StateLabels.of(node).word());
        assertEquals("free", StateLabels.of(node.getAccelerators().getFirst()).word());
        assertTrue(free.test(node));
    }

    static Stream<List<Shown>> families() {
        return Stream.of(
                Stream.of(JobState.values()).map(StateLabels::of).toList(),
                Stream.of(TaskPhase.values()).map(StateLabels::of).toList(),
                Stream.of(ConnectionState.values()).map(StateLabels::of).toList(),
                Stream.of(OperationState.values()).map(StateLabels::of).toList(),
                Stream.of(AcceleratorState.values()).map(StateLabels::of).toList(),
                Stream.of(Fit.values()).map(StateLabels::of).toList(),
                Stream.of(Fate.values()).map(StateLabels::of).toList());
    }

    @ParameterizedTest
    @MethodSource("families")
    void everyStateHasAWordOfItsOwn(List<Shown> family) {
        Set<String> words = new HashSet<>();
        family.forEach(shown -> assertTrue(words.add(shown.word()), shown.word() + " twice"));
        assertTrue(words.stream().noneMatch(String::isBlank));
    }

    @ParameterizedTest
    @MethodSource("families")
    void noTwoStatesDifferByColourAlone(List<Shown> family) {
        for (Shown a : family) {
            for (Shown b : family) {
                boolean colourAlone = a.icon() == b.icon() && a.word().equals(b.word()) && a.tone() != b.tone();
                assertFalse(colourAlone, a + " " + b);
            }
        }
    }

    @Test
    void aNodeIsShownByHowFullItIs() {
        assertEquals("free", StateLabels.of(node).word());
        Job job = made.job(cluster, "j", "Job", JobState.RUNNING, 1, 4);
        made.task(job, 0, TaskPhase.RUNNING, List.of(node));
        assertEquals("partly", StateLabels.of(node).word());
        made.task(job, 1, TaskPhase.RUNNING, List.of(node));
        assertEquals("full", StateLabels.of(node).word());
    }

    @Test
    void aNodeThatDoesNotReportIsNeverCalledFree() {
        node.setReadiness(Readiness.UNKNOWN);
        assertEquals("does not report", StateLabels.of(node).word());
    }

    @Test
    void deviceWordsFollowTheVendor() {
        Accelerator device = node.getAccelerators().getFirst();
        assertEquals("GPU", AcceleratorLabels.word(device));
        device.setVendor(Vendor.GOOGLE);
        assertEquals("TPU", AcceleratorLabels.word(device));
        assertEquals("TPU 0", FleetLabels.name(device));
        device.setVendor(Vendor.HABANA);
        assertEquals("a1-n1 / Gaudi 0", FleetLabels.path(device));
    }

    @Test
    void aModelLosesItsMakersName() {
        Accelerator device = node.getAccelerators().getFirst();
        assertEquals("H100 80GB HBM3", AcceleratorLabels.model(device));
        device.setModel(null);
        assertEquals("?", AcceleratorLabels.model(device));
    }

    @Test
    void aRequestIsReadAsWords() {
        assertEquals(
                "2 GPUs, 1 CPU, 4 GiB",
                AcceleratorLabels.request(Resources.of(Map.of("nvidia.com/gpu", 2L, "cpu", 1000L, "memory", 4L << 30)))
                        .replace('\u2009', ' '));
        assertEquals("500m CPU", AcceleratorLabels.request(Resources.of(Map.of("cpu", 500L))));
        assertEquals("nothing", AcceleratorLabels.request(Resources.none()));
    }

    @Test
    void theDevicesOfAThingAreItsOwnThoseBelowOrThoseItHolds() {
        Job job = made.job(cluster, "j", "Job", JobState.RUNNING, 2, 3);
        Task task = made.task(job, 0, TaskPhase.RUNNING, List.of(node));
        made.task(job, 1, TaskPhase.RUNNING, List.of(node));
        assertEquals(64, AcceleratorLabels.of(cluster).size());
        assertEquals(64, AcceleratorLabels.of(cluster.getDomains().getFirst()).size());
        assertEquals(8, AcceleratorLabels.of(node).size());
        assertEquals(3, AcceleratorLabels.of(task).size());
        assertEquals(6, AcceleratorLabels.of(job).size());
        assertEquals(1, AcceleratorLabels.of(node.getAccelerators().get(2)).size());
    }

    @Test
    void aThingKnowsItsCluster() {
        Job job = made.job(cluster, "j", "Job", JobState.RUNNING, 1, 1);
        Task task = made.task(job, 0, TaskPhase.RUNNING, List.of(node));
        for (EObject thing : List.of(cluster, node, node.getAccelerators().getFirst(), job, task)) {
            assertEquals(cluster, FleetLabels.cluster(thing).orElseThrow());
        }
        cluster.getJobs().remove(job);
        assertTrue(FleetLabels.cluster(task).isEmpty(), "a removed job has no cluster");
    }

    @Test
    void aDomainIsNotCalledByItsLevelTwice() {
        cluster.getDomains().getFirst().setLevel("rack");
        cluster.getDomains().getFirst().setName("rack-1");
        assertEquals("rack-1", FleetLabels.called(cluster.getDomains().getFirst()));
        cluster.getDomains().getFirst().setName("a1");
        assertEquals("rack a1", FleetLabels.called(cluster.getDomains().getFirst()));
        assertEquals("a1-n1", FleetLabels.called(cluster.getNodes().getFirst()));
    }

    @Test
    void aNodeWithFreeSlicesIsNotFullThoughEachOfItsGpusCountsAsHeld() {
        Job job = made.job(cluster, "notebooks", "Job", JobState.RUNNING, 8, 1);
        Task task = made.task(job, 0, TaskPhase.RUNNING, List.of());
        node.getTasks().add(task);
        for (Accelerator gpu : node.getAccelerators()) {
            for (int i = 0; i < 2; i++) {
                Slice slice = FleetFactory.INSTANCE.createSlice();
                slice.setProfile("3g.20gb");
                slice.setIndex(i);
                gpu.getSlices().add(slice);
            }
            task.getSlices().add(gpu.getSlices().getFirst());
        }
        assertEquals(0, Holdings.of(node).free());
        assertEquals("partly", StateLabels.of(node).word());
        assertEquals(8, Holdings.freeSlices(node));
        node.getAccelerators()
                .forEach(gpu -> task.getSlices().add(gpu.getSlices().getLast()));
        assertEquals("full", StateLabels.of(node).word());
    }

    @Test
    void whatIsCutFromTheModelIsStillCalledSomethingAndSaidToBeGone() {
        Job job = made.job(cluster, "j", "Job", JobState.RUNNING, 1, 2);
        Task task = made.task(job, 0, TaskPhase.RUNNING, List.of(node));
        Accelerator gpu = node.getAccelerators().get(5);
        Slice slice = FleetFactory.INSTANCE.createSlice();
        slice.setProfile("1g.10gb");
        slice.setIndex(2);
        gpu.getSlices().add(slice);
        task.getSlices().add(slice);
        assertEquals("n/lab/a1-n1#5.2", FleetLabels.key(slice));
        gpu.getSlices().remove(slice);
        assertEquals(".2", FleetLabels.key(slice));
        assertEquals("slice", FleetLabels.kind(slice));
        assertEquals(2, AcceleratorLabels.of(task).size(), "a slice without a GPU is on no device");
        node.getAccelerators().remove(gpu);
        assertEquals("#5", FleetLabels.key(gpu));
        assertEquals("GPU 5", FleetLabels.path(gpu));
        job.getTasks().remove(task);
        assertEquals("t/" + task.getUid(), FleetLabels.key(task), "the key of a task is its own");
        assertEquals("j-0", FleetLabels.path(task));
        cluster.getNodes().remove(node);
        assertEquals("n//a1-n1", FleetLabels.key(node));
        for (EObject gone : List.of(slice, gpu, task, node)) {
            assertEquals(
                    FleetLabels.path(gone) + " is no longer in the fleet.",
                    FleetLabels.gone(List.of(cluster, gone)).orElseThrow());
        }
    }

    @Test
    void keysAreUniqueInAFleetOfSeveralClusters() {
        Cluster other = made.cluster("other", 8);
        Set<String> keys = new HashSet<>();
        for (Cluster each : List.of(cluster, other)) {
            assertTrue(keys.add(FleetLabels.key(each)));
            each.getDomains().forEach(domain -> assertTrue(keys.add(FleetLabels.key(domain))));
            for (Node at : each.getNodes()) {
                assertTrue(keys.add(FleetLabels.key(at)));
                at.getAccelerators().forEach(device -> assertTrue(keys.add(FleetLabels.key(device))));
            }
        }
    }

    /** A name is free again once its cluster is closed: what was folded or selected by key must not pass to the next. */
    @Test
    void keysOfTwoClustersThatAreShownAsTheSameDiffer() {
        List<Cluster> two = List.of(cluster, made.cluster(cluster.getName(), 8));
        Set<String> keys = new HashSet<>();
        for (Cluster each : two) {
            each.setId("id-" + two.indexOf(each));
            Job job = made.job(each, "j", "Job", JobState.RUNNING, 1, 2);
            job.setUid("uid");
            Task task =
                    made.task(job, 0, TaskPhase.RUNNING, List.of(each.getNodes().getFirst()));
            task.setUid("uid");
            Slice slice = FleetFactory.INSTANCE.createSlice();
            each.getNodes().getFirst().getAccelerators().getFirst().getSlices().add(slice);
            for (EObject thing : List.of(
                    each,
                    each.getDomains().getFirst(),
                    each.getNodes().getFirst(),
                    each.getNodes().getFirst().getAccelerators().getFirst(),
                    slice,
                    job,
                    task)) {
                assertTrue(keys.add(FleetLabels.key(thing)), () -> FleetLabels.key(thing));
            }
        }
    }

    @Test
    void jobsAndTasksAreWhereTheirNodesAre() {
        Job job = made.job(cluster, "j", "Job", JobState.RUNNING, 2, 1);
        made.task(job, 0, TaskPhase.RUNNING, List.of(node));
        made.task(job, 1, TaskPhase.RUNNING, List.of(node));
        made.task(job, 2, TaskPhase.PENDING, List.of());
        assertEquals(List.of(node), FleetLabels.places(List.of(job)));
        assertEquals(List.of(node), FleetLabels.places(List.of(node)));
    }

    @Test
    void aKindIsCalledByItsWord() {
        assertEquals("simulated cluster", FleetLabels.kind(cluster));
        assertEquals("rack", FleetLabels.kind(cluster.getDomains().getFirst()));
        assertEquals("node", FleetLabels.kind(node));
        assertEquals("GPU", FleetLabels.kind(node.getAccelerators().getFirst()));
    }
}
