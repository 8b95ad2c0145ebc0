// SPDX-License-Identifier: Apache-2.0
package podium.core.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductPowerLimitTest {
    @ParameterizedTest
    @CsvSource({
        "NVIDIA H100 80GB HBM3,700",
        "NVIDIA-H100-80GB-HBM3,700",
        "NVIDIA H100 PCIe,350",
        "NVIDIA H100 NVL,400",
        "NVIDIA A100-SXM4-40GB,400",
        "NVIDIA A100 80GB PCIe,300",
        "NVIDIA A10G,300",
        "NVIDIA A10,150",
        "Tesla T4,70",
        "NVIDIA L4,72",
        "NVIDIA L40S,350",
        "NVIDIA GB200,1200",
        "AMD Instinct MI300X,750",
        "AMD_Instinct_MI300X_OAM,750",
        "HL-325L,900",
    })
    void aProductIsKnownByThePartOfItsNameThatTellsMost(String model, double watts) {
        assertEquals(OptionalDouble.of(watts), ProductPowerLimit.of(model));
    }

    @ParameterizedTest
    @CsvSource({"''", "GRID A100-10C", "MTT S4000", "H1000", "tpu-v5p-slice", "910B3"})
    void aProductThatIsNotInTheTableIsUnknown(String model) {
        assertEquals(OptionalDouble.empty(), ProductPowerLimit.of(model));
    }

    @Test
    void anOddNameDoesNoHarm() {
        assertEquals(OptionalDouble.empty(), ProductPowerLimit.of("\u0000\u202e***"));
    }
}
