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
import podium.core.advice.AdviceService;
import podium.core.fleet.FleetDelta;
import podium.core.fleet.FleetService;
import podium.core.placement.PlacementService;
import podium.core.placement.Subject;
import podium.telemetry.TelemetryStore;
import podium.ui.act.Acts;
import podium.ui.act.BoardFlow;
import podium.ui.act.DeviceMenu;
import podium.ui.act.PlaceFlow;
import podium.ui.advice.Supposition;
import podium.ui.bar.ToolSlot;
import podium.ui.drag.DragOut;
import podium.ui.drag.DragSession;
import podium.ui.find.Finder;
import podium.ui.kit.Kit;
import podium.ui.kit.Menus;
import podium.ui.kit.Palette.Name;
import podium.ui.kit.Repaint;
import podium.ui.kit.Subscriptions;
import podium.ui.kit.TabKey;
import podium.ui.kit.ViewState;
import podium.ui.select.FleetSelection;
import podium.ui.topology.internal.act.Announcer;
import podium.ui.topology.internal.act.BestDrop;
import podium.ui.topology.internal.act.BestMarks;
import podium.ui.topology.internal.act.BottomLayout;
import podium.ui.topology.internal.act.CanvasCommands;
import podium.ui.topology.internal.act.CanvasFiles;
import podium.ui.topology.internal.act.CanvasMenu;
import podium.ui.topology.internal.act.Chooser;
import podium.ui.topology.internal.act.ColourChoice;
import podium.ui.topology.internal.act.Drops;
import podium.ui.topology.internal.act.Grip;
import podium.ui.topology.internal.act.Keys;
import podium.ui.topology.internal.act.Placing;
import podium.ui.topology.internal.act.Pointer;
import podium.ui.topology.internal.act.ReadingsFeed;
import podium.ui.topology.internal.act.SlotCounter;
import podium.ui.topology.internal.act.SupposedBar;
import podium.ui.topology.internal.act.WaitingStrip;
import podium.ui.topology.internal.board.BoardBar;
import podium.ui.topology.internal.board.BoardGrip;
import podium.ui.topology.internal.board.Desk;
import podium.ui.topology.internal.colour.ColourBy;
import podium.ui.topology.internal.layout.View;
import podium.ui.topology.internal.paint.BestLine;
import podium.ui.topology.internal.paint.LegendBar;
import podium.ui.topology.internal.paint.TopologyCanvas;
import podium.ui.topology.internal.stage.Best;
import podium.ui.topology.internal.stage.Cards;
import podium.ui.topology.internal.stage.Highlights;
import podium.ui.topology.internal.stage.Stage;
import podium.ui.topology.internal.stage.WaitingJobs;

/** The Topology part: every cluster, domain, node and accelerator on one canvas, and the jobs that wait below it. */
public class TopologyPart {
    /** Least time between two new layouts while nodes come and go. */
    private static final Duration STRUCTURE = Duration.ofMillis(150);

    /** Least time between two looks at the board while the fleet lives on. */
    private static final Duration JUDGED = Duration.ofMillis(250);

    private static final String COLOUR = "colour";
    private static final String VIEW = "view";

    private final Stage stage;
    private final ColourChoice colours;
    private final Highlights highlights = new Highlights();
    private final WaitingJobs waiting;
    private final TopologyCanvas canvas;
    private final Repaint structure;
    private final WaitingStrip strip;
    private final Pointer pointer;
    private final Desk desk;
    private final SlotCounter slots;
    private final Repaint judged;

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
            BoardFlow board,
            Acts acts,
            DeviceMenu devices,
            Supposition supposition,
            Finder finder,
            ToolSlot tools,
            Kit kit) {
        stage = new Stage(fleet.fleet());
        waiting = new WaitingJobs(fleet.fleet());
        Chooser chooser = new Chooser(stage, highlights, selection);
        Cards cards = new Cards(stage, telemetry);
        GridLayout grid = new GridLayout();
        grid.marginWidth = 0;
        grid.marginHeight = 0;
        grid.verticalSpacing = 0;
        parent.setLayout(grid);
        new SupposedBar(parent, kit.look(), supposition);
        canvas = new TopologyCanvas(parent, stage, highlights, kit.look().palette(), kit.clock(), kit.opening());
        Canvas control = canvas.control();
        control.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        structure = Repaint.of(control, STRUCTURE, stage::rebuild);
        desk = new Desk(board);
        judged = Repaint.of(control, JUDGED, desk::refresh);
        new BoardBar(parent, kit.look(), desk, session, () -> chooser.target(), this::focus);
        Composite row = kit.look().dress(new Composite(parent, SWT.NONE), Name.PANEL, Name.TEXT);
        row.setLayoutData(new GridData(SWT.FILL, SWT.BOTTOM, true, false));
        BestLine line = new BestLine(row, kit.look().palette(), it -> Best.brief(stage.scene(), it), session::current);
        strip = bottom(row, kit, session, chooser, stage, line);
        pointer = new Pointer(canvas, stage, highlights, cards, chooser, kit.clock());
        Placing placing = new Placing(stage, session, placement, desk);
        Drops drops = new Drops(
                canvas, stage, highlights, placing, session, place, new CanvasFiles(acts.submit(), selection));
        BestMarks best = new BestMarks(control, advice, stage, session, placing);
        new BestDrop(line, best, drops, highlights, session);
        slots = new SlotCounter(control, advice, stage, session, selection);
        ReadingsFeed feed = new ReadingsFeed(control, stage, telemetry, kit.background(), kit.clock());
        colours = new ColourChoice(tools, stage, feed::look);
        finder.leaveTo(this::focus);
        new Keys(
                canvas,
                stage,
                highlights,
                chooser,
                new CanvasCommands(stage, highlights, drops, colours, finder::focus, session, desk, best));
        CanvasMenu menu = new CanvasMenu(acts, devices, place, placement, chooser, supposition);
        Menus.context(control, kit.look(), () -> menu.entries(selection.get(), waiting.all()));
        DragOut.from(control, session, kit.look(), this::picked);
        Announcer announcer = new Announcer(control, stage, highlights, cards, kit.clock());
        new Subscriptions(control)
                .add(fleet.listen(this::changed))
                .add(selection.listen(chooser::follow))
                .add(finder.listen(() -> highlights.find(finder.found().things())))
                .add(supposition.listen(it -> highlights.suppose(it.outlook())))
                .add(highlights.listen(announcer::changed))
                .add(board.session().listen(desk::refresh))
                .add(best.listen(canvas::mark))
                .add(best.listen(line::show))
                .add(stage.listen(event -> line.explain(stage.verdicts()
                        .filter(all -> all.anyEvicts(stage.scene()))
                        .isPresent())))
                .add(desk.listen(() -> canvas.propose(desk.proposed())));
        canvas.propose(desk.proposed());
        chooser.follow(selection.get());
        strip.show(waiting);
    }

    @PostConstruct
    void restore(MPart part) {
        ViewState kept = new ViewState(part.getPersistedState());
        kept.get(COLOUR, ColourBy::valueOf).ifPresent(colours::choose);
        kept.get(VIEW, View::parse).ifPresent(stage::restore);
    }

    @PersistState
    void keep(MPart part) {
        ViewState kept = new ViewState(part.getPersistedState());
        kept.put(COLOUR, stage.readings().by().name());
        kept.put(VIEW, stage.view().text());
    }

    @Focus
    public void focus() {
        TabKey.focus(canvas.control());
    }

    /** The row below the canvas: what waits at the left, what the colours mean at the right; while carrying, the best places. */
    private static WaitingStrip bottom(
            Composite row, Kit kit, DragSession session, Chooser chooser, Stage stage, BestLine line) {
        WaitingStrip jobs = new WaitingStrip(row, kit.look(), session, chooser);
        LegendBar legend = new LegendBar(row, stage, kit.look().palette(), kit.clock());
        row.setLayout(new BottomLayout(jobs, legend, line));
        return jobs;
    }

    private void changed(FleetDelta delta) {
        if (stage.fits(delta)) {
            stage.refresh(delta);
        } else {
            structure.request();
        }
        slots.changed();
        if (desk.concerns(delta)) {
            judged.request();
        }
        if (waiting.changed(delta)) {
            strip.show(waiting);
        }
    }

    /** What a drag that begins now picks up; then the press is no pan. */
    private Optional<Subject> picked() {
        Optional<Subject> subject = pointer.grab()
                .flatMap(hit -> new BoardGrip(desk, stage).at(hit).or(() -> Grip.at(hit, highlights.selected())));
        subject.ifPresent(it -> pointer.release());
        return subject;
    }
}
