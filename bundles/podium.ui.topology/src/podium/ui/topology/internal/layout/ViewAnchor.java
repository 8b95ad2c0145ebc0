// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.layout;

import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import podium.ui.topology.internal.scene.Box;

/**
 * What is looked at in a view, by which the view is kept when everything lies elsewhere: another cluster is opened, a node came.
 *
 * @param box of the layout before
 * @param x pixel of it that stays where it is
 * @param y pixel of it that stays where it is
 */
public record ViewAnchor(SceneLayout layout, Viewport view, Box box, int x, int y) {
    /** That node where it is in view, else the innermost box in the middle; empty: nothing is zoomed on. */
    public static Optional<ViewAnchor> of(SceneLayout layout, Viewport view, Optional<EObject> eye) {
        if (view.isFit()) {
            return Optional.empty();
        }
        PixelRect all = new PixelRect(0, 0, view.width(), view.height());
        return eye.flatMap(layout.scene()::box)
                .filter(box -> view.pixels(layout.of(box)).overlaps(all))
                .map(box -> {
                    PixelRect seen = view.pixels(layout.of(box)).common(all);
                    return new ViewAnchor(layout, view, box, seen.x() + seen.width() / 2, seen.y() + seen.height() / 2);
                })
                .or(() -> inside(layout, view, layout.scene().clusters())
                        .map(box -> new ViewAnchor(layout, view, box, view.width() / 2, view.height() / 2)));
    }

    private static Optional<Box> inside(SceneLayout layout, Viewport view, List<Box> boxes) {
        double x = view.worldX(view.width() / 2);
        double y = view.worldY(view.height() / 2);
        return boxes.stream()
                .filter(box -> layout.of(box).contains(x, y))
                .findFirst()
                .map(box -> inside(layout, view, box.children()).orElse(box));
    }

    /** The view of another layout in which it, or the innermost around it that is still there, lies as before; empty: none is. */
    public Optional<Viewport> in(SceneLayout next) {
        for (Optional<Box> at = Optional.of(box); at.isPresent(); at = at.get().parent()) {
            Box before = at.get();
            Optional<Box> after = next.scene().box(before.subject());
            if (after.isPresent()) {
                return Optional.of(follow(layout.of(before), next.of(after.get())));
            }
        }
        return Optional.empty();
    }

    private Viewport follow(WorldRect before, WorldRect after) {
        if (before.equals(after)) {
            return view;
        }
        Viewport next = view.follow(before, after, x, y);
        PixelRect all = new PixelRect(0, 0, view.width(), view.height());
        PixelRect was = view.pixels(before);
        PixelRect is = next.pixels(after);
        boolean whole = was.common(all).equals(was);
        boolean large = is.width() > all.width() || is.height() > all.height() - FreeView.PATH;
        return !whole ? next : large ? next.show(after, 0.95, next.scale()) : next.reveal(after);
    }
}
