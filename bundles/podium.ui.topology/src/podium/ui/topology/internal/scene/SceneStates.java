// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.scene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import podium.core.fleet.AcceleratorState;
import podium.core.fleet.Holdings;
import podium.core.fleet.NodeTroubleText;
import podium.core.metrics.DeviceKey;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.ui.label.StateLabels;

/**
 * What is known of the boxes and cells of a scene, as {@link Holdings} counts it; before the pods of
 * a cluster are known, none of its devices is free. Refreshing tells which boxes now look
 * different, so that nothing else is painted anew. In the realm.
 */
public final class SceneStates {
    private final Scene scene;
    private final AcceleratorState[] cells;
    private final BoxState[] boxes;
    /** Who holds each cell: a colouring by holders, and what is written on large cells, change with it. */
    private final List<List<Task>> holders;

    /** Nodes that are looked at again with each change. */
    private static final int AGAIN = 16;

    /** Cells that a taint of their own keeps tasks off, whoever holds them. */
    private final BitSet tainted = new BitSet();
    /** Cells that something points at as the ones that are not offered. */
    private final BitSet suspected = new BitSet();
    /** Cells that have an XID of broken ones. */
    private final BitSet broken = new BitSet();
    /** Nodes that look different by what is not theirs: by a job that tolerates their taint, by what was measured of their devices. */
    private final BitSet watched = new BitSet();
    /** Nodes that a rule of the operator protects. */
    private final BitSet shielded = new BitSet();

    private int lookedAt;

    private final Function<Node, Set<Integer>> suspects;

    /** With what people wrote on nodes of their devices. */
    public SceneStates(Scene scene) {
        this(scene, NodeTroubleText::named);
    }

    /**
     * States of all boxes and cells as they are now.
     *
     * @param suspects indices of the devices of a node that something points at as broken
     */
    public SceneStates(Scene scene, Function<Node, Set<Integer>> suspects) {
        this.scene = scene;
        this.suspects = suspects;
        cells = new AcceleratorState[scene.cells().size()];
        holders = new ArrayList<>(Collections.nCopies(cells.length, List.of()));
        Arrays.fill(cells, AcceleratorState.UNKNOWN);
        boxes = new BoxState[scene.boxes().size()];
        Arrays.fill(boxes, BoxState.NONE);
        for (int i = boxes.length - 1; i >= 0; i--) {
            Box box = scene.boxes().get(i);
            if (box.isNode()) {
                read(box);
            } else {
                boxes[i] = sum(box);
            }
        }
    }

    /** What the states are of. */
    public Scene scene() {
        return scene;
    }

    public AcceleratorState of(Cell cell) {
        return cells[cell.id()];
    }

    /** True when a taint of its own keeps new tasks off it, whoever holds it now. */
    public boolean isTainted(Cell cell) {
        return tainted.get(cell.id());
    }

    /** Whether the node of a device is cordoned. */
    public boolean isCordoned(Cell cell) {
        return of(cell.node()).cordoned() > 0;
    }

    /** True when something points at it as the one that its node does not offer. */
    public boolean isSuspected(Cell cell) {
        return suspected.get(cell.id());
    }

    /** True when what is measured of it says that it is broken. */
    public boolean isBroken(Cell cell) {
        return broken.get(cell.id());
    }

    /** Takes which devices are broken. The result: numbers of the boxes of which that is something new. */
    public BitSet broken(Set<DeviceKey> devices) {
        BitSet changed = new BitSet();
        List<Node> nodes = new ArrayList<>();
        for (Cell cell : scene.cells()) {
            boolean now = devices.contains(cell.key());
            if (now != broken.get(cell.id())) {
                broken.set(cell.id(), now);
                changed.set(cell.node().id());
                nodes.add((Node) cell.node().subject());
            }
        }
        if (!nodes.isEmpty()) {
            changed.or(refresh(nodes));
        }
        return changed;
    }

    /** True when there is a cell that is tainted. */
    public boolean anyTainted() {
        return !tainted.isEmpty();
    }

    public BoxState of(Box box) {
        return boxes[box.id()];
    }

    /** True when a rule of the operator protects the node of the box. */
    public boolean isProtected(Box box) {
        return shielded.get(box.id());
    }

    /** Takes what rules protect. The result: numbers of the boxes of which that is something new. */
    public BitSet protect(Predicate<Node> isProtected) {
        BitSet changed = (BitSet) shielded.clone();
        shielded.clear();
        scene.boxes().stream()
                .filter(box -> box.subject() instanceof Node node && isProtected.test(node))
                .forEach(box -> shielded.set(box.id()));
        changed.xor(shielded);
        return changed;
    }

    /** Reads the nodes again. The result: numbers of the boxes whose state or cells changed, their parents included. */
    public BitSet refresh(Collection<Node> nodes) {
        BitSet changed = new BitSet();
        BitSet parents = new BitSet();
        for (Node node : withWatched(nodes)) {
            scene.box(node).ifPresent(box -> {
                BoxState before = boxes[box.id()];
                if (read(box)) {
                    changed.set(box.id());
                }
                if (!before.equals(boxes[box.id()])) {
                    box.parent().ifPresent(parent -> parents.set(parent.id()));
                }
            });
        }
        for (int i = parents.previousSetBit(boxes.length - 1); i >= 0; i = parents.previousSetBit(i - 1)) {
            Box box = scene.boxes().get(i);
            BoxState sum = sum(box);
            if (!sum.equals(boxes[i])) {
                boxes[i] = sum;
                changed.set(i);
                box.parent().ifPresent(parent -> parents.set(parent.id()));
            }
        }
        return changed;
    }

    private Collection<Node> withWatched(Collection<Node> nodes) {
        List<Node> all = new ArrayList<>(nodes);
        for (int i = Math.min(AGAIN, watched.cardinality()); i > 0; i--) {
            int next = watched.nextSetBit(lookedAt + 1);
            lookedAt = next < 0 ? watched.nextSetBit(0) : next;
            all.add((Node) scene.boxes().get(lookedAt).subject());
        }
        return all;
    }

    private boolean read(Box box) {
        Node node = (Node) box.subject();
        boolean listing = StateLabels.isListing(box.cluster());
        List<AcceleratorState> all = Holdings.states(node);
        BoxState own = listing ? BoxState.of(node).beforePods() : BoxState.of(node);
        int withheld = own.holdings().withheld();
        BoxState state = own.withFailed(failed(box, all));
        boolean changed = !state.equals(boxes[box.id()]);
        boxes[box.id()] = state;
        watched.set(box.id(), state.tainted() > 0 || withheld > 0);
        Set<Integer> named = withheld > 0 ? suspects.apply(node) : Set.of();
        for (Cell cell : scene.cells(box)) {
            int at = node.getAccelerators().indexOf(cell.accelerator());
            AcceleratorState now = at < 0 ? AcceleratorState.UNKNOWN : listing ? beforePods(all.get(at)) : all.get(at);
            boolean suspect = now == AcceleratorState.WITHHELD_WHICH
                    && named.contains(cell.accelerator().getIndex());
            if (now == AcceleratorState.WITHHELD_WHICH && !suspect && named.size() >= withheld) {
                now = AcceleratorState.FREE; // it is told which the others are
            }
            changed |= now != cells[cell.id()] || suspect != suspected.get(cell.id());
            cells[cell.id()] = now;
            suspected.set(cell.id(), suspect);
            List<Task> holding = Holdings.holders(cell.accelerator());
            changed |= !holding.equals(holders.get(cell.id()));
            holders.set(cell.id(), holding);
            boolean kept = Holdings.isTainted(cell.accelerator());
            changed |= kept != tainted.get(cell.id());
            tainted.set(cell.id(), kept);
        }
        return changed;
    }

    /** Of those that may not be offered, how many are told to be broken: those are the ones. */
    private int failed(Box box, List<AcceleratorState> all) {
        List<Accelerator> devices = ((Node) box.subject()).getAccelerators();
        int failed = 0;
        for (Cell cell : scene.cells(box)) {
            int at = devices.indexOf(cell.accelerator());
            failed += broken.get(cell.id()) && at >= 0 && all.get(at) == AcceleratorState.WITHHELD_WHICH ? 1 : 0;
        }
        return failed;
    }

    /** What nobody is known to hold may be held by a pod that is not known yet. */
    private static AcceleratorState beforePods(AcceleratorState state) {
        return switch (state) {
            case FREE, TAINTED, WITHHELD_WHICH -> AcceleratorState.UNKNOWN;
            case HELD, UNKNOWN_WHICH, FAILED, UNKNOWN -> state;
        };
    }

    private BoxState sum(Box box) {
        BoxState sum = BoxState.NONE;
        for (Box child : box.children()) {
            sum = sum.plus(boxes[child.id()]);
        }
        return sum;
    }
}
