// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.paint;

import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.swt.graphics.GC;
import podium.ui.toolkit.Palette.Name;
import podium.ui.topology.internal.layout.FreeView;
import podium.ui.topology.internal.layout.Hit;
import podium.ui.topology.internal.layout.PixelRect;
import podium.ui.topology.internal.layout.SceneLayout;
import podium.ui.topology.internal.layout.Viewport;
import podium.ui.topology.internal.layout.WorldRect;
import podium.ui.topology.internal.model.Highlights;
import podium.ui.topology.internal.model.MarkedPlaces;
import podium.ui.topology.internal.model.PointerFeedback;
import podium.ui.topology.internal.scene.Box;

/** The whole world, small, in a corner: where the view is. Shown only while not everything is seen. UI thread. */
public final class MiniMap {
    /** Of more nodes than this the map shows what they lie in: it is painted anew with each move. */
    private static final int MOST = 512;

    /** Pixels by which frames and the number of a best place stick out. */
    private static final int BADGE = 9;

    private final CanvasColours inks;
    private final BlockPainter blocks;

    MiniMap(CanvasColours inks) {
        this.inks = inks;
        this.blocks = new BlockPainter(inks);
    }

    /** The view whose middle is at a point of the map, as it lay when it was pressed. */
    public static Viewport center(Viewport view, PixelRect map, int x, int y) {
        double wx = (x - map.x()) * (double) view.width() / map.width();
        double wy = (y - map.y()) * (double) view.height() / map.height();
        return view.pan(view.width() / 2 - view.x(wx), view.height() / 2 - view.y(wy));
    }

    /**
     * Where it lies: aside of what is selected, of the best places for what is carried, and of what a card is open for.
     *
     * @param zoomed what the wheel zooms at
     */
    static PixelRect at(
            SceneLayout layout,
            Viewport view,
            Highlights highlights,
            MarkedPlaces best,
            PointerFeedback pointed,
            Optional<PixelRect> zoomed) {
        if (view.isFit()) {
            return FreeView.map(view);
        }
        Highlights.Marks marks = Highlights.marks(layout.scene(), highlights.selected());
        PixelRect all = new PixelRect(0, 0, view.width(), view.height());
        Stream<Hit> places = best.places().stream().flatMap(place -> MarkedPlaces.hit(layout.scene(), place).stream());
        Stream<Hit> aimed = pointed.tooltip().stream()
                .flatMap(tooltip -> highlights.hovered().or(highlights::focused).stream())
                .flatMap(thing -> Highlights.hit(layout.scene(), thing).stream())
                .filter(hit -> hit.box().isNode());
        Stream<PixelRect> seen = Stream.of(
                        marks.boxes().stream().map(Hit::of),
                        marks.cells().stream().map(Hit::of),
                        places,
                        aimed)
                .flatMap(hits -> hits)
                .map(hit -> view.pixels(hit.rect(layout)).grow(BADGE).common(all));
        return FreeView.map(view, Stream.concat(seen, zoomed.stream()));
    }

    /** Paints what the canvas shows in its colours, a block for each node or, of many, for what they lie in. */
    void paint(GC gc, PaintState picture, PixelRect map) {
        SceneLayout layout = picture.layout();
        Viewport view = picture.view();
        if (map.isEmpty() || layout.scene().clusters().isEmpty()) {
            return;
        }
        double factor = map.width() / layout.width();
        gc.setBackground(inks.of(Name.PANEL));
        gc.fillRectangle(map.x() - 2, map.y() - 2, map.width() + 4, map.height() + 4);
        gc.setForeground(inks.of(Name.MUTED));
        gc.drawRectangle(map.x() - 2, map.y() - 2, map.width() + 3, map.height() + 3);
        boolean nodes = layout.scene().boxes().size() <= MOST;
        int i = 0;
        while (i < layout.scene().boxes().size()) {
            Box box = layout.scene().boxes().get(i);
            PixelRect at = scaled(layout.of(box), map, factor);
            boolean block =
                    nodes ? box.children().isEmpty() : box.children().stream().allMatch(Box::isNode);
            if (block) {
                blocks.paint(
                        gc,
                        picture,
                        box,
                        new PixelRect(at.x(), at.y(), Math.max(1, at.width() - 1), Math.max(1, at.height() - 1)));
            } else {
                gc.setBackground(inks.of(box.depth() == 0 ? Name.SURFACE : Name.PANEL));
                gc.fillRectangle(at.x(), at.y(), at.width(), at.height());
            }
            i = block ? box.end() : i + 1;
        }
        PixelRect seen = scaled(view.world(), map, factor);
        gc.setForeground(inks.of(Name.SELECTED));
        gc.drawRectangle(seen.x(), seen.y(), Math.max(3, seen.width() - 1), Math.max(3, seen.height() - 1));
    }

    private static PixelRect scaled(WorldRect rect, PixelRect map, double factor) {
        int x = map.x() + (int) Math.round(rect.x() * factor);
        int y = map.y() + (int) Math.round(rect.y() * factor);
        return new PixelRect(
                x,
                y,
                map.x() + (int) Math.round(rect.right() * factor) - x,
                map.y() + (int) Math.round(rect.bottom() * factor) - y);
    }
}
