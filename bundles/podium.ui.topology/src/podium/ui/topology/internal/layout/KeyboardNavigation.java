// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import podium.ui.topology.internal.scene.Box;
import podium.ui.topology.internal.scene.Cell;

/** Walking the canvas with the keyboard: to the neighbour in a direction, inwards, outwards. Pure. */
public final class KeyboardNavigation {
    /** Where to. */
    public enum Direction {
        LEFT(-1, 0),
        RIGHT(1, 0),
        UP(0, -1),
        DOWN(0, 1);

        private final int dx;
        private final int dy;

        Direction(int dx, int dy) {
            this.dx = dx;
            this.dy = dy;
        }

        public int dx() {
            return dx;
        }

        public int dy() {
            return dy;
        }
    }

    private final SceneLayout layout;

    public KeyboardNavigation(SceneLayout layout) {
        this.layout = layout;
    }

    /** Where walking begins: the first node in view, else the first box; empty when there is nothing. */
    public Optional<Hit> start(Viewport view) {
        WorldRect seen = view.world();
        List<Box> boxes = layout.scene().boxes();
        return boxes.stream()
                .filter(box -> box.isNode() && seen.contains(layout.of(box)))
                .findFirst()
                .or(() -> boxes.stream().filter(Box::isNode).findFirst())
                .or(() -> boxes.stream().findFirst())
                .map(Hit::of);
    }

    /** The nearest thing of the same kind in a direction, whatever box it lies in; the same when there is none. */
    public Hit step(Hit from, Direction direction) {
        WorldRect here = from.rect(layout);
        Hit best = from;
        double bestCost = Double.MAX_VALUE;
        for (Hit other : peers(from, direction)) {
            double cost = cost(here, other.rect(layout), direction);
            if (cost < bestCost) {
                bestCost = cost;
                best = other;
            }
        }
        return best;
    }

    /** Inwards: a box's first child, a node's first cell; the same when there is none. */
    public Hit in(Hit from) {
        if (from.cell().isPresent()) {
            return from;
        } else if (from.box().isNode()) {
            List<Cell> cells = layout.scene().cells(from.box());
            return cells.isEmpty() ? from : Hit.of(cells.getFirst());
        }
        return from.box().children().isEmpty()
                ? from
                : Hit.of(from.box().children().getFirst());
    }

    /** Outwards: a cell's node, a box's parent; the same for a cluster. */
    public Hit out(Hit from) {
        if (from.cell().isPresent()) {
            return Hit.of(from.box());
        }
        return from.box().parent().map(Hit::of).orElse(from);
    }

    private List<Hit> peers(Hit from, Direction direction) {
        List<Hit> peers = new ArrayList<>();
        if (from.cell().isPresent()) {
            layout.scene().cells(from.box()).forEach(cell -> peers.add(Hit.of(cell)));
            Hit node = step(Hit.of(from.box()), direction);
            if (node.box() != from.box()) {
                layout.scene().cells(node.box()).forEach(cell -> peers.add(Hit.of(cell)));
            }
        } else {
            for (Box box : layout.scene().boxes()) {
                if (box.kind() == from.box().kind()
                        && (box.isNode() || box.depth() == from.box().depth())) {
                    peers.add(Hit.of(box));
                }
            }
        }
        return peers;
    }

    private static double cost(WorldRect from, WorldRect to, Direction direction) {
        double ahead = direction.dx() * (middleX(to) - middleX(from)) + direction.dy() * (middleY(to) - middleY(from));
        double edge =
                switch (direction) {
                    case LEFT -> from.x() - to.right();
                    case RIGHT -> to.x() - from.right();
                    case UP -> from.y() - to.bottom();
                    case DOWN -> to.y() - from.bottom();
                };
        if (ahead <= 0 || edge < -1e-3) {
            return Double.MAX_VALUE;
        }
        double aside =
                direction.dx() != 0 ? Math.abs(middleY(to) - middleY(from)) : Math.abs(middleX(to) - middleX(from));
        return ahead + 3 * aside;
    }

    private static double middleX(WorldRect rect) {
        return rect.x() + rect.width() / 2;
    }

    private static double middleY(WorldRect rect) {
        return rect.y() + rect.height() / 2;
    }
}
