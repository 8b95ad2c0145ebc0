// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.scene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.fleet.AcceleratorState;
import podium.core.fleet.Holdings;
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
    /** Who holds each cell first: a colouring by holders, and what is written on large cells, change with it. */
    private final @Nullable Task[] holders;

    /** Cells that a taint of their own keeps tasks off, whoever holds them. */
    /** Tainted nodes that are looked at again with each change. */
    private static final int AGAIN = 16;

    private final BitSet tainted = new BitSet();
    private final BitSet keptOff = new BitSet();
    /** Nodes that a rule of the operator protects. */
    private final BitSet shielded = new BitSet();

    private int lookedAt;

    /** States of all boxes and cells as they are now. */
    public SceneStates(Scene scene) {
        this.scene = scene;
        cells = new AcceleratorState[scene.cells().size()];
        holders = new @Nullable Task[cells.length];
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

    /** True when there is a cell like that. */
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
        for (Node node : withKeptOff(nodes)) {
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

    /** With some of those that a taint keeps work off: a job that is new elsewhere may tolerate it. */
    private Collection<Node> withKeptOff(Collection<Node> nodes) {
        List<Node> all = new ArrayList<>(nodes);
        for (int i = 0; i < AGAIN && !keptOff.isEmpty(); i++) {
            int next = keptOff.nextSetBit(lookedAt + 1);
            lookedAt = next < 0 ? keptOff.nextSetBit(0) : next;
            all.add((Node) scene.boxes().get(lookedAt).subject());
        }
        return all;
    }

    private boolean read(Box box) {
        Node node = (Node) box.subject();
        boolean listing = StateLabels.isListing(box.cluster());
        BoxState state = listing ? BoxState.of(node).beforePods() : BoxState.of(node);
        boolean changed = !state.equals(boxes[box.id()]);
        boxes[box.id()] = state;
        keptOff.set(box.id(), state.tainted() > 0);
        List<AcceleratorState> all = Holdings.states(node);
        for (Cell cell : scene.cells(box)) {
            int at = node.getAccelerators().indexOf(cell.accelerator());
            AcceleratorState now = at < 0 ? AcceleratorState.UNKNOWN : listing ? beforePods(all.get(at)) : all.get(at);
            changed |= now != cells[cell.id()];
            cells[cell.id()] = now;
            @Nullable Task holder = holder(cell.accelerator());
            changed |= holder != holders[cell.id()];
            holders[cell.id()] = holder;
            boolean kept = Holdings.isTainted(cell.accelerator());
            changed |= kept != tainted.get(cell.id());
            tainted.set(cell.id(), kept);
        }
        return changed;
    }

    /** What nobody is known to hold may be held by a pod that is not known yet. */
    private static AcceleratorState beforePods(AcceleratorState state) {
        return switch (state) {
            case FREE, TAINTED, WITHHELD_WHICH -> AcceleratorState.UNKNOWN;
            case HELD, UNKNOWN_WHICH, FAILED, UNKNOWN -> state;
        };
    }

    /** Without the order that is told to people: it is asked of every cell. */
    private static @Nullable Task holder(Accelerator device) {
        for (Task task : device.getTasks()) {
            if (Holdings.holds(task)) {
                return task;
            }
        }
        return null;
    }

    private BoxState sum(Box box) {
        BoxState sum = BoxState.NONE;
        for (Box child : box.children()) {
            sum = sum.plus(boxes[child.id()]);
        }
        return sum;
    }
}
