// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
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
import podium.operation.rule.RuleService;
import podium.placement.PlacementService;
import podium.placement.Subject;
import podium.placement.advice.AdviceService;
import podium.telemetry.TelemetryStore;
import podium.ui.action.FleetActions;
import podium.ui.action.SelectionMenu;
import podium.ui.advice.WhatIfSession;
import podium.ui.drag.DragOutSource;
import podium.ui.drag.DragSession;
import podium.ui.find.FindSession;
import podium.ui.flow.GangLayoutFlow;
import podium.ui.flow.PlaceFlow;
import podium.ui.label.RuleLabels;
import podium.ui.selection.FleetSelection;
import podium.ui.toolkit.Menus;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.Repaint;
import podium.ui.toolkit.Subscriptions;
import podium.ui.toolkit.TabKey;
import podium.ui.toolkit.UiServices;
import podium.ui.toolkit.ViewState;
import podium.ui.topology.internal.colour.ColourBy;
import podium.ui.topology.internal.ganglayout.GangLayoutBar;
import podium.ui.topology.internal.ganglayout.GangLayoutController;
import podium.ui.topology.internal.ganglayout.RankDragSubject;
import podium.ui.topology.internal.interaction.Announcer;
import podium.ui.topology.internal.interaction.BestPlaceDrop;
import podium.ui.topology.internal.interaction.BestPlaceFinder;
import podium.ui.topology.internal.interaction.BottomRowLayout;
import podium.ui.topology.internal.interaction.CanvasCommands;
import podium.ui.topology.internal.interaction.CanvasDropTarget;
import podium.ui.topology.internal.interaction.CanvasFiles;
import podium.ui.topology.internal.interaction.CanvasKeyHandler;
import podium.ui.topology.internal.interaction.CanvasMenu;
import podium.ui.topology.internal.interaction.CanvasSelection;
import podium.ui.topology.internal.interaction.CellValueFeed;
import podium.ui.topology.internal.interaction.ColourChoice;
import podium.ui.topology.internal.interaction.DragSubject;
import podium.ui.topology.internal.interaction.DropFeedback;
import podium.ui.topology.internal.interaction.MouseHandler;
import podium.ui.topology.internal.interaction.SlotCounter;
import podium.ui.topology.internal.interaction.WaitingJobsBar;
import podium.ui.topology.internal.interaction.WhatIfBar;
import podium.ui.topology.internal.layout.Viewport;
import podium.ui.topology.internal.model.CanvasTooltips;
import podium.ui.topology.internal.model.Highlights;
import podium.ui.topology.internal.model.MarkedPlaces;
import podium.ui.topology.internal.model.TopologyModel;
import podium.ui.topology.internal.model.WaitingJobs;
import podium.ui.topology.internal.paint.BestPlacesLine;
import podium.ui.topology.internal.paint.LegendBar;
import podium.ui.topology.internal.paint.TopologyCanvas;
import podium.ui.trim.CommandBarSlot;

/** The Topology part: every cluster, domain, node and accelerator on one canvas, and the jobs that wait below it. */
public class TopologyPart {
    /** Least time between two new layouts while nodes come and go. */
    private static final Duration STRUCTURE = Duration.ofMillis(150);

    /** Least time between two looks at the board while the fleet lives on. */
    private static final Duration JUDGED = Duration.ofMillis(250);

    /** How often it is asked whether the operator has other rules. */
    private static final Duration RULES = Duration.ofSeconds(1);

    private static final String COLOUR = "colour";
    private static final String VIEW = "view";

    private final TopologyModel model;
    private final ColourChoice colours;
    private final Highlights highlights = new Highlights();
    private final WaitingJobs waiting;
    private final TopologyCanvas canvas;
    private final Repaint structure;
    private final WaitingJobsBar toolbar;
    private final MouseHandler pointer;
    private final GangLayoutController gangLayout;
    private final SlotCounter slots;
    private final Repaint judged;
    private Object protectedBy = "";

    @Inject
    public TopologyPart(
            Composite parent,
            FleetService fleet,
            TelemetryStore telemetry,
            PlacementService placement,
            AdviceService advice,
            FleetSelection selection,
            DragSession session,
            PlaceFlow place,
            GangLayoutFlow board,
            FleetActions actions,
            RuleService rules,
            SelectionMenu things,
            WhatIfSession whatIf,
            FindSession finder,
            CommandBarSlot tools,
            UiServices services) {
        model = new TopologyModel(fleet.fleet());
        waiting = new WaitingJobs(fleet.fleet());
        CanvasSelection chooser = new CanvasSelection(model, highlights, selection);
        CanvasTooltips tooltips = new CanvasTooltips(model, telemetry);
        GridLayout grid = new GridLayout();
        grid.marginWidth = 0;
        grid.marginHeight = 0;
        grid.verticalSpacing = 0;
        parent.setLayout(grid);
        new WhatIfBar(parent, services.theme()).follow(whatIf);
        canvas = new TopologyCanvas(
                parent, model, highlights, services.theme().palette(), services.clock(), services.opening());
        canvas.measured(telemetry);
        Canvas control = canvas.control();
        control.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        structure = Repaint.of(control, STRUCTURE, model::rebuild);
        gangLayout = new GangLayoutController(board);
        judged = Repaint.of(control, JUDGED, gangLayout::refresh);
        new GangLayoutBar(parent, services.theme(), gangLayout, session, () -> chooser.target(), this::focus).follow();
        Composite row = services.theme().dress(new Composite(parent, SWT.NONE), Name.PANEL, Name.TEXT);
        row.setLayoutData(new GridData(SWT.FILL, SWT.BOTTOM, true, false));
        BestPlacesLine line = new BestPlacesLine(
                row, services.theme().palette(), it -> MarkedPlaces.brief(model.scene(), it), session::current);
        toolbar = bottom(row, services, session, chooser, model, line);
        pointer = new MouseHandler(canvas, model, highlights, tooltips, chooser, services.clock());
        DropFeedback placing = new DropFeedback(model, session, placement, gangLayout);
        CanvasDropTarget drops = new CanvasDropTarget(
                canvas, model, highlights, placing, session, place, new CanvasFiles(actions.submit(), selection));
        BestPlaceFinder best = new BestPlaceFinder(control, advice, model, session, placing);
        new BestPlaceDrop(line, best, drops, highlights, session).attach();
        slots = new SlotCounter(control, advice, model, session, selection);
        CellValueFeed feed = new CellValueFeed(control, model, telemetry, services.background(), services.clock());
        colours = new ColourChoice(tools, model, feed::theme);
        finder.leaveTo(this::focus);
        new CanvasKeyHandler(
                        canvas,
                        model,
                        highlights,
                        chooser,
                        new CanvasCommands(model, highlights, drops, colours, finder::focus, session, gangLayout, best))
                .attach();
        CanvasMenu menu = new CanvasMenu(things, place, placement);
        Menus.context(control, services.theme(), () -> menu.entries(selection.get(), waiting.all()));
        DragOutSource.from(control, session, services.theme(), this::picked);
        Announcer announcer = new Announcer(control, model, highlights, tooltips, services.clock());
        new Subscriptions(control)
                .add(fleet.listen(this::changed))
                .add(selection.listen(chooser::follow))
                .add(finder.listen(() -> highlights.find(finder.found().things())))
                .add(whatIf.listen(it -> highlights.suppose(it.outlook())))
                .add(highlights.listen(announcer::changed))
                .add(board.session().listen(gangLayout::refresh))
                .add(best.listen(canvas::mark))
                .add(best.listen(line::show))
                .add(model.listen(event -> line.explain(model.verdicts()
                        .filter(all -> all.anyEvicts(model.scene()))
                        .isPresent())))
                .add(gangLayout.listen(() -> canvas.propose(gangLayout.proposed())));
        Repaint.every(control, RULES, () -> protect(rules));
        protect(rules);
        canvas.propose(gangLayout.proposed());
        chooser.follow(selection.get());
        toolbar.show(waiting);
    }

    @PostConstruct
    void restore(MPart part) {
        ViewState kept = new ViewState(part.getPersistedState());
        kept.get(COLOUR, ColourBy::valueOf).ifPresent(colours::choose);
        kept.get(VIEW, Viewport::parse).ifPresent(model::restore);
    }

    @PersistState
    void keep(MPart part) {
        ViewState kept = new ViewState(part.getPersistedState());
        kept.put(COLOUR, model.readings().by().name());
        kept.put(VIEW, model.view().text());
    }

    @Focus
    public void focus() {
        TabKey.focus(canvas.control());
    }

    /** The row below the canvas: what waits at the left, what the colours mean at the right; while carrying, the best places. */
    private static WaitingJobsBar bottom(
            Composite row,
            UiServices services,
            DragSession session,
            CanvasSelection chooser,
            TopologyModel model,
            BestPlacesLine line) {
        WaitingJobsBar jobs = new WaitingJobsBar(row, services.theme(), session, chooser);
        LegendBar legend = new LegendBar(row, model, services.theme().palette(), services.clock());
        row.setLayout(new BottomRowLayout(jobs, legend, line));
        return jobs;
    }

    private void protect(RuleService rules) {
        if (!rules.state().equals(protectedBy)) {
            protectedBy = rules.state();
            model.protect(node -> RuleLabels.protection(rules, node));
        }
    }

    private void changed(FleetDelta delta) {
        if (model.fits(delta)) {
            model.refresh(delta);
        } else {
            structure.request();
        }
        slots.changed();
        if (gangLayout.concerns(delta)) {
            judged.request();
        }
        if (waiting.changed(delta)) {
            toolbar.show(waiting);
        }
    }

    /** What a drag that begins now picks up; then the press is no pan. */
    private Optional<Subject> picked() {
        Optional<Subject> subject = pointer.grab().flatMap(hit -> new RankDragSubject(gangLayout, model)
                .at(hit)
                .or(() -> DragSubject.at(hit, highlights.selected())));
        subject.ifPresent(it -> pointer.release());
        return subject;
    }
}
