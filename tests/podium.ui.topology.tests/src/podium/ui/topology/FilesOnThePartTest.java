// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.operation.submit.Submission;
import podium.placement.Subject;
import podium.placement.Target;
import podium.ui.manifest.ManifestDraft;
import podium.ui.manifest.ManifestDraft.Mode;
import podium.ui.topology.internal.layout.Hit;
import podium.ui.topology.internal.model.TopologyModel;
import podium.ui.topology.internal.testing.FileDrag;
import podium.ui.topology.internal.testing.Fleets;
import podium.ui.topology.internal.testing.Flows;
import podium.ui.topology.internal.testing.PartFixture;

/** Files of the desktop that are dropped on the canvas of the whole part. */
class FilesOnThePartTest {
    private final Fleets fleets = Fleets.aiFactory();
    private final Cluster cluster = fleets.fleet().getClusters().getFirst();
    private final PartFixture fixture = PartFixture.open(fleets, 900, 600);
    private final Canvas canvas = fixture.canvas();
    private final Node node = cluster.getNodes().getLast();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aManifestOnANodeIsPlacedThereAndNothingIsSentBeforeItIsConfirmed() throws IOException {
        drop(at(node.getName()), file("big.yaml", "kind: Job\n"));
        ManifestDraft draft = shown();
        assertEquals("kind: Job\n", draft.text());
        assertEquals(Optional.of(new Target.OnNode(node)), draft.target());
        assertEquals(Mode.PLACED, draft.mode());
        assertEquals(List.of(), fixture.flows().submitted());
        confirm();
        assertEquals(
                List.of(new Submission.On(new Target.OnNode(node))),
                fixture.flows().submitted());
    }

    @Test
    void onTheHeaderOfARackItIsPlacedInTheRack() throws IOException {
        drop(at("b2"), file("big.yml", "kind: Job\n"));
        assertEquals(Optional.of(new Target.OnDomain(node.getDomain())), shown().target());
    }

    @Test
    void whileAManifestIsDraggedEveryNodeAnswersAndItIsPutBackWhenItLeaves() throws IOException {
        Job waiting = fleets.findJob("eval-sweep-0");
        fixture.flows().inManifests(new Subject(waiting, List.of()));
        FileDrag drag = new FileDrag(canvas, DND.DROP_COPY, List.of(file("big.yaml", "kind: Job\n")));
        Point at = at(node.getName());
        assertEquals(DND.DROP_COPY, drag.overTelling(at.x, at.y));
        await(() -> fixture.model().verdicts().isPresent());
        drag.overTelling(at.x, at.y);
        assertEquals(Optional.of(waiting), fixture.session().current().map(Subject::job));
        drag.leave();
        assertTrue(fixture.session().current().isEmpty());
        await(() -> fixture.model().verdicts().isEmpty());
        assertEquals(List.of(), fixture.flows().shown(), "nothing was opened, nothing sent");
    }

    @Test
    void whatIsNoManifestLightsNothingAndIsRefusedOnlyWhenDropped() throws IOException {
        fixture.flows().inManifests(new Subject(fleets.findJob("eval-sweep-0"), List.of()));
        FileDrag drag = new FileDrag(canvas, DND.DROP_COPY, List.of(file("notes.txt", "x")));
        Point at = at(node.getName());
        drag.overTelling(at.x, at.y);
        fixture.settle();
        assertTrue(fixture.model().verdicts().isEmpty());
        assertEquals(List.of(), fixture.flows().refused());
        drag.leave();
    }

    @Test
    void besideAllBoxesItIsShownAndLeftToTheScheduler() throws IOException {
        drop(beside(), file("big.json", "{}"));
        ManifestDraft draft = shown();
        assertEquals(Optional.empty(), draft.target());
        assertEquals(cluster, draft.cluster());
        confirm();
        assertEquals(List.of(new Submission.Free()), fixture.flows().submitted());
    }

    @Test
    void severalFilesAreOneManifestEachUnderItsName() throws IOException {
        drop(at(node.getName()), file("one.yaml", "a: 1\n"), file("two.yaml", "b: 2\n"));
        assertEquals("# one.yaml\na: 1\n\n---\n# two.yaml\nb: 2\n", shown().text());
        assertEquals(1, fixture.flows().shown().size());
    }

    @Test
    void whatIsNoManifestByItsNameIsRefusedInWordsAndOneOfSeveralIsEnough() throws IOException {
        Path notes = file("notes.txt", "kind: Job\n");
        drop(at(node.getName()), notes);
        await(() -> fixture.flows().refused().size() == 1);
        drop(beside(), file("big.yaml", "kind: Job\n"), notes);
        await(() -> fixture.flows().refused().size() == 2);
        fixture.flows()
                .refused()
                .forEach(words -> assertEquals("Submit: notes.txt does not look like a manifest.", words));
        assertEquals(List.of(), fixture.flows().shown());
    }

    @Test
    void inAReadOnlyClusterItIsShownButCannotBeSubmitted() throws IOException {
        fixture.flows().locks().set(cluster, true);
        drop(at(node.getName()), file("big.yaml", "kind: Job\n"));
        ManifestDraft draft = shown();
        await(() -> !draft.isReading());
        assertTrue(draft.whyNot().orElseThrow().startsWith("ai-factory is read-only."), draft.whyNot()::toString);
    }

    @Test
    void aNodeThatLeavesBeforeTheDropIsServedTakesNothing() throws IOException {
        Path file = file("big.yaml", "kind: Job\n");
        Point at = at(node.getName());
        new FileDrag(canvas, DND.DROP_COPY, List.of(file)).drop(at.x, at.y);
        node.setDomain(null);
        cluster.getNodes().remove(node);
        await(() -> !fixture.flows().refused().isEmpty());
        assertEquals(
                List.of("Submit: gpu-b2-8 is no longer in the fleet."),
                fixture.flows().refused());
        assertEquals(List.of(), fixture.flows().shown());
    }

    @Test
    void filesAreCopiedAndNeverTakenFromWhereTheyAre() throws IOException {
        List<Path> files = List.of(file("big.yaml", "kind: Job\n"));
        Point at = at(node.getName());
        assertEquals(DND.DROP_COPY, new FileDrag(canvas, DND.DROP_COPY | DND.DROP_MOVE, files).over(at.x, at.y));
        assertEquals(DND.DROP_NONE, new FileDrag(canvas, DND.DROP_MOVE, files).over(at.x, at.y));
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private void drop(Point at, Path... files) {
        FileDrag drag = new FileDrag(canvas, DND.DROP_COPY | DND.DROP_MOVE, List.of(files));
        drag.over(at.x, at.y);
        drag.drop(at.x, at.y);
    }

    /** The manifest that is shown, once its files are read. */
    private ManifestDraft shown() {
        await(() -> !fixture.flows().shown().isEmpty());
        return fixture.flows().shown().getFirst().draft();
    }

    private void confirm() {
        Flows.Shown shown = fixture.flows().shown().getFirst();
        await(() -> !shown.draft().isReading());
        assertEquals(Optional.empty(), shown.draft().whyNot());
        shown.confirmed().run();
    }

    private Point at(String name) {
        Rectangle box = fixture.places().get(name);
        return new Point(box.x + 5, box.y + 4);
    }

    /** A point of the canvas where nothing is. */
    private Point beside() {
        TopologyModel model = fixture.model();
        for (int y = canvas.getSize().y - 1; y >= 0; y--) {
            if (Hit.at(model.layout(), model.view(), 1, y).isEmpty()) {
                return new Point(1, y);
            }
        }
        throw new AssertionError("no free point");
    }

    private void await(BooleanSupplier condition) {
        fixture.await(condition);
    }
}
