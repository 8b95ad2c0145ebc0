// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.scene;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jdt.annotation.Nullable;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Fleet;
import podium.model.fleet.Node;

/**
 * What there is: every cluster, domain and node of the fleet as boxes, every accelerator as a cell. Holds structure only;
 * what changes without anything coming or going is in {@link SceneStates}. Immutable; built and asked in the realm.
 */
public final class Scene {
    private final List<Box> clusters;
    private final List<Box> boxes;
    private final List<Cell> cells;
    private final Map<EObject, Box> boxOf;

    Scene(List<Box> clusters, List<Box> boxes, List<Cell> cells) {
        this.clusters = List.copyOf(clusters);
        this.boxes = List.copyOf(boxes);
        this.cells = List.copyOf(cells);
        this.boxOf = new IdentityHashMap<>(2 * boxes.size());
        boxes.forEach(box -> boxOf.put(box.subject(), box));
    }

    /** The scene of a fleet: names in natural order, domains before the nodes beside them, devices by index. */
    public static Scene of(Fleet fleet) {
        return new SceneBuilder().build(fleet);
    }

    public List<Box> clusters() {
        return clusters;
    }

    /** All boxes, depth first: {@code boxes().get(box.id()) == box}. */
    public List<Box> boxes() {
        return boxes;
    }

    /** All cells: {@code cells().get(cell.id()) == cell}. */
    public List<Cell> cells() {
        return cells;
    }

    /** Cells under a box. */
    public List<Cell> cells(Box box) {
        return cells.subList(box.firstCell(), box.endCell());
    }

    /** The box of a cluster, domain or node; empty when the scene has none. */
    public Optional<Box> box(EObject subject) {
        Box box = boxOf.get(subject);
        return box == null ? Optional.empty() : Optional.of(box);
    }

    /** The cell of an accelerator; empty when the scene has none. Null: that of a slice that was cut away. */
    public Optional<Cell> cell(@Nullable Accelerator accelerator) {
        if (accelerator == null || accelerator.getNode() == null) {
            return Optional.empty();
        }
        return box(accelerator.getNode()).flatMap(node -> cells(node).stream()
                .filter(cell -> cell.accelerator() == accelerator)
                .findFirst());
    }

    /** True while the node has a box here with exactly its devices: then a change of it is a change of state only. */
    public boolean matches(Node node) {
        Optional<Box> box = box(node);
        if (box.isEmpty() || node.getAccelerators().size() != box.get().cells()) {
            return false;
        }
        for (Cell cell : cells(box.get())) {
            if (cell.accelerator().getNode() != node) {
                return false;
            }
        }
        return box.get().name().equals(SceneBuilder.name(node.getName()));
    }
}
