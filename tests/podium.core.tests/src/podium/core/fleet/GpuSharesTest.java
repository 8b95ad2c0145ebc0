// SPDX-License-Identifier: Apache-2.0
package podium.core.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.model.value.Resources;

/** What pods of HAMi's examples ask of single devices, maker by maker. */
class GpuSharesTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        nvidia.com/gpu=2,nvidia.com/gpumem=3000,nvidia.com/gpucores=30 | 2 | 3000 | 30
        cambricon.com/vmlu=1,cambricon.com/mlu370.smlu.vmemory=20,cambricon.com/mlu370.smlu.vcore=10 | 1 | 5120 | 10
        mthreads.com/vgpu=1,mthreads.com/sgpu-memory=32,mthreads.com/sgpu-core=8 | 1 | 16384 | 50
        iluvatar.ai/MR-V100-vgpu=1,iluvatar.ai/MR-V100.vMem=64,iluvatar.ai/MR-V100.vCore=50 | 1 | 16384 | 50
        metax-tech.com/sgpu=1,metax-tech.com/vmemory=4,metax-tech.com/vcore=60 | 1 | 4096 | 60
        metax-tech.com/sgpu=1,metax-tech.com/vmemory=2147483648 | 1 | 2048 | 0
        enflame.com/gcu-memory=20480,enflame.com/gcu-core=40 | 1 | 20480 | 40
        hygon.com/dcunum=1,hygon.com/dcumem=2000,hygon.com/dcucores=60 | 1 | 2000 | 60
        """)
    void aShareIsInTheUnitsOfItsMaker(String requests, int devices, long mebibytes, int cores) {
        GpuShares share = GpuShares.of(Resources.parse(requests.trim()));
        assertEquals(devices, share.devices());
        assertEquals(mebibytes, share.mebibytes());
        assertEquals(cores, share.cores());
    }

    @ParameterizedTest
    @CsvSource({"1, 166", "3, 500", "6, 1000", "12, 1000"})
    void aSliceOfEnflameIsASixthOfOneCard(int slices, int part) {
        assertEquals(new GpuShares(1, 0, part, 0), GpuShares.of(Resources.parse("enflame.com/drs-gcu=" + slices)));
    }
}
