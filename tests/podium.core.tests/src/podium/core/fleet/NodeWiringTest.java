// SPDX-License-Identifier: Apache-2.0
package podium.core.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.core.fleet.NodeWiring.Shape;
import podium.core.internal.fleet.FleetBench;
import podium.core.internal.fleet.Seen;
import podium.model.fleet.LinkKind;

class NodeWiringTest {
    private final FleetBench bench = new FleetBench();

    @ParameterizedTest(name = "{1} x {0}: {2} {3}")
    @CsvSource({
        "NVIDIA-H100-80GB-HBM3, 8, NVLINK, SWITCHED",
        "NVIDIA-H100-80GB-HBM3, 4, NVLINK, MESH",
        "NVIDIA-H100-PCIe, 8, PCIE, UNKNOWN",
        "NVIDIA-H100-NVL, 8, PCIE, UNKNOWN",
        "NVIDIA-A100-SXM4-80GB, 8, NVLINK, SWITCHED",
        "NVIDIA-A100-PCIE-40GB, 8, PCIE, UNKNOWN",
        "NVIDIA-GB200, 4, NVLINK, SWITCHED_BEYOND",
        "NVIDIA-B200, 8, NVLINK, SWITCHED",
        "Tesla-V100-SXM2-32GB, 8, NVLINK, UNKNOWN",
        "AMD-Instinct-MI300X, 8, XGMI, MESH",
        "NVIDIA-A40, 8, PCIE, UNKNOWN",
        "NVIDIA-A10, 4, PCIE, NONE",
        "Tesla-T4, 4, PCIE, NONE",
        "NVIDIA-GeForce-RTX-4090, 8, PCIE, NONE",
        "NVIDIA-RTX-6000-Ada-Generation, 4, PCIE, NONE",
        "NVIDIA-RTX-A6000, 4, PCIE, UNKNOWN",
        "Something-New, 8, PCIE, UNKNOWN",
        "NVIDIA-L40S, 8, PCIE, NONE"
    })
    void theProductTellsTheWiring(String model, int count, LinkKind kind, Shape shape) {
        bench.show(Seen.gpuNode("n1", count, "nvidia.com/gpu.product", model));
        NodeWiring wiring = NodeWiring.of(bench.node("n1"));
        assertEquals(kind, wiring.kind());
        assertEquals(shape, wiring.shape());
    }

    @Test
    void whatTheProductDoesNotTellIsUnknownAndNotFalse() {
        bench.show(
                Seen.gpuNode("n1", 1, "nvidia.com/gpu.product", "NVIDIA-H100-80GB-HBM3"),
                Seen.gpuNode("n2", 8),
                Seen.gpuNode("n3", 8, "nvidia.com/gpu.product", "NVIDIA-H100-NVL"),
                Seen.gpuNode("n4", 8, "nvidia.com/gpu.product", "NVIDIA-L4"),
                Seen.gpuNode("n5", 8, "nvidia.com/gpu.product", "NVIDIA-B200"));
        assertEquals(Optional.of(false), NodeWiring.of(bench.node("n1")).allToAll(), "a single device");
        assertEquals(Optional.empty(), NodeWiring.of(bench.node("n2")).allToAll(), "no product is told");
        assertEquals(Optional.empty(), NodeWiring.of(bench.node("n3")).allToAll(), "bridges may be there");
        assertEquals(Optional.of(false), NodeWiring.of(bench.node("n4")).allToAll());
        assertEquals(Optional.of(true), NodeWiring.of(bench.node("n5")).allToAll());
    }
}
