// SPDX-License-Identifier: Apache-2.0
package podium.core.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import podium.core.change.Change;
import podium.core.testkit.FleetBench;
import podium.core.testkit.Offers;
import podium.core.testkit.Seen;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Health;
import podium.model.fleet.Node;
import podium.model.fleet.TaskPhase;
import podium.model.value.DeviceTaint;
import podium.model.value.DeviceTaints;
import podium.model.value.Labels;
import podium.model.value.Resources;
import podium.model.value.Taint;
import podium.model.value.Taints;
import podium.model.value.TaskSpec;

/** Accelerators of all makers by the names of their resources, and what of them is held. */
class AcceleratorKindTest {
    private final FleetBench bench = new FleetBench();

    private Node node(Map<String, Long> resources, String... labels) {
        bench.show(Seen.node("n", Labels.of(labels), Resources.of(resources)));
        return bench.node("n");
    }

    private void runs(String pod, Map<String, Long> requests) {
        bench.show(Seen.pod(pod, TaskPhase.RUNNING, "n", TaskSpec.of(Resources.of(requests))));
    }

    @ParameterizedTest(name = "{0} counts {1}")
    @CsvSource({
        "nvidia.com/gpu, GPU",
        "nvidia.com/mig-1g.10gb, MIG slice",
        "nvidia.com/GA102GL_A10, GPU",
        "nvidia.com/GH100_H100_SXM5_80GB, GPU",
        "nvidia.com/TU104GL_TESLA_T4, GPU",
        "nvidia.com/AD102GL_L40S, GPU",
        "nvidia.com/AD102_HIGH_DEFINITION_AUDIO_CONTROLLER, ''",
        "nvidia.com/NVIDIA_A10-12Q, vGPU",
        "nvidia.com/GRID_P100-12Q, vGPU",
        "nvidia.com/hostdev, ''",
        "hygon.com/dcu-share-4c-16g, DCU share",
        "hygon.com/dcu-share-num, ''",
        "hygon.com/dcu-mig-4g-31gb, DCU instance",
        "baidu.com/xpu, XPU",
        "baidu.com/a800_80g_cgpu, GPU",
        "baidu.com/a800_80g_cgpu_memory, ''",
        "baidu.com/cgpu_core, ''",
        "nvidia.com/gpumem, ''",
        "nvidia.com/gpumem-percentage, ''",
        "nvidia.com/gpucores, ''",
        "amd.com/cpx_nps4, GPU partition",
        "amd.com/spx_nps1, GPU",
        "amd.com/gpumem, ''",
        "aws.amazon.com/neuron, Neuron device",
        "aws.amazon.com/neurondevice, Neuron device",
        "aws.amazon.com/neuroncore, Neuron core",
        "huawei.com/Ascend910, NPU",
        "huawei.com/Ascend910B4-1, NPU",
        "huawei.com/Ascend910B3-memory, ''",
        "huawei.com/Ascend910B3-core, ''",
        "huawei.com/Ascend910-2c, vNPU",
        "huawei.com/Ascend910-5c.1cpu.8g, vNPU",
        "huawei.com/Ascend310P-4c.3cpu.ndvpp, vNPU",
        "huawei.com/npu, NPU",
        "huawei.com/npu-core, ''",
        "huawei.com/ascend-1980, NPU",
        "huawei.com/ascend-310, NPU",
        "huawei.com/npu-Recover, ''",
        "cambricon.com/mlu, MLU",
        "cambricon.com/vmlu, MLU",
        "cambricon.com/mlu370, MLU",
        "cambricon.com/mlu370.share, MLU share",
        "cambricon.com/mlu370.mim-2m.8gb, MLU instance",
        "cambricon.com/mlu.smlu.vmemory, ''",
        "cambricon.com/mlu.smlu.vcore, ''",
        "hygon.com/dcu, DCU",
        "hygon.com/dcumem, ''",
        "metax-tech.com/gpu, GPU",
        "metax-tech.com/vmemory, ''",
        "mthreads.com/vgpu, GPU",
        "mthreads.com/sgpu-memory, ''",
        "iluvatar.com/gpu, GPU",
        "iluvatar.ai/MR-V100-vgpu, GPU",
        "iluvatar.ai/MR-V100.vMem, ''",
        "enflame.com/gcu, GCU",
        "kunlunxin.com/xpu, XPU",
        "birentech.com/gpu, GPU",
        "birentech.com/1-4-gpu, GPU part",
        "furiosa.ai/rngd, NPU",
        "furiosa.ai/warboy, NPU",
        "beta.furiosa.ai/npu, NPU",
        "furiosa.ai/rngd-4core.24gb, NPU part",
        "rebellions.ai/ATOM, NPU",
        "rebellions.ai/ATOM_PLUS, NPU",
        "tenstorrent.com/n300, Tensix card",
        "c600.graphcore.ai/ipu, IPU",
        "npu.intel.com/accel, NPU",
        "gpu.intel.com/i915_monitoring, ''",
        "gpu.intel.com/millicores, ''",
        "aliyun.com/ppu, PPU",
        "aliyun.com/gpu-count, GPU",
        "aliyun.com/gpu-mem, ''",
        "cloud-tpus.google.com/v3, TPU",
        "cloud-tpus.google.com/preemptible-v2, TPU",
        "enflame.com/vgcu, GCU share",
        "enflame.com/vgcu-percentage, ''",
        "deviceclass.resource.kubernetes.io/gpu.nvidia.com, GPU",
        "deviceclass.resource.kubernetes.io/dra.net, ''",
        "vpc.amazonaws.com/efa, ''",
        "cpu, ''",
    })
    void oneLineAKind(String resource, String word) {
        assertEquals(
                word, AcceleratorKind.of(resource).map(AcceleratorKind::word).orElse(""));
    }

    @Test
    void gpusForVirtualMachinesAreSeenUnderTheNameOfTheirProduct() {
        Node node = node(Map.of("nvidia.com/GH100_H100_SXM5_80GB", 7L, "nvidia.com/NVIDIA_A10-12Q", 2L));
        assertEquals(
                Set.of("H100 SXM5 80GB", "NVIDIA A10-12Q"),
                node.getAccelerators().stream().map(Accelerator::getModel).collect(Collectors.toSet()));
        assertEquals(9, node.getAccelerators().size());
        runs("p", Map.of("nvidia.com/GH100_H100_SXM5_80GB", 4L));
        assertEquals(4, Holdings.of(node).held());
    }

    @Test
    void aNeuronDeviceIsOneWhateverNamesItIsOfferedUnder() {
        Node node = node(Map.of(
                "aws.amazon.com/neuron", 16L, "aws.amazon.com/neurondevice", 16L, "aws.amazon.com/neuroncore", 32L));
        assertEquals(16, node.getAccelerators().size());
        assertEquals(2, node.getAccelerators().getFirst().getSlices().size());
        runs("p", Map.of("aws.amazon.com/neuroncore", 4L));
        runs("q", Map.of("aws.amazon.com/neuron", 4L));
        assertEquals(6, Holdings.of(node).held(), "four cores are two devices");
    }

    @Test
    void aNeuronDeviceThatIsNotOfferedIsOneThoughThreeNamesLackIt() {
        Node node = node(Map.of(
                "aws.amazon.com/neuron", 16L, "aws.amazon.com/neurondevice", 16L, "aws.amazon.com/neuroncore", 32L));
        bench.show(Seen.withAllocatable(
                Seen.node(
                        "n",
                        Labels.none(),
                        Resources.of(Map.of(
                                "aws.amazon.com/neuron",
                                16L,
                                "aws.amazon.com/neurondevice",
                                16L,
                                "aws.amazon.com/neuroncore",
                                32L))),
                Resources.of(Map.of(
                        "aws.amazon.com/neuron",
                        15L,
                        "aws.amazon.com/neurondevice",
                        15L,
                        "aws.amazon.com/neuroncore",
                        30L))));
        assertEquals(new Holdings(16, 0, 15, 0, 0, 0, 0, 1), Holdings.of(node));
    }

    @Test
    void aGpuThatIsNotOfferedStaysBrokenWhileItsNodeIsCordonedAndAfterwards() {
        Node node = node(Map.of("nvidia.com/gpu", 8L));
        bench.show(seven(false), Seen.devices("n", "s", Seen.device(6, "GPU-g", Health.FAILED)));
        assertEquals(new Holdings(8, 0, 7, 0, 1, 0), Holdings.of(node));
        bench.show(seven(true));
        assertEquals(new Holdings(8, 0, 0, 0, 1, 0, 7), Holdings.of(node));
        assertEquals(AcceleratorState.FAILED, Holdings.states(node).get(6));
        bench.show(seven(false));
        assertEquals(new Holdings(8, 0, 7, 0, 1, 0), Holdings.of(node));
        assertEquals(AcceleratorState.FAILED, Holdings.states(node).get(6));
        assertEquals(
                7,
                Holdings.states(node).stream()
                        .filter(state -> state == AcceleratorState.FREE)
                        .count());
    }

    private static Change seven(boolean cordoned) {
        Resources eight = Resources.of(Map.of("nvidia.com/gpu", 8L));
        return Seen.withAllocatable(
                Seen.node("n", "uid-n", Labels.none(), Taints.none(), eight, cordoned),
                Resources.of(Map.of("nvidia.com/gpu", 7L)));
    }

    /** In the likeness of an Atlas node with six whole NPUs and one cut into parts of five cores. */
    @Test
    void aPartOfAnNpuIsNoneThoughItsNameGoesOn() {
        Node node = node(Map.of("huawei.com/Ascend910", 6L, "huawei.com/Ascend910-5c.1cpu.8g", 2L));
        assertEquals(7, node.getAccelerators().size());
        assertEquals(
                List.of(0, 0, 0, 0, 0, 0, 2),
                node.getAccelerators().stream()
                        .map(device -> device.getSlices().size())
                        .sorted()
                        .toList());
    }

    /** In the likeness of what Google's driver published of a TPU v4 host: one identifier for all of its chips. */
    @Test
    void chipsThatTheirDriverGivesOneIdentifierAreSeveral() {
        node(Map.of("cpu", 64L));
        bench.show(Seen.devices(
                "n",
                "s",
                Seen.device(0, "tpu-2554", Health.HEALTHY),
                Seen.device(1, "tpu-2554", Health.HEALTHY),
                Seen.device(2, "tpu-2554", Health.HEALTHY),
                Seen.device(3, "tpu-2554", Health.HEALTHY)));
        assertEquals(4, bench.node("n").getAccelerators().size());
    }

    @Test
    void partitionsOfAmdAreCountedAsTheGpusTheyAreOf() {
        Node mixed = node(Map.of("amd.com/cpx_nps4", 64L), "amd.com/gpu.product-name", "AMD_Instinct_MI300X_OAM");
        assertEquals(8, mixed.getAccelerators().size());
        assertEquals(
                "cpx_nps4",
                mixed.getAccelerators().getFirst().getSlices().getFirst().getProfile());
        runs("p", Map.of("amd.com/cpx_nps4", 9L));
        assertEquals(2, Holdings.of(mixed).held());
        Node single = node(Map.of("amd.com/gpu", 64L), "amd.com/gpu.compute-memory-partition", "cpx_nps4");
        assertEquals(8, single.getAccelerators().size());
    }

    /** In the likeness of nodes of BR166 whose cards are cut in halves, and of ACK with the shared GPUs of gpushare-device-plugin. */
    @Test
    void cardsAreCountedWhereOnlyTheirPartsOrTheirMemoryAreOffered() {
        Node halves = node(Map.of("birentech.com/1-2-gpu", 16L));
        assertEquals(8, halves.getAccelerators().size());
        runs("p", Map.of("birentech.com/1-2-gpu", 3L));
        assertEquals(2, Holdings.of(halves).held());
        Node shared = node(Map.of("aliyun.com/gpu-count", 2L, "aliyun.com/gpu-mem", 30L));
        assertEquals(2, shared.getAccelerators().size());
        assertEquals(15L << 30, shared.getAccelerators().getFirst().getMemoryBytes());
    }

    /** In the likeness of an Atlas 850: MindCluster offers its chips under one name, whatever they are. */
    @Test
    void theNpusOfTheNewestGenerationAreSeen() {
        Node node = node(
                Map.of("huawei.com/npu", 8L),
                "node.kubernetes.io/npu.chip.name",
                "Ascend950DT",
                "mind-cluster/npu-chip-memory",
                "64G");
        assertEquals(8, node.getAccelerators().size());
        assertEquals("Ascend950DT", node.getAccelerators().getFirst().getModel());
        assertEquals(64L << 30, node.getAccelerators().getFirst().getMemoryBytes());
        runs("p", Map.of("huawei.com/npu", 4L));
        assertEquals(4, Holdings.of(node).held());
    }

    @Test
    void theMemoryThatAShareAsksForIsNoDevice() {
        TaskSpec share = TaskSpec.of(
                Resources.of(Map.of("huawei.com/Ascend910B3", 1L, "huawei.com/Ascend910B3-memory", 16384L)));
        assertEquals(1, Holdings.asked(share));
    }

    @ParameterizedTest
    @CsvSource({
        "amd.com/gpu, amd.com/gpu.device-id, 74a1, AMD Instinct MI300X",
        "gpu.intel.com/i915, gpu.intel.com/device-id.0380-0bda.present, true, Intel Data Center GPU Max 1100",
        "nvidia.com/gpu, cloud.google.com/gke-accelerator, nvidia-h100-80gb, nvidia-h100-80gb",
        "nvidia.com/gpu, accelerator, nvidia, ",
        "amd.com/gpu, amd.com/gpu.product-name, Instinct_MI210, Instinct_MI210",
        "amd.com/gpu, beta.amd.com/gpu.product-name.AMD_Instinct_MI250X, 8, AMD_Instinct_MI250X",
        "metax-tech.com/gpu, metax-tech.com/gpu.product, MXC500, MXC500",
        "nvidia.com/gpu, gpu.nvidia.com/model, H100_NVLINK_80GB, H100_NVLINK_80GB",
        "nvidia.com/gpu, gpu.nvidia.com/class, A100_NVLINK_80GB, A100_NVLINK_80GB",
        "nvidia.com/gpu, eks.amazonaws.com/instance-gpu-name, l40s, l40s",
        "nvidia.com/gpu, karpenter.azure.com/sku-gpu-name, A100, A100",
        "nvidia.com/gpu, kubernetes.azure.com/sku-gpu-name, A10, A10",
        "nvidia.com/gpu, skypilot.co/accelerator, rtxpro6000, rtxpro6000",
        "habana.ai/gaudi, habana.ai/product.name, HL-225, HL-225",
        "nvidia.com/gpu, node.kubernetes.io/instance-type, p5.48xlarge, H100",
        "nvidia.com/gpu, node.kubernetes.io/instance-type, p5en.48xlarge, H200",
        "nvidia.com/gpu, node.kubernetes.io/instance-type, g6e.12xlarge, L40S",
        "nvidia.com/gpu, node.kubernetes.io/instance-type, g6.2xlarge, L4",
        "nvidia.com/gpu, node.kubernetes.io/instance-type, Standard_NC24ads_A100_v4, A100",
        "nvidia.com/gpu, node.kubernetes.io/instance-type, Standard_ND96isr_H200_v5, H200",
        "nvidia.com/gpu, node.kubernetes.io/instance-type, Standard_NC6s_v3, V100",
        "amd.com/gpu, node.kubernetes.io/instance-type, Standard_ND96isr_MI300X_v5, MI300X",
        "nvidia.com/gpu, node.kubernetes.io/instance-type, BM.GPU.H100.8, H100",
        "nvidia.com/gpu, node.kubernetes.io/instance-type, BM.GPU.A100-v2.8, A100",
        "nvidia.com/gpu, node.kubernetes.io/instance-type, BM.GPU.GB200-v3.4, GB200",
        "nvidia.com/gpu, node.kubernetes.io/instance-type, gd-8xh100ib-i128, H100",
        "nvidia.com/gpu, node.kubernetes.io/instance-type, gpu-h200-sxm, H200",
        "nvidia.com/gpu, node.kubernetes.io/instance-type, b200-180gb-sxm-ib.8x, B200",
        "nvidia.com/gpu, node.kubernetes.io/instance-type, gpu_8x_h100_sxm5gdr, H100",
        "nvidia.com/gpu, beta.kubernetes.io/instance-type, p3.16xlarge, V100",
        "nvidia.com/gpu, node.kubernetes.io/instance-type, m5.large, ",
        "nvidia.com/gpu, node.kubernetes.io/instance-type, ecs.gn7i-c8g1.2xlarge, ",
    })
    void theProductIsWhatTheLabelsTell(String resource, String key, String value, String product) {
        assertEquals(
                product,
                node(Map.of(resource, 2L), key, value)
                        .getAccelerators()
                        .getFirst()
                        .getModel());
    }

    @Test
    void vramLabelsTellTheMemory() {
        for (String[] label : new String[][] {
            {"amd.com/gpu.vram", "64G"},
            {"beta.amd.com/gpu.vram.64G", "1"},
            {"karpenter.k8s.aws/instance-gpu-memory", "65536"},
            {"eks.amazonaws.com/instance-gpu-memory", "65536"},
            {"gpu.nvidia.com/vram", "64"}
        }) {
            Accelerator gpu =
                    node(Map.of("amd.com/gpu", 1L), label).getAccelerators().getFirst();
            assertEquals(64L << 30, gpu.getMemoryBytes());
        }
        Accelerator bytes = node(Map.of("nvidia.com/gpu", 1L), "nvidia.com/gpu.memory", "16106127360")
                .getAccelerators()
                .getFirst();
        assertEquals(16106127360L, bytes.getMemoryBytes(), "a label that counts bytes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"nvidia.com/gpu", "amd.com/gpu", "habana.ai/gaudi", "google.com/tpu", "huawei.com/Ascend910"})
    void aDeviceThatIsNotOfferedIsNotFreeAndTheNodeLosesItAndNoneOfItsDevices(String resource) {
        Node node = node(Map.of(resource, 8L));
        offers(resource, 7);
        assertEquals(new Holdings(8, 0, 7, 0, 0, 0, 0, 1), Holdings.of(node));
        assertEquals(Set.of(AcceleratorState.WITHHELD_WHICH), Set.copyOf(Holdings.states(node)));
        runs("p", Map.of(resource, 7L));
        assertEquals(new Holdings(8, 7, 0, 0, 0, 0, 0, 1), Holdings.of(node));
        assertEquals(Set.of(AcceleratorState.UNKNOWN_WHICH), Set.copyOf(Holdings.states(node)));
    }

    /** It was counted twice, and the devices beside it were not known any more. */
    @Test
    void theDeviceThatIsNotOfferedSinceItIsTaintedIsCountedOnce() {
        Node node = node(Map.of("nvidia.com/gpu", 8L));
        offers("nvidia.com/gpu", 7);
        node.getAccelerators()
                .get(5)
                .setTaints(new DeviceTaints(List.of(new DeviceTaint(new Taint("ecc", "", "NoSchedule"), ""))));
        assertEquals(new Holdings(8, 0, 7, 1, 0, 0), Holdings.of(node));
        assertEquals(AcceleratorState.TAINTED, Holdings.states(node).get(5));
        assertEquals(AcceleratorState.FREE, Holdings.states(node).get(4));
    }

    @Test
    void whereADeviceBreaksThatIsHeldTheNodeStillLosesOne() {
        Node node = node(Map.of("nvidia.com/gpu", 8L));
        runs("p", Map.of("nvidia.com/gpu", 8L));
        offers("nvidia.com/gpu", 7);
        assertEquals(new Holdings(8, 8, 0, 0, 0, 0, 0, 1), Holdings.of(node));
        assertEquals(Set.of(AcceleratorState.HELD), Set.copyOf(Holdings.states(node)));
    }

    @Test
    void slicesThatAreNotOfferedNameNoGpu() {
        Node node = node(Map.of("nvidia.com/mig-1g.10gb", 14L), "nvidia.com/gpu.count", "2");
        offers("nvidia.com/mig-1g.10gb", 7);
        assertEquals(new Holdings(2, 0, 1, 0, 0, 0, 0, 1), Holdings.of(node));
        assertEquals(Set.of(AcceleratorState.WITHHELD_WHICH), Set.copyOf(Holdings.states(node)));
    }

    private void offers(String resource, long amount) {
        Change.NodeSeen seen = Seen.node(
                "n",
                bench.node("n").getLabels(),
                Objects.requireNonNull(bench.node("n").getCapacity()));
        bench.show(Seen.withAllocatable(seen, Resources.of(Map.of(resource, amount))));
    }

    @Test
    void whatIsCalledBrokenIsNotCountedAgain() {
        Node node = node(Map.of("nvidia.com/gpu", 8L));
        bench.show(
                Seen.withAllocatable(
                        Seen.node("n", Labels.none(), Resources.of(Map.of("nvidia.com/gpu", 8L))),
                        Resources.of(Map.of("nvidia.com/gpu", 7L))),
                Seen.devices("n", "s", Seen.device(2, "GPU-c", Health.FAILED)));
        assertEquals(1, Holdings.of(node).failed());
        assertEquals(AcceleratorState.FAILED, Holdings.states(node).get(2));
        assertEquals(AcceleratorState.FREE, Holdings.states(node).getLast());
    }

    @Test
    void aPodWhoseResourceADriverServesHoldsWhatItsClaimHas() {
        node(Map.of("cpu", 64L));
        bench.show(Seen.devices(
                "n", "s", Seen.device(0, "GPU-a", Health.HEALTHY), Seen.device(1, "GPU-b", Health.HEALTHY)));
        runs("p", Map.of("example.com/ours", 1L));
        bench.show(Offers.seen(Offers.on(Offers.claim("c", Offers.spec()), "n", List.of("gpu-1"), "p")));
        assertEquals(1, Holdings.held(bench.task("p")));
        assertEquals(1, Holdings.of(bench.node("n")).held());
        runs("q", Map.of("nvidia.com/gpu", 1L));
        bench.show(Offers.seen(Offers.on(Offers.claim("d", Offers.spec()), "n", List.of("gpu-0"), "q")));
        assertEquals(1, Holdings.held(bench.task("q")), "once, though it is asked for and claimed");
        assertEquals(2, Holdings.of(bench.node("n")).held());
    }
}
