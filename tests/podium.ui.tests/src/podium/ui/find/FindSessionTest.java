// SPDX-License-Identifier: Apache-2.0
package podium.ui.find;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eclipse.emf.ecore.EObject;
import org.junit.jupiter.api.Test;
import podium.core.fleet.Holdings;
import podium.core.metrics.Metric;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Cluster;
import podium.model.fleet.Domain;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Node;
import podium.model.fleet.Slice;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.model.value.Labels;
import podium.ui.fake.FakeFleet;
import podium.ui.find.FleetSearch.Found;
import podium.ui.find.FleetSearch.NoneFound;
import podium.ui.label.FleetLabels;

class FindSessionTest {
    private final FakeFleet made = new FakeFleet();
    private final Cluster cluster = made.cluster("lab", 10);
    private final FindSession finder = new FindSession();

    private Found find(String typed) {
        return FleetSearch.in(made.fleet(), typed, DeviceReadings.NONE);
    }

    private Job busy(String name, Node node) {
        Job job = made.job(cluster, name, "Job", JobState.RUNNING, 1, 8);
        made.task(job, 0, TaskPhase.RUNNING, List.of(node));
        return job;
    }

    @Test
    void enterGoesFromMatchToMatchAndRoundAndBack() {
        Node first = cluster.getNodes().get(1);
        Node second = cluster.getNodes().get(9);
        assertEquals(List.of(first), finder.go(made.fleet(), "n2", 1));
        assertEquals(1, finder.at());
        assertEquals(List.of(second), finder.go(made.fleet(), "n2", 1));
        assertEquals(List.of(first), finder.go(made.fleet(), "n2", 1));
        assertEquals(List.of(second), finder.go(made.fleet(), "n2", -1));
        assertEquals(List.of(first), finder.go(made.fleet(), "n2", -1));
    }

    @Test
    void nodesAreFoundByTheTermsOfTheirCloudAndTheirPool() {
        Node spot = cluster.getNodes().get(3);
        Node reserved = cluster.getNodes().get(4);
        spot.setLabels(Labels.of("cloud.google.com/gke-spot", "true", "cloud.google.com/gke-nodepool", "h100-b"));
        reserved.setLabels(Labels.of("karpenter.sh/capacity-type", "reserved", "karpenter.sh/nodepool", "train"));
        assertEquals(List.of(spot), find("spot").things());
        assertEquals(List.of(spot), find("capacity:spot").things());
        assertEquals(List.of(spot), find("h100-b").things());
        assertEquals(List.of(reserved), find("pool:train").things());
        assertEquals(List.of(reserved), find("capacity:reserved").things());
    }

    @Test
    void backFromNowhereIsTheLast() {
        assertEquals(List.of(cluster.getNodes().get(9)), finder.go(made.fleet(), "n2", -1));
    }

    @Test
    void anExpressionFindsAllNodesAtOnce() {
        busy("j", cluster.getNodes().getFirst());
        List<EObject> found = finder.go(made.fleet(), "free>=4", 1);
        assertEquals(9, found.size());
        found.forEach(node -> assertTrue(Holdings.of((Node) node).free() >= 4));
        assertEquals(0, finder.at());
    }

    @Test
    void aTermThatOnlyJobsKnowFindsJobs() {
        Job job = busy("train", cluster.getNodes().getFirst());
        job.setQueueName("team-a");
        busy("other", cluster.getNodes().getLast());
        assertEquals(List.of(job), finder.go(made.fleet(), "queue:team-a", 1));
        assertTrue(find("queue:team-a").problem().isEmpty());
    }

    @Test
    void anExpressionOfBothMarksBothAndSelectsTheNodes() {
        Job job = busy("train", cluster.getNodes().get(3));
        List<EObject> things =
                find("job:" + job.getTasks().getFirst().getName()).things();
        assertTrue(things.contains(cluster.getNodes().get(3)));
        Found both = find("job:train");
        assertTrue(both.things().contains(job));
        assertTrue(both.all().stream().allMatch(thing -> thing instanceof Node)
                || both.all().equals(both.things()));
    }

    @Test
    void whatIsCalledSoComesBeforeWhatIsCalledAlike() {
        Node exact = cluster.getNodes().get(9);
        exact.setName("n1");
        assertSame(exact, find("n1").things().getFirst());
    }

    @Test
    void aJobComesBeforeTheNodesThatHoldIt() {
        Job job = busy("llm-pretrain", cluster.getNodes().getFirst());
        job.getTasks().getFirst().setName("llm-pretrain-0");
        List<EObject> things = find("LLM-pretrain").things();
        assertSame(job, things.getFirst());
        assertTrue(things.contains(cluster.getNodes().getFirst()));
    }

    @Test
    void tasksAreFoundByNameWhereTheirJobIsNot() {
        Job job = made.job(cluster, "sweep", "Job", JobState.RUNNING, 1, 8);
        Task task = made.task(job, 3, TaskPhase.RUNNING, List.of());
        task.setName("worker-3");
        assertSame(task, find("worker-3").things().getFirst());
        finder.type(made.fleet(), "worker-3");
        assertTrue(finder.keys().contains(FleetLabels.key(job)), "the job is marked where its tasks are folded");
    }

    @Test
    void domainsClustersAndDevicesAreFound() {
        Domain rack = cluster.getNodes().getFirst().getDomain();
        assertTrue(find(rack.getName()).things().contains(rack));
        assertTrue(find("lab").things().contains(cluster));
        var device = cluster.getNodes().get(2).getAccelerators().get(5);
        device.setUuid("GPU-5d2e-feed");
        assertEquals(List.of(device), find("5D2E-feed").things());
        assertTrue(find("5d2").things().isEmpty(), "too short for a device");
    }

    @Test
    void nothingTypedFindsNothing() {
        assertTrue(finder.go(made.fleet(), "  ", 1).isEmpty());
        assertTrue(finder.go(made.fleet(), "no-such-thing", 1).isEmpty());
        assertEquals(0, finder.at());
        assertTrue(find("no-such-thing").problem().isEmpty());
    }

    @Test
    void aTermThatNobodyKnowsIsSaidToBe() {
        assertTrue(find("colour>=4").problem().orElseThrow().contains("colour"));
        assertTrue(find("colour>=4").things().isEmpty());
    }

    @Test
    void aTermOfDevicesThatIsNoneIsSaidWithTheTermsOfAllThatCanBeFound() {
        for (String typed : List.of("activity~5", "colour>=4")) {
            String problem = find(typed).problem().orElseThrow();
            assertTrue(problem.startsWith(typed + " is not a term. Terms: idle  activity<5  free>=4"), problem);
            assertTrue(problem.contains("queue:"), problem);
            assertTrue(problem.contains("temperature>="), problem);
        }
    }

    @Test
    void whatLeftTheFleetIsNotSelected() {
        finder.type(made.fleet(), "n2");
        cluster.getNodes().remove(1);
        List<EObject> next = finder.go(made.fleet(), "n2", 1);
        assertTrue(next.stream().allMatch(FleetLabels::isThere));
        assertEquals(1, next.size());
    }

    @Test
    void theRackOfAFoundNodeIsMarkedToo() {
        Node node = cluster.getNodes().get(7);
        finder.type(made.fleet(), "node:" + node.getName());
        assertTrue(finder.keys().contains(FleetLabels.key(node)));
        assertTrue(finder.keys().contains(FleetLabels.key(node.getDomain())));
        assertFalse(finder.keys().contains(FleetLabels.key(cluster.getNodes().getFirst())));
    }

    @Test
    void theJobThatHoldsASliceOfADeviceFindsIt() {
        Job job = busy("train", cluster.getNodes().getFirst());
        Accelerator divided = cluster.getNodes().getLast().getAccelerators().getFirst();
        Slice slice = FleetFactory.INSTANCE.createSlice();
        divided.getSlices().add(slice);
        Task task = job.getTasks().getFirst();
        task.getAccelerators().clear();
        slice.getTasks().add(task);
        DeviceReadings readings = (device, metric) -> OptionalDouble.of(0.001);
        assertEquals(
                List.of(divided),
                FleetSearch.in(made.fleet(), "activity<5 job:train", readings).all());
        assertEquals(
                List.of(divided), FleetSearch.in(made.fleet(), "idle", readings).all());
    }

    @Test
    void termsOfWhatIsMeasuredFindDevices() {
        busy("train", cluster.getNodes().getFirst());
        var idle = cluster.getNodes().getFirst().getAccelerators().get(2);
        DeviceReadings readings = (device, metric) ->
                metric == Metric.ACTIVITY ? OptionalDouble.of(device == idle ? 0.01 : 0.9) : OptionalDouble.empty();
        assertEquals(
                List.of(idle),
                FleetSearch.in(made.fleet(), "activity<5", readings).all());
        assertEquals(
                List.of(idle),
                FleetSearch.in(made.fleet(), "idle", readings).all(),
                "a GPU nobody holds may do nothing");
        assertEquals(
                List.of(),
                FleetSearch.in(made.fleet(), "idle job:other", readings).things());
        assertEquals(List.of(), find("activity<5").things(), "what is not measured is not below 5");
    }

    /** It was answered by a red "No match", as if there were no such term. */
    @Test
    void thatNoGpuIsIdleIsSaidWithHowManyAreFree() {
        busy("train", cluster.getNodes().getFirst());
        assertEquals(
                Optional.of(new NoneFound(
                        "none known idle, 72 free",
                        "No GPU is held but idle; 72 GPUs free. Held but not measured: 8 GPUs.")),
                FleetSearch.in(made.fleet(), "idle", DeviceReadings.NONE).none());
        assertEquals(
                Optional.of(new NoneFound("none idle, 72 free", "No GPU is held but idle; 72 GPUs free.")),
                FleetSearch.in(made.fleet(), " Idle", (device, metric) -> OptionalDouble.of(0.9))
                        .none());
        assertEquals(Optional.empty(), find("idle job:other").none(), "it may be the other term that finds nothing");
    }

    @Test
    void aReadingFromBeforeAPodBeganSaysNothingOfIt() {
        Job job = busy("train", cluster.getNodes().getFirst());
        var held = job.getTasks().getFirst().getAccelerators().getFirst();
        Instant began = FakeFleet.NOW;
        job.getTasks().getFirst().setStarted(began);
        Instant[] taken = {began.minusSeconds(5)};
        DeviceReadings readings = new DeviceReadings() {
            @Override
            public OptionalDouble newest(Accelerator device, Metric metric) {
                return device == held && metric == Metric.ACTIVITY ? OptionalDouble.of(0) : OptionalDouble.empty();
            }

            @Override
            public Optional<Instant> taken(Accelerator device, Metric metric) {
                return Optional.of(taken[0]);
            }
        };
        assertEquals(List.of(), FleetSearch.in(made.fleet(), "idle", readings).all());
        taken[0] = began.plusSeconds(300);
        assertEquals(
                List.of(held), FleetSearch.in(made.fleet(), "idle", readings).all());
    }

    @Test
    void aUserIsFoundByTheLabelsOfJobs() {
        Job job = busy("train", cluster.getNodes().getFirst());
        busy("other", cluster.getNodes().getLast());
        job.setLabels(Labels.of(Map.of("user", "alice")));
        assertEquals(List.of(job), find("user:alice").all());
    }

    @Test
    void whatIsTypedIsProposedToItsEnd() {
        Job job = busy("llm-pretrain", cluster.getNodes().getFirst());
        job.setQueueName("team-a");
        assertEquals(List.of("llm-pretrain"), FleetSearch.proposals(made.fleet(), "llm-p"));
        assertEquals(List.of("queue:team-a"), FleetSearch.proposals(made.fleet(), "queue:"));
        assertEquals(List.of("queue:x,team-a"), FleetSearch.proposals(made.fleet(), "queue:x,te"));
        assertEquals(
                "free>=4 queue:team-a",
                FleetSearch.proposals(made.fleet(), "free>=4 queue:t").getFirst());
        assertTrue(FleetSearch.proposals(made.fleet(), "act").contains("activity<"));
        assertEquals("idle", FleetSearch.proposals(made.fleet(), "id").getFirst());
        assertEquals(List.of(), FleetSearch.proposals(made.fleet(), "free>=4"), "a number is not guessed");
        assertEquals(List.of(), FleetSearch.proposals(made.fleet(), "llm-pretrain"), "it is whole");
    }
}
