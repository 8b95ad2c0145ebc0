// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.core.change.Change;
import podium.core.change.DeviceHolder;
import podium.core.change.DeviceReport;
import podium.core.dra.DeviceId;
import podium.core.fleet.Holdings;
import podium.core.testkit.FleetBench;
import podium.core.testkit.Seen;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Health;
import podium.model.fleet.Node;
import podium.model.fleet.Slice;
import podium.model.fleet.TaskPhase;
import podium.model.fleet.Vendor;
import podium.model.value.DeviceIds;
import podium.model.value.Labels;
import podium.model.value.Resources;

class AcceleratorsTest {
    private final FleetBench bench = new FleetBench();

    @ParameterizedTest(name = "{0} of {1} is {2}")
    @CsvSource({
        "8, nvidia.com/gpu, NVIDIA",
        "8, amd.com/gpu, AMD",
        "2, gpu.intel.com/i915, INTEL",
        "8, habana.ai/gaudi, HABANA",
        "4, google.com/tpu, GOOGLE",
        "16, aws.amazon.com/neuroncore, AWS",
        "8, huawei.com/Ascend910, ASCEND",
        "4, mthreads.com/gpu, MOORE_THREADS"
    })
    void everyExtendedResourceOfAVendorGivesItsDevices(int count, String resource, Vendor vendor) {
        bench.show(Seen.node("n1", Labels.none(), Resources.of(Map.of(resource, (long) count, "cpu", 1L))));
        assertEquals(count, bench.node("n1").getAccelerators().size());
        assertEquals(vendor, bench.node("n1").getAccelerators().getLast().getVendor());
        assertEquals(count - 1, bench.node("n1").getAccelerators().getLast().getIndex());
    }

    @Test
    void otherExtendedResourcesAreNoDevices() {
        bench.show(Seen.node(
                "n1", Labels.none(), Resources.of(Map.of("rdma/hca", 8L, "gpu.intel.com/millicores", 1000L))));
        assertTrue(bench.node("n1").getAccelerators().isEmpty());
    }

    @Test
    void modelAndMemoryComeFromTheLabelsOfGpuFeatureDiscovery() {
        bench.show(Seen.gpuNode(
                "n1", 8, "nvidia.com/gpu.product", "NVIDIA-H100-80GB-HBM3", "nvidia.com/gpu.memory", "81559"));
        Accelerator first = bench.node("n1").getAccelerators().getFirst();
        assertEquals("NVIDIA-H100-80GB-HBM3", first.getModel());
        assertEquals(81559L << 20, first.getMemoryBytes());
        assertNull(first.getUuid());
        assertEquals(Health.UNKNOWN, first.getHealth());
    }

    @Test
    void aTimeSlicedNodeHasItsPhysicalDevicesWithShares() {
        bench.show(Seen.gpuNode(
                "n1",
                8,
                "nvidia.com/gpu.count",
                "2",
                "nvidia.com/gpu.replicas",
                "4",
                "nvidia.com/gpu.product",
                "Tesla-T4-SHARED"));
        Node node = bench.node("n1");
        assertEquals(2, node.getAccelerators().size());
        assertEquals(4, node.getAccelerators().getFirst().getSlices().size());
        assertEquals("Tesla-T4", node.getAccelerators().getFirst().getModel());
    }

    @Test
    void timeSlicingWithoutACountLabelDividesByTheReplicas() {
        bench.show(Seen.gpuNode("n1", 8, "nvidia.com/gpu.replicas", "4"));
        assertEquals(2, bench.node("n1").getAccelerators().size());
    }

    @Test
    void gkeSaysBySomeLabelsOfItsOwnHowManyShareOneGpu() {
        bench.show(Seen.gpuNode(
                "n1",
                8,
                "cloud.google.com/gke-gpu-sharing-strategy",
                "time-sharing",
                "cloud.google.com/gke-max-shared-clients-per-gpu",
                "8"));
        assertEquals(1, bench.node("n1").getAccelerators().size());
        assertEquals(
                8, bench.node("n1").getAccelerators().getFirst().getSlices().size());
    }

    @Test
    void gkeSaysByALabelIntoWhichMigProfileAllItsGpusAreCut() {
        bench.show(Seen.gpuNode("n1", 14, "cloud.google.com/gke-gpu-partition-size", "1g.5gb"));
        List<Accelerator> gpus = bench.node("n1").getAccelerators();
        assertEquals(2, gpus.size());
        assertEquals("1g.5gb", gpus.getFirst().getSlices().getFirst().getProfile());
        bench.show(Seen.gpuNode(
                "n2",
                28,
                "cloud.google.com/gke-gpu-partition-size",
                "1g.5gb",
                "cloud.google.com/gke-max-shared-clients-per-gpu",
                "4"));
        assertEquals(1, bench.node("n2").getAccelerators().size(), "seven instances, of four clients each");
    }

    @Test
    void aMigProfileThatIsNoLongerOfferedIsNoFurtherGpu() {
        Resources stale = Resources.of(
                Map.of("nvidia.com/mig-1g.5gb", 3L, "nvidia.com/mig-2g.10gb", 1L, "nvidia.com/mig-3g.20gb", 1L));
        Resources now = Resources.of(Map.of("nvidia.com/mig-1g.5gb", 3L, "nvidia.com/mig-2g.10gb", 1L));
        bench.show(Seen.withAllocatable(Seen.node("n1", Labels.of("nvidia.com/gpu.count", "1"), stale), now));
        List<Accelerator> gpus = bench.node("n1").getAccelerators();
        assertEquals(1, gpus.size());
        assertEquals(4, gpus.getFirst().getSlices().size());
    }

    @Test
    void mixedMigResourcesBecomeSlicesOfTheDevicesThatCarryThem() {
        Resources offered =
                Resources.of(Map.of("nvidia.com/gpu", 0L, "nvidia.com/mig-1g.5gb", 2L, "nvidia.com/mig-2g.10gb", 1L));
        bench.show(Seen.node("n1", Labels.of("nvidia.com/gpu.count", "1"), offered));
        List<Slice> slices = bench.node("n1").getAccelerators().getFirst().getSlices();
        assertEquals(
                List.of("2g.10gb", "1g.5gb", "1g.5gb"),
                slices.stream().map(Slice::getProfile).toList());
        assertEquals(1, bench.node("n1").getAccelerators().size());
    }

    @Test
    void aSingleMigStrategyCountsInstancesNotDevices() {
        bench.show(Seen.gpuNode("n1", 14, "nvidia.com/gpu.product", "NVIDIA-A100-SXM4-40GB-MIG-1g.5gb"));
        Node node = bench.node("n1");
        assertEquals(2, node.getAccelerators().size());
        assertEquals("NVIDIA-A100-SXM4-40GB", node.getAccelerators().getFirst().getModel());
        assertEquals(7, node.getAccelerators().getLast().getSlices().size());
    }

    @Test
    void devicesThatAreNotAllocatableAnyMoreAreStillThere() {
        Change.NodeSeen whole = Seen.gpuNode("n1", 8);
        bench.show(new Change.NodeSeen(
                whole.name(),
                whole.uid(),
                whole.resourceVersion(),
                whole.labels(),
                whole.taints(),
                whole.capacity(),
                Seen.gpus(7, 1, 1),
                false,
                whole.readiness(),
                whole.conditions(),
                null,
                "",
                ""));
        assertEquals(8, bench.node("n1").getAccelerators().size());
    }

    @Test
    void acceleratorsKeepTheirObjectWhenTheNodeIsSeenAgain() {
        bench.show(Seen.gpuNode("n1", 8));
        List<Accelerator> before = List.copyOf(bench.node("n1").getAccelerators());
        bench.show(Seen.gpuNode("n1", 8, "nvidia.com/gpu.product", "H100"));
        for (int i = 0; i < 8; i++) {
            assertSame(before.get(i), bench.node("n1").getAccelerators().get(i));
        }
    }

    @Test
    void sourcesAreMergedAndTheWorstHealthIsBelieved() {
        bench.show(
                Seen.gpuNode("n1", 2),
                Seen.devices(
                        "n1",
                        "slices",
                        Seen.device(0, "GPU-a", Health.HEALTHY),
                        Seen.device(1, "GPU-b", Health.HEALTHY)),
                Seen.devices("n1", "exporter", Seen.device(1, "GPU-b", Health.FAILED)));
        Node node = bench.node("n1");
        assertEquals("GPU-a", node.getAccelerators().get(0).getUuid());
        assertEquals(Health.HEALTHY, node.getAccelerators().get(0).getHealth());
        assertEquals(Health.FAILED, node.getAccelerators().get(1).getHealth());
        bench.show(Seen.devices("n1", "exporter", Seen.device(1, "GPU-b", Health.HEALTHY)));
        assertEquals(Health.HEALTHY, node.getAccelerators().get(1).getHealth());
    }

    @Test
    void theProductIsTheDriversElseTheLabelsElseAnExportersElseTheMachineTypes() {
        String machine = "node.kubernetes.io/instance-type";
        DeviceReport told = named("NVIDIA H100 80GB HBM3", false);
        bench.show(Seen.gpuNode("n1", 1, machine, "p5.48xlarge"));
        assertEquals("H100", product());
        bench.show(Seen.devices("n1", "exporter", told));
        assertEquals("NVIDIA H100 80GB HBM3", product());
        bench.show(Seen.gpuNode("n1", 1, machine, "p5.48xlarge", "nvidia.com/gpu.product", "NVIDIA-H100-80GB-HBM3"));
        assertEquals("NVIDIA-H100-80GB-HBM3", product());
        bench.show(Seen.devices("n1", "slices", named("NVIDIA H100 SXM5", true)));
        assertEquals("NVIDIA H100 SXM5", product());
        bench.show(Seen.devices("n1", "slices", named("", true)));
        assertEquals("NVIDIA-H100-80GB-HBM3", product(), "a driver that tells none leaves it to the label");
    }

    private String product() {
        return bench.node("n1").getAccelerators().getFirst().getModel();
    }

    private static DeviceReport named(String model, boolean driver) {
        return new DeviceReport(
                0,
                "GPU-a",
                model,
                OptionalLong.empty(),
                "",
                OptionalInt.empty(),
                Health.HEALTHY,
                "",
                driver
                        ? Optional.of(new DeviceReport.Offer(new DeviceId("gpu.nvidia.com", "n1", "gpu-0"), List.of()))
                        : Optional.empty());
    }

    @Test
    void aSourceThatCountsDifferentlyIsMatchedByIdentifier() {
        bench.show(
                Seen.gpuNode("n1", 2),
                Seen.devices(
                        "n1", "a", Seen.device(0, "GPU-a", Health.HEALTHY), Seen.device(1, "GPU-b", Health.HEALTHY)),
                Seen.devices("n1", "b", Seen.device(0, "GPU-b", Health.DEGRADED)));
        assertEquals(2, bench.node("n1").getAccelerators().size());
        assertEquals(Health.DEGRADED, bench.node("n1").getAccelerators().get(1).getHealth());
    }

    @Test
    void devicesToldBeforeTheirNodeWaitForIt() {
        bench.show(Seen.devices("n1", "slices", Seen.device(0, "GPU-a", Health.HEALTHY)));
        assertTrue(bench.cluster.getNodes().isEmpty());
        bench.show(Seen.gpuNode("n1", 2));
        assertEquals("GPU-a", bench.node("n1").getAccelerators().getFirst().getUuid());
    }

    @Test
    void aNodeThatOffersDevicesByResourceSliceOnlyHasThem() {
        bench.show(Seen.gpuNode("n1", 0), Seen.devices("n1", "slices", Seen.device(3, "GPU-d", Health.HEALTHY)));
        assertEquals(1, bench.node("n1").getAccelerators().size(), "an index that nobody names is no device");
        assertEquals(3, bench.node("n1").getAccelerators().getFirst().getIndex());
    }

    @Test
    void deviceBetweenOthersKeepsItsIndexWhenOneBeforeItIsLost() {
        bench.show(
                Seen.gpuNode("n1", 0),
                Seen.devices(
                        "n1",
                        "slices",
                        Seen.device(0, "GPU-a", Health.HEALTHY),
                        Seen.device(1, "GPU-b", Health.HEALTHY),
                        Seen.device(2, "GPU-c", Health.HEALTHY)));
        Accelerator last = bench.node("n1").getAccelerators().getLast();
        bench.show(Seen.devices(
                "n1", "slices", Seen.device(0, "GPU-a", Health.HEALTHY), Seen.device(2, "GPU-c", Health.HEALTHY)));
        assertSame(last, bench.node("n1").getAccelerators().getLast());
        assertEquals(2, Holdings.of(bench.node("n1")).free(), "what is not published is not free");
    }

    @ParameterizedTest(name = "{0} is device {1}")
    @CsvSource({"GPU-b, 1", "gpu.nvidia.com/n1/gpu-3, 3", "2, 2", "GPU-b::0, 1", "nvidia1, 1"})
    void aTaskHoldsTheDeviceItsStatusNames(String id, int index) {
        bench.show(
                Seen.gpuNode("n1", 4),
                Seen.devices(
                        "n1", "s", Seen.device(0, "GPU-a", Health.HEALTHY), Seen.device(1, "GPU-b", Health.HEALTHY)),
                holding("p", id));
        assertEquals(List.of(index), bench.indexes(bench.task("p")));
    }

    @Test
    void devicesAreFoundWhicheverSideArrivesLast() {
        bench.show(holding("p", "GPU-b"), Seen.gpuNode("n1", 4));
        assertTrue(bench.task("p").getAccelerators().isEmpty());
        bench.show(Seen.devices("n1", "s", Seen.device(2, "GPU-b", Health.HEALTHY)));
        assertEquals(List.of(2), bench.indexes(bench.task("p")));
    }

    @Test
    void anExporterTellsWhoHoldsWhatWhereTheStatusDoesNot() {
        bench.show(Seen.gpuNode("n1", 4), Seen.pod("p", TaskPhase.RUNNING, "n1", Seen.asks(1)));
        bench.show(new Change.HoldersSeen("n1", "dcgm", List.of(new DeviceHolder(OptionalInt.of(3), "", "team", "p"))));
        assertEquals(List.of(3), bench.indexes(bench.task("p")));
    }

    @Test
    void aHolderOfASliceHoldsASliceOfThatProfileAndNotTheDevice() {
        Resources offered =
                Resources.of(Map.of("nvidia.com/gpu", 0L, "nvidia.com/mig-1g.5gb", 2L, "nvidia.com/mig-2g.10gb", 1L));
        bench.show(
                Seen.node("n1", Labels.of("nvidia.com/gpu.count", "1"), offered),
                Seen.pod("p", TaskPhase.RUNNING, "n1", Seen.asks(1)),
                Seen.pod("q", TaskPhase.RUNNING, "n1", Seen.asks(1)));
        bench.show(new Change.HoldersSeen(
                "n1",
                "dcgm",
                List.of(
                        new DeviceHolder(OptionalInt.of(0), "GPU-a", "9:1g.5gb", "team", "q"),
                        new DeviceHolder(OptionalInt.of(0), "GPU-a", "7:1g.5gb", "team", "p"))));
        List<Slice> slices = bench.node("n1").getAccelerators().getFirst().getSlices();
        assertEquals(List.of(slices.get(1)), bench.task("p").getSlices());
        assertEquals(List.of(slices.get(2)), bench.task("q").getSlices());
        assertTrue(bench.task("p").getAccelerators().isEmpty());
    }

    @Test
    void aHolderThatIsTakenBackHoldsNothingMore() {
        bench.show(Seen.gpuNode("n1", 4), Seen.pod("p", TaskPhase.RUNNING, "n1", Seen.asks(1)));
        bench.show(new Change.HoldersSeen("n1", "dcgm", List.of(new DeviceHolder(OptionalInt.of(3), "", "team", "p"))));
        bench.show(new Change.HoldersSeen("n1", "dcgm", List.of()));
        assertTrue(bench.task("p").getAccelerators().isEmpty());
    }

    @Test
    void aTaskThatAsksForAllDevicesHoldsAll() {
        bench.show(Seen.gpuNode("n1", 4), Seen.pod("p", TaskPhase.RUNNING, "n1", Seen.asks(4)));
        assertEquals(List.of(0, 1, 2, 3), bench.indexes(bench.task("p")));
    }

    @Test
    void aFinishedTaskHoldsNothing() {
        bench.show(Seen.gpuNode("n1", 4), Seen.pod("p", TaskPhase.RUNNING, "n1", Seen.asks(4)));
        bench.show(Seen.pod("p", TaskPhase.SUCCEEDED, "n1", Seen.asks(4)));
        assertTrue(bench.task("p").getAccelerators().isEmpty());
        assertFalse(bench.node("n1").getTasks().isEmpty());
    }

    private static Change.PodSeen holding(String name, String id) {
        return Seen.pod(name, TaskPhase.RUNNING, "n1", Seen.asks(1), Optional.empty(), new DeviceIds(List.of(id)));
    }
}
