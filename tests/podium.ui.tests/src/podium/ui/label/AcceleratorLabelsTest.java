// SPDX-License-Identifier: Apache-2.0
package podium.ui.label;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Cluster;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Node;
import podium.model.fleet.Slice;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.model.fleet.Vendor;
import podium.ui.fake.FakeFleet;

class AcceleratorLabelsTest {
    private final FakeFleet made = new FakeFleet();
    private final Cluster cluster = made.cluster("lab", 2);
    private final Node node = cluster.getNodes().getFirst();

    private static Accelerator of(Vendor vendor) {
        Accelerator device = FleetFactory.INSTANCE.createAccelerator();
        device.setVendor(vendor);
        return device;
    }

    private void all(Vendor vendor) {
        cluster.getNodes().forEach(each -> each.getAccelerators().forEach(device -> device.setVendor(vendor)));
    }

    @ParameterizedTest
    @CsvSource({
        "NVIDIA, GPU",
        "AMD, GPU",
        "INTEL, GPU",
        "GOOGLE, TPU",
        "HABANA, Gaudi",
        "AWS, Neuron device",
        "CAMBRICON, MLU",
        "METAX, GPU",
        "ASCEND, NPU"
    })
    void onlyWhatIsAGpuIsCalledOne(Vendor vendor, String word) {
        assertEquals(word, AcceleratorLabels.word(of(vendor)));
        assertEquals("1 " + word, AcceleratorLabels.counted(List.of(of(vendor))));
        assertEquals("2 " + word + "s", AcceleratorLabels.counted(List.of(of(vendor), of(vendor))));
    }

    @Test
    void devicesOfSeveralKindsHaveOneWordForAll() {
        assertEquals("2 devices", AcceleratorLabels.counted(List.of(of(Vendor.NVIDIA), of(Vendor.GOOGLE))));
        assertEquals("2 GPUs", AcceleratorLabels.counted(List.of(of(Vendor.NVIDIA), of(Vendor.AMD))));
        assertEquals("device", AcceleratorLabels.wordOf(List.of(of(Vendor.AWS), of(Vendor.GOOGLE))));
        assertEquals("0 GPUs", AcceleratorLabels.counted(List.of()));
    }

    @Test
    void aClusterIsCalledByWhatItsNodesHave() {
        assertEquals("GPU", AcceleratorLabels.word(cluster));
        all(Vendor.HABANA);
        assertEquals("Gaudi", AcceleratorLabels.word(cluster));
        node.getAccelerators().forEach(device -> device.setVendor(Vendor.NVIDIA));
        assertEquals("device", AcceleratorLabels.word(cluster));
        node.getAccelerators().clear();
        assertEquals("Gaudi", AcceleratorLabels.word(cluster), "a node without devices has no say");
    }

    @Test
    void aModelIsShownWithoutItsMakerAndOneThatIsNotKnownAsUnknown() {
        Accelerator device = of(Vendor.AMD);
        device.setModel("AMD-Instinct-MI300X-OAM");
        assertEquals("Instinct MI300X OAM", AcceleratorLabels.model(device));
        device.setModel("");
        assertEquals(
                "8 \u00d7 H100 80GB HBM3, 1 \u00d7 " + AcceleratorLabels.model(device),
                AcceleratorLabels.models(plus(device)));
    }

    private List<Accelerator> plus(Accelerator device) {
        List<Accelerator> all = new java.util.ArrayList<>(node.getAccelerators());
        all.add(device);
        return all;
    }

    @Test
    void aThingHasItsOwnDevicesThoseBelowItOrThoseItsTasksHold() {
        assertEquals(16, AcceleratorLabels.of(cluster).size());
        assertEquals(16, AcceleratorLabels.of(cluster.getDomains().getFirst()).size());
        assertEquals(8, AcceleratorLabels.of(node).size());
        Accelerator first = node.getAccelerators().getFirst();
        assertEquals(List.of(first), AcceleratorLabels.of(first));
        Job job = made.job(cluster, "train", "Job", JobState.RUNNING, 2, 3);
        Task task = made.task(job, 0, TaskPhase.RUNNING, List.of(node));
        made.task(job, 1, TaskPhase.PENDING, List.of());
        assertEquals(node.getAccelerators().subList(0, 3), AcceleratorLabels.of(task));
        assertEquals(AcceleratorLabels.of(task), AcceleratorLabels.of(job));
        assertEquals(List.of(), AcceleratorLabels.of(made.fleet()));
    }

    @Test
    void twoSlicesOfOneDeviceAreOneDevice() {
        Accelerator device = node.getAccelerators().get(5);
        Slice one = FleetFactory.INSTANCE.createSlice();
        Slice two = FleetFactory.INSTANCE.createSlice();
        device.getSlices().addAll(List.of(one, two));
        assertEquals(List.of(device), AcceleratorLabels.of(two));
        Job job = made.job(cluster, "serve", "Deployment", JobState.RUNNING, 2, 0);
        made.task(job, 0, TaskPhase.RUNNING, List.of()).getSlices().add(one);
        made.task(job, 1, TaskPhase.RUNNING, List.of()).getSlices().add(two);
        assertEquals(List.of(device), AcceleratorLabels.of(job));
    }
}
