// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.interaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.ui.topology.internal.model.CanvasTooltips;
import podium.ui.topology.internal.model.Highlights;
import podium.ui.topology.internal.model.TopologyModel;
import podium.ui.topology.internal.testing.Displays;
import podium.ui.topology.internal.testing.Fleets;
import podium.ui.topology.internal.testing.Readouts;

class AnnouncerTest {
    private final Fleets fleets = Fleets.aiFactory();
    private final TopologyModel model = new TopologyModel(fleets.fleet());
    private final Highlights highlights = new Highlights();
    private Shell shell;
    private Announcer announcer;

    @BeforeEach
    void open() {
        shell = new Shell(Displays.needed(), SWT.NO_TRIM);
        announcer = new Announcer(
                new Canvas(shell, SWT.NONE),
                model,
                highlights,
                new CanvasTooltips(model, new Readouts()),
                () -> Fleets.NOW);
    }

    @AfterEach
    void close() {
        if (shell != null) {
            shell.dispose();
        }
    }

    @Test
    void withoutFocusItSaysWhatIsThereAndHowToGoOn() {
        assertEquals("1 cluster, 256 GPUs; arrows walk, Enter selects", announcer.text());
    }

    @Test
    void theFocusedThingIsSaidWithAllThatItsCardTells() {
        var node = fleets.fleet().getClusters().getFirst().getNodes().get(9);
        highlights.focus(Optional.of(node));
        announcer.changed();
        assertTrue(announcer.text().startsWith("gpu-a2-2; GPUs "), announcer.text());
        assertTrue(announcer.text().contains("cordoned"), announcer.text());
    }
}
