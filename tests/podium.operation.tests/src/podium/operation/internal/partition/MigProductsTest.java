// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.partition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import podium.operation.partition.MigLayout;

class MigProductsTest {
    private static final int COMPUTE_SLICES = 7;

    /** Product labels as GPU feature discovery writes them; the smallest and the largest instance of each. */
    @ParameterizedTest
    @CsvSource({
        "NVIDIA-A30, all-1g.6gb, all-4g.24gb",
        "NVIDIA-A100-SXM4-40GB, all-1g.5gb, all-7g.40gb",
        "A100-PCIE-40GB, all-1g.5gb, all-7g.40gb",
        "NVIDIA-A100-SXM4-80GB, all-1g.10gb, all-7g.80gb",
        "NVIDIA-A800-SXM4-80GB, all-1g.10gb, all-7g.80gb",
        "NVIDIA-H100-80GB-HBM3, all-1g.10gb, all-7g.80gb",
        "NVIDIA-GH200-480GB, all-1g.12gb, all-7g.96gb",
        "NVIDIA-H20, all-1g.12gb, all-7g.96gb",
        "NVIDIA-H200, all-1g.18gb, all-7g.141gb",
        "NVIDIA-B200, all-1g.23gb, all-7g.180gb"
    })
    void everyProductHasItsOwnProfiles(String product, String smallest, String largest) {
        List<String> configs =
                MigProducts.layouts(product).stream().map(MigLayout::config).toList();
        assertEquals("all-disabled", configs.getFirst());
        assertEquals(smallest, configs.get(1));
        assertEquals(largest, configs.get(configs.size() - 2));
        assertEquals("all-balanced", configs.getLast());
    }

    @ParameterizedTest
    @ValueSource(strings = {"NVIDIA-L40S", "NVIDIA-GB200", "Tesla-V100-SXM2-32GB", "NVIDIA-A10", "", "NVIDIA-H100-NVL"})
    void aProductThatIsNotKnownIsNotGuessed(String product) {
        assertEquals(List.of(), MigProducts.layouts(product));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"NVIDIA-A30", "NVIDIA-A100-SXM4-40GB", "NVIDIA-H100-80GB-HBM3", "NVIDIA-H200", "NVIDIA-B200"})
    void noLayoutTakesMoreThanAGpuHas(String product) {
        for (MigLayout layout : MigProducts.layouts(product)) {
            int compute = layout.perGpu().entrySet().stream()
                    .mapToInt(part ->
                            part.getValue() * Character.digit(part.getKey().charAt(0), 10))
                    .sum();
            assertTrue(compute <= COMPUTE_SLICES, layout::toString);
        }
    }

    @Test
    void aLayoutSaysWhatAGpuBecomes() {
        List<MigLayout> layouts = MigProducts.layouts("NVIDIA-A100-SXM4-80GB");
        assertEquals("whole GPUs", layouts.getFirst().words());
        assertEquals(Map.of("1g.10gb", 7), layouts.get(1).perGpu());
        assertEquals("2 × 1g.10gb, 1 × 2g.20gb, 1 × 3g.40gb", layouts.getLast().words());
    }
}
