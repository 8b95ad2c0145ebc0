// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.paint;

import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.swt.graphics.GC;
import podium.core.fleet.Holdings;
import podium.core.text.Counted;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.placement.Fit;
import podium.ui.label.AcceleratorLabels;
import podium.ui.label.FleetLabels;
import podium.ui.label.MarkLabels;
import podium.ui.label.ProtectionLabels;
import podium.ui.label.Snapshots;
import podium.ui.label.StateLabels;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.Palette.Name;
import podium.ui.topology.internal.colour.NodeVerdicts;
import podium.ui.topology.internal.layout.LevelOfDetail;
import podium.ui.topology.internal.layout.PixelRect;
import podium.ui.topology.internal.model.CanvasTooltips;
import podium.ui.topology.internal.scene.Box;
import podium.ui.topology.internal.scene.BoxState;
import podium.ui.topology.internal.scene.ConnectionNotice;
import podium.ui.topology.texts.Texts;

/** Paints one box of any kind, without the boxes in it. UI thread. */
final class BoxPainter {
    /** Pixels of a name that is cut. */
    private static final int BRIEF = 60;

    private final CanvasColours inks;
    private final TextPainter texts;
    private final NodePainter nodes;
    private final BlockPainter blocks;
    private final NameChip chip;

    BoxPainter(CanvasColours inks, TextPainter texts) {
        this.inks = inks;
        this.texts = texts;
        this.blocks = new BlockPainter(inks);
        this.chip = new NameChip(inks, texts);
        this.nodes = new NodePainter(inks, texts, blocks);
    }

    /** The pixels a box is painted on: all of it. */
    static PixelRect area(PaintState picture, Box box) {
        return picture.view().pixels(picture.layout().of(box));
    }

    /** The pixels that change when the state of a box changes: for an open cluster or domain, its header. */
    static PixelRect changing(PaintState picture, Box box) {
        PixelRect all = area(picture, box);
        return isOpen(picture, box) ? header(picture, box, all) : all;
    }

    /** Whether it is a cluster or a domain in which boxes are drawn. */
    static boolean isOpen(PaintState picture, Box box) {
        return !box.isNode()
                && LevelOfDetail.of(picture.layout(), box, picture.view().scale()) != LevelOfDetail.BLOCK;
    }

    /** What a cluster or a domain has below its name and between the boxes in it. */
    static Name ground(Box box) {
        return box.depth() % 2 == 0 ? Name.SURFACE : Name.PANEL;
    }

    void paint(GC gc, PaintState picture, Box box) {
        PixelRect at = area(picture, box);
        if (box.isNode()) {
            nodes.paint(gc, picture, box, at);
        } else {
            container(gc, picture, box, at);
        }
    }

    private void container(GC gc, PaintState picture, Box box, PixelRect at) {
        boolean open = isOpen(picture, box);
        PixelRect header = header(picture, box, at);
        PixelRect bare = open ? header : at;
        gc.setBackground(inks.of(ground(box)));
        gc.fillRectangle(bare.x(), bare.y(), bare.width(), bare.height());
        if (!open) {
            PixelRect inner =
                    new PixelRect(at.x(), header.bottom(), at.width(), at.bottom() - header.bottom()).grow(-1);
            blocks.paint(gc, picture, box, inner);
            picture.verdicts().filter(all -> all.isKnown(box)).ifPresent(all -> answer(gc, all, box, inner));
        }
        boolean named = header(gc, picture, box, header);
        if (!open && !named) {
            chip.paint(gc, picture, box);
        }
        if (Math.min(at.width(), at.height()) > 6) {
            BoxFrame.solid(gc, inks.of(Name.LINE), at);
        }
    }

    /** Writes the header of a box into that part of it which is seen, so that its name is. */
    void keepHeader(GC gc, PaintState picture, Box box, PixelRect at) {
        PixelRect header = header(picture, box, at);
        int right = Math.min(at.right(), picture.view().width());
        PixelRect seen = new PixelRect(-1, at.y(), right + 1, box.isNode() ? at.height() : header.height());
        if (header.height() <= texts.small().height() || right < BRIEF) {
            return;
        } else if (box.isNode()) {
            nodes.keepHeader(gc, picture, box, seen);
        } else if (isOpen(picture, box)) {
            header(gc, picture, box, seen);
        }
    }

    static PixelRect header(PaintState picture, Box box, PixelRect at) {
        double bottom = picture.layout().of(box).y() + picture.layout().header(box);
        return new PixelRect(at.x(), at.y(), at.width(), picture.view().y(bottom) - at.y());
    }

    private void answer(GC gc, NodeVerdicts verdicts, Box box, PixelRect at) {
        Fit best = verdicts.best(box);
        gc.setBackground(inks.of(VerdictPainter.name(best)));
        int height = Math.max(2, at.height() / 4);
        double share = verdicts.count(box, best) / (double) Math.max(1, box.end() - box.id() - 1);
        gc.fillRectangle(at.x(), at.bottom() - height, Math.max(2, (int) (at.width() * Math.min(1, share))), height);
    }

    /** Writes name and counts; false where there is no room for them. */
    private boolean header(GC gc, PaintState picture, Box box, PixelRect at) {
        boolean cluster = box.kind() == Box.Kind.CLUSTER;
        TextPainter.MeasuredFont font = cluster ? texts.bold() : texts.label();
        font = font.height() > at.height() ? texts.small() : font;
        double height = picture.layout().header(box) * picture.view().scale();
        if (!NameChip.isHighEnough(height, font.height()) || at.width() < 20) {
            return false;
        }
        gc.setBackground(inks.of(ground(box)));
        gc.fillRectangle(at.x() + 1, at.y() + 1, at.width() - 2, at.height() - 1);
        writeHeader(gc, picture, box, at, font);
        return true;
    }

    /** The name at the left, the counts at the right, cut to what there is room for. */
    void writeHeader(GC gc, PaintState picture, Box box, PixelRect at, TextPainter.MeasuredFont font) {
        int y = at.y() + Math.max(1, (Math.min(at.height(), font.height() + 8) - font.height()) / 2);
        int left = at.x() + 6;
        int right = at.right() - 6;
        TextPainter.MeasuredFont plain = font == texts.small() ? font : texts.label();
        BoxState state = picture.styles().states().of(box);
        Optional<String> exposed = box.subject() instanceof Cluster it
                ? ProtectionLabels.of(it).map(StateLabels.Shown::word)
                : Optional.empty();
        String marked = box.subject() instanceof Cluster it ? MarkLabels.behind(it) : "";
        String title = title(box) + marked + exposed.map(word -> ", " + word).orElse("");
        int titleWidth = font.width(gc, title);
        String counts = fitting(
                counts(box, state, picture.slots().words(box.subject())),
                right - left - 12,
                titleWidth,
                box.subject() instanceof Cluster,
                words -> plain.width(gc, words));
        if (!counts.isEmpty()) {
            int width = plain.width(gc, counts);
            boolean trouble = box.subject() instanceof Cluster it
                    && !Snapshots.is(it)
                    && it.getConnection() != ConnectionState.LIVE
                    && it.getConnection() != ConnectionState.CONNECTING;
            gc.setForeground(inks.of(trouble ? Name.WARNING : Name.MUTED));
            plain.draw(gc, counts, right - width, y + font.height() - plain.height());
            right -= width + 12;
        }
        gc.setForeground(inks.of(exposed.isPresent() ? Name.CRITICAL : Name.TEXT));
        font.draw(gc, font.fit(gc, title, right - left), left, y);
    }

    /** What a cluster or a domain is called; a snapshot by its time, as beside the canvas: the name of its file has no room there. */
    static String title(Box box) {
        return box.subject() instanceof Cluster cluster && Snapshots.is(cluster)
                ? Snapshots.brief(cluster)
                : CanvasTooltips.title(box);
    }

    /**
     * The longest wording that leaves the title whole; of a cluster else the longest that leaves the beginning of its name, since
     * without how it stands what it shows looks live. Empty: none has room.
     */
    static String fitting(String[] counts, int room, int title, boolean cluster, ToIntFunction<String> width) {
        return Stream.of(counts)
                .filter(words -> title + width.applyAsInt(words) <= room)
                .findFirst()
                .or(() -> Stream.of(counts)
                        .filter(words -> cluster && Math.min(title, BRIEF) + width.applyAsInt(words) <= room)
                        .findFirst())
                .orElse("");
    }

    private static String connection(Box box) {
        return Snapshots.is(box.cluster())
                ? Snapshots.words(box.cluster())
                : ConnectionNotice.within(box.cluster().getConnection());
    }

    /** While a cluster is listed for the first time: what was heard so far; who holds it comes later. */
    private static String[] listing(Box box, BoxState state) {
        String nodes = Formats.counted(state.nodes(), "node");
        String gpus = Formats.counted(state.holdings().total(), AcceleratorLabels.word(box.cluster()));
        return box.kind() == Box.Kind.CLUSTER
                ? new String[] {Texts.of("BoxPainter.soFar", nodes, gpus) + "   " + connection(box), connection(box)}
                : new String[] {Texts.of("BoxPainter.soFar", nodes, gpus), nodes};
    }

    /** What is in the box, from the longest wording to the shortest, each of which counts what is free: boxes side by side are compared. */
    static String[] counts(Box box, BoxState state, String slots) {
        Holdings holdings = state.holdings();
        if (StateLabels.isUnheard(box.cluster())) {
            return new String[] {connection(box)};
        }
        if (StateLabels.isListing(box.cluster())) {
            return listing(box, state);
        }
        if (holdings.total() == 0) {
            String none = Texts.of(
                    "BoxPainter.nodesWithoutGpu",
                    Formats.counted(state.nodes(), "node"),
                    Counted.noun(1, AcceleratorLabels.word(box.cluster())));
            return box.kind() == Box.Kind.CLUSTER
                    ? new String[] {none + "   " + connection(box), none}
                    : new String[] {none, ""};
        }
        return gpus(box, state, slots);
    }

    private static String[] gpus(Box box, BoxState state, String slots) {
        Holdings holdings = state.holdings();
        String held = Formats.count(holdings.held()) + "/" + Formats.count(holdings.total());
        String left = AcceleratorLabels.free(holdings, box.cluster());
        String free = Texts.of("BoxPainter.held", left, held);
        String least = AcceleratorLabels.onlyFree(holdings, box.cluster());
        String nodes = Formats.counted(state.nodes(), "node");
        String fragments = StateLabels.before(box.cluster()).isPresent() ? "" : slots;
        String trouble = trouble(state, holdings);
        if (box.subject() instanceof Cluster cluster) {
            String word = connection(box);
            String all = listed(
                    nodes,
                    Formats.counted(holdings.total(), AcceleratorLabels.word(cluster)),
                    free,
                    fragments,
                    trouble);
            return new String[] {
                all + "   " + word,
                listed(free, fragments, trouble) + "   " + word,
                listed(free, fragments) + "   " + word,
                free + "   " + word,
                left + "   " + word,
                least + "   " + word,
                word,
                Snapshots.is(cluster) ? FleetLabels.kind(cluster) : word
            };
        }
        return new String[] {
            listed(nodes, free, fragments, trouble),
            listed(free, fragments, trouble),
            listed(left, fragments, trouble),
            listed(left, fragments),
            left,
            least
        };
    }

    private static String trouble(BoxState state, Holdings holdings) {
        return listed(
                state.notReady() > 0 ? Texts.of("BoxPainter.notReady", state.notReady()) : "",
                state.silent() > 0 ? Texts.of("BoxPainter.silent", state.silent()) : "",
                state.cordoned() > 0 ? Formats.counted(state.cordoned(), "cordoned node") : "",
                holdings.tainted() > 0 ? Texts.of("BoxPainter.tainted", Formats.count(holdings.tainted())) : "",
                holdings.failed() > 0 ? Texts.of("BoxPainter.failed", holdings.failed()) : "",
                holdings.withheld() > 0 ? Texts.of("BoxPainter.notOffered", holdings.withheld()) : "");
    }

    private static String listed(String... words) {
        return Stream.of(words).filter(word -> !word.isEmpty()).collect(Collectors.joining(", "));
    }
}
