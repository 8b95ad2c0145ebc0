// SPDX-License-Identifier: Apache-2.0
package podium.ui.flow;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.e4.core.di.annotations.Creatable;
import podium.core.job.GateText;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Task;
import podium.model.value.TaskSpec;
import podium.operation.placement.GangLayoutPlanner;
import podium.operation.placement.PlacementOutlook;
import podium.placement.GangLayoutService;
import podium.ui.enablement.ActionEnablement;
import podium.ui.enablement.FleetAction;
import podium.ui.ganglayout.GangLayoutSession;
import podium.ui.prompt.Dialogs;
import podium.ui.texts.Texts;
import podium.ui.toolkit.BackgroundWork;

/** Laying a gang out rank by rank, from the job to a running operation. Nothing is sent before a plan is confirmed. UI thread. */
@Creatable
public final class GangLayoutFlow {
    private final GangLayoutPlanner planner;
    private final GangLayoutService board;
    private final GangLayoutSession session;
    private final PlanReview review;
    private final Dialogs dialogs;
    private final ActionEnablement offers;
    private final BackgroundWork background;

    @Inject
    public GangLayoutFlow(
            GangLayoutPlanner planner,
            GangLayoutService board,
            GangLayoutSession session,
            PlanReview review,
            Dialogs dialogs,
            ActionEnablement offers,
            BackgroundWork background) {
        this.planner = planner;
        this.board = board;
        this.session = session;
        this.review = review;
        this.dialogs = dialogs;
        this.offers = offers;
        this.background = background;
    }

    public GangLayoutSession session() {
        return session;
    }

    public GangLayoutService board() {
        return board;
    }

    /** Opens the board for a job whose ranks wait at the gate; for another one, the plan that brings it there. */
    public void open(Job job) {
        if (!mustHold(job)) {
            session.open(job);
            return;
        }
        String title = Texts.of("GangLayoutFlow.bringToTheBoard", job.getName());
        if (may(title, FleetAction.LAY_OUT, job)) {
            review.review(title, planner.hold(job), background, () -> open(job), () -> session.open(job));
        }
    }

    /** The right that the operator lacks to commit what is laid out; empty: none is known to be missing. */
    public Optional<String> missingRight() {
        return session.job().flatMap(job -> offers.missingRight(FleetAction.PLACE, job));
    }

    /** Shows what committing the proposal sends; closes the board once that is confirmed. */
    public void commit() {
        session.job().ifPresent(job -> {
            String title = Texts.of("GangLayoutFlow.place", job.getName());
            if (may(title, FleetAction.PLACE, job)) {
                PlacementOutlook outlook = planner.outlook(job, session.proposal());
                review.review(
                        title,
                        planner.commit(job, session.proposal()),
                        outlook,
                        background,
                        this::commit,
                        session::close);
            }
        });
    }

    /** Shows what it takes to leave the job's place to the scheduler; does it once confirmed. */
    public void free(Job job) {
        String title = Texts.of("GangLayoutFlow.letTheSchedulerPlace", job.getName());
        if (may(title, FleetAction.FREE, job)) {
            review.review(title, planner.free(job), planner.freed(job), background, () -> free(job), () -> session.job()
                    .filter(job::equals)
                    .ifPresent(on -> session.close()));
        }
    }

    /** Why its place need not be left to the scheduler; empty: it may have to be, or that is not known of all its tasks. */
    public Optional<String> whyNotFree(Job job) {
        List<TaskSpec> specs = Stream.concat(
                        Stream.ofNullable(job.getSpec()),
                        job.getTasks().stream().map(Task::getSpec).filter(Objects::nonNull))
                .toList();
        boolean known = !job.getTasks().isEmpty()
                && job.getTasks().size() >= job.getWantedTasks()
                && job.getState() != JobState.SUSPENDED;
        return known
                        && specs.stream()
                                .allMatch(spec -> spec.nodeSelector().isEmpty()
                                        && !spec.gates().contains(GateText.MANUAL))
                ? Optional.of(Texts.of("GangLayoutFlow.itHasNeither"))
                : Optional.empty();
    }

    /** Whether a job must be brought to the gate before it can be laid out. */
    public boolean mustHold(Job job) {
        return board.ranks(job).isEmpty();
    }

    private boolean may(String title, FleetAction action, Job job) {
        Optional<String> barred = offers.whyNot(action, job);
        barred.ifPresent(reason -> dialogs.refuse(title, reason, Texts.of("GangLayoutFlow.nothingWasSent")));
        return barred.isEmpty();
    }
}
