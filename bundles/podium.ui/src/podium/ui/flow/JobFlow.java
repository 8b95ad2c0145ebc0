// SPDX-License-Identifier: Apache-2.0
package podium.ui.flow;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.change.ClusterId;
import podium.core.fleet.Holdings;
import podium.core.fleet.InputKind;
import podium.core.fleet.JobQueues;
import podium.core.fleet.SchedulingObjects;
import podium.core.job.JobTraits;
import podium.core.text.Counted;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.Job;
import podium.model.value.WorkKind;
import podium.operation.job.JobAction;
import podium.operation.job.JobActionCompiler.Choices;
import podium.operation.job.JobActionPlanner;
import podium.operation.job.JobObjects;
import podium.operation.placement.OthersStopped;
import podium.operation.plan.PlacementCompiler.Result;
import podium.operation.plan.Plan;
import podium.ui.enablement.ChosenJobs;
import podium.ui.enablement.FleetAction;
import podium.ui.enablement.ObjectVerb;
import podium.ui.label.FleetLabels;
import podium.ui.prompt.Dialogs;
import podium.ui.prompt.InputPrompt;
import podium.ui.prompt.NextStep;
import podium.ui.texts.Texts;
import podium.ui.toolkit.BackgroundWork;
import podium.ui.toolkit.SafeText;

/** Running now, scaling, priority, queue, requeue and delete: what is asked for, then the plan, then the operation. UI thread. */
@Creatable
public final class JobFlow {
    /** Of so many at most it is told what they have now. */
    private static final int NAMED = 8;

    private final JobActionPlanner planner;
    private final PlanReview review;
    private final Dialogs dialogs;
    private final BackgroundWork background;

    @Inject
    public JobFlow(JobActionPlanner planner, PlanReview review, Dialogs dialogs, BackgroundWork background) {
        this.planner = planner;
        this.review = review;
        this.dialogs = dialogs;
        this.background = background;
    }

    /** Why it cannot be done as far as the model tells; empty: the cluster is asked. */
    public Optional<String> whyNot(FleetAction action, List<Job> jobs) {
        if (jobs.stream().map(Job::getCluster).distinct().count() > 1) {
            return Optional.of(Texts.of("JobFlow.selectJobsOfOne"));
        }
        if (action == FleetAction.RUN_NOW
                && !jobs.stream().allMatch(job -> JobTraits.has(job, WorkKind.Trait.MAKES_JOBS))) {
            return Optional.of(Texts.of("JobFlow.itStartsNoJobs"));
        }
        boolean ended = jobs.stream().anyMatch(job -> job.getFinished() != null);
        if (!ended && action == FleetAction.QUEUE && jobs.stream().anyMatch(JobFlow::hasNoQueues)) {
            return Optional.of(unread(jobs.getFirst(), InputKind.QUEUES).orElse(Texts.of("JobFlow.thereIsNoQueue")));
        }
        Optional<String> kept = jobs.stream()
                .filter(JobFlow::isNeverQueued)
                .findFirst()
                .map(job -> ObjectVerb.RESTART.isFor(JobObjects.ref(job), false)
                        ? Texts.of("JobFlow.restartItsRollout")
                        : Texts.of("JobFlow.itDoesNotQueue"));
        if (!ended && action == FleetAction.REQUEUE && kept.isPresent()) {
            return kept;
        }
        if (!ended && action == FleetAction.PRIORITY && jobs.stream().anyMatch(JobFlow::isFixed)) {
            return Optional.of(Texts.of("JobFlow.itsPriorityIsFixed"));
        }
        return ended && action != FleetAction.DELETE
                ? Optional.of(Texts.of("JobFlow.itHasFinished"))
                : Optional.empty();
    }

    /** A queue can be named only where there is one; before all are listed nothing is known of that. */
    private static boolean hasNoQueues(Job job) {
        @Nullable Cluster cluster = job.getCluster();
        return cluster != null
                && cluster.getConnection() == ConnectionState.LIVE
                && JobQueues.of(cluster).isEmpty()
                && job.getQueueName() == null;
    }

    /** Why there may be objects of some kinds though none is known; empty: there are none. */
    private static Optional<String> unread(Job job, Set<InputKind> kinds) {
        @Nullable Cluster cluster = job.getCluster();
        return cluster == null
                ? Optional.empty()
                : InputKind.unknown(SchedulingObjects.of(cluster), job.getNamespace(), kinds).stream()
                        .findFirst();
    }

    /** What runs until somebody stops it, and cannot be told not to run, gives its places up for no queue. */
    private static boolean isNeverQueued(Job job) {
        return JobTraits.has(job, WorkKind.Trait.KEEPS_RUNNING) && !JobTraits.has(job, WorkKind.Trait.SUSPENDS);
    }

    /** The pods of what ends by itself keep the priority they were made with; only a queue orders it by another one. */
    private static boolean isFixed(Job job) {
        return hasNoQueues(job) && (JobTraits.isPod(job) || JobTraits.has(job, WorkKind.Trait.ENDS));
    }

    /** Asks what is to be asked, shows the plan, and runs it once confirmed. Returns at once. */
    public void begin(FleetAction action, ChosenJobs jobs) {
        switch (action) {
            case RUN_NOW -> plan(action, jobs, new JobAction.Trigger());
            case REQUEUE -> plan(action, jobs, new JobAction.Requeue());
            case DELETE -> delete(action, jobs);
            default ->
                background.follow(
                        choices(there(jobs)),
                        choices -> ask(action, jobs, choices),
                        problem -> review.failed(jobs.title(action), problem));
        }
    }

    /** Where no pod is on a node there is none that would get time to stop. */
    private void delete(FleetAction action, ChosenJobs jobs) {
        boolean stops =
                jobs.jobs().stream().flatMap(job -> job.getTasks().stream()).anyMatch(Holdings::holds);
        if (stops) {
            review.review(
                    jobs.title(action),
                    grace -> planned(action, jobs, new JobAction.Delete(grace), List.of(), new OthersStopped()),
                    background);
        } else {
            plan(action, jobs, new JobAction.Delete(Optional.empty()));
        }
    }

    private static List<Job> there(ChosenJobs jobs) {
        List<Job> there = jobs.jobs().stream().filter(FleetLabels::isThere).toList();
        return there.isEmpty() ? List.of(jobs.first()) : there;
    }

    /** What the first few of them have and can be given, in their order. */
    private CompletableFuture<List<Choices>> choices(List<Job> jobs) {
        List<CompletableFuture<Choices>> asked =
                jobs.stream().limit(NAMED).map(planner::choices).toList();
        return CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new))
                .thenApply(all -> asked.stream().map(CompletableFuture::join).toList());
    }

    private void ask(FleetAction action, ChosenJobs jobs, List<Choices> choices) {
        switch (action) {
            case SCALE -> scale(jobs, choices);
            case PRIORITY -> priority(jobs, choices);
            default -> queue(jobs, choices);
        }
    }

    private void scale(ChosenJobs jobs, List<Choices> choices) {
        if (choices.stream().anyMatch(one -> one.replicas().isEmpty())) {
            plan(FleetAction.SCALE, jobs, new JobAction.Scale(0));
            return;
        }
        Function<Choices, String> now = one -> String.valueOf(one.replicas().getAsInt());
        ask(
                jobs,
                TypedNumber.replicas(
                        jobs.title(FleetAction.SCALE),
                        isOne(jobs)
                                ? Texts.of("JobFlow.replicasItHad", now.apply(choices.getFirst()))
                                : Texts.of("JobFlow.replicasOfEach", each(jobs, choices, now)),
                        given(jobs, choices, now)),
                typed -> plan(
                        FleetAction.SCALE,
                        jobs,
                        TypedNumber.replicas(typed, JobAction.Scale::new, JobAction.ScaleBy::new)));
    }

    private void priority(ChosenJobs jobs, List<Choices> choices) {
        Function<Choices, String> now =
                one -> one.priority().isEmpty() ? Texts.of("JobFlow.theDefault") : one.priority();
        choose(
                FleetAction.PRIORITY,
                jobs,
                choices.getFirst().priorities(),
                given(jobs, choices, Choices::priority),
                isOne(jobs)
                        ? Texts.of("JobFlow.priorityClassItHad", now.apply(choices.getFirst()))
                        : Texts.of("JobFlow.priorityClassOfEach", each(jobs, choices, now)),
                unread(jobs.first(), EnumSet.of(InputKind.PRIORITIES))
                        .map(why -> Texts.of("JobFlow.prioritiesAreNotKnown", why))
                        .orElse(Texts.of("JobFlow.theClusterHasNo")),
                JobAction.Priority::new);
    }

    private void queue(ChosenJobs jobs, List<Choices> choices) {
        Function<Choices, String> now = one -> one.queue().isEmpty() ? Texts.of("JobFlow.none") : one.queue();
        choose(
                FleetAction.QUEUE,
                jobs,
                choices.getFirst().queues(),
                given(jobs, choices, Choices::queue),
                isOne(jobs)
                        ? Texts.of("JobFlow.queueItWasIn", now.apply(choices.getFirst()))
                        : Texts.of("JobFlow.queueOfEach", each(jobs, choices, now)),
                unread(jobs.first(), EnumSet.of(InputKind.LOCAL_QUEUES))
                        .map(why -> Texts.of(
                                "JobFlow.queuesAreNotKnown", jobs.first().getNamespace(), why))
                        .orElse(Texts.of(
                                "JobFlow.thereIsNoQueueOf", jobs.first().getNamespace())),
                JobAction.Queue::new);
    }

    private static boolean isOne(ChosenJobs jobs) {
        return jobs.jobs().size() == 1;
    }

    /** Of several nothing is given: what one has would be given to the others by Enter alone. */
    private static String given(ChosenJobs jobs, List<Choices> choices, Function<Choices, String> now) {
        return isOne(jobs) ? now.apply(choices.getFirst()) : "";
    }

    /** "caption 2, chat-8b 4 and 3 more". */
    private static String each(ChosenJobs jobs, List<Choices> choices, Function<Choices, String> now) {
        List<String> told = new ArrayList<>(
                there(jobs).stream().map(job -> SafeText.line(job.getName())).toList());
        for (int i = 0; i < Math.min(told.size(), choices.size()); i++) {
            told.set(i, told.get(i) + " " + now.apply(choices.get(i)));
        }
        return Counted.named(told, NAMED);
    }

    private void choose(
            FleetAction action,
            ChosenJobs jobs,
            List<String> names,
            String now,
            String words,
            String none,
            Function<String, JobAction> chosen) {
        if (names.isEmpty()) {
            dialogs.refuse(jobs.title(action), none, Texts.of("JobFlow.nothingWasSent"));
            return;
        }
        InputPrompt question = new InputPrompt(
                jobs.title(action),
                words,
                NextStep.PLAN,
                now,
                names,
                name -> names.contains(name) ? Optional.empty() : Optional.of(Texts.of("JobFlow.chooseOneFromThe")));
        ask(jobs, question, name -> plan(action, jobs, chosen.apply(name)));
    }

    /** Those that it is asked for may have gone meanwhile, which their plan says. */
    private void ask(ChosenJobs jobs, InputPrompt question, Consumer<String> answered) {
        dialogs.ask(
                FleetLabels.cluster(jobs.first())
                        .map(ClusterId::of)
                        .map(question::in)
                        .orElse(question),
                answered);
    }

    /** Shows the plan, and runs it once confirmed. */
    void plan(FleetAction action, ChosenJobs jobs, JobAction what) {
        plan(action, jobs, what, List.of());
    }

    /** @param next what is to be done after it, which its plan says first */
    void plan(FleetAction action, ChosenJobs jobs, JobAction what, List<String> next) {
        OthersStopped others = new OthersStopped();
        review.review(
                jobs.title(action),
                planned(action, jobs, what, next, others),
                others,
                background,
                () -> plan(action, jobs, what, next),
                () -> {});
    }

    /** Plans it for those that did not go away while it was asked what is wanted. */
    private CompletableFuture<Result> planned(
            FleetAction action, ChosenJobs chosen, JobAction what, List<String> next, OthersStopped others) {
        ChosenJobs jobs = chosen.there();
        if (jobs.jobs().isEmpty()) {
            return CompletableFuture.completedFuture(
                    new Result.Refused(FleetLabels.gone(chosen.jobs()).orElse(""), Texts.of("JobFlow.nothingWasSent")));
        }
        String whole = jobs.byTask() ? jobs.title(action) : "";
        List<String> more = new ArrayList<>(next);
        more.addAll(chosen.leftOut().stream().toList());
        more.addAll(action == FleetAction.RESUME ? review.secondRuns(jobs.jobs()) : List.of());
        return planner.plan(jobs.jobs(), what, others).thenApply(result -> told(whole, more, result));
    }

    /**
     * A plan that was asked for with a task picked says in its title that it is for the whole job.
     *
     * @param more what it does beside what its cluster says
     */
    private static Result told(String whole, List<String> more, Result result) {
        if (!(result instanceof Result.Compiled(Plan plan))) {
            return result;
        }
        Plan told = plan.withEffects(
                Stream.concat(more.stream(), plan.effects().stream()).toList());
        return new Result.Compiled(whole.isEmpty() ? told : told.titled(whole));
    }
}
