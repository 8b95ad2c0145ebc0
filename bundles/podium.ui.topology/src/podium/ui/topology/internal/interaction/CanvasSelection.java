// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.interaction;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import podium.placement.Target;
import podium.ui.selection.FleetSelection;
import podium.ui.topology.internal.layout.CellGrid;
import podium.ui.topology.internal.layout.Hit;
import podium.ui.topology.internal.layout.WorldRect;
import podium.ui.topology.internal.model.Highlights;
import podium.ui.topology.internal.model.TopologyModel;
import podium.ui.topology.internal.scene.Box;
import podium.ui.topology.internal.scene.Cell;

/** Selection and focus on the canvas, in step with the other parts. In the realm. */
public final class CanvasSelection {
    /** Widest a cell is made by jumping to it, in pixels: near enough to read all that is written on it. */
    private static final double CELL_WIDTH = 150;

    private final TopologyModel model;
    private final Highlights highlights;
    private final FleetSelection selection;
    /** What is gone to once the canvas has it. */
    private List<EObject> pending = List.of();

    public CanvasSelection(TopologyModel model, Highlights highlights, FleetSelection selection) {
        this.model = model;
        this.highlights = highlights;
        this.selection = selection;
    }

    /** Selects a thing, or adds or takes it away, and puts the focus on it. */
    public void select(Hit hit, boolean more) {
        EObject thing = hit.subject();
        List<EObject> next = new ArrayList<>(more ? selection.get() : List.of());
        if (!next.remove(thing)) {
            next.add(thing);
        }
        highlights.focus(Optional.of(thing));
        highlights.select(next);
        selection.set(this, next);
    }

    /** What is selected as a place for ranks: one node, the node of one device, or one domain; empty: anything else. */
    public Optional<Target> target() {
        return highlights.selected().size() == 1
                ? Highlights.hit(model.scene(), highlights.selected().getFirst())
                        .flatMap(DropFeedback::target)
                : Optional.empty();
    }

    /** Selects things that are not boxes or devices: jobs, tasks. */
    public void select(List<? extends EObject> things) {
        highlights.select(List.copyOf(things));
        selection.set(this, things);
    }

    /** What is selected in the window. */
    List<EObject> selected() {
        return selection.get();
    }

    public void clear() {
        select(List.of());
    }

    /** Another part selected something: marks it, and brings it into view when it cannot be seen. */
    public void follow(List<EObject> things) {
        pending = List.of();
        if (selection.source() == this) {
            return;
        }
        highlights.select(things);
        Highlights.Marks marks = Highlights.marks(model.scene(), things);
        if (things.size() == 1) {
            Highlights.hit(model.scene(), things.getFirst())
                    .ifPresent(hit -> highlights.focus(Optional.of(hit.subject())));
        }
        if (selection.source() instanceof FleetSelection.Opens && model.view().isFit()) {
            return;
        }
        if (selection.source() instanceof FleetSelection.Goes && things.size() == 1) {
            pending = marks.boxes().isEmpty() && marks.cells().isEmpty() ? things : List.of();
            place(marks).ifPresent(hit -> jump(hit, around(marks).orElseGet(() -> hit.rect(model.layout()))));
            return;
        }
        reveal(marks);
    }

    /** Brings things into view where they cannot be seen. */
    void reveal(Collection<? extends EObject> things) {
        reveal(Highlights.marks(model.scene(), List.copyOf(things)));
    }

    private void reveal(Highlights.Marks marks) {
        around(marks).ifPresent(rect -> model.show(model.view().reveal(rect)));
    }

    /** Builds the scene anew, with what is selected where it is in the view, and goes to what was not in it when it was selected. */
    public void rebuild() {
        model.rebuild(highlights.selected().stream()
                .flatMap(thing -> Highlights.hit(model.scene(), thing).map(Hit::box).stream())
                .filter(Box::isNode)
                .map(Box::subject)
                .findFirst());
        if (!pending.isEmpty() && pending.equals(selection.get())) {
            follow(pending);
        }
    }

    private static Optional<Hit> place(Highlights.Marks marks) {
        return marks.cells().stream().findFirst().map(Hit::of).or(() -> marks.boxes().stream()
                .findFirst()
                .map(Hit::of));
    }

    /** Puts the focus on a thing and brings it into view. */
    public void focus(Hit hit) {
        highlights.focus(Optional.of(hit.subject()));
        model.show(model.view().reveal(hit.rect(model.layout())));
    }

    /** Goes to a thing: near enough to read it, never further away than now. */
    public void jump(Hit hit) {
        jump(hit, hit.rect(model.layout()));
    }

    /** As {@link #jump(Hit)}, but shows all of what lies in several places, with the focus on the first. */
    private void jump(Hit hit, WorldRect all) {
        highlights.focus(Optional.of(hit.subject()));
        double scale = Math.max(
                model.view().scale(), Math.min(closest(model, hit), model.view().scale() * 64));
        model.show(model.view().show(all, 0.95, scale));
    }

    /** The zoom at which a thing's cells are as wide as is useful. */
    static double closest(TopologyModel model, Hit hit) {
        Box box = hit.box();
        while (!box.isNode() && !box.children().isEmpty()) {
            box = box.children().getFirst();
        }
        CellGrid grid = model.layout().grid(box);
        return grid.count() == 0 ? 8 : Math.max(1, CELL_WIDTH / Math.max(1e-6, grid.stepX()));
    }

    private Optional<WorldRect> around(Highlights.Marks marks) {
        WorldRect around = null;
        for (Box box : marks.boxes()) {
            around = join(around, model.layout().of(box));
        }
        boolean apart = marks.cells().stream().map(Cell::node).distinct().count() > 1;
        for (Cell cell : marks.cells()) { // on several nodes their names tell the cells apart
            around = join(
                    around,
                    apart ? model.layout().of(cell.node()) : model.layout().of(cell));
        }
        return around == null ? Optional.empty() : Optional.of(around);
    }

    private static WorldRect join(@org.eclipse.jdt.annotation.Nullable WorldRect a, WorldRect b) {
        if (a == null) {
            return b;
        }
        double x = Math.min(a.x(), b.x());
        double y = Math.min(a.y(), b.y());
        return new WorldRect(x, y, Math.max(a.right(), b.right()) - x, Math.max(a.bottom(), b.bottom()) - y);
    }
}
