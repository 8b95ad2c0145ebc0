// SPDX-License-Identifier: Apache-2.0
package podium.ui.drag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DragSource;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.Test;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.placement.Subject;
import podium.ui.fake.FakeFleet;
import podium.ui.fake.Screen;
import podium.ui.fake.UiFixture;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.SwtInternals;

class DragImageTest {
    private final FakeFleet made = new FakeFleet();
    private final Cluster cluster = made.cluster("lab", 2);
    private final Job job = made.job(cluster, "gang", "Job", JobState.WAITING, 4, 8);

    @Test
    void theSignIsDrawnInTheColoursOfTheThemeAndCoversNoMoreThanAnIcon() {
        try (Screen screen = Screen.open()) {
            UiFixture stage = new UiFixture(screen.display(), true);
            Image card = DragImage.draw(screen.display(), stage.services.theme(), new Subject(job, List.of()));
            ImageData data = card.getImageData(100);
            RGB corner = data.palette.getRGB(data.getPixel(0, 0));
            RGB ground = data.palette.getRGB(data.getPixel(data.width - 4, 4));
            card.dispose();
            assertTrue(data.width <= 26 && data.height <= 26, data.width + " by " + data.height);
            assertEquals(stage.services.theme().color(Name.SELECTED).getRGB(), corner);
            assertEquals(stage.services.theme().color(Name.RAISED).getRGB(), ground);
        }
    }

    /** It was blurred: GTK drags the surface of an image as it is, and that of a drawn one had one dot for a pixel. */
    @Test
    void theSignHasAsManyDotsAsTheScreen() throws ReflectiveOperationException {
        assumeTrue("gtk".equals(SWT.getPlatform()), "elsewhere the toolkit sees to it");
        try (Screen screen = Screen.open()) {
            UiFixture stage = new UiFixture(screen.display(), true);
            Object before = SwtInternals.call("DPIUtil", "getDeviceZoom");
            try {
                SwtInternals.call("DPIUtil", "setDeviceZoom", 200);
                Image card = DragImage.draw(screen.display(), stage.services.theme(), new Subject(job, List.of()));
                Object surface = Image.class.getField("surface").get(card);
                Object dots = SwtInternals.call("cairo.Cairo", "cairo_image_surface_get_width", surface);
                card.dispose();
                assertEquals(52, dots);
            } finally {
                SwtInternals.call("DPIUtil", "setDeviceZoom", before);
            }
        }
    }

    @Test
    void onlyPodiumsOwnWindowsTakeWhatIsDragged() {
        try (Screen screen = Screen.open()) {
            UiFixture stage = new UiFixture(screen.display(), false);
            Shell shell = screen.shell(100, 100);
            Composite control = new Composite(shell, SWT.NONE);
            DragOutSource.from(control, stage.drags, stage.services.theme(), java.util.Optional::empty);
            DragSource source = (DragSource) control.getData(DND.DRAG_SOURCE_KEY);
            assertEquals(1, source.getTransfer().length);
            assertTrue(source.getTransfer()[0] instanceof SubjectTransfer, "no text, no file, nothing of a cluster");
        }
    }
}
