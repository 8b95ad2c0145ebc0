// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.interaction;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import podium.core.fleet.FleetDelta;
import podium.model.fleet.Job;
import podium.placement.Obstacle;
import podium.placement.Subject;
import podium.ui.action.SelectionMenu;
import podium.ui.drag.DragOutSource;
import podium.ui.label.WaitingJobs;
import podium.ui.selection.Filters;
import podium.ui.toolkit.Menus;
import podium.ui.toolkit.Repaint;
import podium.ui.toolkit.Subscriptions;
import podium.ui.topology.internal.ganglayout.GangLayoutBar;
import podium.ui.topology.internal.ganglayout.GangLayoutController;
import podium.ui.topology.internal.ganglayout.RankDragSubject;
import podium.ui.topology.internal.model.TopologyModel;

/** How jobs are placed on one canvas: the board of a gang, the jobs that wait, drops, the best places, the menu. UI thread. */
public final class PlacingGestures {
    /** Least time between two looks at the board while the fleet lives on. */
    private static final Duration JUDGED = Duration.ofMillis(250);

    private final CanvasPlacing with;
    private final CanvasView view;
    private final WaitingJobs waiting;
    private final GangLayoutController gangLayout;
    private final Repaint judged;
    private final BottomRow row;
    private final CanvasDropTarget drops;
    private final BestPlaceFinder best;
    private final SlotCounter slots;

    PlacingGestures(CanvasPlacing with, Composite parent, CanvasView view, WaitingJobs waiting, Runnable focus) {
        this.with = with;
        this.view = view;
        this.waiting = waiting;
        TopologyModel model = view.model();
        Control control = view.control();
        gangLayout = new GangLayoutController(with.board());
        gangLayout.onFill(
                () -> view.chooser().reveal(with.board().session().proposal().values()));
        judged = Repaint.of(control, JUDGED, gangLayout::refresh);
        new GangLayoutBar(
                        parent,
                        with.services().theme(),
                        gangLayout,
                        with.session(),
                        () -> view.chooser().target(),
                        focus)
                .follow();
        row = new BottomRow(parent, view, with.session(), job -> why(with, job), () -> list(with), with.services());
        DropFeedback placing =
                new DropFeedback(model, with.session(), with.placement(), gangLayout, with.place()::barred);
        CanvasFiles files = new CanvasFiles(with.actions().submit(), with.selection());
        drops = new CanvasDropTarget(
                view.canvas(),
                model,
                view.highlights(),
                placing,
                with.session(),
                with.place(),
                files,
                why -> with.note().say(control, why));
        best = new BestPlaceFinder(control, with.advice(), model, with.session(), placing);
        new BestPlaceDrop(row.best(), best, drops, view.highlights(), with.session()).attach();
        UncoveredCanvas.of(parent, control, with.session());
        slots = new SlotCounter(control, with.advice(), model, with.session());
        new Subscriptions(control)
                .add(with.board().session().listen(gangLayout::refresh))
                .add(best.listen(view.canvas()::mark))
                .add(best.listen(row.best()::show))
                .add(model.listen(event -> row.best()
                        .explain(
                                model.verdicts()
                                        .filter(all -> all.anyEvicts(model.scene()))
                                        .isPresent(),
                                isWantedElsewhere())))
                .add(gangLayout.listen(this::propose));
        for (Control each : List.of(control, row.waiting())) {
            Menus.context(
                    each,
                    with.services().theme(),
                    () -> SelectionMenu.about(with.selection().get()),
                    () -> with.menu().entries(with.selection().get()));
        }
        propose();
        row.show(waiting);
    }

    /** Shows the jobs of the strip in Jobs, and no others. */
    private static void list(CanvasPlacing with) {
        with.parts()
                .show("podium.part.jobs")
                .filter(Filters.class::isInstance)
                .map(Filters.class::cast)
                .ifPresent(jobs -> jobs.filter("waiting:gpus"));
    }

    /** As the Waits page begins. */
    private static Optional<String> why(CanvasPlacing with, Job job) {
        return with.actions()
                .moved(job)
                .or(() -> with.placement().obstacles(job).stream().findFirst().map(Obstacle::words))
                .or(() -> Optional.ofNullable(job.getReason()));
    }

    /**
     * Lets what the pointer is pressed on be dragged out from now on, then the press is no pan; a click chooses an asked place, and what is
     * pointed at says whether it is one.
     */
    public void dragsOut(MouseHandler pointer) {
        pointer.onClick(drops::clicked);
        pointer.says(drops::answer);
        RankDragSubject ranks = new RankDragSubject(gangLayout, view.model());
        DragOutSource.from(view.control(), with.session(), with.services().theme(), () -> {
            Optional<Subject> subject = pointer.grab().flatMap(hit -> ranks.at(hit)
                    .or(() -> DragSubject.at(hit, view.highlights().selected())));
            subject.ifPresent(it -> pointer.release());
            return subject;
        });
    }

    /** What the keys of the canvas set going. */
    public CanvasCommands commands(ColourChoice colours, Runnable find) {
        return new CanvasCommands(
                view.model(), view.highlights(), drops, colours, find, with.session(), gangLayout, best);
    }

    /** The fleet changed. */
    public void changed(FleetDelta delta) {
        slots.changed();
        if (gangLayout.concerns(delta)) {
            judged.request();
        }
        if (waiting.changed(delta)) {
            row.show(waiting);
        }
    }

    private boolean isWantedElsewhere() {
        TopologyModel model = view.model();
        return with.session()
                .current()
                .flatMap(Subject::cluster)
                .flatMap(own -> model.verdicts().filter(all -> all.anyTakes(model.scene(), own)))
                .isPresent();
    }

    private void propose() {
        view.canvas().propose(gangLayout.proposed());
    }
}
