// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.kubelet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.simulator.internal.engine.Rig;
import podium.simulator.internal.json.Json;
import podium.simulator.store.ResourceTypes;

class MigManagerTest {
    private static final Map<String, String> A100 = Map.of(
            "nvidia.com/gpu.count", "8",
            "nvidia.com/gpu.memory", "81920",
            "nvidia.com/gpu.product", "NVIDIA-A100-SXM4-80GB",
            "nvidia.com/mig.capable", "true",
            "nvidia.com/mig.config", "all-disabled",
            "nvidia.com/mig.config.state", "success");

    private final Rig rig = new Rig();

    @AfterEach
    void close() {
        rig.close();
    }

    private void node(String strategy) {
        rig.node("n1", 8, A100);
        label("nvidia.com/mig.strategy", strategy);
        rig.advance("1m");
    }

    private void label(String key, String value) {
        rig.change(ResourceTypes.NODE, "n1", node -> Json.with(node, "metadata", "labels")
                .put(key, value));
    }

    private String label(String key) {
        return Json.labels(rig.get(ResourceTypes.NODE, "n1")).getOrDefault(key, "");
    }

    private String offers(String resource) {
        return Json.text(rig.get(ResourceTypes.NODE, "n1"), "status", "allocatable", resource);
    }

    private String state() {
        return label(MigManager.STATE);
    }

    @Test
    void theLabelCutsTheGpusAndTheNodeOffersNothingMeanwhile() {
        node("mixed");
        label(MigManager.CONFIG, "all-3g.40gb");
        rig.settle();
        assertEquals("pending", state());
        assertEquals("0", offers("nvidia.com/gpu"));
        rig.advance("30s");
        assertEquals("success", state());
        assertEquals("0", offers("nvidia.com/gpu"));
        assertEquals("16", offers("nvidia.com/mig-3g.40gb"));
        assertEquals("16", label("nvidia.com/mig-3g.40gb.count"));
        assertEquals(
                16, rig.life().kubelets().devices("n1").orElseThrow().entries().size());
    }

    @Test
    void withTheSingleStrategyInstancesCountAsGpus() {
        node("single");
        label(MigManager.CONFIG, "all-1g.20gb");
        rig.advance("30s");
        assertEquals("32", offers("nvidia.com/gpu"));
        assertEquals("NVIDIA-A100-SXM4-80GB-MIG-1g.20gb", label("nvidia.com/gpu.product"));
        assertEquals(
                32, rig.life().kubelets().devices("n1").orElseThrow().entries().size());
        label(MigManager.CONFIG, "all-balanced");
        rig.advance("30s");
        assertEquals("0", offers("nvidia.com/gpu"), "unequal instances are invalid with this strategy");
        label(MigManager.CONFIG, "all-disabled");
        rig.advance("30s");
        assertEquals("8", offers("nvidia.com/gpu"));
        assertEquals("NVIDIA-A100-SXM4-80GB", label("nvidia.com/gpu.product"));
    }

    @Test
    void podsStartOnTheNewInstances() {
        node("mixed");
        label(MigManager.CONFIG, "all-balanced");
        rig.advance("30s");
        rig.apply("{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: [{name: main, image: i,"
                + " resources: {limits: {nvidia.com/mig-2g.20gb: 1}}}]}}");
        rig.advance("1m");
        assertEquals("Running", rig.phase("p"));
    }

    @Test
    void gpusInUseMakeItFailAndTheNodeOffersWhatItDid() {
        node("mixed");
        rig.pod("busy", 1).advance("1m");
        label(MigManager.CONFIG, "all-1g.10gb");
        rig.advance("30s");
        assertEquals("failed", state());
        assertEquals("8", offers("nvidia.com/gpu"));
        assertEquals("Running", rig.phase("busy"));
    }

    @Test
    void aConfigurationThatIsNotForThisGpuFails() {
        node("mixed");
        label(MigManager.CONFIG, "all-1g.5gb");
        rig.advance("30s");
        assertEquals("failed", state());
    }

    @Test
    void onlyTheLastOfTwoLabelsIsCarriedOut() {
        node("mixed");
        label(MigManager.CONFIG, "all-1g.10gb");
        rig.advance("10s");
        label(MigManager.CONFIG, "all-7g.80gb");
        rig.advance("20s");
        assertEquals("pending", state());
        rig.advance("10s");
        assertEquals("8", offers("nvidia.com/mig-7g.80gb"));
        assertEquals("", offers("nvidia.com/mig-1g.10gb"));
    }

    @Test
    void aGpuThatCannotBeCutIsLeftAlone() {
        rig.node("n2", 4, Map.of("nvidia.com/gpu.count", "4"));
        rig.change(ResourceTypes.NODE, "n2", node -> Json.with(node, "metadata", "labels")
                .put(MigManager.CONFIG, "all-1g.10gb"));
        rig.advance("1m");
        assertTrue(!Json.labels(rig.get(ResourceTypes.NODE, "n2")).containsKey(MigManager.STATE));
    }

    /** Counts and names as in mig-parted's default configuration. */
    @ParameterizedTest
    @CsvSource({
        "40960, all-1g.5gb, 7",
        "40960, all-1g.10gb, 4",
        "81920, all-4g.40gb, 1",
        "81559, all-2g.20gb, 3",
        "97871, all-3g.48gb, 2",
        "143771, all-1g.18gb, 7",
        "143771, all-1g.35gb, 4",
        "143771, all-3g.71gb, 2",
        "143771, all-7g.141gb, 1",
        "183359, all-1g.23gb, 7",
        "24576, all-1g.6gb, 4",
        "24576, all-4g.24gb, 1"
    })
    void everyGpuHasItsProfiles(int memory, String config, int count) {
        assertEquals(
                Map.of(config.substring("all-".length()), count),
                MigPartition.of(config, memory).orElseThrow().perGpu());
    }
}
