// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.di.PersistState;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import podium.core.fleet.FleetDelta;
import podium.core.fleet.FleetService;
import podium.ui.selection.FleetSelection;
import podium.ui.toolkit.Repaint;
import podium.ui.toolkit.Subscriptions;
import podium.ui.toolkit.TabKey;
import podium.ui.toolkit.UiServices;
import podium.ui.toolkit.ViewState;
import podium.ui.topology.internal.colour.ColourBy;
import podium.ui.topology.internal.interaction.Announcer;
import podium.ui.topology.internal.interaction.CanvasKeyHandler;
import podium.ui.topology.internal.interaction.CanvasMarks;
import podium.ui.topology.internal.interaction.CanvasPlacing;
import podium.ui.topology.internal.interaction.CanvasReadings;
import podium.ui.topology.internal.interaction.CanvasSelection;
import podium.ui.topology.internal.interaction.CanvasView;
import podium.ui.topology.internal.interaction.ColourChoice;
import podium.ui.topology.internal.interaction.EmptyCanvas;
import podium.ui.topology.internal.interaction.MouseHandler;
import podium.ui.topology.internal.interaction.PlacingGestures;
import podium.ui.topology.internal.model.CanvasTooltips;
import podium.ui.topology.internal.model.Highlights;
import podium.ui.topology.internal.model.TopologyModel;

/** The Topology part: every cluster, domain, node and accelerator on one canvas, and the jobs that wait below it. */
public class TopologyPart {
    /** Least time between two new layouts while nodes come and go. */
    private static final Duration STRUCTURE = Duration.ofMillis(150);

    private static final String COLOUR = "colour";

    private final TopologyModel model;
    private final Canvas canvas;
    private final Repaint structure;
    private final PlacingGestures placing;
    private final ColourChoice colours;

    @Inject
    public TopologyPart(
            Composite parent,
            FleetService fleet,
            FleetSelection selection,
            CanvasReadings readings,
            CanvasMarks marks,
            CanvasPlacing places,
            UiServices services) {
        model = new TopologyModel(fleet.fleet());
        Highlights highlights = new Highlights();
        CanvasSelection chooser = new CanvasSelection(model, highlights, selection);
        GridLayout grid = new GridLayout();
        grid.marginWidth = 0;
        grid.marginHeight = 0;
        grid.verticalSpacing = 0;
        parent.setLayout(grid);
        marks.bar(parent);
        CanvasView view = new CanvasView(readings.canvas(parent, model, highlights), model, highlights, chooser);
        canvas = view.control();
        canvas.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        EmptyCanvas.on(canvas, model, services);
        structure = Repaint.of(canvas, STRUCTURE, () -> view.canvas().whenWhole(chooser::rebuild));
        placing = places.on(parent, view, fleet.fleet(), this::focus);
        CanvasTooltips tooltips = readings.tooltips(model);
        tooltips.plans(view.canvas()::proposed);
        MouseHandler mouse = new MouseHandler(view.canvas(), model, highlights, tooltips, chooser, services.clock());
        placing.dragsOut(mouse);
        colours = readings.colours(canvas, model);
        new CanvasKeyHandler(
                        view.canvas(),
                        model,
                        highlights,
                        chooser,
                        placing.commands(colours, marks::find),
                        () -> mouse.closeTooltip() || highlights.selected().isEmpty() && marks.supposeNothing())
                .attach();
        Announcer announcer = new Announcer(canvas, model, highlights, tooltips, services.clock());
        new Subscriptions(canvas)
                .add(fleet.listen(this::changed))
                .add(selection.listen(chooser::follow))
                .add(highlights.listen(announcer::changed));
        marks.follow(view, this::focus);
        chooser.follow(selection.get());
    }

    @PostConstruct
    void restore(MPart part) {
        ViewState kept = new ViewState(part.getPersistedState());
        kept.get(COLOUR, ColourBy::valueOf).ifPresent(colours::choose);
    }

    /** Keeps the colouring for the next start; not the view, which begins with the whole fleet. */
    @PersistState
    void keep(MPart part) {
        ViewState kept = new ViewState(part.getPersistedState());
        kept.put(COLOUR, model.readings().by().name());
    }

    @Focus
    public void focus() {
        TabKey.focus(canvas);
    }

    private void changed(FleetDelta delta) {
        if (model.fits(delta)) {
            model.refresh(delta);
        } else {
            structure.request();
        }
        placing.changed(delta);
    }
}
