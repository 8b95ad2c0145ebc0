// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.interaction;

import jakarta.inject.Inject;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import podium.telemetry.TelemetryStore;
import podium.ui.label.AcceleratorLabels;
import podium.ui.toolkit.UiServices;
import podium.ui.topology.internal.model.CanvasTooltips;
import podium.ui.topology.internal.model.Highlights;
import podium.ui.topology.internal.model.TopologyModel;
import podium.ui.topology.internal.paint.TopologyCanvas;
import podium.ui.trim.CommandBarSlot;

/** What was measured as the canvas shows it: in the picture, in its tooltips, and as the colours that are chosen in the bar. UI thread. */
@Creatable
public record CanvasReadings(TelemetryStore telemetry, CommandBarSlot tools, UiServices services) {
    @Inject
    public CanvasReadings {}

    /** Makes the canvas. */
    public TopologyCanvas canvas(Composite parent, TopologyModel model, Highlights highlights) {
        TopologyCanvas canvas = new TopologyCanvas(
                parent, model, highlights, services.theme().palette(), services.clock(), services.opening());
        canvas.measured(telemetry);
        model.suspect(node -> AcceleratorLabels.suspected(node, telemetry));
        return canvas;
    }

    /** What the tooltips say. */
    public CanvasTooltips tooltips(TopologyModel model) {
        return new CanvasTooltips(model, telemetry);
    }

    /** Keeps the readings of the cells coming while the canvas lives, and puts the choice of colours into the bar. */
    public ColourChoice colours(Control canvas, TopologyModel model) {
        CellValueFeed feed = new CellValueFeed(canvas, model, telemetry, services.background(), services.clock());
        return new ColourChoice(tools, model, feed::read);
    }
}
