// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.interaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.model.fleet.Cluster;
import podium.placement.Subject;
import podium.ui.drag.DragSession;
import podium.ui.topology.internal.interaction.CarriedFiles.State;
import podium.ui.topology.internal.testing.Displays;
import podium.ui.topology.internal.testing.Fleets;

class CarriedFilesTest {
    private static final List<Path> FILES = List.of(Path.of("job.yaml"));

    private final Display display = Displays.needed();
    private final Shell shell = new Shell(display);
    private final Fleets fleets = Fleets.aiFactory();
    private final Cluster cluster = fleets.fleet().getClusters().getFirst();
    private final Subject jobs = new Subject(fleets.findJob("eval-sweep-0"), List.of());
    private final DragSession session = new DragSession();
    private final List<Optional<Cluster>> asked = new ArrayList<>();
    private final List<Consumer<Optional<Subject>>> answers = new ArrayList<>();
    private Optional<List<Path>> known = Optional.of(FILES);
    private final CarriedFiles carried = new CarriedFiles(
            shell,
            session,
            (files, over, then) -> {
                asked.add(over);
                answers.add(then);
            },
            () -> known);

    @AfterEach
    void close() {
        shell.dispose();
    }

    private void over() {
        carried.over(Optional.empty(), Optional.of(cluster));
    }

    @Test
    void theyAreAskedForOnceAndTheirJobsAreCarried() {
        over();
        over();
        assertEquals(State.READING, carried.state());
        Displays.await(display, () -> answers.size() == 1, () -> asked.toString());
        over();
        answers.getFirst().accept(Optional.of(jobs));
        assertEquals(State.CARRIED, carried.state());
        assertEquals(Optional.of(jobs), session.current());
        over();
        assertEquals(1, asked.size());
        carried.end();
        assertTrue(session.current().isEmpty());
        assertEquals(State.NONE, carried.state());
    }

    @Test
    void whatTheEventTellsIsNotAskedFor() {
        known = Optional.empty();
        carried.over(Optional.of(FILES), Optional.of(cluster));
        assertEquals(List.of(Optional.of(cluster)), asked);
    }

    @Test
    void aDesktopThatDoesNotTellIsNotAskedAgain() {
        known = Optional.empty();
        over();
        Displays.await(display, () -> carried.state() == State.NOT_TOLD, () -> asked.toString());
        over();
        assertEquals(State.NOT_TOLD, carried.state());
        assertEquals(List.of(), asked);
    }

    @Test
    void anAnswerThatComesAfterTheyLeftIsLeftAside() {
        carried.over(Optional.of(FILES), Optional.of(cluster));
        carried.end();
        answers.getFirst().accept(Optional.of(jobs));
        assertTrue(session.current().isEmpty());
        assertEquals(State.NONE, carried.state());
    }

    @Test
    void filesWithoutAJobCarryNothing() {
        carried.over(Optional.of(FILES), Optional.of(cluster));
        answers.getFirst().accept(Optional.empty());
        assertEquals(State.NO_JOB, carried.state());
        assertTrue(session.current().isEmpty());
    }

    @Test
    void overAnotherClusterTheyAreReadAgainForIt() {
        Cluster other = fleets.cluster("other");
        carried.over(Optional.of(FILES), Optional.of(cluster));
        answers.getFirst().accept(Optional.of(jobs));
        carried.over(Optional.of(FILES), Optional.empty());
        carried.over(Optional.of(FILES), Optional.of(other));
        assertEquals(Optional.of(other), asked.getLast());
        answers.getLast().accept(Optional.empty());
        assertTrue(session.current().isEmpty(), "what fits the first cluster says nothing of the other");
    }

    @Test
    void whatIsCarriedInAnotherWayIsLeftAlone() {
        session.begin(jobs);
        carried.end();
        assertEquals(Optional.of(jobs), session.current());
    }
}
