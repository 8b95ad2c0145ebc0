// SPDX-License-Identifier: Apache-2.0
package podium.ui.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import podium.core.drain.Fate;
import podium.core.fleet.AcceleratorState;
import podium.core.operation.OperationState;
import podium.core.placement.Fit;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Node;
import podium.model.fleet.Readiness;
import podium.model.fleet.Slice;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.model.fleet.Vendor;
import podium.model.value.Resources;
import podium.ui.fake.FakeFleet;
import podium.ui.words.States.Shown;

class StatesTest {
    private final FakeFleet made = new FakeFleet();
    private final Cluster cluster = made.cluster("lab", 8);
    private final Node node = cluster.getNodes().getFirst();

    static Stream<List<Shown>> families() {
        return Stream.of(
                Stream.of(JobState.values()).map(States::of).toList(),
                Stream.of(TaskPhase.values()).map(States::of).toList(),
                Stream.of(ConnectionState.values()).map(States::of).toList(),
                Stream.of(OperationState.values()).map(States::of).toList(),
                Stream.of(AcceleratorState.values()).map(States::of).toList(),
                Stream.of(Fit.values()).map(States::of).toList(),
                Stream.of(Fate.values()).map(States::of).toList());
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
        assertEquals("free", States.of(node).word());
        Job job = made.job(cluster, "j", "Job", JobState.RUNNING, 1, 4);
        made.task(job, 0, TaskPhase.RUNNING, List.of(node));
        assertEquals("partly", States.of(node).word());
        made.task(job, 1, TaskPhase.RUNNING, List.of(node));
        assertEquals("full", States.of(node).word());
    }

    @Test
    void aNodeThatDoesNotReportIsNeverCalledFree() {
        node.setReadiness(Readiness.UNKNOWN);
        assertEquals("does not report", States.of(node).word());
    }

    @Test
    void deviceWordsFollowTheVendor() {
        Accelerator device = node.getAccelerators().getFirst();
        assertEquals("GPU", Devices.word(device));
        device.setVendor(Vendor.GOOGLE);
        assertEquals("TPU", Devices.word(device));
        assertEquals("TPU 0", Things.name(device));
        device.setVendor(Vendor.HABANA);
        assertEquals("a1-n1 / Gaudi 0", Things.path(device));
    }

    @Test
    void aModelLosesItsMakersName() {
        Accelerator device = node.getAccelerators().getFirst();
        assertEquals("H100 80GB HBM3", Devices.model(device));
        device.setModel(null);
        assertEquals("?", Devices.model(device));
    }

    @Test
    void aRequestIsReadAsWords() {
        assertEquals(
                "2 GPUs, 1 CPU, 4 GiB",
                Devices.request(Resources.of(Map.of("nvidia.com/gpu", 2L, "cpu", 1000L, "memory", 4L << 30)))
                        .replace('\u2009', ' '));
        assertEquals("500m CPU", Devices.request(Resources.of(Map.of("cpu", 500L))));
        assertEquals("nothing", Devices.request(Resources.none()));
    }

    @Test
    void theDevicesOfAThingAreItsOwnThoseBelowOrThoseItHolds() {
        Job job = made.job(cluster, "j", "Job", JobState.RUNNING, 2, 3);
        Task task = made.task(job, 0, TaskPhase.RUNNING, List.of(node));
        made.task(job, 1, TaskPhase.RUNNING, List.of(node));
        assertEquals(64, Devices.of(cluster).size());
        assertEquals(64, Devices.of(cluster.getDomains().getFirst()).size());
        assertEquals(8, Devices.of(node).size());
        assertEquals(3, Devices.of(task).size());
        assertEquals(6, Devices.of(job).size());
        assertEquals(1, Devices.of(node.getAccelerators().get(2)).size());
    }

    @Test
    void aThingKnowsItsCluster() {
        Job job = made.job(cluster, "j", "Job", JobState.RUNNING, 1, 1);
        Task task = made.task(job, 0, TaskPhase.RUNNING, List.of(node));
        for (EObject thing : List.of(cluster, node, node.getAccelerators().getFirst(), job, task)) {
            assertEquals(cluster, Things.cluster(thing).orElseThrow());
        }
        cluster.getJobs().remove(job);
        assertTrue(Things.cluster(task).isEmpty(), "a removed job has no cluster");
    }

    @Test
    void aDomainIsNotCalledByItsLevelTwice() {
        cluster.getDomains().getFirst().setLevel("rack");
        cluster.getDomains().getFirst().setName("rack-1");
        assertEquals("rack-1", Things.called(cluster.getDomains().getFirst()));
        cluster.getDomains().getFirst().setName("a1");
        assertEquals("rack a1", Things.called(cluster.getDomains().getFirst()));
        assertEquals("a1-n1", Things.called(cluster.getNodes().getFirst()));
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
        assertEquals("n/lab/a1-n1#5.2", Things.key(slice));
        gpu.getSlices().remove(slice);
        assertEquals(".2", Things.key(slice));
        assertEquals("slice", Things.kind(slice));
        assertEquals(2, Devices.of(task).size(), "a slice without a GPU is on no device");
        node.getAccelerators().remove(gpu);
        assertEquals("#5", Things.key(gpu));
        assertEquals("GPU 5", Things.path(gpu));
        job.getTasks().remove(task);
        assertEquals("t/" + task.getUid(), Things.key(task), "the key of a task is its own");
        assertEquals("j-0", Things.path(task));
        cluster.getNodes().remove(node);
        assertEquals("n//a1-n1", Things.key(node));
        for (EObject gone : List.of(slice, gpu, task, node)) {
            assertEquals(
                    Things.path(gone) + " is no longer in the fleet.",
                    Things.gone(List.of(cluster, gone)).orElseThrow());
        }
    }

    @Test
    void keysAreUniqueInAFleetOfSeveralClusters() {
        Cluster other = made.cluster("other", 8);
        Set<String> keys = new HashSet<>();
        for (Cluster each : List.of(cluster, other)) {
            assertTrue(keys.add(Things.key(each)));
            each.getDomains().forEach(domain -> assertTrue(keys.add(Things.key(domain))));
            for (Node at : each.getNodes()) {
                assertTrue(keys.add(Things.key(at)));
                at.getAccelerators().forEach(device -> assertTrue(keys.add(Things.key(device))));
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
                assertTrue(keys.add(Things.key(thing)), () -> Things.key(thing));
            }
        }
    }

    @Test
    void jobsAndTasksAreWhereTheirNodesAre() {
        Job job = made.job(cluster, "j", "Job", JobState.RUNNING, 2, 1);
        made.task(job, 0, TaskPhase.RUNNING, List.of(node));
        made.task(job, 1, TaskPhase.RUNNING, List.of(node));
        made.task(job, 2, TaskPhase.PENDING, List.of());
        assertEquals(List.of(node), Things.places(List.of(job)));
        assertEquals(List.of(node), Things.places(List.of(node)));
    }

    @Test
    void aKindIsCalledByItsWord() {
        assertEquals("simulated cluster", Things.kind(cluster));
        assertEquals("rack", Things.kind(cluster.getDomains().getFirst()));
        assertEquals("node", Things.kind(node));
        assertEquals("GPU", Things.kind(node.getAccelerators().getFirst()));
    }
}
