// SPDX-License-Identifier: Apache-2.0
package podium.core.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import podium.model.value.Resources;

/** What each container asks of single devices, beside the sum that a node is held against. */
class PodSharesTest {
    private static final Resources SMALL =
            Resources.parse("nvidia.com/gpu=1,nvidia.com/gpumem=4000,nvidia.com/gpucores=20");
    private static final Resources LARGE = Resources.parse("nvidia.com/gpu=2,nvidia.com/gpumem-percentage=50");
    private static final Resources NONE = Resources.parse("cpu=1000");

    @Test
    void whatEachContainerAsksForIsKeptBesideTheSum() {
        Resources beside = PodShares.beside(List.of(SMALL, NONE, LARGE), List.of(SMALL));
        PodShares pod = PodShares.of(SMALL.plus(LARGE).plus(NONE).plus(beside));
        assertEquals(List.of(new GpuShares(1, 4000, 1000, 20), new GpuShares(2, 0, 500, 0)), pod.containers());
        assertEquals(List.of(new GpuShares(1, 4000, 1000, 20)), pod.starting());
        assertTrue(beside.toMap().keySet().stream().allMatch(PodShares::keeps));
    }

    @Test
    void whereOneContainerAsksTheSumTellsAll() {
        assertTrue(PodShares.beside(List.of(NONE, SMALL), List.of(NONE)).isEmpty());
        assertEquals(
                List.of(new GpuShares(1, 4000, 1000, 20)), PodShares.of(SMALL).containers());
        assertTrue(PodShares.of(NONE).isEmpty());
    }
}
