// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.interaction;

import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import podium.core.fleet.Holdings;
import podium.model.fleet.Accelerator;
import podium.placement.Subject;
import podium.ui.action.FleetActions;
import podium.ui.drag.DragSession;
import podium.ui.topology.internal.colour.ColourBy;
import podium.ui.topology.internal.ganglayout.GangLayoutController;
import podium.ui.topology.internal.ganglayout.RankDragSubject;
import podium.ui.topology.internal.layout.Hit;
import podium.ui.topology.internal.model.Highlights;
import podium.ui.topology.internal.model.TopologyModel;

/** What the keys of the canvas set going. UI thread. */
public final class CanvasCommands implements CanvasKeyHandler.Commands {
    private final TopologyModel model;
    private final Highlights highlights;
    private final CanvasDropTarget drops;
    private final ColourChoice colours;
    private final Runnable find;
    private final DragSession session;
    private final GangLayoutController gangLayout;
    private final BestPlaceFinder best;
    private final RankDragSubject grip;

    public CanvasCommands(
            TopologyModel model,
            Highlights highlights,
            CanvasDropTarget drops,
            ColourChoice colours,
            Runnable find,
            DragSession session,
            GangLayoutController gangLayout,
            BestPlaceFinder best) {
        this.model = model;
        this.highlights = highlights;
        this.drops = drops;
        this.colours = colours;
        this.find = find;
        this.session = session;
        this.gangLayout = gangLayout;
        this.best = best;
        this.grip = new RankDragSubject(gangLayout, model);
    }

    @Override
    public void find() {
        find.run();
    }

    @Override
    public void colourBy(ColourBy by) {
        colours.choose(by);
    }

    @Override
    public boolean best(int number) {
        return session.current().isPresent()
                && best.hit(number).filter(drops::drop).isPresent();
    }

    @Override
    public boolean lift() {
        Optional<Subject> subject =
                highlights.focus(model.scene()).flatMap(grip::at).or(() -> subject(highlights.selected()));
        subject.ifPresent(it -> {
            session.begin(it);
            Optional<Hit> hit = highlights.focus(model.scene());
            hit.ifPresentOrElse(drops::over, drops::lifted);
        });
        return subject.isPresent();
    }

    @Override
    public boolean drop(Hit hit) {
        return drops.drop(hit);
    }

    @Override
    public boolean cancel() {
        return drops.cancel();
    }

    @Override
    public void focused(Hit hit) {
        drops.over(hit);
    }

    @Override
    public boolean fill(Optional<Hit> hit) {
        if (gangLayout.job().isPresent()) {
            gangLayout.fill(hit.flatMap(DropFeedback::target));
        }
        return gangLayout.job().isPresent();
    }

    @Override
    public boolean takeOff(Hit hit) {
        Optional<Subject> ranks = grip.at(hit);
        ranks.ifPresent(subject -> gangLayout.takeOff(subject.tasks()));
        return ranks.isPresent();
    }

    @Override
    public boolean commit() {
        boolean ready =
                gangLayout.job().isPresent() && gangLayout.whyNotCommit().isEmpty();
        if (ready) {
            gangLayout.commit();
        }
        return ready;
    }

    /** What is selected as a thing to place: a job, tasks of one job, or the only job on a device. */
    static Optional<Subject> subject(List<EObject> selected) {
        if (selected.size() == 1 && selected.getFirst() instanceof Accelerator device) {
            return Holdings.holders(device).stream()
                    .filter(task -> task.getJob() != null)
                    .findFirst()
                    .map(task -> new Subject(task.getJob(), List.of()));
        }
        return FleetActions.subject(selected);
    }
}
