// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Cluster;
import podium.model.fleet.Domain;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Node;
import podium.model.fleet.TaskPhase;
import podium.placement.Assignment;
import podium.placement.Fit;
import podium.placement.Rank;
import podium.placement.Target;
import podium.placement.Verdict;
import podium.placement.advice.RankedPlace;
import podium.ui.toolkit.Palette;
import podium.ui.toolkit.Palette.Name;
import podium.ui.topology.internal.colour.NodeVerdicts;
import podium.ui.topology.internal.layout.PixelRect;
import podium.ui.topology.internal.model.MarkedPlaces;
import podium.ui.topology.internal.model.PointerFeedback;
import podium.ui.topology.internal.model.ProposedRanks;
import podium.ui.topology.internal.model.TopologyModel;
import podium.ui.topology.internal.testing.Displays;
import podium.ui.topology.internal.testing.Fleets;
import podium.ui.topology.internal.testing.Pictures;

/** While somebody carries ranks over the canvas, or has laid them out, nodes and ranks are still told apart. */
class AimingTest {
    /** The canvas in a window of 1280 x 800, with the tray of ranks below it and without. */
    private static final int WIDTH = 718;

    private static final int TALL = 385;
    private static final int LOW = 300;

    private final Fleets fleets = new Fleets();
    private final Cluster cluster = fleets.cluster("ai-factory");
    private final List<Node> nodes = new ArrayList<>();
    private final Palette palette = new Palette(false);
    private final Job gang = fleets.job(cluster, "gang", JobState.HELD, 16, 1);
    private Pictures pictures;

    AimingTest() {
        Domain zone = fleets.domain(cluster, "zone", "eu-north-a");
        for (int rack = 1; rack <= 4; rack++) {
            Domain block = rack % 2 == 1
                    ? fleets.domain(zone, "block", "block-" + (rack + 1) / 2)
                    : zone.getDomains().getLast();
            Domain it = fleets.domain(block, "rack", "rack-" + rack);
            for (int n = 1; n <= 8; n++) {
                nodes.add(fleets.node(it, "gpu-r" + rack + "-n" + n, 8));
            }
        }
        for (int i = 0; i < 16; i++) {
            fleets.task(gang, TaskPhase.GATED, 1);
        }
    }

    @AfterEach
    void close() {
        pictures.close();
    }

    private void second() {
        Cluster mixed = fleets.cluster("mixed");
        for (String room : List.of("room-1", "room-2")) {
            Domain rack = fleets.domain(fleets.domain(mixed, "zone", room), "rack", "rack-of-" + room);
            for (int n = 1; n <= 6; n++) {
                fleets.node(rack, "l40s-" + room + "-" + n, 8);
            }
        }
    }

    private void open(int width, int height) {
        pictures = new Pictures(Displays.needed(), fleets, palette, width, height);
    }

    private List<Rank> ranks(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(number -> new Rank(number, true, gang.getTasks().get(number), 1))
                .toList();
    }

    private void aim() {
        Map<Node, Verdict> verdicts = new HashMap<>();
        for (Node node : nodes) {
            verdicts.put(node, new Verdict(Fit.DOES_NOT_FIT, List.of("full"), 0, 0));
        }
        verdicts.put(nodes.get(2), new Verdict(Fit.EVICTS, List.of(), 5, 1));
        for (int i = 25; i < 30; i++) {
            verdicts.put(nodes.get(i), new Verdict(i == 26 ? Fit.FITS_IF : Fit.FITS, List.of(), 5, 1));
        }
        pictures.model().answer(Optional.of(new NodeVerdicts(pictures.model().scene(), verdicts, 5)));
    }

    @Test
    void aPlaceThatKillsOthersIsQuieterThanOneThatFitsAndStillSaysSo() {
        open(1_400, 900);
        aim();
        ImageData picture = pictures.picture();
        int kills = count(picture, area(nodes.get(2)), rgb(Name.DROP_EVICTS));
        int fits = count(picture, area(nodes.get(25)), rgb(Name.DROP_OK));
        assertTrue(kills > 0 && 2 * kills < fits, kills + " against " + fits);
    }

    /** The second and third were thick and red, and "! evicts" lay over the GPUs 5 to 7. */
    @Test
    void aNumberedPlaceThatKillsOthersIsQuieterThanOneThatFitsAndItsSignLiesOnItsLastGpuOnly() {
        open(WIDTH, TALL);
        aim();
        Verdict fits = new Verdict(Fit.FITS, List.of(), 5, 1);
        Verdict kills = new Verdict(Fit.EVICTS, List.of(), 5, 1);
        pictures.canvas()
                .mark(new MarkedPlaces(
                        MarkedPlaces.State.RANKED,
                        List.of(
                                new RankedPlace(new Target.OnNode(nodes.get(27)), fits, ""),
                                new RankedPlace(new Target.OnNode(nodes.get(25)), fits, ""),
                                new RankedPlace(new Target.OnNode(nodes.get(2)), kills, ""))));
        ImageData picture = pictures.picture();
        int red = count(picture, area(nodes.get(2)).grow(9), rgb(Name.DROP_EVICTS));
        int green = count(picture, area(nodes.get(25)).grow(9), rgb(Name.DROP_OK));
        assertTrue(red > 0 && 2 * red < green, red + " against " + green);
        for (int gpu = 5; gpu <= 6; gpu++) {
            PixelRect cell = pictures.model()
                    .view()
                    .pixels(pictures.model()
                            .layout()
                            .of(pictures.model()
                                    .scene()
                                    .cells(pictures.model()
                                            .scene()
                                            .box(nodes.get(2))
                                            .orElseThrow())
                                    .get(gpu)));
            assertEquals(0, count(picture, cell, rgb(Name.DROP_EVICTS)), "over GPU " + gpu);
        }
    }

    @Test
    void aNodeThatTakesSomeOfTheTasksIsNamedBesideHowMany() {
        second();
        open(WIDTH, TALL);
        Map<Node, Verdict> some = new HashMap<>();
        nodes.forEach(node -> some.put(node, new Verdict(Fit.FITS, List.of(), 7, 1)));
        pictures.model().answer(Optional.of(new NodeVerdicts(pictures.model().scene(), some, 16)));
        ImageData picture = pictures.picture();
        for (Node node : nodes) {
            PixelRect at = area(node);
            PixelRect name = new PixelRect(at.x() + 4, at.y() + 3, at.width() / 3, 11);
            assertTrue(count(picture, name, rgb(Name.TEXT)) > 12, node.getName());
        }
    }

    /** White words stood on pale blue, at 1.8 to 1. */
    @Test
    void whatIsWrittenOnTheCellsOfANodeThatTakesNothingCanBeRead() {
        fleets.run(
                fleets.job(cluster, "train", JobState.RUNNING, 1, 8),
                nodes.getFirst().getAccelerators().toArray(Accelerator[]::new));
        open(WIDTH, TALL);
        TopologyModel model = pictures.model();
        model.resize(WIDTH, TALL);
        model.show(model.view()
                .show(model.layout().of(model.scene().box(nodes.getFirst()).orElseThrow()), 0.9, 1000));
        aim();
        PixelRect cell =
                model.view().pixels(model.layout().of(model.scene().cells().getFirst()));
        assertTrue(count(pictures.picture(), cell, new RGB(0, 0, 0)) > 20, "black words on what is dimmed");
    }

    /** Of 7 half was seen above the tick, and of 4 to 7 the half above "8 of 16 tasks". */
    @Test
    void aNumberBelowTheSignOfANodeIsLeftOutAndNotHalved() {
        for (int wanted : new int[] {1, 16}) {
            open(WIDTH, TALL);
            Map<Node, Verdict> some = new HashMap<>();
            nodes.forEach(node -> some.put(node, new Verdict(Fit.FITS, List.of(), wanted == 1 ? 1 : 8, 1)));
            pictures.model()
                    .answer(Optional.of(new NodeVerdicts(pictures.model().scene(), some, wanted)));
            ImageData picture = pictures.picture();
            RGB text = rgb(Name.TEXT);
            PixelRect last = pictures.model()
                    .view()
                    .pixels(pictures.model()
                            .layout()
                            .of(pictures.model().scene().cells().get(7)));
            PixelRect first = pictures.model()
                    .view()
                    .pixels(pictures.model()
                            .layout()
                            .of(pictures.model().scene().cells().getFirst()));
            assertTrue(count(picture, first, text) > 3, "a number");
            assertEquals(0, count(picture, last, text), "of " + wanted);
            pictures.close();
        }
    }

    /** On tall cells the number stands well above the cross, and each node had no GPU 7. */
    @Test
    void aNumberBesideTheSignOfANodeStays() {
        open(WIDTH * 2, TALL * 2);
        aim();
        ImageData picture = pictures.picture();
        PixelRect last = pictures.model()
                .view()
                .pixels(pictures.model()
                        .layout()
                        .of(pictures.model().scene().cells().get(7)));
        PixelRect number = new PixelRect(last.x() + last.width() / 2 - 4, last.y() + last.height() / 2 - 6, 8, 12);
        assertTrue(
                IntStream.range(0, number.width() * number.height())
                                .map(i -> picture.getPixel(
                                        number.x() + i % number.width(), number.y() + i / number.width()))
                                .distinct()
                                .count()
                        > 2,
                () -> "no number in " + last);
    }

    private void layOut() {
        pictures.canvas()
                .propose(new ProposedRanks(
                        Map.of(nodes.get(26), ranks(0, 0), nodes.get(27), ranks(1, 7), nodes.get(30), ranks(8, 15)),
                        Set.of()));
    }

    private void point() {
        Map<Integer, Node> to = new HashMap<>();
        IntStream.rangeClosed(2, 6).forEach(rank -> to.put(rank, nodes.get(28)));
        pictures.canvas()
                .point(new PointerFeedback(Optional.empty(), 0, 0, 0, Optional.of(new Assignment(to, "here"))));
    }

    /** The frame of the node under the pointer went through its number. */
    @Test
    void theNumberOfABestPlaceIsReadWhereItIsPointedAt() {
        open(WIDTH, TALL);
        Node node = nodes.get(27);
        pictures.canvas()
                .mark(new MarkedPlaces(
                        MarkedPlaces.State.RANKED,
                        List.of(new RankedPlace(
                                new Target.OnNode(node), new Verdict(Fit.FITS, List.of(), 4, 1), "fills the node"))));
        PixelRect number = BestPlacePainter.badge(area(node), true, new PixelRect(0, 0, WIDTH, TALL));
        List<Integer> before = pixels(pictures.picture(), number.grow(-3));
        pictures.highlights().hover(Optional.of(node));
        pictures.canvas()
                .point(new PointerFeedback(
                        Optional.empty(), 0, 0, 0, Optional.of(new Assignment(Map.of(0, node), "here"))));
        assertEquals(before, pixels(pictures.picture(), number.grow(-3)));
    }

    private static List<Integer> pixels(ImageData picture, PixelRect at) {
        return IntStream.range(0, at.width() * at.height())
                .mapToObj(i -> picture.getPixel(at.x() + i % at.width(), at.y() + i / at.width()))
                .toList();
    }

    @Test
    void noBadgeLiesOnHalfOfTheNameOfANode() {
        for (int clusters = 1; clusters <= 2; clusters++) {
            if (clusters == 2) {
                second();
            }
            for (int height : new int[] {TALL, LOW}) {
                open(WIDTH, height);
                aim();
                layOut();
                point();
                ImageData picture = pictures.picture();
                for (Node node : List.of(nodes.get(26), nodes.get(27), nodes.get(30), nodes.get(28))) {
                    PixelRect at = area(node);
                    RGB ground = rgb(node == nodes.get(28) ? Name.DROP_OK : Name.WAITING);
                    PixelRect name = new PixelRect(at.x() + 3, at.y() + 3, Math.min(at.width() - 6, 58), 9);
                    boolean edge = count(picture, new PixelRect(name.x(), name.y(), 3, 9), ground) > 20;
                    String where = node.getName() + " of " + clusters + " at " + height;
                    assertTrue(edge || count(picture, name, ground) == 0, where);
                    int letters = count(picture, name, rgb(Name.TEXT)) + count(picture, name, rgb(Name.MUTED));
                    assertTrue(edge || letters > 10, where);
                }
                pictures.close();
            }
        }
    }

    @Test
    void everyNodeIsNamedWhileSomebodyAimsAlsoThoseThatTakeNothing() {
        second();
        open(WIDTH, TALL);
        aim();
        ImageData picture = pictures.picture();
        for (Node node : nodes) {
            PixelRect at = area(node);
            PixelRect name = new PixelRect(at.x() + 3, at.y() + 2, at.width() / 2, 14);
            boolean takes = nodes.indexOf(node) == 2 || nodes.indexOf(node) >= 25 && nodes.indexOf(node) < 30;
            assertTrue(count(picture, name, rgb(takes ? Name.TEXT : Name.MUTED)) > 8, node.getName());
        }
    }

    @Test
    void everyRankOfAFullNodeShowsItsNumber() {
        open(WIDTH, LOW);
        layOut();
        ImageData picture = pictures.picture();
        for (int gpu = 0; gpu < 8; gpu++) {
            var cell = pictures.model()
                    .scene()
                    .cell(nodes.get(30).getAccelerators().get(gpu))
                    .orElseThrow();
            PixelRect at =
                    pictures.model().view().pixels(pictures.model().layout().of(cell));
            int ground = count(picture, at, rgb(Name.WAITING));
            assertTrue(ground < at.width() * at.height() - 8, "rank " + (8 + gpu));
        }
    }

    @Test
    void howManyOfItsGpusArePlannedIsSaidInANarrowWindowToo() {
        open(WIDTH, LOW);
        Node node = nodes.get(28);
        pictures.canvas().propose(new ProposedRanks(Map.of(node, ranks(8, 15)), Set.of()));
        PixelRect at = area(node);
        PixelRect edge = new PixelRect(at.x() + 3, at.y() + 3, at.width() - 6, 8);
        int ground = count(pictures.picture(), edge, rgb(Name.WAITING));
        assertTrue(ground > edge.width() * edge.height() / 3, ground + " of " + edge);
    }

    @Test
    void theAnswerOfANodeAndTheRanksOnItAreNotWrittenOverEachOther() {
        open(WIDTH, LOW);
        aim();
        Node node = nodes.get(27);
        fleets.run(
                fleets.job(cluster, "other", JobState.RUNNING, 1, 7),
                node.getAccelerators().subList(0, 7).toArray(Accelerator[]::new));
        pictures.model().rebuild();
        aim();
        pictures.canvas().propose(new ProposedRanks(Map.of(node, ranks(0, 0)), Set.of()));
        ImageData picture = pictures.picture();
        TextPainter texts = new TextPainter(Displays.needed());
        Image image = new Image(Displays.needed(), 10, 10);
        GC gc = new GC(image);
        try {
            PixelRect sign = new VerdictPainter(new CanvasColours(palette), texts)
                    .sign(
                            gc,
                            new PaintState(
                                    pictures.model().layout(),
                                    pictures.model().view(),
                                    pictures.model().styles(),
                                    pictures.model().verdicts(),
                                    pictures.model().slots()),
                            pictures.model().scene().box(node).orElseThrow(),
                            pictures.model().verdicts().orElseThrow(),
                            area(node))
                    .orElseThrow()
                    .at();
            assertEquals(0, count(picture, sign, rgb(Name.WAITING)), "the rank is named beside the name instead");
        } finally {
            gc.dispose();
            image.dispose();
            texts.close();
        }
    }

    private PixelRect area(Node node) {
        return pictures.model()
                .view()
                .pixels(pictures.model()
                        .layout()
                        .of(pictures.model().scene().box(node).orElseThrow()));
    }

    private RGB rgb(Name name) {
        return palette.color(name).getRGB();
    }

    private static int count(ImageData picture, PixelRect area, RGB color) {
        int count = 0;
        for (int y = area.y(); y < area.bottom(); y++) {
            for (int x = area.x(); x < area.right(); x++) {
                RGB at = picture.palette.getRGB(picture.getPixel(x, y));
                count +=
                        Math.abs(at.red - color.red) + Math.abs(at.green - color.green) + Math.abs(at.blue - color.blue)
                                        < 60
                                ? 1
                                : 0;
            }
        }
        return count;
    }
}
