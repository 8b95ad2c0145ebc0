// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.interaction;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.swt.widgets.Control;
import podium.placement.Fit;
import podium.placement.Subject;
import podium.placement.advice.AdviceService;
import podium.placement.advice.Ranking;
import podium.ui.drag.DragSession;
import podium.ui.toolkit.Listeners;
import podium.ui.toolkit.Repaint;
import podium.ui.toolkit.Subscriptions;
import podium.ui.topology.internal.layout.Hit;
import podium.ui.topology.internal.model.MarkedPlaces;
import podium.ui.topology.internal.model.MarkedPlaces.State;
import podium.ui.topology.internal.model.TopologyModel;

/**
 * Finds the best places for what is carried, between the frames: the model is read in the realm only, and at 5,000 nodes all
 * places take longer than a frame. While the fleet lives on they are ranked anew, the marks of before stay until then, but for those
 * that the lights of the nodes refute. UI thread.
 */
public final class BestPlaceFinder {
    /** What of a frame of 15 ms is taken; the rest is for the canvas. */
    private static final Duration SLICE = Duration.ofMillis(4);

    private static final Duration FRAME = Duration.ofMillis(15);
    private static final Duration AGAIN = Duration.ofMillis(250);

    private final AdviceService advice;
    private final TopologyModel model;
    private final DragSession session;
    private final DropFeedback placing;
    private final Repaint frames;
    private final Repaint again;
    private final Listeners<MarkedPlaces> listeners = new Listeners<>();
    private Optional<Ranking> ranking = Optional.empty();
    private MarkedPlaces best = MarkedPlaces.NONE;

    /** True when the fleet changed after the ranking that still goes on was begun. */
    private boolean outdated;

    public BestPlaceFinder(
            Control control, AdviceService advice, TopologyModel model, DragSession session, DropFeedback placing) {
        this.advice = advice;
        this.model = model;
        this.session = session;
        this.placing = placing;
        frames = Repaint.of(control, FRAME, this::frame);
        again = Repaint.of(control, AGAIN, this::rank);
        new Subscriptions(control).add(session.listen(this::carried)).add(model.listen(this::staged));
    }

    /** Hears of each change; close the result to end it. */
    public AutoCloseable listen(Consumer<MarkedPlaces> listener) {
        return listeners.add(listener);
    }

    /** Where the place of a number lies, from 1; empty: nothing is carried, or there is no such place. */
    public Optional<Hit> hit(int number) {
        return best.place(number).flatMap(place -> MarkedPlaces.hit(model.scene(), place));
    }

    private void carried() {
        show(MarkedPlaces.NONE);
        ranking = Optional.empty();
        rank();
    }

    private void rank() {
        Optional<Subject> subject = session.current().filter(it -> !placing.isBoard() && !OtherCluster.isKept(it));
        outdated = ranking.isPresent();
        if (subject.isPresent() && ranking.isEmpty()) {
            ranking = Optional.of(advice.ranking(subject.get(), MarkedPlaces.MARKED));
            if (best.state() == State.NONE) {
                show(new MarkedPlaces(State.RANKING, List.of()));
            }
            frames.request();
        }
    }

    private void frame() {
        ranking.ifPresent(running -> {
            if (running.advance(SLICE)) {
                ranking = Optional.empty();
                show(new MarkedPlaces(State.RANKED, running.best()));
                if (outdated) {
                    again.request();
                }
            } else {
                frames.request();
            }
        });
    }

    private void staged(TopologyModel.Event event) {
        if (session.current().isPresent() && model.outdates(event)) {
            again.request();
        }
        if (isRefuted()) {
            show(new MarkedPlaces(State.RANKING, List.of()));
            ranking = Optional.empty();
            rank();
        }
    }

    /** Whether a node answers other than its mark says, since the fleet has changed: then the marks are of another moment. */
    private boolean isRefuted() {
        return model.verdicts()
                .filter(lights -> best.places().stream().anyMatch(place -> MarkedPlaces.hit(model.scene(), place)
                        .map(Hit::box)
                        .filter(box -> box.isNode() && lights.isKnown(box))
                        .map(box -> lights.of(box).fit())
                        .filter(fit -> !fit.takes()
                                || (fit == Fit.EVICTS) != (place.verdict().fit() == Fit.EVICTS))
                        .isPresent()))
                .isPresent();
    }

    private void show(MarkedPlaces next) {
        if (!next.equals(best)) {
            best = next;
            listeners.tell(next);
        }
    }
}
