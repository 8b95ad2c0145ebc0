// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.ui.topology.internal.scene.Scene;
import podium.ui.topology.internal.testing.Fleets;

class HighlightsTest {
    private final Fleets fleets = Fleets.aiFactory();
    private final Cluster cluster = fleets.fleet().getClusters().getFirst();
    private final Scene scene = Scene.of(fleets.fleet());
    private final Highlights highlights = new Highlights();

    @Test
    void aJobIsMarkedByAllItsGpus() {
        Job big = cluster.getJobs().getFirst();
        assertEquals("llm-pretrain-70b", big.getName());
        assertEquals(64, Highlights.marks(scene, List.of(big)).cells().size());
    }

    @Test
    void aTaskIsMarkedByItsOwnGpus() {
        Job big = cluster.getJobs().getFirst();
        assertEquals(
                8,
                Highlights.marks(scene, List.of(big.getTasks().get(2))).cells().size());
    }

    @Test
    void hoveringAGpuMarksAllGpusOfItsJob() {
        Node node = cluster.getNodes().getFirst();
        highlights.hover(Optional.of(node.getAccelerators().get(3)));
        assertEquals(64, highlights.company(scene).cells().size());
        highlights.hover(Optional.of(node));
        assertEquals(Highlights.Marks.NONE, highlights.company(scene), "a node is not a job");
    }

    @Test
    void aDeviceOfASliceStandsForTheSlice() {
        var gpu = cluster.getNodes().getFirst().getAccelerators().getFirst();
        fleets.slice(gpu, 2);
        assertEquals(
                gpu,
                Highlights.hit(scene, gpu.getSlices().getFirst()).orElseThrow().subject());
    }

    @Test
    void hoveringTheSameThingAgainTellsNobody() {
        int[] told = {0};
        highlights.listen(() -> told[0]++);
        highlights.hover(Optional.of(cluster));
        highlights.hover(Optional.of(cluster));
        assertEquals(1, told[0]);
    }

    @Test
    void focusOnSomethingThatIsGoneIsNoFocus() {
        Node node = cluster.getNodes().getFirst();
        highlights.focus(Optional.of(node));
        assertTrue(highlights.focus(scene).isPresent());
        node.setDomain(null);
        cluster.getNodes().remove(node);
        assertEquals(Optional.empty(), highlights.focus(Scene.of(fleets.fleet())));
    }
}
