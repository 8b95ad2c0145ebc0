// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.core.change.Change;
import podium.core.change.DeviceReport;
import podium.core.fleet.GpuShares;
import podium.kubernetes.testkit.Data;
import podium.model.fleet.Health;
import podium.model.value.Resources;

/** Nodes whose devices HAMi or Volcano share, in both forms in which they register them, of every maker. */
class RegisteredDevicesTest {
    private static List<Change> node(String key, String value, String resource, int slots) {
        return NodeDecoder.of(
                Data.tree("""
                    {"metadata":{"name":"n","annotations":{"%s":"%s"}},
                    "status":{"capacity":{"%s":"%d"},"allocatable":{"%s":"%d"}}}\
                    """.formatted(key, value.replace("\"", "\\\""), resource, slots, resource, slots)));
    }

    private static List<DeviceReport> devices(List<Change> changes) {
        return ((Change.DevicesSeen) changes.get(1)).devices();
    }

    private static Resources capacity(List<Change> changes) {
        return ((Change.NodeSeen) changes.getFirst()).capacity();
    }

    private static String cards(String form, int count, String type) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(i > 0 ? form.startsWith("{") ? "," : ":" : "").append(form.formatted(i, type));
        }
        return form.startsWith("{") ? "[" + text + "]" : text + ":";
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "hami.io/node-register-Ascend910B3, huawei.com/Ascend910B3",
        "hami.io/node-amd-register, amd.com/gpu",
        "hami.io/node-nvidia-register, nvidia.com/gpu",
        "hami.io/node-dcu-register, hygon.com/dcunum",
        "hami.io/node-mlu-register, cambricon.com/vmlu",
        "hami.io/node-MR-V100-register, iluvatar.ai/MR-V100-vgpu",
        "hami.io/node-register-xpu, kunlunxin.com/vxpu",
        "hami.io/node-biren-register, birentech.com/gpu",
    })
    void fortySlotsOfFiveACardAreEightCards(String key, String resource) {
        for (String form : List.of(
                "card-%d,5,65536,20,%s,0,true",
                "{\"id\":\"card-%d\",\"count\":5,\"devmem\":65536,\"devcore\":20,\"type\":\"%s\",\"health\":true}")) {
            List<Change> node = node(key, cards(form, 8, "X100"), resource, 40);
            assertEquals(8, devices(node).size(), form);
            assertEquals("card-7", devices(node).getLast().uuid());
            assertEquals("X100", devices(node).getLast().model());
            assertEquals(OptionalLong.of(64L << 30), devices(node).getFirst().memoryBytes());
            assertEquals(8, capacity(node).get(resource));
            assertEquals(40, capacity(node).get(GpuShares.HAMI_SLOTS));
        }
    }

    @Test
    void aCardThatIsCalledUnhealthyIsThereButNotOffered() {
        List<Change> node = node(
                "hami.io/node-nvidia-register",
                "[{\"id\":\"GPU-a\",\"count\":10,\"devmem\":32768,\"type\":\"NVIDIA-Tesla V100\",\"health\":true},"
                        + "{\"id\":\"GPU-b\",\"count\":10,\"devmem\":32768,\"type\":\"NVIDIA-NVIDIA A100\"}]",
                "nvidia.com/gpu",
                20);
        assertEquals(Health.FAILED, devices(node).get(1).health());
        assertEquals(
                List.of("Tesla V100", "NVIDIA A100"),
                devices(node).stream().map(DeviceReport::model).toList());
        assertEquals(2, capacity(node).get("nvidia.com/gpu"));
        assertEquals(
                1,
                ((Change.NodeSeen) node.getFirst()).allocatable().get("nvidia.com/gpu"),
                "nothing fits on a broken one");
    }

    /**
     * Under HAMi, Cambricon and Moore Threads register nothing by annotation: their plugins offer cores and memory of all cards, and HAMi
     * makes cards of them with names of its own (pkg/device/cambricon and mthreads, GetNodeDevices).
     */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "cambricon.com/mlu.smlu.vcore, 800, cambricon.com/mlu.smlu.vmemory, 1536, cambricon.com/vmlu,"
                + " n-cambricon-mlu-7, 48",
        "cambricon.com/mlu370.smlu.vcore, 800, cambricon.com/mlu370.smlu.vmemory, 768, cambricon.com/vmlu,"
                + " n-cambricon-mlu-7, 24",
        "mthreads.com/sgpu-core, 128, mthreads.com/sgpu-memory, 768, mthreads.com/vgpu, n-mthreads-7, 48",
    })
    void cardsOfWhichOnlyCoresAndMemoryAreOfferedAreCards(
            String core, int cores, String mem, int memory, String resource, String last, long gibibytes) {
        List<Change> node = NodeDecoder.of(Data.tree("""
            {"metadata":{"name":"n"},
            "status":{"capacity":{"%1$s":"%2$d","%3$s":"%4$d"},"allocatable":{"%1$s":"%2$d","%3$s":"%4$d"}}}\
            """.formatted(core, cores, mem, memory)));
        assertEquals(8, devices(node).size());
        assertEquals(last, devices(node).getLast().uuid());
        assertEquals(OptionalLong.of(gibibytes << 30), devices(node).getFirst().memoryBytes());
        assertEquals(8, capacity(node).get(resource));
        assertEquals(800, capacity(node).get(GpuShares.HAMI_SLOTS));
    }

    @Test
    void whatIsOfferedAsCardsIsNotCountedByItsCoresOnceMore() {
        List<Change> node = NodeDecoder.of(Data.tree("""
            {"metadata":{"name":"n"},"status":{"capacity":{"cambricon.com/mlu":"8","cambricon.com/mlu.smlu.vcore":"800"}}}\
            """));
        assertEquals(1, node.size());
        assertEquals(8, capacity(node).get("cambricon.com/mlu"));
    }

    /** In the likeness of a node with MetaX's shared GPUs (pkg/device/metax/protocol.go of Project-HAMi/HAMi). */
    @Test
    void metaxTellsItsSharedGpusInAFormOfItsOwn() {
        List<Change> node = node(
                "metax-tech.com/node-gpu-devices",
                "[{\"uuid\":\"GPU-1\",\"bdf\":\"0000:44:00.0\",\"model\":\"MXC500\",\"totalDevCount\":16,\"totalCompute\":100,"
                        + "\"totalVRam\":65536,\"numa\":1,\"healthy\":true,\"qosPolicy\":\"fixed-share\"},"
                        + "{\"uuid\":\"GPU-2\",\"bdf\":\"0000:45:00.0\",\"model\":\"MXC500\",\"totalDevCount\":16,"
                        + "\"totalCompute\":100,\"totalVRam\":65536}]",
                "metax-tech.com/sgpu",
                32);
        assertEquals(
                List.of("GPU-1", "GPU-2"),
                devices(node).stream().map(DeviceReport::uuid).toList());
        assertEquals("MXC500", devices(node).getFirst().model());
        assertEquals("0000:44:00.0", devices(node).getFirst().pciBusId());
        assertEquals(OptionalLong.of(64L << 30), devices(node).getFirst().memoryBytes());
        assertEquals(Health.FAILED, devices(node).getLast().health());
        assertEquals(2, capacity(node).get("metax-tech.com/sgpu"));
        assertEquals(32, capacity(node).get(GpuShares.HAMI_SLOTS));
    }

    @Test
    void volcanoRegistersFiveFields() {
        List<Change> node = node(
                "volcano.sh/node-vgpu-register",
                "GPU-a,10,32768,NVIDIA-Tesla V100,true:GPU-b,10,32768,NVIDIA-Tesla V100,true:",
                "volcano.sh/vgpu-number",
                20);
        assertEquals(2, devices(node).size());
        assertEquals(20, capacity(node).get("volcano.sh/vgpu-number"), "its scheduler counts the slots itself");
    }

    @Test
    void whatIsNotInEitherFormRegistersNothing() {
        for (String text : List.of("", "x", "[", "a,b:", "[1,2]")) {
            assertTrue(
                    node("hami.io/node-nvidia-register", text, "nvidia.com/gpu", 8)
                                            .size()
                                    == 1
                            || devices(node("hami.io/node-nvidia-register", text, "nvidia.com/gpu", 8)).stream()
                                    .allMatch(device -> device.uuid().isEmpty()),
                    text);
        }
    }

    @Test
    void whatAPodWasGivenIsToldUnderTheNameOfItsMaker() {
        for (String key : List.of(
                "hami.io/vgpu-devices-allocated",
                "hami.io/Ascend910B3-devices-allocated",
                "hami.io/dcu-devices-allocated",
                "hami.io/cambricon-mlu-devices-allocated",
                "hami.io/kunlun-allocated")) {
            assertTrue(GpuShareAnnotations.given(key), key);
        }
    }

    @Test
    void slicesOfEnflameAreOfTheCardsThatTheNodeNames() {
        List<Change> node = node("enflame.com/gcu-drs-capacity", """
            {"devices":[{"index":"0","minor":"0","capacity":6},{"index":"1","minor":"1","capacity":"6"}],\
            "profiles":{"1g.6gb":"0","3g.20gb":"1","6g.40gb":"2"}}\
            """, "enflame.com/drs-gcu", 12);
        assertEquals(
                List.of("n-enflame-drs-0", "n-enflame-drs-1"),
                devices(node).stream().map(DeviceReport::uuid).toList());
        assertEquals(OptionalLong.of(40L << 30), devices(node).getFirst().memoryBytes());
        assertEquals(2, capacity(node).get("enflame.com/drs-gcu"));
        assertEquals(12, capacity(node).get(GpuShares.HAMI_SLOTS));
    }

    @Test
    void gpusOfKoordinatorAreSeenWhereNoDevicePluginTellsThem() {
        String status = "{\"koordinator.sh/gpu-core\":\"800\",\"koordinator.sh/gpu-memory\":\"640Gi\"%s}";
        String node =
                "{\"metadata\":{\"name\":\"n\",\"labels\":{\"node.koordinator.sh/gpu-model\":\"A100\"}},\"status\":{\"capacity\":"
                        + status + "}}";
        List<DeviceReport> gpus = devices(NodeDecoder.of(Data.tree(node.formatted(""))));
        assertEquals(8, gpus.size());
        assertEquals("koordinator-gpu-7", gpus.getLast().uuid());
        assertEquals("A100", gpus.getLast().model());
        assertEquals(OptionalLong.of(80L << 30), gpus.getLast().memoryBytes());
        assertEquals(
                1,
                NodeDecoder.of(Data.tree(node.formatted(",\"nvidia.com/gpu\":\"8\"")))
                        .size());
    }

    @Test
    void anAnnotationThatNobodyCanReadIsNoCard() {
        for (String text : List.of("", "{", "[]", "{\"devices\":7}", "{\"profiles\":[]}")) {
            assertEquals(
                    1, node("enflame.com/gcu-drs-capacity", text, "cpu", 12).size(), text);
        }
    }
}
