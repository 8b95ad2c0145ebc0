// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.paint;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import podium.model.fleet.Node;
import podium.placement.Assignment;
import podium.placement.Rank;
import podium.placement.Target;
import podium.placement.whatif.WhatIfResult;
import podium.telemetry.TelemetryStore;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.PendingOpens;
import podium.ui.topology.internal.layout.Hit;
import podium.ui.topology.internal.layout.LevelOfDetail;
import podium.ui.topology.internal.layout.PixelRect;
import podium.ui.topology.internal.layout.Viewport;
import podium.ui.topology.internal.model.Highlights;
import podium.ui.topology.internal.model.MarkedPlaces;
import podium.ui.topology.internal.model.PointerFeedback;
import podium.ui.topology.internal.model.ProposedRanks;
import podium.ui.topology.internal.scene.Box;
import podium.ui.topology.internal.scene.Scene;

/** What lies over the base picture: notices, names scrolled out, marks, ranks, map and card. UI thread. */
final class Overlay {
    private final CanvasColours inks;
    private final TextPainter texts;
    private final PendingOpens opening;
    private final NameChip chips;
    private final BoxPainter boxes;
    private final OutlinePainter marks;
    private final NoticePainter notices;
    private final MiniMap map;
    private final TooltipPainter tooltips;
    private final ProposedRanksPainter proposals;
    private final WhatIfPainter supposed;
    private final BestPlacePainter best;
    private final DeepCellPainter deep;
    private final NodeBadge badges;

    Overlay(CanvasColours inks, TextPainter texts, PendingOpens opening) {
        this.opening = opening;
        this.inks = inks;
        this.texts = texts;
        this.chips = new NameChip(inks, texts);
        this.boxes = new BoxPainter(inks, texts);
        this.marks = new OutlinePainter(inks);
        this.notices = new NoticePainter(inks, texts);
        this.map = new MiniMap(inks);
        this.tooltips = new TooltipPainter(inks, texts);
        this.proposals = new ProposedRanksPainter(inks, texts);
        this.supposed = new WhatIfPainter(inks, texts);
        this.best = new BestPlacePainter(inks, texts);
        this.deep = new DeepCellPainter(inks, texts);
        this.badges = new NodeBadge(inks, texts);
    }

    /** Writes the names of domains that have no header yet over what is in them, and those that are scrolled out to the left. */
    void names(GC gc, PaintState picture) {
        chips.paintOpen(gc, picture);
        int path = path(gc, picture).isEmpty() ? 0 : texts.label().height() + 4;
        kept(gc, picture, picture.layout().scene().clusters(), path);
    }

    /** Paints what is only supposed. */
    void supposed(GC gc, PaintState picture, WhatIfResult outlook) {
        supposed.paint(gc, picture, outlook);
    }

    /** Writes on the cells that are large what is known of them, over the hatch of what is supposed gone. */
    void deep(
            GC gc,
            PaintState picture,
            PixelRect mapAt,
            Highlights highlights,
            Optional<TelemetryStore> store,
            Instant now) {
        deep.paint(gc, picture, mapAt, node -> WhatIfPainter.isGone(highlights, node), store, now);
    }

    /** Paints over a picture. */
    void paint(
            GC gc,
            PaintState picture,
            PixelRect mapAt,
            Highlights highlights,
            ProposedRanks proposed,
            MarkedPlaces places,
            PointerFeedback pointed,
            boolean hasFocus,
            Instant now) {
        Scene scene = picture.layout().scene();
        proposals.paint(gc, picture, proposed);
        marks.paint(gc, picture, Highlights.marks(scene, highlights.found()), Name.FOUND, 2);
        if (picture.verdicts().isEmpty()) {
            marks.paint(gc, picture, highlights.company(scene), Name.TEXT, 2);
        }
        marks.paint(gc, picture, Highlights.marks(scene, highlights.selected()), Name.SELECTED, 2);
        best.frames(gc, picture, places);
        hovered(gc, picture, highlights);
        if (hasFocus) {
            highlights.focus(scene).ifPresent(hit -> marks.focus(gc, picture, hit));
        }
        pointed.assignment().ifPresent(assignment -> ranks(gc, picture, assignment));
        best.numbers(gc, picture, places);
        sticky(gc, picture, looked(scene, highlights));
        if (scene.clusters().isEmpty()) {
            notices.empty(
                    gc,
                    opening.emptyCanvas(),
                    picture.view().width(),
                    picture.view().height());
        }
        for (Box cluster : scene.clusters()) {
            notices.paint(gc, picture, cluster, now);
        }
        map.paint(gc, picture, mapAt);
        Viewport view = picture.view();
        List<PixelRect> aims = picture.verdicts().isEmpty()
                ? List.of()
                : aims(pointed, places, highlights.hovered())
                        .flatMap(node -> scene.box(node).stream())
                        .map(box -> BoxPainter.area(picture, box))
                        .toList();
        pointed.tooltip()
                .ifPresent(tooltip -> tooltips.paint(
                        gc, tooltip, pointed.x(), pointed.y(), pointed.clear(), view.width(), view.height(), aims));
    }

    /** What the card leaves in sight while something is carried: the nodes of the layout, that under the pointer and the best ones. */
    private static Stream<Node> aims(PointerFeedback pointed, MarkedPlaces places, Optional<EObject> hovered) {
        Stream<Node> laid = pointed.assignment().stream().flatMap(assignment -> assignment.nodes().values().stream());
        Stream<EObject> best = places.places().stream()
                .flatMap(place -> place.target() instanceof Target.OnNode(Node node) ? Stream.of(node) : Stream.of());
        Stream<Node> others = Stream.concat(hovered.stream(), best)
                .filter(Node.class::isInstance)
                .map(Node.class::cast);
        return Stream.concat(laid, others).distinct();
    }

    private void hovered(GC gc, PaintState picture, Highlights highlights) {
        Optional<EObject> thing = highlights.hovered();
        Optional<Hit> hit = thing.flatMap(it -> Highlights.hit(picture.layout().scene(), it));
        hit.ifPresent(it -> marks.ring(gc, picture, it, Name.TEXT));
    }

    /** How the ranks would lie: on each node the ranks it would get; of one alone the card says it, and the node keeps its name. */
    private void ranks(GC gc, PaintState picture, Assignment assignment) {
        Map<Integer, List<Integer>> ranks = new TreeMap<>();
        assignment
                .nodes()
                .forEach((rank, node) -> picture.layout().scene().box(node).ifPresent(box -> ranks.computeIfAbsent(
                                box.id(), id -> new ArrayList<>())
                        .add(rank)));
        Color ground = inks.of(Name.DROP_OK);
        ranks.forEach((id, list) -> {
            Box box = picture.layout().scene().boxes().get(id);
            PixelRect at = BoxPainter.area(picture, box);
            Collections.sort(list);
            gc.setForeground(ground);
            for (int i = 0; i < 3; i++) {
                PixelRect ring = at.grow(1 - i);
                gc.drawRectangle(ring.x(), ring.y(), ring.width() - 1, ring.height() - 1);
            }
            if (assignment.nodes().size() > 1) {
                badges.paint(gc, picture, box, ground, Rank.named(list), Rank.spans(list), true);
            }
        });
    }

    /** The box of the one thing that is selected. */
    private static Optional<Box> looked(Scene scene, Highlights highlights) {
        return highlights.selected().size() == 1
                ? Highlights.hit(scene, highlights.selected().getFirst()).map(Hit::box)
                : Optional.empty();
    }

    /** Names of the boxes in the middle of the upper edge whose own headers are scrolled out, or covered by these names. */
    private void sticky(GC gc, PaintState picture, Optional<Box> looked) {
        TextPainter.MeasuredFont font = texts.label();
        String text = path(picture, looked, font.height() + 4, words -> font.width(gc, words) + 12);
        if (!text.isEmpty()) {
            int width = Math.min(picture.view().width(), font.width(gc, text) + 12);
            int height = font.height() + 4 + below(picture, font.height() + 4);
            gc.setBackground(inks.of(Name.SURFACE));
            gc.fillRectangle(0, 0, width, height);
            gc.setForeground(inks.of(Name.LINE));
            gc.drawRectangle(-1, -1, width, height);
            gc.setForeground(inks.of(Name.TEXT));
            font.draw(gc, font.fit(gc, text, width - 12), 6, 2);
        }
    }

    private String path(GC gc, PaintState picture) {
        TextPainter.MeasuredFont font = texts.label();
        return path(picture, Optional.empty(), font.height() + 4, words -> font.width(gc, words) + 12);
    }

    /** Pixels by which the line of a name that begins under the path sticks out below it: half of a name is no word. */
    private int below(PaintState picture, int height) {
        return along(picture, height)
                .map(box -> BoxPainter.area(picture, box).y() + height)
                .filter(bottom -> bottom > height && bottom < 2 * height - 4)
                .mapToInt(bottom -> bottom - height)
                .max()
                .orElse(0);
    }

    /** The boxes in the middle of the lower edge of the path, the outermost first. */
    private static Stream<Box> along(PaintState picture, int height) {
        double wx = picture.view().worldX(picture.view().width() / 2);
        double wy = picture.view().worldY(height);
        Stream.Builder<Box> along = Stream.builder();
        Optional<Box> at = at(picture, picture.layout().scene().clusters(), wx, wy);
        while (at.isPresent()) {
            along.add(at.get());
            at = at(picture, at.get().children(), wx, wy);
        }
        return along.build();
    }

    private static Optional<Box> at(PaintState picture, List<Box> siblings, double wx, double wy) {
        return siblings.stream()
                .filter(box -> picture.layout().of(box).contains(wx, wy)
                        && LevelOfDetail.of(
                                        picture.layout(), box, picture.view().scale())
                                != LevelOfDetail.BLOCK)
                .findFirst();
    }

    /** True where more is seen of a thing that is looked at beside this box: the name of the box would be taken for its own. */
    private static boolean isLess(PaintState picture, Box box, Optional<Box> looked) {
        PixelRect all =
                new PixelRect(0, 0, picture.view().width(), picture.view().height());
        Optional<Box> beside = looked;
        while (beside.filter(it -> it.depth() > box.depth()).isPresent()) {
            beside = beside.get().parent();
        }
        return beside.filter(it ->
                        it != box && it.depth() == box.depth() && it.parent().equals(box.parent()))
                .map(it -> BoxPainter.area(picture, it).common(all))
                .filter(seen -> !seen.isEmpty()
                        && seen.height()
                                > BoxPainter.area(picture, box).common(all).height())
                .isPresent();
    }

    /** The lines of boxes that begin left of the view, as far as they are seen: what fills it has a name. */
    private void kept(GC gc, PaintState picture, List<Box> list, int below) {
        for (Box box : list) {
            PixelRect at = BoxPainter.area(picture, box);
            if (at.x() < -4
                    && at.right() > 0
                    && at.bottom() > 0
                    && at.y() < picture.view().height()) {
                if (at.y() >= below) {
                    boxes.keepHeader(gc, picture, box, at);
                }
                kept(gc, picture, box.children(), below);
            }
        }
    }

    /** The text of the path, which covers so much of the view; empty: there is none. */
    static String path(PaintState picture, Optional<Box> looked, int height, ToIntFunction<String> width) {
        String path = "";
        for (Box box : along(picture, height)
                .takeWhile(box -> !isLess(picture, box, looked))
                .toList()) {
            PixelRect at = BoxPainter.area(picture, box);
            if (path.isEmpty() ? at.y() < -4 : at.y() < height - 4 && at.x() < width.applyAsInt(path)) {
                path += (path.isEmpty() ? "" : "  \u203a  ") + BoxPainter.title(box);
            }
        }
        return path;
    }
}
