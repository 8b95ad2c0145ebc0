// SPDX-License-Identifier: Apache-2.0
package podium.core.dra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import podium.core.fleet.AcceleratorKind;
import podium.model.fleet.Vendor;

class AcceleratorMakerTest {
    @ParameterizedTest(name = "{0} is of {1}")
    @CsvSource({
        "gpu.nvidia.com, NVIDIA",
        "gpu.amd.com, AMD",
        "gaudi.intel.com, HABANA",
        "gpu.intel.com, INTEL",
        "tpu.google.com, GOOGLE",
        "neuron.aws.com, AWS",
        "npu.huawei.com, ASCEND",
        "gpu.mthreads.com, MOORE_THREADS",
        "mlu.cambricon.com, CAMBRICON",
        "npu.furiosa.ai, FURIOSA",
        "npu.rebellions.ai, REBELLIONS",
        "tenstorrent.com, TENSTORRENT",
        "gpu.example.com, UNKNOWN",
    })
    void aDriverTellsItsMaker(String driver, Vendor vendor) {
        assertEquals(vendor, AcceleratorMaker.ofDriver(driver).vendor());
    }

    @ParameterizedTest(name = "{0} is of {1}")
    @CsvSource({
        "NVIDIA H100 80GB HBM3, NVIDIA",
        "Tesla T4, NVIDIA",
        "AMD Instinct MI300X, AMD",
        "Intel Data Center GPU Max 1550, INTEL",
        "MTT S5000, MOORE_THREADS",
        "Ascend910B3, ASCEND",
        "MLU370-X8, CAMBRICON",
        "RNGD, FURIOSA",
        "RBLN-CA25, REBELLIONS",
        "H-1, UNKNOWN",
    })
    void aProductTellsItsMaker(String product, Vendor vendor) {
        assertEquals(vendor, AcceleratorMaker.ofProduct(product).vendor());
    }

    @ParameterizedTest
    @EnumSource
    void everyMakerHasALine(Vendor vendor) {
        assertEquals(vendor, AcceleratorMaker.of(vendor).vendor());
        assertNotEquals("", AcceleratorMaker.of(vendor).word());
    }

    @Test
    void aKindIsOfAMakerThatHasALine() {
        assertEquals(
                Vendor.METAX,
                AcceleratorKind.of("metax-tech.com/gpu").orElseThrow().vendor());
        assertEquals(
                "TPU",
                AcceleratorKind.of("deviceclass.resource.kubernetes.io/tpu.google.com")
                        .orElseThrow()
                        .word());
    }
}
