// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.layout;

import java.util.List;
import java.util.stream.IntStream;
import podium.ui.topology.internal.scene.Box;
import podium.ui.topology.internal.scene.Cell;
import podium.ui.topology.internal.scene.Scene;

/**
 * Where everything lies: a rectangle for each box and each cell, filling a world of given size. A function of the scene
 * and the size alone: states do not move anything. Immutable; any thread.
 */
public final class SceneLayout {
    /** Width to height a node should have: a row of cells below a line of text. */
    private static final double NODE_ASPECT = 1.9;

    private static final double DOMAIN_ASPECT = 1.5;
    /** Least share of the whole that a cluster gets, so that a small one can say what it has to. */
    private static final double LEAST_CLUSTER_SHARE = 0.08;

    /** The same of one without nodes: why it has none takes some lines. */
    private static final double LEAST_EMPTY_SHARE = 0.2;

    /** What is less than such a share of the mean of those beside it would be a line without a name: it gets another share. */
    private static final double SLIVER = 0.125;

    private static final double NAMED = 0.5;

    /** Width and height of a node that can be named when everything fits. */
    private static final double LEAST_WITH_NAME = 60;

    private static final double LEAST_WITH_TEXT = 20;

    /** Height of a line of small text. */
    private static final double LINE = 12.25;

    /** Height of a domain that can be named when everything fits. */
    private static final double LEAST_NAMED_DOMAIN = 72;

    private static final double LEAST_DOMAIN_HEADER = 15;

    /**
     * What of a lower domain is left free at its edge and for its name. All of it grows with the zoom, and what lies in such a
     * domain is read at ten or fifty times the size: a tenth of it would fill the view with nothing.
     */
    private static final double LOW_MARGIN = 0.01;

    private static final double LOW_HEADER = 0.035;

    private final Scene scene;
    private final double width;
    private final double height;
    private final WorldRect[] boxes;
    private final double[] headers;
    private final CellGrid[] grids;
    private Size least = new Size(Double.MAX_VALUE, Double.MAX_VALUE);

    private SceneLayout(Scene scene, double width, double height) {
        this.scene = scene;
        this.width = width;
        this.height = height;
        boxes = new WorldRect[scene.boxes().size()];
        headers = new double[boxes.length];
        grids = new CellGrid[boxes.length];
    }

    /** In the units of the world. */
    public record Size(double width, double height) {
        private Size least(WorldRect rect) {
            return new Size(Math.min(width, rect.width()), Math.min(height, rect.height()));
        }
    }

    /** Lays a scene out in a world of this size. */
    public static SceneLayout of(Scene scene, double width, double height) {
        SceneLayout layout = new SceneLayout(scene, Math.max(1, width), Math.max(1, height));
        WorldRect world = new WorldRect(0, 0, layout.width, layout.height);
        layout.place(scene.clusters(), world.inset(scene.clusters().size() > 1 ? 2 : 0), clusterWeights(scene));
        return layout;
    }

    public Scene scene() {
        return scene;
    }

    public double width() {
        return width;
    }

    public WorldRect of(Box box) {
        return boxes[box.id()];
    }

    /** Height of the strip at the top of a box that holds its name; 0 when it is too small for one at any zoom. */
    public double header(Box box) {
        return headers[box.id()];
    }

    /** What every cell is at least as wide and as high as; without cells without bounds. */
    public Size leastCell() {
        return least;
    }

    /** The cells of a node. */
    public CellGrid grid(Box node) {
        return grids[node.id()];
    }

    public WorldRect of(Cell cell) {
        return grids[cell.node().id()].cell(cell.place());
    }

    private static double[] clusterWeights(Scene scene) {
        double[] weights = weights(scene.clusters());
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        for (int i = 0; i < weights.length; i++) {
            boolean empty = scene.clusters().get(i).children().isEmpty();
            weights[i] = Math.max(weights[i], total * (empty ? LEAST_EMPTY_SHARE : LEAST_CLUSTER_SHARE));
        }
        return weights;
    }

    private static double[] weights(List<Box> siblings) {
        double mean =
                siblings.stream().mapToDouble(SceneLayout::weight).average().orElse(0);
        return siblings.stream()
                .mapToDouble(box -> !box.isNode() && weight(box) < SLIVER * mean ? NAMED * mean : weight(box))
                .toArray();
    }

    private static double weight(Box box) {
        return box.isNode() ? Math.max(2, box.cells()) : Math.max(2, box.cells() + 0.5 * (box.end() - box.id()));
    }

    private void place(List<Box> siblings, WorldRect area, double[] weights) {
        List<WorldRect> places = pack(siblings, area, weights);
        boolean named = IntStream.range(0, places.size())
                .allMatch(i -> hasRoomForName(siblings.get(i), rect(siblings.get(i), places.get(i))));
        for (int i = 0; i < places.size(); i++) {
            place(siblings.get(i), places.get(i), named);
        }
    }

    private static List<WorldRect> pack(List<Box> siblings, WorldRect area, double[] weights) {
        boolean nodes = !siblings.isEmpty() && siblings.getFirst().isNode();
        return TreemapPacking.pack(
                area,
                weights,
                nodes
                        ? new TreemapPacking.PlaceShape(NODE_ASPECT, LEAST_WITH_NAME, LEAST_WITH_TEXT + 4)
                        : new TreemapPacking.PlaceShape(DOMAIN_ASPECT, 0, 0));
    }

    /** Whether a domain is not low, or its nodes would all keep their own names below its name. */
    private static boolean hasRoomForName(Box domain, WorldRect rect) {
        List<Box> nodes = domain.children();
        return !isLow(rect)
                || domain.kind() == Box.Kind.DOMAIN
                        && !nodes.isEmpty()
                        && nodes.getFirst().isNode()
                        && pack(nodes, inner(domain, rect, domainHeader(rect.height(), true)), weights(nodes)).stream()
                                .allMatch(place -> rect(nodes.getFirst(), place).height() >= LEAST_WITH_TEXT);
    }

    /** @param named whether what is low is named as what lies beside it: all of them are, or none */
    private void place(Box box, WorldRect place, boolean named) {
        WorldRect rect = rect(box, place);
        boxes[box.id()] = rect;
        double header =
                switch (box.kind()) {
                    case CLUSTER -> Math.min(22, rect.height() * 0.2);
                    case DOMAIN -> domainHeader(rect.height(), named);
                    case NODE -> nodeHeader(box, rect.height());
                };
        headers[box.id()] = header;
        WorldRect inner = inner(box, rect, header);
        if (box.isNode()) {
            grids[box.id()] = CellGrid.of(inner, box.cells());
            least = box.cells() == 0 ? least : least.least(grids[box.id()].cell(0));
        } else {
            grids[box.id()] = CellGrid.NONE;
            place(box.children(), inner, weights(box.children()));
        }
    }

    private static WorldRect rect(Box box, WorldRect place) {
        double shorter = Math.min(place.width(), place.height());
        return place.inset(
                switch (box.kind()) {
                    case CLUSTER -> 1;
                    case DOMAIN -> Math.min(3, shorter * (isLow(place) ? LOW_MARGIN : 0.025));
                    case NODE -> Math.min(2, shorter * 0.05);
                });
    }

    /** What of a box is left for what is in it. */
    private static WorldRect inner(Box box, WorldRect rect, double header) {
        boolean low = box.kind() == Box.Kind.DOMAIN && isLow(rect);
        double padding =
                Math.min(box.isNode() ? 3 : 4, Math.min(rect.width(), rect.height()) * (low ? LOW_MARGIN : 0.04));
        WorldRect inner = rect.below(header).inset(padding);
        return header > padding
                ? new WorldRect(
                        inner.x(), rect.y() + header, inner.width(), rect.bottom() - padding - rect.y() - header)
                : inner;
    }

    private static boolean isLow(WorldRect domain) {
        return domain.height() < LEAST_NAMED_DOMAIN;
    }

    /**
     * A line of text where a domain is high enough to spare one when everything fits: a rack without its name is none. A low
     * one that has no room is named by a chip until there is.
     */
    private static double domainHeader(double height, boolean named) {
        return height < LEAST_NAMED_DOMAIN && !named
                ? height * LOW_HEADER
                : Math.clamp(height * 0.1, LEAST_DOMAIN_HEADER, 18);
    }

    /** A line of text where a node is high enough for one when everything fits; less, for the GPUs' sake, where not. */
    private static double nodeHeader(Box node, double height) {
        if (node.cells() == 0) {
            return height;
        }
        return height < LEAST_WITH_TEXT ? height * 0.22 : Math.clamp(height * 0.36, LINE, 16);
    }
}
