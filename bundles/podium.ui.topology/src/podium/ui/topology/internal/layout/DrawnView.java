// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.layout;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import podium.ui.topology.internal.scene.Box;

/** Keeps a view on what is drawn: near enough, the gap between two GPUs is wider than the view, and nothing in it tells where one is. */
public final class DrawnView {
    /** Pixels of a cell or the name line of a node that are seen at the least, or all of it where it is smaller: room for a few words. */
    private static final int WIDE = 110;

    private static final int HIGH = 44;

    private DrawnView() {}

    /** The view, moved by as little as brings a cell or the name line of a node into it where it shows neither. */
    public static Viewport near(SceneLayout layout, Viewport view) {
        return isDrawn(layout, view)
                ? view
                : layout.scene().boxes().stream()
                        .filter(Box::isNode)
                        .flatMap(node -> parts(layout, node))
                        .map(part -> towards(view, view.pixels(part)))
                        .min(Comparator.comparingLong(
                                next -> Math.abs(next.left() - view.left()) + Math.abs(next.top() - view.top())))
                        .orElse(view);
    }

    /** Moves the picture by pixels, and again by as many while nothing drawn is seen. */
    public static Viewport pan(SceneLayout layout, Viewport view, int dx, int dy) {
        Viewport at = view;
        Viewport next = view.pan(dx, dy);
        while (!next.equals(at) && !isDrawn(layout, next)) {
            at = next;
            next = at.pan(dx, dy);
        }
        return isDrawn(layout, next) ? next : view;
    }

    /**
     * Zooms at the middle of what is seen of a thing, all of which stays in view where it fits. At what of it is nearest to the middle
     * of the view where it does not fit: the middle of a node is a gap.
     */
    public static Viewport zoom(SceneLayout layout, Viewport view, Hit hit, double factor) {
        Hit at = hit;
        while (!fits(layout, view, at, factor) && !inner(layout, at).isEmpty()) {
            at = inner(layout, at).stream()
                    .min(Comparator.comparingDouble(part -> aside(view, view.pixels(part.rect(layout)))))
                    .orElseThrow();
        }
        PixelRect seen = view.pixels(at.rect(layout)).common(all(view));
        if (seen.isEmpty()) {
            return view.zoom(view.width() / 2, view.height() / 2, factor);
        }
        Viewport next = view.zoom(seen.x() + seen.width() / 2, seen.y() + seen.height() / 2, factor);
        return fits(layout, view, at, factor) ? next.reveal(at.rect(layout)) : next;
    }

    private static boolean fits(SceneLayout layout, Viewport view, Hit hit, double factor) {
        WorldRect rect = hit.rect(layout);
        double scale = view.scale() * factor;
        return rect.width() * scale <= view.width() && rect.height() * scale <= view.height() - FreeView.PATH;
    }

    private static List<Hit> inner(SceneLayout layout, Hit hit) {
        return hit.cell().isPresent()
                ? List.of()
                : hit.box().isNode()
                        ? layout.scene().cells(hit.box()).stream().map(Hit::of).toList()
                        : hit.box().children().stream().map(Hit::of).toList();
    }

    /** How far from the middle of the view what is seen of a thing is; what is not seen is further away than anything that is. */
    private static double aside(Viewport view, PixelRect of) {
        PixelRect seen = of.common(all(view));
        double aside = Math.hypot(
                seen.x() + seen.width() / 2.0 - view.width() / 2.0,
                seen.y() + seen.height() / 2.0 - view.height() / 2.0);
        return seen.isEmpty() ? aside + view.width() + view.height() : aside;
    }

    private static boolean isDrawn(SceneLayout layout, Viewport view) {
        return view.isFit()
                || layout.scene().boxes().stream()
                        .filter(box ->
                                box.isNode() && view.pixels(layout.of(box)).overlaps(all(view)))
                        .flatMap(node -> parts(layout, node))
                        .map(view::pixels)
                        .anyMatch(at -> towards(view, at).equals(view));
    }

    /** What something stands on: the line of the name, and the cells. */
    private static Stream<WorldRect> parts(SceneLayout layout, Box node) {
        WorldRect rect = layout.of(node);
        return Stream.concat(
                Stream.of(new WorldRect(rect.x(), rect.y(), rect.width(), layout.header(node))),
                layout.scene().cells(node).stream().map(layout::of));
    }

    private static Viewport towards(Viewport view, PixelRect at) {
        int path = Math.min(FreeView.PATH, view.height());
        return view.pan(
                slide(at.x(), at.width(), view.width(), WIDE),
                slide(at.y() - path, at.height(), view.height() - path, HIGH));
    }

    /** Pixels by which something has to move so that enough of it lies in the room. */
    private static int slide(int from, int length, int room, int least) {
        int enough = Math.min(Math.min(least, length), room);
        return Math.max(0, enough - from - length) - Math.max(0, from + enough - room);
    }

    private static PixelRect all(Viewport view) {
        return new PixelRect(0, 0, view.width(), view.height());
    }
}
