// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog.drain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Node;
import podium.model.fleet.TaskPhase;
import podium.operation.drain.DrainPace;
import podium.operation.drain.DrainRequest;
import podium.ui.fake.FakeDrains;
import podium.ui.fake.Screen;
import podium.ui.fake.UiFixture;

class DrainOptionsTest {
    private final Screen screen = Screen.open();
    private final UiFixture stage = new UiFixture(screen.display(), false);
    private final List<Node> nodes = stage.made.cluster("lab", 4).getNodes();
    private final Shell shell = screen.shell(800, 200);
    private int changes;

    DrainOptionsTest() {
        shell.setLayout(new GridLayout());
    }

    @AfterEach
    void close() {
        screen.close();
    }

    private DrainOptions options(List<Node> of) {
        return new DrainOptions(shell, stage.services.theme(), of, () -> changes++);
    }

    private <C extends Control> C nth(Class<C> type, int index) {
        List<C> found = new ArrayList<>();
        for (Control row : shell.getChildren()) {
            for (Control child : ((Composite) row).getChildren()) {
                if (type.isInstance(child)) {
                    found.add(type.cast(child));
                }
            }
        }
        return found.get(index);
    }

    private void set(int spinner, int value) {
        nth(Spinner.class, spinner).setSelection(value);
        nth(Spinner.class, spinner).notifyListeners(SWT.Selection, new Event());
    }

    private void tick(int button, boolean on) {
        nth(Button.class, button).setSelection(on);
        nth(Button.class, button).notifyListeners(SWT.Selection, new Event());
    }

    @Test
    void untouchedItIsADrainOfAllNodesAtOnce() {
        DrainRequest request = options(nodes).request();
        assertEquals(new DrainRequest(nodes, false, false, Optional.empty(), Optional.empty()), request);
        assertEquals(0, changes);
    }

    @Test
    void thePaceIsWhatTheFieldsSay() {
        DrainOptions options = options(nodes);
        set(0, 20);
        set(1, 2);
        set(2, 45);
        DrainRequest request = options.request();
        assertEquals(Optional.of(Duration.ofSeconds(20)), request.grace());
        assertEquals(new DrainPace(2, Optional.of(Duration.ofMinutes(45))), request.pace());
        assertEquals(3, changes, "each change asks for a new preview");
    }

    @Test
    void whereNoPodIsEvictedNoTimeToStopIsAskedFor() {
        DrainOptions options = options(nodes);
        FakeDrains drains = new FakeDrains();
        options.tell(drains.preview(options.request()));
        assertFalse(nth(Spinner.class, 0).getVisible());
        Job job = stage.made.job(nodes.getFirst().getCluster(), "train", "Job", JobState.RUNNING, 1, 1);
        stage.made.task(job, 0, TaskPhase.RUNNING, List.of(nodes.getFirst()));
        options.tell(drains.preview(options.request()));
        assertTrue(nth(Spinner.class, 0).getVisible());
    }

    @Test
    void jobsAreWaitedForOrRequeuedNeverBoth() {
        DrainOptions options = options(nodes);
        set(2, 45);
        assertFalse(nth(Button.class, 2).isEnabled());
        set(2, 0);
        tick(2, true);
        assertFalse(nth(Spinner.class, 2).isEnabled());
        assertTrue(options.request().deactivate());
        tick(2, false);
        assertTrue(nth(Spinner.class, 2).isEnabled());
    }

    @Test
    void oneNodeHasNoPace() {
        options(nodes.subList(0, 1));
        assertFalse(nth(Spinner.class, 1).isEnabled());
    }
}
