// SPDX-License-Identifier: Apache-2.0
package podium.ui.act;

import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.e4.core.di.annotations.Creatable;
import podium.core.placement.BoardPlanner;
import podium.core.placement.BoardService;
import podium.model.fleet.Job;
import podium.ui.board.BoardSession;
import podium.ui.kit.Background;

/** Laying a gang out rank by rank, from the job to a running operation. Nothing is sent before a plan is confirmed. UI thread. */
@Creatable
public final class BoardFlow {
    private final BoardPlanner planner;
    private final BoardService board;
    private final BoardSession session;
    private final PlanReview review;
    private final Dialogs dialogs;
    private final Offers offers;
    private final Background background;

    @Inject
    public BoardFlow(
            BoardPlanner planner,
            BoardService board,
            BoardSession session,
            PlanReview review,
            Dialogs dialogs,
            Offers offers,
            Background background) {
        this.planner = planner;
        this.board = board;
        this.session = session;
        this.review = review;
        this.dialogs = dialogs;
        this.offers = offers;
        this.background = background;
    }

    public BoardSession session() {
        return session;
    }

    public BoardService board() {
        return board;
    }

    /** Opens the board for a job whose ranks wait at the gate; for another one, the plan that brings it there. */
    public void open(Job job) {
        if (!mustHold(job)) {
            session.open(job);
            return;
        }
        String title = "Bring " + job.getName() + " to the board";
        if (may(title, Act.LAY_OUT, job)) {
            review.review(title, planner.hold(job), background, () -> session.open(job));
        }
    }

    /** Shows what committing the proposal sends; closes the board once that is confirmed. */
    public void commit() {
        session.job().ifPresent(job -> {
            String title = "Place " + job.getName();
            if (may(title, Act.PLACE, job)) {
                review.review(title, planner.commit(job, session.proposal()), background, session::close);
            }
        });
    }

    /** Shows what it takes to leave the job's place to the scheduler; does it once confirmed. */
    public void free(Job job) {
        String title = "Let the scheduler place " + job.getName();
        if (may(title, Act.FREE, job)) {
            review.review(title, planner.free(job), background, () -> session.job()
                    .filter(job::equals)
                    .ifPresent(on -> session.close()));
        }
    }

    /** Whether a job must be brought to the gate before it can be laid out. */
    public boolean mustHold(Job job) {
        return board.ranks(job).isEmpty();
    }

    private boolean may(String title, Act act, Job job) {
        Optional<String> barred = offers.whyNot(act, job);
        barred.ifPresent(reason -> dialogs.refuse(title, reason, "Nothing was sent."));
        return barred.isEmpty();
    }
}
