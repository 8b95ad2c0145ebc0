// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import podium.core.change.Change;
import podium.core.fleet.GpuShares;
import podium.kubernetes.internal.json.JsonTree;
import podium.kubernetes.testkit.Data;
import podium.kubernetes.testkit.Truth;
import podium.model.value.Resources;

/** Shared GPUs as HAMi, Volcano and KAI write them into annotations. */
class GpuShareAnnotationsTest {
    private static List<Change> read(String kind, String json) {
        return Truth.decode(Truth.kind(kind), new Kind.Shared(), json).changes();
    }

    @Test
    void aNodeOfHamiHasItsDevicesAndNotItsSlots() {
        List<Change> seen = read("nodes", """
            {"metadata":{"name":"n","annotations":{"hami.io/node-nvidia-register":
              "GPU-0a,10,32768,100,NVIDIA-V100,0,true,0,hami-core:GPU-1b,10,32768,100,NVIDIA-V100,1,false:"}},
             "status":{"allocatable":{"nvidia.com/gpu":"20"},"capacity":{"nvidia.com/gpu":"20"}}}\
            """);
        Change.NodeSeen node = (Change.NodeSeen) seen.get(0);
        assertEquals(2, node.capacity().get("nvidia.com/gpu"));
        assertEquals(1, node.allocatable().get("nvidia.com/gpu"), "nothing fits on one that is called unhealthy");
        assertEquals(20, node.allocatable().get(GpuShares.HAMI_SLOTS));
        Change.DevicesSeen devices = (Change.DevicesSeen) seen.get(1);
        assertEquals(
                List.of("GPU-0a", "GPU-1b"),
                devices.devices().stream().map(device -> device.uuid()).toList());
        assertEquals(32768L << 20, devices.devices().getFirst().memoryBytes().getAsLong());
        assertEquals("HAMi reports it unhealthy", devices.devices().getLast().healthReason());
    }

    @Test
    void aPodHoldsTheDevicesThatItsAnnotationNames() {
        String pod = """
            {"metadata":{"name":"p","namespace":"t","annotations":{"KEY":
              "GPU-0a,NVIDIA,3000,30:GPU-1b[0-1],NVIDIA,3000,30:;GPU-0a,NVIDIA,100,0:;"}},"spec":{}}\
            """;
        for (String key : List.of("hami.io/vgpu-devices-allocated", "volcano.sh/vgpu-ids-new")) {
            Change.PodSeen seen =
                    (Change.PodSeen) read("pods", pod.replace("KEY", key)).getFirst();
            assertEquals(List.of("GPU-0a", "GPU-1b"), seen.deviceIds().all());
        }
    }

    @Test
    void aPodHoldsTheGpusThatKoordinatorGaveItByTheirNumbers() {
        String pod = """
            {"metadata":{"name":"p","namespace":"t","annotations":{"scheduling.koordinator.sh/device-allocated":
              "{\\"gpu\\":[{\\"minor\\":1,\\"resources\\":{}},{\\"minor\\":3}],\\"rdma\\":[{\\"minor\\":0}]}"}},"spec":{}}\
            """;
        Change.PodSeen seen = (Change.PodSeen) read("pods", pod).getFirst();
        assertEquals(
                List.of("koordinator-gpu-1", "koordinator-gpu-3"),
                seen.deviceIds().all());
        assertEquals(List.of(), GpuShareAnnotations.uuids("{"), "not written by Koordinator");
    }

    @Test
    void aFractionIsAskedForByAnnotation() {
        String pod = """
            {"metadata":{"name":"p","namespace":"t","annotations":{ANNOTATIONS}},
             "spec":{"containers":[{"resources":{"requests":{"cpu":"1"}}}]}}\
            """;
        assertEquals(
                Resources.parse("cpu=1000,kai.scheduler/gpu-fraction=500,kai.scheduler/gpu-fraction-num-devices=2"),
                requests(pod.replace("ANNOTATIONS", "\"gpu-fraction\":\"0.5\",\"gpu-fraction-num-devices\":\"2\"")));
        assertEquals(
                Resources.parse("cpu=1000,kai.scheduler/gpu-memory=2000"),
                requests(pod.replace("ANNOTATIONS", "\"gpu-memory\":\"2000\"")));
        assertEquals(Resources.parse("cpu=1000"), requests(pod.replace("ANNOTATIONS", "\"gpu-fraction\":\"half\"")));
    }

    @Test
    void aTemplateAsksAsItsPodsDo() throws Exception {
        JsonTree template = Data.tree("""
            {"metadata":{"annotations":{"gpu-fraction":"0.25"}},"spec":{}}\
            """);
        assertEquals(
                Resources.parse("kai.scheduler/gpu-fraction=250"),
                new TaskSpecs().read(template).requests());
    }

    private static Resources requests(String pod) {
        return ((Change.PodSeen) read("pods", pod).getFirst()).spec().requests();
    }
}
