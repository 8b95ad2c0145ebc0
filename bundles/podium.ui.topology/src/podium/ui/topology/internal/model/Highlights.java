// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import podium.core.fleet.Holdings;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Job;
import podium.model.fleet.Slice;
import podium.model.fleet.Task;
import podium.placement.whatif.WhatIfResult;
import podium.ui.toolkit.Listeners;
import podium.ui.topology.internal.layout.Hit;
import podium.ui.topology.internal.scene.Box;
import podium.ui.topology.internal.scene.Cell;
import podium.ui.topology.internal.scene.JobCells;
import podium.ui.topology.internal.scene.Scene;

/**
 * What stands out on the canvas: the selected, the hovered with all GPUs of its job, the focused, the found. Kept as
 * model objects, so that it survives a new scene. In the realm.
 */
public final class Highlights {
    /** Boxes and cells to outline. */
    public record Marks(Set<Box> boxes, Set<Cell> cells) {
        public static final Marks NONE = new Marks(Set.of(), Set.of());
    }

    private final Listeners<Highlights> listeners = new Listeners<>();
    private List<EObject> selected = List.of();
    private List<EObject> found = List.of();
    private Optional<WhatIfResult> supposed = Optional.empty();
    private Optional<EObject> hovered = Optional.empty();
    private Optional<EObject> focused = Optional.empty();

    public AutoCloseable listen(Runnable listener) {
        return listeners.add(highlights -> listener.run());
    }

    public List<EObject> selected() {
        return selected;
    }

    public void select(List<EObject> things) {
        selected = List.copyOf(things);
        listeners.tell(this);
    }

    public List<EObject> found() {
        return found;
    }

    public void find(List<EObject> things) {
        found = List.copyOf(things);
        listeners.tell(this);
    }

    /** What would be if; empty: nothing is supposed. */
    public Optional<WhatIfResult> supposed() {
        return supposed;
    }

    public void suppose(Optional<WhatIfResult> next) {
        if (!next.equals(supposed)) {
            supposed = next;
            listeners.tell(this);
        }
    }

    public Optional<EObject> hovered() {
        return hovered;
    }

    /** The thing under the pointer; tells nobody when it is the same as before. */
    public void hover(Optional<EObject> thing) {
        if (!thing.equals(hovered)) {
            hovered = thing;
            listeners.tell(this);
        }
    }

    public Optional<EObject> focused() {
        return focused;
    }

    public void focus(Optional<EObject> thing) {
        if (!thing.equals(focused)) {
            focused = thing;
            listeners.tell(this);
        }
    }

    /** The focused thing where it is in a scene; empty: nothing is focused, or it is gone. */
    public Optional<Hit> focus(Scene scene) {
        return focused.flatMap(thing -> hit(scene, thing));
    }

    /** A thing of the fleet as a thing of the canvas: itself, or the device of a slice. */
    public static Optional<Hit> hit(Scene scene, EObject thing) {
        return switch (thing) {
            case Accelerator device -> scene.cell(device).map(Hit::of);
            case Slice slice -> scene.cell(slice.getAccelerator()).map(Hit::of);
            default -> scene.box(thing).map(Hit::of);
        };
    }

    /** Where things lie: boxes and devices themselves, jobs and tasks by what they hold. */
    public static Marks marks(Scene scene, List<EObject> things) {
        Set<Box> boxes = new LinkedHashSet<>();
        Set<Cell> cells = new LinkedHashSet<>();
        for (EObject thing : things) {
            switch (thing) {
                case Job job -> add(JobCells.of(scene, job), boxes, cells);
                case Task task -> add(JobCells.of(scene, List.of(task)), boxes, cells);
                default ->
                    hit(scene, thing)
                            .ifPresent(hit -> hit.cell().ifPresentOrElse(cells::add, () -> boxes.add(hit.box())));
            }
        }
        return new Marks(boxes, cells);
    }

    /** All GPUs of the jobs on the hovered device; nothing when something else is hovered. */
    public Marks company(Scene scene) {
        if (hovered.isEmpty() || !(hovered.get() instanceof Accelerator device)) {
            return Marks.NONE;
        }
        List<EObject> jobs = Holdings.holders(device).stream()
                .map(Task::getJob)
                .filter(job -> job != null)
                .distinct()
                .<EObject>map(job -> job)
                .toList();
        return marks(scene, jobs);
    }

    private static void add(JobCells lie, Set<Box> boxes, Set<Cell> cells) {
        boxes.addAll(lie.nodes());
        cells.addAll(lie.cells());
    }
}
