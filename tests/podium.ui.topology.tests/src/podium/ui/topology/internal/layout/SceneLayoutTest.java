// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import podium.model.fleet.Cluster;
import podium.model.fleet.Domain;
import podium.model.fleet.Health;
import podium.model.fleet.Node;
import podium.model.fleet.Readiness;
import podium.ui.topology.internal.scene.Box;
import podium.ui.topology.internal.scene.Cell;
import podium.ui.topology.internal.scene.Scene;
import podium.ui.topology.internal.testing.Fleets;
import podium.ui.topology.internal.testing.Rects;

class SceneLayoutTest {
    static Stream<Arguments> layouts() {
        return Stream.of(
                Arguments.of("3 nodes", fleet(Fleets::edge), 770.0, 455.0),
                Arguments.of("32 nodes", fleet(Fleets::aiFactory), 770.0, 455.0),
                Arguments.of("32 nodes, large", fleet(Fleets::aiFactory), 2300.0, 1200.0),
                Arguments.of("32 nodes, tall", fleet(Fleets::aiFactory), 300.0, 900.0),
                Arguments.of("5000 nodes", fleet(() -> Fleets.large(5000, 13)), 1280.0, 800.0),
                Arguments.of("several clusters", fleet(SceneLayoutTest::several), 1000.0, 600.0));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("layouts")
    void childrenLieInsideTheirParentsBelowItsHeader(String name, Fleets fleets, double width, double height) {
        SceneLayout layout = SceneLayout.of(Scene.of(fleets.fleet()), width, height);
        WorldRect world = new WorldRect(0, 0, width, height);
        for (Box box : layout.scene().boxes()) {
            WorldRect outer = box.parent()
                    .map(parent -> layout.of(parent).below(layout.header(parent)))
                    .orElse(world);
            assertTrue(outer.contains(layout.of(box)), () -> box + " " + layout.of(box) + " in " + outer);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("layouts")
    void siblingsDoNotOverlap(String name, Fleets fleets, double width, double height) {
        SceneLayout layout = SceneLayout.of(Scene.of(fleets.fleet()), width, height);
        for (Box box : layout.scene().boxes()) {
            List<Box> children = box.children();
            for (int i = 0; i < children.size(); i++) {
                for (int j = 0; j < i; j++) {
                    assertFalse(
                            Rects.overlap(layout.of(children.get(i)), layout.of(children.get(j))),
                            children.get(i) + " on " + children.get(j));
                }
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("layouts")
    void cellsLieInTheirNodeApartFromEachOther(String name, Fleets fleets, double width, double height) {
        SceneLayout layout = SceneLayout.of(Scene.of(fleets.fleet()), width, height);
        for (Box node : layout.scene().boxes()) {
            if (node.isNode()) {
                List<Cell> cells = layout.scene().cells(node);
                for (int i = 0; i < cells.size(); i++) {
                    assertTrue(layout.of(node).contains(layout.of(cells.get(i))), node.toString());
                    assertTrue(layout.of(cells.get(i)).width() > 0
                            && layout.of(cells.get(i)).height() > 0);
                    assertTrue(i == 0 || !Rects.overlap(layout.of(cells.get(i)), layout.of(cells.get(i - 1))));
                }
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("layouts")
    void theViewIsFilled(String name, Fleets fleets, double width, double height) {
        SceneLayout layout = SceneLayout.of(Scene.of(fleets.fleet()), width, height);
        double clusters = layout.scene().clusters().stream()
                .mapToDouble(box -> layout.of(box).width() * layout.of(box).height())
                .sum();
        assertTrue(clusters > 0.9 * width * height, "clusters cover " + clusters / width / height);
        double cells = layout.scene().cells().stream()
                .mapToDouble(cell -> layout.of(cell).width() * layout.of(cell).height())
                .sum();
        assertTrue(cells > 0.25 * width * height, "cells cover " + cells / width / height);
    }

    @Test
    void whereNodesCanBeReadTheNextOnesAreInSight() {
        double width = 770;
        double height = 455;
        SceneLayout layout = SceneLayout.of(Scene.of(Fleets.large(5000, 13).fleet()), width, height);
        List<WorldRect> nodes = layout.scene().boxes().stream()
                .filter(Box::isNode)
                .map(layout::of)
                .toList();
        // as large as that a node has a line of text above its GPUs
        double scale = 34 / nodes.getFirst().height();
        double widest = 0;
        for (WorldRect node : nodes) {
            double gap = nodes.stream()
                    .filter(other ->
                            other.y() >= node.bottom() - 1e-6 && other.x() < node.right() && node.x() < other.right())
                    .mapToDouble(other -> other.y() - node.bottom())
                    .min()
                    .orElse(0);
            widest = Math.max(widest, gap);
        }
        assertTrue(widest * scale < height / 2, widest * scale + " pixels of nothing between two nodes");
    }

    @Test
    void nothingMovesWhenStatesChange() {
        Fleets fleets = Fleets.aiFactory();
        SceneLayout before = SceneLayout.of(Scene.of(fleets.fleet()), 770, 455);
        Cluster cluster = fleets.fleet().getClusters().getFirst();
        for (Node node : cluster.getNodes()) {
            node.setUnschedulable(!node.isUnschedulable());
            node.setReadiness(Readiness.NOT_READY);
            node.getTasks().clear();
            node.getAccelerators().forEach(gpu -> gpu.setHealth(Health.FAILED));
        }
        SceneLayout after = SceneLayout.of(Scene.of(fleets.fleet()), 770, 455);
        for (Box box : before.scene().boxes()) {
            assertEquals(before.of(box), after.of(after.scene().boxes().get(box.id())));
        }
    }

    /** Cells of a few nodes were a pixel larger than all others, and they alone told their numbers. */
    @Test
    void theLeastCellIsTheSmallestOfAll() {
        SceneLayout layout = SceneLayout.of(Scene.of(Fleets.edge().fleet()), 770, 455);
        List<WorldRect> cells = layout.scene().cells().stream().map(layout::of).toList();
        assertEquals(
                cells.stream().mapToDouble(WorldRect::width).min().orElseThrow(),
                layout.leastCell().width(),
                1e-9);
        assertEquals(
                cells.stream().mapToDouble(WorldRect::height).min().orElseThrow(),
                layout.leastCell().height(),
                1e-9);
    }

    @Test
    void nodesOfARackAreEqualSoThatTheyCanBeCompared() {
        SceneLayout layout = SceneLayout.of(Scene.of(Fleets.aiFactory().fleet()), 770, 455);
        WorldRect first = null;
        for (Box box : layout.scene().boxes()) {
            if (box.isNode()) {
                WorldRect rect = layout.of(box);
                first = first == null ? rect : first;
                assertEquals(first.width(), rect.width(), 1e-6);
                assertEquals(first.height(), rect.height(), 1e-6);
            }
        }
    }

    /** Of a low node the line for its name is as high as it has to be, and the cells get the rest. */
    @Test
    void aNodeThatIsHighEnoughForANameAndARowOfCellsIsNamed() {
        Fleets fleets = new Fleets();
        Domain rack = fleets.domain(fleets.cluster("c"), "rack", "r");
        fleets.node(rack, "mig-1", 4);
        fleets.node(rack, "mig-2", 4);
        Scene scene = Scene.of(fleets.fleet());
        int low = 0;
        for (double height = 70; height < 200; height++) {
            SceneLayout layout = SceneLayout.of(scene, 100, height);
            for (Box node : scene.boxes().subList(2, 4)) {
                double own = layout.of(node).height();
                if (own >= 20 && own < 34) {
                    low++;
                    assertTrue(layout.header(node) >= 12, own + " high, its header " + layout.header(node));
                    assertTrue(layout.grid(node).area().height() >= 6, own + " high: " + layout.grid(node));
                }
            }
        }
        assertTrue(low > 0, "some were as low");
    }

    /** Of three racks below each other two lost their names while the bar of What if took 30 pixels. */
    @Test
    void lowRacksAreAllNamedWhereTheirNodesKeepTheirNamesElseNone() {
        Fleets fleets = new Fleets();
        Cluster cluster = fleets.cluster("c");
        for (int i = 1; i <= 3; i++) {
            Domain rack = fleets.domain(cluster, "rack", "rack-" + i);
            for (int n = 0; n <= i; n++) {
                fleets.node(rack, "n" + i + n, 8);
            }
        }
        Scene scene = Scene.of(fleets.fleet());
        int named = 0;
        int unnamed = 0;
        for (double height = 60; height < 300; height++) {
            SceneLayout layout = SceneLayout.of(scene, 320, height);
            List<Box> low = scene.clusters().getFirst().children().stream()
                    .filter(rack -> layout.of(rack).height() < 72)
                    .toList();
            List<Box> with =
                    low.stream().filter(rack -> layout.header(rack) >= 15).toList();
            assertTrue(with.isEmpty() || with.equals(low), () -> with + " of " + low);
            assertTrue(with.stream()
                    .flatMap(rack -> rack.children().stream())
                    .allMatch(node -> layout.header(node) >= 12));
            named += with.size();
            unnamed += low.size() - with.size();
        }
        assertTrue(named > 0 && unnamed > 0, named + " named, " + unnamed + " not");
    }

    /** The last zone of 5,000 nodes had 8 of them and was a line of seven pixels without a name. */
    @Test
    void aDomainOfFarFewerNodesThanItsLikeIsStillWideEnoughForItsName() {
        Fleets fleets = new Fleets();
        Cluster cluster = fleets.cluster("c");
        for (int i = 1; i <= 20; i++) {
            Domain zone = fleets.domain(cluster, "zone", "zone-" + i);
            for (int n = 0; n < (i == 20 ? 4 : 64); n++) {
                fleets.node(zone, "n" + i + "-" + n, 8);
            }
        }
        SceneLayout layout = SceneLayout.of(Scene.of(fleets.fleet()), 1000, 560);
        List<Box> zones = layout.scene().clusters().getFirst().children();
        double last = layout.of(zones.getLast()).width();
        assertTrue(last > 60, "only " + last);
        assertTrue(last < layout.of(zones.getFirst()).width(), "it has fewer");
    }

    @Test
    void anEmptyClusterGetsRoomToSayWhy() {
        SceneLayout layout = SceneLayout.of(Scene.of(several().fleet()), 1000, 600);
        Box empty = layout.scene().clusters().getLast();
        assertEquals(0, empty.cells());
        double share = layout.of(empty).width() * layout.of(empty).height() / (1000 * 600);
        assertTrue(share > 0.12, "only " + share);
    }

    private static Fleets several() {
        Fleets fleets = Fleets.aiFactory();
        Cluster edge = fleets.cluster("edge");
        fleets.node(edge, "edge-1", 1);
        fleets.node(edge, "edge-2", 2);
        fleets.cluster("empty");
        return fleets;
    }

    private static Fleets fleet(Supplier<Fleets> fleets) {
        return fleets.get();
    }
}
