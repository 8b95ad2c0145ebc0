// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Node;
import podium.placement.Subject;
import podium.placement.Target;
import podium.placement.advice.RankedPlace;
import podium.ui.topology.internal.testing.Fleets;
import podium.ui.topology.internal.testing.PartFixture;

/** A place that a dialog asks for is chosen on the canvas beside it. */
class AskedPlaceOfThePartTest {
    private final Fleets fleets = Fleets.aiFactory();
    private final Cluster cluster = fleets.fleet().getClusters().getFirst();
    private final Job job = fleets.job(cluster, "small", JobState.WAITING, 1, 2);
    private final Subject subject = new Subject(job, List.of(), Optional.of(cluster));
    private final PartFixture fixture = PartFixture.open(fleets, 900, 600);
    private final List<Target> chosen = new ArrayList<>();

    @AfterEach
    void close() {
        fixture.close();
    }

    private void ask() {
        fixture.session().ask(subject, chosen::add);
        int taken = fixture.flows().advice().taken;
        fixture.await(() -> fixture.flows().advice().taken > taken);
    }

    private Node node(boolean takes) {
        return fixture.flows().advice().places(subject).stream()
                .filter(place -> place.verdict().fit().takes() == takes)
                .map(RankedPlace::target)
                .flatMap(target -> target instanceof Target.OnNode on
                        ? Optional.of(on.node()).stream()
                        : Optional.<Node>empty().stream())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aClickOnANodeThatTakesItChoosesItAndOneThatDoesNotIsOnlySelected() {
        ask();
        fixture.click(node(false).getName(), 0);
        assertEquals(List.of(), chosen);
        fixture.click(node(true).getName(), 0);
        assertEquals(List.of(new Target.OnNode(node(true))), chosen);
        assertTrue(fixture.session().current().isPresent(), "it goes on being asked for");
        assertEquals(List.of(), fixture.placed(), "nothing is planned by it");
    }

    /** Nothing was said: it looked as if the click had been missed. */
    @Test
    void aClickOnAPlaceThatDoesNotTakeItSaysWhy() {
        ask();
        fixture.selection().set(this, List.of(node(false)));
        int[] before = picture();
        fixture.click(node(false).getName(), 0);
        long covered = different(before, picture());
        assertTrue(covered > 5_000, () -> covered + " pixels of a card");
    }

    /** "Each node says why" stood below nodes that said who holds them. */
    @Test
    void aThingThatIsPointedAtSaysWhatItAnswersAndNotWhatItIs() {
        ask();
        point();
        int[] before = picture();
        job.setName("wide".repeat(20)); // which a card of what it answers names
        point();
        long other = different(before, picture());
        assertTrue(other > 1_000, () -> other + " pixels of a card");
    }

    private void point() {
        Rectangle at = fixture.places().get("gpu-a1-2");
        for (int type : new int[] {SWT.MouseMove, SWT.MouseHover}) {
            Event event = new Event();
            event.x = at.x + 5;
            event.y = at.y + 5;
            fixture.canvas().notifyListeners(type, event);
        }
    }

    private static long different(int[] before, int[] after) {
        return IntStream.range(0, before.length)
                .filter(i -> before[i] != after[i])
                .count();
    }

    private int[] picture() {
        Canvas canvas = fixture.canvas();
        Point size = canvas.getSize();
        Image image = new Image(canvas.getDisplay(), size.x, size.y);
        Event event = new Event();
        event.gc = new GC(image);
        event.width = size.x;
        event.height = size.y;
        canvas.notifyListeners(SWT.Paint, event);
        event.gc.dispose();
        ImageData data = image.getImageData();
        image.dispose();
        int[] pixels = new int[size.x * size.y];
        for (int y = 0; y < size.y; y++) {
            data.getPixels(0, y, size.x, pixels, y * size.x);
        }
        return pixels;
    }

    @Test
    void aClickChoosesNothingWhereNobodyAsks() {
        fixture.session().begin(subject);
        fixture.click(node(true).getName(), 0);
        assertEquals(List.of(), chosen);
    }

    @Test
    void theKeyOfANumberChoosesItsPlace() {
        Target best = fixture.flows().advice().places(subject).getFirst().target();
        ask();
        fixture.key('1', '1', 0);
        assertEquals(List.of(best), chosen);
        assertEquals(List.of(), fixture.placed());
    }

    @Test
    void theCanvasGoesOutFromUnderWhatAsksAndComesBackAfterIt() {
        Rectangle before = onDisplay();
        Rectangle covered = cover(before, 500, 2000);
        Rectangle beside = onDisplay();
        assertTrue(!beside.intersects(covered), () -> beside + " under " + covered);
        assertTrue(beside.width > 400);
        Rectangle node = fixture.places().get("gpu-a1-2");
        ask();
        assertEquals(node, fixture.places().get("gpu-a1-2"));
        assertEquals(beside, onDisplay(), "nothing moves by itself");
        fixture.session().end();
        assertEquals(beside, onDisplay(), "what is written is no manifest for a moment");
        fixture.session().beside(Optional.empty());
        assertEquals(before, onDisplay());
        cover(before, 100, 700);
        assertEquals(before, onDisplay(), "too little would be left at both sides");
    }

    /** The drop fell on another node than was aimed at. */
    @Test
    void whatIsDraggedMeanwhileMovesNothing() {
        Rectangle before = onDisplay();
        cover(before, 500, 2000);
        ask();
        Rectangle beside = onDisplay();
        fixture.session().begin(new Subject(fleets.job(cluster, "other", JobState.WAITING, 1, 2), List.of()));
        assertEquals(beside, onDisplay());
        fixture.session().end();
        ask();
        assertEquals(beside, onDisplay());
    }

    private Rectangle cover(Rectangle canvas, int right, int width) {
        Rectangle window = new Rectangle(canvas.x + right, canvas.y, width, 300);
        fixture.session().beside(Optional.of(() -> window));
        return window;
    }

    private Rectangle onDisplay() {
        return fixture.canvas()
                .getDisplay()
                .map(fixture.canvas().getParent(), null, fixture.canvas().getBounds());
    }
}
