// SPDX-License-Identifier: Apache-2.0
package podium.core.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import podium.core.testkit.FleetBench;
import podium.core.testkit.Seen;
import podium.model.fleet.TaskPhase;
import podium.model.value.Labels;
import podium.model.value.Resources;
import podium.model.value.TaskSpec;

class TpuSliceTest {
    private final FleetBench bench = new FleetBench();

    private void hosts(String pool, int from, int to) {
        for (int i = from; i < to; i++) {
            bench.show(Seen.node(
                    pool + "-" + i,
                    Labels.of("cloud.google.com/gke-nodepool", pool, "cloud.google.com/gke-tpu-topology", "4x4"),
                    Resources.of(Map.of("google.com/tpu", 4L))));
        }
    }

    private String words() {
        return TpuSlice.count(bench.cluster.getNodes()).words();
    }

    @Test
    void aSliceOfSeveralHostsIsFreeAsAWholeOrNotAtAll() {
        hosts("a", 0, 4);
        assertEquals("1/1 TPU slice free", words());
        hosts("b", 0, 4);
        bench.show(Seen.pod("p", TaskPhase.RUNNING, "b-2", TaskSpec.of(Resources.of(Map.of("google.com/tpu", 4L)))));
        assertEquals("1/2 TPU slices free", words());
    }

    @Test
    void whatIsThereInPartIsNoSlice() {
        hosts("a", 0, 3);
        assertEquals("", words());
    }
}
