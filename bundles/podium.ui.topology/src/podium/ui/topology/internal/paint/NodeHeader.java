// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.paint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import podium.core.fleet.Holdings;
import podium.model.fleet.Cluster;
import podium.ui.label.AcceleratorLabels;
import podium.ui.label.StateLabels;
import podium.ui.toolkit.Palette.Name;
import podium.ui.topology.internal.layout.PixelRect;
import podium.ui.topology.internal.scene.Box;
import podium.ui.topology.internal.scene.BoxState;
import podium.ui.topology.texts.Texts;

/**
 * Writes a node's name, what is the matter with it, and its counts into one line. The name comes first: before it is cut,
 * the counts are shortened, the type made smaller, and counts and note left out, since the cells and the hatch show them.
 * UI thread.
 */
final class NodeHeader {
    private static final int GAP = 6;
    private static final int MARGIN = 4;
    private static final int LEAST_WIDTH = 24;
    /** Nodes that may be looked at for each of them. */
    private static final int ROW = 128;

    private final CanvasColours inks;
    private final TextPainter texts;

    /** A way to fill the line; texts may be empty. */
    private record Line(TextPainter.MeasuredFont font, String note, String counts) {}

    NodeHeader(CanvasColours inks, TextPainter texts) {
        this.inks = inks;
        this.texts = texts;
    }

    /** Writes into a strip, the name in an ink; the number of pixels used from its top, 0 when there was no room. */
    int write(GC gc, Box node, BoxState state, PixelRect strip, Name ink) {
        TextPainter.MeasuredFont small = texts.small();
        if (strip.height() < small.height() - 2 || strip.width() < LEAST_WIDTH) {
            return 0;
        }
        int room = strip.width() - 2 * MARGIN;
        Line line = choose(gc, node, state, room, strip.height());
        TextPainter.MeasuredFont font = line.font();
        int y = strip.y() + Math.max(0, Math.min(strip.height(), font.height() + 6) - font.height()) / 2;
        int left = strip.x() + MARGIN;
        int right = strip.right() - MARGIN;
        right = backwards(gc, font, line.counts(), inks.of(Name.MUTED), right, y);
        right = backwards(gc, font, line.note(), ink(state), right, y);
        gc.setForeground(inks.of(ink));
        font.draw(gc, font.fit(gc, node, right - left), left, y);
        return y + font.height() - strip.y();
    }

    private Line choose(GC gc, Box node, BoxState state, int room, int height) {
        TextPainter.MeasuredFont small = texts.small();
        TextPainter.MeasuredFont large = height >= texts.label().height() + 1 ? texts.label() : small;
        String note = note(state);
        String longest = longest(node);
        Holdings holdings = known(node, state.holdings());
        String wide = counts(node.cluster(), holdings, true);
        String narrow = counts(node.cluster(), holdings, false);
        Line[] ways = {
            new Line(large, note, wide),
            new Line(large, note, free(node.cluster(), holdings, narrow)),
            new Line(large, note, narrow),
            new Line(small, note, narrow),
            new Line(small, note, ""),
            new Line(large, "", narrow),
            new Line(small, "", narrow),
        };
        for (Line way : ways) {
            if (width(gc, longest, way) <= room) {
                return way;
            }
        }
        return new Line(small, "", "");
    }

    /** Of the names of a row, which are written in one type; of very many that of the node itself. */
    private static String longest(Box node) {
        return node.parent().map(Box::children).filter(row -> row.size() <= ROW).stream()
                .flatMap(List::stream)
                .filter(Box::isNode)
                .map(Box::brief)
                .max(Comparator.comparingInt(String::length))
                .orElse(node.brief());
    }

    private static int width(GC gc, String name, Line way) {
        TextPainter.MeasuredFont font = way.font();
        return font.width(gc, name)
                + (way.note().isEmpty() ? 0 : GAP + font.width(gc, way.note()))
                + (way.counts().isEmpty() ? 0 : GAP + font.width(gc, way.counts()));
    }

    private static int backwards(GC gc, TextPainter.MeasuredFont font, String text, Color ink, int right, int y) {
        if (text.isEmpty()) {
            return right;
        }
        int width = font.width(gc, text);
        gc.setForeground(ink);
        font.draw(gc, text, right - width, y);
        return right - width - GAP;
    }

    private Color ink(BoxState state) {
        return inks.of(
                state.notReady() > 0
                        ? Name.CRITICAL
                        : state.silent() > 0 || state.cordoned() + state.tainted() == 0 ? Name.WARNING : Name.CORDONED);
    }

    /** What is the matter with the node, in a word or two; empty: nothing. */
    static String note(BoxState state) {
        if (state.notReady() > 0) {
            return state.cordoned() > 0 ? Texts.of("NodeHeader.notReadyCordoned") : Texts.of("NodeHeader.notReady");
        } else if (state.silent() > 0) {
            return state.cordoned() > 0 ? Texts.of("NodeHeader.silentCordoned") : Texts.of("NodeHeader.silent");
        }
        return state.cordoned() > 0
                ? Texts.of("NodeHeader.cordoned")
                : state.tainted() > 0
                        ? Texts.of("NodeHeader.tainted")
                        : state.holdings().withheld() > 0
                                ? Texts.of(
                                        "NodeHeader.notOffered",
                                        state.holdings().withheld())
                                : "";
    }

    /** Before the pods of its cluster are known, who holds a device is not. */
    static Holdings known(Box node, Holdings holdings) {
        int total = holdings.total();
        return StateLabels.isListing(node.cluster()) ? new Holdings(total, 0, 0, 0, 0, total) : holdings;
    }

    /** Held of all, and free without what else there is; what is not known is said as in little room. */
    static String free(Cluster cluster, Holdings holdings, String held) {
        return holdings.total() == 0 || holdings.unknown() == holdings.total()
                ? held
                : Texts.of("NodeHeader.freeAndHeld", AcceleratorLabels.onlyFree(holdings, cluster), held);
    }

    /** Held of all, and free where there is room; what is not known is said to be so. */
    static String counts(Cluster cluster, Holdings holdings, boolean wide) {
        if (holdings.total() == 0) {
            return wide ? Texts.of("NodeHeader.noGpu") : "";
        } else if (holdings.unknown() == holdings.total()) {
            return "?/" + holdings.total();
        }
        String held = holdings.held() + "/" + holdings.total();
        if (!wide) {
            return held;
        }
        List<String> words = new ArrayList<>();
        words.add(Texts.of("NodeHeader.held", AcceleratorLabels.free(holdings, cluster), held));
        if (holdings.tainted() > 0) {
            words.add(Texts.of("NodeHeader.areTainted", holdings.tainted()));
        }
        if (holdings.failed() > 0) {
            words.add(Texts.of("NodeHeader.haveFailed", holdings.failed()));
        }
        return String.join(", ", words);
    }
}
