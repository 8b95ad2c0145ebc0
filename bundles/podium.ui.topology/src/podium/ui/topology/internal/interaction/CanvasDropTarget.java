// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.interaction;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Point;
import podium.model.fleet.Cluster;
import podium.placement.Assignment;
import podium.placement.Subject;
import podium.placement.Target;
import podium.ui.drag.DragSession;
import podium.ui.drag.DraggedFiles;
import podium.ui.drag.DropListener;
import podium.ui.drag.FileDropTarget;
import podium.ui.drag.SubjectTransfer;
import podium.ui.flow.PlaceFlow;
import podium.ui.label.FleetLabels;
import podium.ui.toolkit.Repaint;
import podium.ui.toolkit.Subscriptions;
import podium.ui.topology.internal.layout.Hit;
import podium.ui.topology.internal.model.CanvasTooltip;
import podium.ui.topology.internal.model.CanvasTooltips;
import podium.ui.topology.internal.model.Highlights;
import podium.ui.topology.internal.model.PointerFeedback;
import podium.ui.topology.internal.model.TopologyModel;
import podium.ui.topology.internal.paint.TopologyCanvas;
import podium.ui.topology.texts.Texts;

/**
 * Where things are dropped: as soon as something is picked up anywhere, every node shows its answer; what is under the
 * pointer shows what it would leave, reasons and ranks; a drop begins the placement, whose plan is shown before anything is sent. The
 * same is done from the keyboard. UI thread.
 */
public final class CanvasDropTarget {
    private static final Duration AGAIN = Duration.ofMillis(250);
    private static final Duration FRAME = Duration.ofMillis(15);
    /** What of a frame is taken to judge; the rest is for the canvas. */
    private static final Duration SLICE = Duration.ofMillis(5);

    /** Height of the picture that the system draws under the pointer while it drags. */
    private static final int PICTURE = 28;

    private final TopologyCanvas canvas;
    private final TopologyModel model;
    private final Highlights highlights;
    private final DropFeedback placing;
    private final DragSession session;
    private final PlaceFlow flow;
    private final Files files;
    private final Consumer<Supplier<Optional<String>>> refused;
    private final CarriedFiles carried;
    private final Repaint again;
    private final Repaint frames;
    private boolean answered;
    /** Shows once more what the thing under the pointer answers. */
    private Optional<Runnable> pointed = Optional.empty();

    /** What is done with files. */
    public interface Files {
        /** They were dropped on a thing; empty: on nothing that could be a place. */
        void dropped(List<Path> files, Optional<Target> target);

        /** Which jobs are in them, as one, while they are still dragged over a cluster; told once, empty: none is known. */
        void jobs(List<Path> files, Optional<Cluster> over, Consumer<Optional<Subject>> then);
    }

    /** @param refused is told why what was dropped stays where it was, once the drag is over; empty as soon as it could be put there */
    public CanvasDropTarget(
            TopologyCanvas canvas,
            TopologyModel model,
            Highlights highlights,
            DropFeedback placing,
            DragSession session,
            PlaceFlow flow,
            Files files,
            Consumer<Supplier<Optional<String>>> refused) {
        this.refused = refused;
        this.canvas = canvas;
        this.model = model;
        this.highlights = highlights;
        this.placing = placing;
        this.session = session;
        this.flow = flow;
        this.files = files;
        this.carried = new CarriedFiles(canvas.control(), session, files::jobs, DraggedFiles::now);
        again = Repaint.of(canvas.control(), AGAIN, this::answer);
        frames = Repaint.of(canvas.control(), FRAME, this::frame);
        new Subscriptions(canvas.control()).add(session.listen(this::changed)).add(model.listen(this::staged));
        DropTarget target = new DropTarget(canvas.control(), DND.DROP_MOVE | DND.DROP_COPY | DND.DROP_DEFAULT);
        target.setTransfer(new Transfer[] {new SubjectTransfer(session), FileTransfer.getInstance()});
        target.addDropListener(new Listener());
    }

    /** Shows what a thing answers, beside a point. */
    private void over(Optional<Hit> hit, int x, int y, int clear) {
        if (placing.isActive()) {
            highlights.hover(hit.map(it -> it.box().subject()));
            Optional<Assignment> ranks = hit.flatMap(placing::layout);
            canvas.point(new PointerFeedback(placing.tooltip(hit), x, y, clear, ranks));
            pointed = Optional.of(() -> over(hit, x, y, clear));
            goOn();
        }
    }

    private void goOn() {
        if (placing.isWorking()) {
            frames.request();
        }
    }

    /** Goes on with what is not answered yet; once all is, says so under the pointer as well. */
    private void frame() {
        placing.advance(SLICE);
        if (placing.isWorking()) {
            frames.request();
        } else if (placing.isActive()) {
            pointed.ifPresent(Runnable::run);
        }
    }

    /** Shows what a thing answers, beside it: for the keyboard. */
    public void over(Hit hit) {
        var at = model.view().pixels(hit.rect(model.layout()));
        over(Optional.of(hit), at.x() + at.width() / 2, at.y() + at.height() / 2, 0);
    }

    /** Says what is carried, in the corner: nothing is focused yet. */
    public void lifted() {
        over(Optional.empty(), 8, 8, 0);
    }

    /** Tells who asks for a place that this is the one, where it takes what is asked for; false: nobody asks, or it does not. */
    private boolean choose(Hit hit) {
        Optional<DragSession.PlaceChooser> asks = session.chooser().filter(_ -> session.current()
                .flatMap(Subject::cluster)
                .equals(Optional.of(hit.box().cluster())));
        Optional<Target> target = DropFeedback.target(hit);
        if (asks.isEmpty() || target.isEmpty()) {
            return false;
        }
        placing.settle(hit);
        boolean takes = placing.accepts(hit);
        if (takes) {
            asks.get().chosen(target.get());
        }
        return takes;
    }

    /** A thing was clicked: where a place is asked for it is chosen, or what it says against it is shown beside it. */
    void clicked(Hit hit) {
        if (session.chooser().isPresent() && !choose(hit)) {
            over(hit);
        }
    }

    /** What a thing answers while a place is asked for; empty: nobody asks, or it can be no place. */
    Optional<CanvasTooltip> answer(Hit hit) {
        if (session.chooser().isEmpty()
                || !placing.isActive()
                || DropFeedback.target(hit).isEmpty()) {
            return Optional.empty();
        }
        Optional<CanvasTooltip> card = placing.tooltip(Optional.of(hit));
        goOn();
        return card;
    }

    /** Drops what is carried on a thing, or chooses that for who asks; false when nothing is carried or asked for. */
    public boolean drop(Hit hit) {
        Optional<Subject> subject = session.current();
        if (subject.isEmpty()) {
            return false;
        }
        if (session.chooser().isPresent()) {
            if (!choose(hit)) {
                over(hit);
            }
            return true;
        }
        placing.settle(hit);
        if (placing.accepts(hit)) {
            Optional<Cluster> mover = placing.mover(hit);
            session.end();
            mover.ifPresentOrElse(there -> flow.move(subject.get(), there), () -> DropFeedback.target(hit)
                    .ifPresent(target -> put(subject.get(), target)));
        } else {
            over(hit);
        }
        return true;
    }

    /** Ranks of the board are laid down; anything else is planned, or why it cannot be is said beside the canvas as after a key. */
    private void put(Subject subject, Target target) {
        if (placing.lay(subject, target)) {
            return;
        }
        boolean moves = !subject.cluster().equals(FleetLabels.cluster(FleetLabels.of(target)));
        if (moves || flow.whyNot(subject, target).isEmpty()) {
            flow.place(subject, target);
        } else {
            refused.accept(() -> flow.whyNot(subject, target)
                    .map(why -> Texts.of("CanvasDropTarget.wasNotPlaced", DropFeedback.name(subject), why)));
        }
    }

    /** Puts what is carried now on a thing, once the drag of the system is over. */
    Runnable later(Hit hit) {
        Optional<Subject> subject = session.current();
        Optional<Cluster> mover = placing.mover(hit);
        return () -> subject.ifPresent(it -> mover.ifPresentOrElse(
                there -> flow.move(it, there), () -> DropFeedback.target(hit).ifPresent(target -> put(it, target))));
    }

    /** A manifest over the canvas: every node answers for its jobs, where the desktop tells before the drop which file it is. */
    private void overFile(Optional<List<Path>> told, Optional<Hit> hit, int x, int y) {
        carried.over(told, hit.map(it -> it.box().cluster()));
        if (carried.state() == CarriedFiles.State.CARRIED && placing.isActive()) {
            over(hit, x, y, PICTURE);
            return;
        }
        Optional<Target> target = hit.flatMap(DropFeedback::target);
        highlights.hover(target.flatMap(_ -> hit).map(it -> it.box().subject()));
        String words = target.isPresent()
                ? Texts.of(
                        "CanvasDropTarget.dropItToPlace",
                        CanvasTooltips.title(hit.orElseThrow().box()))
                : Texts.of("CanvasDropTarget.dropItToLook");
        String known =
                switch (carried.state()) {
                    case READING -> Texts.of("CanvasDropTarget.readingItToSee");
                    case NO_JOB -> Texts.of("CanvasDropTarget.noJobInIt");
                    case NOT_TOLD -> Texts.of("CanvasDropTarget.whereItFitsIs");
                    case NONE, CARRIED -> "";
                };
        CanvasTooltip tooltip = new CanvasTooltip(
                Texts.of("CanvasDropTarget.manifest"),
                List.of(CanvasTooltip.Line.muted(words), CanvasTooltip.Line.muted(known)));
        canvas.point(new PointerFeedback(Optional.of(tooltip), x, y, PICTURE, Optional.empty()));
    }

    /** Puts back what is carried; false when nothing is. */
    public boolean cancel() {
        boolean active = placing.isActive();
        session.end();
        return active;
    }

    private void changed() {
        answer();
        pointNowhere();
    }

    private void pointNowhere() {
        pointed = Optional.empty();
        canvas.point(PointerFeedback.NOTHING);
        highlights.hover(Optional.empty());
    }

    private void answer() {
        answered = placing.isActive();
        placing.refresh();
        goOn();
    }

    /** While something is carried the fleet lives on: ask again, but not all the time. */
    private void staged(TopologyModel.Event event) {
        if (answered && model.outdates(event)) {
            again.request();
        }
    }

    @NonNullByDefault({}) // the library's types say nothing of null
    private final class Listener extends DropListener {
        @Override
        public void dragLeave(DropTargetEvent event) {
            carried.end();
            pointNowhere();
        }

        @Override
        public void drop(DropTargetEvent event) {
            Optional<Hit> hit = hit(event);
            if (FileDropTarget.isMeant(event)) {
                carried.end();
                pointNowhere();
                List<Path> dropped = FileDropTarget.files(event);
                Optional<Target> target = hit.flatMap(DropFeedback::target);
                afterDrag(canvas.control(), () -> files.dropped(dropped, target));
                return;
            }
            Optional<Subject> subject = session.current();
            canvas.point(PointerFeedback.NOTHING);
            pointed = Optional.empty();
            hit.ifPresent(placing::settle);
            if (hit.isEmpty() || subject.isEmpty() || !placing.accepts(hit.get())) {
                event.detail = DND.DROP_NONE;
                hit.flatMap(placing::refusal)
                        .ifPresent(why -> afterDrag(
                                canvas.control(),
                                () -> refused.accept(() ->
                                        Optional.of(why).filter(_ -> placing.refuses(subject.get(), hit.get())))));
                return;
            }
            afterDrag(canvas.control(), later(hit.get()));
        }

        @Override
        protected void over(DropTargetEvent event) {
            Optional<Hit> hit = hit(event);
            Point at = canvas.control().toControl(event.x, event.y);
            if (FileDropTarget.isMeant(event)) {
                FileDropTarget.copy(event);
                overFile(FileDropTarget.told(event), hit, at.x, at.y);
                return;
            }
            // what is refused is dropped all the same: of a drop that the desktop refuses nobody hears, to say why
            event.detail = hit.isPresent() ? DND.DROP_MOVE : DND.DROP_NONE;
            event.feedback = DND.FEEDBACK_NONE;
            CanvasDropTarget.this.over(hit, at.x, at.y, PICTURE);
        }

        private Optional<Hit> hit(DropTargetEvent event) {
            Point at = canvas.control().toControl(event.x, event.y);
            return Hit.at(model.layout(), model.view(), at.x, at.y);
        }
    }
}
