// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.model.fleet.Cluster;
import podium.model.fleet.Health;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Node;
import podium.model.fleet.Readiness;
import podium.ui.toolkit.Palette;
import podium.ui.toolkit.Palette.Name;
import podium.ui.topology.internal.colour.ColourBy;
import podium.ui.topology.internal.colour.GroupColours;
import podium.ui.topology.internal.model.TopologyModel;
import podium.ui.topology.internal.testing.Displays;
import podium.ui.topology.internal.testing.FakeFleet;
import podium.ui.topology.internal.testing.Fleets;

class LegendBarTest {
    private static final int HEIGHT = 26;
    private final Fleets fleets = new Fleets();
    private final Palette palette = new Palette(false);
    private Cluster cluster;
    private Node node;
    private Display display;
    private Shell shell;
    private TopologyModel model;
    private LegendBar legend;

    @BeforeEach
    void open() {
        display = Displays.needed();
        cluster = fleets.cluster("c");
        node = fleets.node(cluster, "n1", 8);
        shell = new Shell(display, SWT.NO_TRIM);
        show();
    }

    private void show() {
        model = new TopologyModel(fleets.fleet());
        legend = new LegendBar(shell, model, palette);
        legend.control().setBounds(0, 0, 900, HEIGHT);
        shell.setSize(900, HEIGHT);
        shell.open();
    }

    @AfterEach
    void close() {
        if (shell != null) {
            shell.dispose();
        }
    }

    @Test
    void whatIsNoLongerOnTheCanvasIsNotExplainedAndItsRoomIsKept() {
        byte[] before = picture().data;
        int width = legend.size().x;
        fleets.runSomewhere(fleets.job(cluster, "train", JobState.RUNNING, 1, 2), node, 2);
        model.refresh(FakeFleet.delta(Set.of(node), Set.of(), Set.of(), false));
        Displays.await(display, () -> !Arrays.equals(before, picture().data), () -> "");
        node.getTasks().clear();
        model.refresh(FakeFleet.delta(Set.of(node), Set.of(), Set.of(), false));
        Displays.await(display, () -> Arrays.equals(before, picture().data), () -> "");
        assertTrue(legend.size().x > width, "what stands beside it stays where it is");
        model.colourBy(ColourBy.ACTIVITY);
        model.colourBy(ColourBy.HOLDING);
        assertEquals(width, legend.size().x, "of another colouring nothing stays");
    }

    @Test
    void namesOfJobsThatComeAndGoPushNothingAside() {
        Job first = fleets.job(cluster, "a-job-with-a-long-name", JobState.RUNNING, 1, 1);
        fleets.run(first, node.getAccelerators().getFirst());
        show();
        model.colourBy(ColourBy.JOB);
        int width = legend.size().x;
        first.getTasks().clear();
        node.getTasks().clear();
        fleets.run(
                fleets.job(cluster, "b", JobState.RUNNING, 1, 1),
                node.getAccelerators().getFirst());
        model.rebuild();
        assertEquals(width, legend.size().x);
    }

    @Test
    void underAnEmptyCanvasNothingIsExplained() {
        fleets.fleet().getClusters().clear();
        model.rebuild();
        ImageData picture = picture();
        assertEquals(
                1,
                IntStream.range(0, 900 * HEIGHT)
                        .map(i -> picture.getPixel(i % 900, i / 900))
                        .distinct()
                        .count());
    }

    @Test
    void whoseColourIsWhichIsSaidByName() {
        for (int i = 0; i < 8; i++) {
            Job job = fleets.job(cluster, "train-of-somebody-" + i, JobState.RUNNING, 1, 1);
            job.setNamespace("ns-" + i % 3);
            fleets.run(job, node.getAccelerators().get(i));
        }
        show();
        model.colourBy(ColourBy.NAMESPACE);
        assertEquals(
                List.of("ns-0", "ns-1", "ns-2"),
                List.copyOf(model.styles().groups().keySet()),
                "those of most GPUs first");
        ImageData picture = picture();
        model.styles()
                .groups()
                .values()
                .forEach(colour -> assertTrue(
                        pixels(picture, palette.group(colour).getRGB()) >= 11, "all of a sign in " + colour));
        assertTrue(legend.control().getToolTipText().endsWith("Now: ns-0, ns-1, ns-2"));
        int width = legend.size().x;
        model.colourBy(ColourBy.JOB);
        assertTrue(legend.size().x > width && legend.size().x < 500, "as many as fit, and how many more: " + width);
        assertTrue(legend.control().getToolTipText().contains("train-of-somebody-7"));
    }

    @Test
    void noJobIsNamedBesideALookThatAnotherHasToo() {
        for (int i = 0; i < 25; i++) {
            fleets.run(
                    fleets.job(cluster, "j" + i, JobState.RUNNING, 1, 1),
                    fleets.node(cluster, "of-j" + i, 1).getAccelerators().getFirst());
        }
        show();
        model.colourBy(ColourBy.JOB);
        ImageData picture = picture();
        var looks = List.copyOf(model.styles().groups().values());
        List<Integer> shared = looks.stream()
                .filter(look -> looks.indexOf(look) != looks.lastIndexOf(look))
                .toList();
        assertTrue(shared.stream().allMatch(GroupColours::isStriped), shared.toString());
        assertTrue(pixels(picture, palette.group(looks.getFirst()).getRGB()) > 0);
    }

    /** Cordoned and failed were cut off without a word, and a half of one stood at the edge. */
    @Test
    void whereNotAllHasRoomHowMuchIsLeftOutIsSaidAndNothingIsCut() {
        node.setUnschedulable(true);
        fleets.run(
                fleets.job(cluster, "train", JobState.RUNNING, 1, 1),
                node.getAccelerators().get(1));
        node.getAccelerators().getFirst().setHealth(Health.FAILED);
        show();
        legend.control().setBounds(0, 0, legend.size().x, HEIGHT);
        ImageData whole = picture();
        assertTrue(pixels(whole, palette.color(Name.CRITICAL).getRGB()) > 0);
        for (int width = legend.size().x - 20; width > 60; width -= 7) {
            legend.control().setBounds(0, 0, width, HEIGHT);
            ImageData picture = picture();
            assertEquals(0, pixels(picture, palette.color(Name.CRITICAL).getRGB()), "the cross at " + width);
            int edge = width - 1;
            int ground = picture.palette.getPixel(palette.color(Name.PANEL).getRGB());
            assertTrue(
                    IntStream.range(0, HEIGHT).allMatch(y -> picture.getPixel(edge, y) == ground),
                    "nothing is cut at " + width);
        }
    }

    private static long pixels(ImageData picture, RGB rgb) {
        int pixel = picture.palette.getPixel(rgb);
        return IntStream.range(0, 900)
                .filter(x -> picture.getPixel(x, HEIGHT / 2) == pixel)
                .count();
    }

    /** A cross left lines of another width, whose dots look like the line around what is free. */
    @Test
    void theDotsOfWhatIsNotKnownAreTheSameBesideABrokenDevice() {
        node.setReadiness(Readiness.UNKNOWN);
        show();
        long dots = dots();
        assertTrue(dots > 0 && dots < 9, dots + " of 11");
        node.getAccelerators().getFirst().setHealth(Health.FAILED);
        show();
        assertEquals(dots, dots());
    }

    /** Pixels in the upper edges of all signs that have the colour of what is not known. */
    private long dots() {
        ImageData picture = picture();
        int rgb = picture.palette.getPixel(palette.color(Name.MUTED).getRGB());
        return IntStream.range(0, 900)
                .filter(x -> picture.getPixel(x, (HEIGHT - 11) / 2) == rgb)
                .count();
    }

    private ImageData picture() {
        Image image = new Image(display, 900, HEIGHT);
        GC gc = new GC(image);
        try {
            legend.control().print(gc);
            return image.getImageData();
        } finally {
            gc.dispose();
            image.dispose();
        }
    }
}
