// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import podium.ui.topology.internal.layout.KeyboardNavigation.Direction;
import podium.ui.topology.internal.scene.Box;
import podium.ui.topology.internal.scene.Scene;
import podium.ui.topology.internal.testing.Fleets;

class KeyboardNavigationTest {
    private final SceneLayout layout =
            SceneLayout.of(Scene.of(Fleets.aiFactory().fleet()), 770, 455);
    private final KeyboardNavigation walk = new KeyboardNavigation(layout);
    private final Viewport fit = Viewport.fit(770, 455);

    @Test
    void itStartsAtTheFirstNodeInView() {
        assertEquals("gpu-a1-1", name(walk.start(fit).orElseThrow()));
        Viewport view = fit.show(layout.of(box("gpu-b2-8")), 0.9, 50);
        assertTrue(view.world().contains(walk.start(view).orElseThrow().rect(layout)));
    }

    @Test
    void arrowsGoToTheNeighbourNode() {
        Hit first = Hit.of(box("gpu-a1-1"));
        assertEquals("gpu-a1-2", name(walk.step(first, Direction.RIGHT)));
        assertEquals("gpu-a1-5", name(walk.step(first, Direction.DOWN)));
        assertEquals("gpu-a1-1", name(walk.step(walk.step(first, Direction.RIGHT), Direction.LEFT)));
    }

    @Test
    void theyCrossRacksAndBlocks() {
        assertEquals("gpu-b1-1", name(walk.step(Hit.of(box("gpu-a1-4")), Direction.RIGHT)));
        assertEquals("gpu-a2-1", name(walk.step(Hit.of(box("gpu-a1-5")), Direction.DOWN)));
    }

    @Test
    void atTheEdgeTheyStay() {
        Hit first = Hit.of(box("gpu-a1-1"));
        assertEquals(first, walk.step(first, Direction.UP));
        assertEquals(first, walk.step(first, Direction.LEFT));
    }

    @Test
    void arrowsOnAGpuGoToTheNextGpuAndOnIntoTheNextNode() {
        Hit gpu = walk.in(Hit.of(box("gpu-a1-1")));
        assertEquals(0, gpu.cell().orElseThrow().place());
        int columns = layout.grid(gpu.box()).columns();
        for (int i = 1; i < columns; i++) {
            gpu = walk.step(gpu, Direction.RIGHT);
        }
        assertEquals(columns - 1, gpu.cell().orElseThrow().place());
        Hit next = walk.step(gpu, Direction.RIGHT);
        assertEquals("gpu-a1-2", name(next));
        assertEquals(0, next.cell().orElseThrow().place());
    }

    @Test
    void inAndOutGoThroughTheLevels() {
        Hit cluster = Hit.of(layout.scene().clusters().getFirst());
        Hit node = walk.in(walk.in(walk.in(cluster)));
        assertEquals("gpu-a1-1", name(node));
        assertEquals(cluster, walk.out(walk.out(walk.out(walk.out(walk.in(node))))));
        assertEquals(cluster, walk.out(cluster));
    }

    @Test
    void everyNodeCanBeReachedWithTheArrows() {
        Set<Hit> reached = new HashSet<>();
        reach(walk.start(fit).orElseThrow(), reached);
        long nodes = layout.scene().boxes().stream().filter(Box::isNode).count();
        assertEquals(nodes, reached.size());
    }

    @Test
    void inAnEmptyFleetThereIsNowhereToStart() {
        SceneLayout empty = SceneLayout.of(Scene.of(new Fleets().fleet()), 100, 100);
        assertEquals(Optional.empty(), new KeyboardNavigation(empty).start(Viewport.fit(100, 100)));
    }

    private void reach(Hit from, Set<Hit> reached) {
        if (reached.add(from)) {
            for (Direction direction : Direction.values()) {
                Hit next = walk.step(from, direction);
                assertTrue(next.box().isNode());
                reach(next, reached);
            }
        }
    }

    private Box box(String name) {
        return layout.scene().boxes().stream()
                .filter(box -> box.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String name(Hit hit) {
        return hit.box().name();
    }
}
