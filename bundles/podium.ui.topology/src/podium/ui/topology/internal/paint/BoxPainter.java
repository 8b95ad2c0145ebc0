// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.paint;

import java.util.Locale;
import java.util.Optional;
import org.eclipse.swt.graphics.GC;
import podium.core.fleet.Holdings;
import podium.core.placement.Fit;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.ui.kit.Formats;
import podium.ui.kit.Palette.Name;
import podium.ui.topology.internal.colour.Verdicts;
import podium.ui.topology.internal.layout.Detail;
import podium.ui.topology.internal.layout.Pixels;
import podium.ui.topology.internal.scene.Box;
import podium.ui.topology.internal.scene.BoxState;
import podium.ui.topology.internal.scene.Notice;
import podium.ui.topology.internal.stage.Cards;
import podium.ui.words.Devices;
import podium.ui.words.Exposure;
import podium.ui.words.States;

/** Paints one box of any kind, without the boxes in it. UI thread. */
final class BoxPainter {
    private final Inks inks;
    private final Texts texts;
    private final NodePainter nodes;
    private final BlockPainter blocks;
    private final NameChip chip;

    BoxPainter(Inks inks, Texts texts) {
        this.inks = inks;
        this.texts = texts;
        this.blocks = new BlockPainter(inks);
        this.chip = new NameChip(inks, texts);
        this.nodes = new NodePainter(inks, texts, blocks);
    }

    /** The pixels a box is painted on: all of it. */
    static Pixels area(Picture picture, Box box) {
        return picture.view().pixels(picture.layout().of(box));
    }

    /** The pixels that change when the state of a box changes: for an open cluster or domain, its header. */
    static Pixels changing(Picture picture, Box box) {
        Pixels all = area(picture, box);
        if (box.isNode() || Detail.of(picture.layout(), box, picture.view().scale()) == Detail.BLOCK) {
            return all;
        }
        return header(picture, box, all);
    }

    void paint(GC gc, Picture picture, Box box) {
        Pixels at = area(picture, box);
        if (box.isNode()) {
            nodes.paint(gc, picture, box, at);
        } else {
            container(gc, picture, box, at);
        }
    }

    private void container(GC gc, Picture picture, Box box, Pixels at) {
        boolean open = Detail.of(picture.layout(), box, picture.view().scale()) != Detail.BLOCK;
        gc.setBackground(inks.of(box.depth() % 2 == 0 ? Name.SURFACE : Name.PANEL));
        gc.fillRectangle(at.x(), at.y(), at.width(), at.height());
        Pixels header = header(picture, box, at);
        if (!open) {
            Pixels inner = new Pixels(at.x(), header.bottom(), at.width(), at.bottom() - header.bottom()).grow(-1);
            blocks.paint(gc, picture, box, inner);
            picture.verdicts().filter(all -> all.isKnown(box)).ifPresent(all -> answer(gc, all, box, inner));
        }
        boolean named = header(gc, picture, box, header);
        if (!open && !named) {
            chip.paint(gc, box, at);
        }
        if (Math.min(at.width(), at.height()) > 6) {
            gc.setForeground(inks.of(Name.LINE));
            gc.drawRectangle(at.x(), at.y(), at.width() - 1, at.height() - 1);
        }
    }

    private static Pixels header(Picture picture, Box box, Pixels at) {
        double bottom = picture.layout().of(box).y() + picture.layout().header(box);
        return new Pixels(at.x(), at.y(), at.width(), picture.view().y(bottom) - at.y());
    }

    private void answer(GC gc, Verdicts verdicts, Box box, Pixels at) {
        Fit best = verdicts.best(box);
        gc.setBackground(inks.of(VerdictPainter.name(best)));
        int height = Math.max(2, at.height() / 4);
        double share = verdicts.count(box, best) / (double) Math.max(1, box.end() - box.id() - 1);
        gc.fillRectangle(at.x(), at.bottom() - height, Math.max(2, (int) (at.width() * Math.min(1, share))), height);
    }

    /** Writes name and counts; false where there is no room for them. */
    private boolean header(GC gc, Picture picture, Box box, Pixels at) {
        boolean cluster = box.kind() == Box.Kind.CLUSTER;
        Texts.Face face = cluster ? texts.bold() : texts.label();
        face = face.height() > at.height() ? texts.small() : face;
        double height = picture.layout().header(box) * picture.view().scale();
        if (!NameChip.isHighEnough(height, face.height()) || at.width() < 20) {
            return false;
        }
        gc.setBackground(inks.of(box.depth() % 2 == 0 ? Name.SURFACE : Name.PANEL));
        gc.fillRectangle(at.x() + 1, at.y() + 1, at.width() - 2, at.height() - 1);
        writeHeader(gc, picture, box, at, face);
        return true;
    }

    /** The name at the left, the counts at the right, cut to what there is room for. */
    void writeHeader(GC gc, Picture picture, Box box, Pixels at, Texts.Face face) {
        int y = at.y() + Math.max(1, (Math.min(at.height(), face.height() + 8) - face.height()) / 2);
        int left = at.x() + 6;
        int right = at.right() - 6;
        BoxState state = picture.looks().states().of(box);
        Optional<String> exposed =
                box.subject() instanceof Cluster it ? Exposure.of(it).map(States.Shown::word) : Optional.empty();
        String title = Cards.title(box) + exposed.map(word -> ", " + word).orElse("");
        int titleWidth = face.width(gc, title);
        for (String counts : counts(box, state, picture.slots().words(box.subject()))) {
            int width = texts.label().width(gc, counts);
            if (titleWidth + 12 + width <= right - left) {
                boolean trouble = box.subject() instanceof Cluster it
                        && it.getConnection() != ConnectionState.LIVE
                        && it.getConnection() != ConnectionState.CONNECTING;
                gc.setForeground(inks.of(trouble ? Name.WARNING : Name.MUTED));
                texts.label()
                        .draw(
                                gc,
                                counts,
                                right - width,
                                y + face.height() - texts.label().height());
                right -= width + 12;
                break;
            }
        }
        gc.setForeground(inks.of(exposed.isPresent() ? Name.CRITICAL : Name.TEXT));
        face.draw(gc, face.fit(gc, title, right - left), left, y);
    }

    private static String connection(Box box) {
        return Notice.word(box.cluster().getConnection()).toLowerCase(Locale.ROOT);
    }

    /** While a cluster is listed for the first time: what was heard so far; who holds it comes later. */
    private static String[] listing(Box box, BoxState state) {
        String nodes = Formats.counted(state.nodes(), "node");
        String gpus = Formats.counted(state.holdings().total(), Devices.word(box.cluster()));
        return box.kind() == Box.Kind.CLUSTER
                ? new String[] {nodes + ", " + gpus + " so far   connecting", "connecting"}
                : new String[] {nodes + ", " + gpus + " so far", nodes};
    }

    /** What is in the box, from the longest wording to the shortest. */
    static String[] counts(Box box, BoxState state, String slots) {
        Holdings holdings = state.holdings();
        if (States.isUnheard(box.cluster())) {
            return new String[] {connection(box)};
        }
        if (States.isListing(box.cluster())) {
            return listing(box, state);
        }
        if (holdings.total() == 0) {
            String none = Formats.counted(state.nodes(), "node") + ", no " + Devices.word(box.cluster());
            return box.kind() == Box.Kind.CLUSTER
                    ? new String[] {none + "   " + connection(box), none}
                    : new String[] {none, ""};
        }
        String trouble = (state.notReady() > 0 ? ", " + state.notReady() + " not ready" : "")
                + (state.silent() > 0 ? ", " + state.silent() + " silent" : "")
                + (state.cordoned() > 0 ? ", " + state.cordoned() + " cordoned" : "")
                + (holdings.tainted() > 0 ? ", " + Formats.count(holdings.tainted()) + " tainted" : "")
                + (holdings.failed() > 0 ? ", " + holdings.failed() + " failed" : "");
        String held = Formats.count(holdings.held()) + "/" + Formats.count(holdings.total());
        String free = Formats.count(holdings.free()) + " free, " + held + " held";
        String nodes = Formats.counted(state.nodes(), "node") + ", ";
        String fragments = slots.isEmpty() ? "" : ", " + slots;
        if (box.subject() instanceof Cluster cluster) {
            String word = connection(box);
            return new String[] {
                nodes + Formats.counted(holdings.total(), Devices.word(cluster)) + ", " + free + fragments + trouble
                        + "   " + word,
                free + fragments + "   " + word,
                free + "   " + word,
                held + "  " + word,
                word
            };
        }
        return new String[] {
            nodes + free + fragments + trouble,
            free + fragments + trouble,
            held + fragments + trouble,
            held + trouble,
            held
        };
    }
}
