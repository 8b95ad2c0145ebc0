// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.interaction;

import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.Accessible;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.widgets.Canvas;
import podium.ui.toolkit.Formats;
import podium.ui.topology.internal.layout.Hit;
import podium.ui.topology.internal.model.CanvasTooltips;
import podium.ui.topology.internal.model.Highlights;
import podium.ui.topology.internal.model.TopologyModel;
import podium.ui.topology.texts.Texts;

/** Tells a screen reader what the canvas is and what is focused, and says so when that changes. UI thread. */
public final class Announcer {
    private final TopologyModel model;
    private final Highlights highlights;
    private final CanvasTooltips tooltips;
    private final InstantSource clock;
    private final Accessible accessible;
    private String said = "";

    public Announcer(
            Canvas canvas, TopologyModel model, Highlights highlights, CanvasTooltips tooltips, InstantSource clock) {
        this.model = model;
        this.highlights = highlights;
        this.tooltips = tooltips;
        this.clock = clock;
        accessible = canvas.getAccessible();
        accessible.addAccessibleListener(new Words());
        accessible.addAccessibleControlListener(new Role());
    }

    /** The focused thing may be another one now. */
    public void changed() {
        String now = text();
        if (!now.equals(said)) {
            said = now;
            accessible.sendEvent(ACC.EVENT_NAME_CHANGED, null);
            accessible.sendEvent(ACC.EVENT_DESCRIPTION_CHANGED, null);
        }
    }

    /** What is said: the focused thing with all that its card tells, else what the canvas shows. */
    public String text() {
        Optional<Hit> hit = highlights.focus(model.scene());
        return hit.isPresent()
                ? tooltips.of(hit.get(), clock.instant()).text()
                : Texts.of(
                        "Announcer.arrowsWalkEnterSelects",
                        Formats.counted(model.scene().clusters().size(), "cluster"),
                        Formats.counted(model.scene().cells().size(), "GPU"));
    }

    @NonNullByDefault({}) // the library's types say nothing of null
    private final class Words extends AccessibleAdapter {
        @Override
        public void getName(AccessibleEvent event) {
            event.result = Texts.of("Announcer.topology", text());
        }

        @Override
        public void getDescription(AccessibleEvent event) {
            event.result = text();
        }

        @Override
        public void getHelp(AccessibleEvent event) {
            event.result = Texts.of("Announcer.arrowsWalkPageDown");
        }
    }

    @NonNullByDefault({}) // the library's types say nothing of null
    private static final class Role extends AccessibleControlAdapter {
        @Override
        public void getRole(AccessibleControlEvent event) {
            event.detail = ACC.ROLE_GRAPHIC;
        }

        @Override
        public void getState(AccessibleControlEvent event) {
            event.detail |= ACC.STATE_FOCUSABLE;
        }
    }
}
