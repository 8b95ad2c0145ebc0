// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.job;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import podium.core.api.ObjectRef;
import podium.core.change.ClusterId;
import podium.core.cluster.Connections;
import podium.core.fleet.FleetRealm;
import podium.core.fleet.FleetView;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.operation.internal.plan.ClusterQuestions;
import podium.operation.internal.plan.EvictionNotes;
import podium.operation.internal.plan.KueueTurns;
import podium.operation.job.JobAction;
import podium.operation.job.JobActionCompiler;
import podium.operation.job.JobActionCompiler.Choices;
import podium.operation.job.JobActionPlanner;
import podium.operation.job.JobObjects;
import podium.operation.placement.OthersStopped;
import podium.operation.placement.PlacementOutlook;
import podium.operation.plan.Expectation;
import podium.operation.plan.JoinedPlans;
import podium.operation.plan.PlacementCompiler.Result;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;
import podium.operation.texts.Texts;
import podium.placement.PlacementService;

/** Has the cluster's connector compile the act for each job, and joins the plans. */
@Component
public final class JobActionPlannerImpl implements JobActionPlanner {
    private final Connections connections;
    private final PlacementService placement;
    private final FleetRealm realm;
    private final FleetView fleet;
    private final ClusterQuestions questions = new ClusterQuestions();

    /**
     * A planner over the open clusters.
     *
     * @param placement judges whether there is room for what an act makes
     */
    @Activate
    public JobActionPlannerImpl(
            @Reference Connections connections,
            @Reference PlacementService placement,
            @Reference FleetRealm realm,
            @Reference FleetView fleet) {
        this.fleet = fleet;
        this.connections = connections;
        this.placement = placement;
        this.realm = realm;
    }

    /** @param added pods that come, of each job */
    private record Answer(Result result, List<Integer> added) {}

    /** A job by what names it, taken in the realm. */
    private record Named(ObjectRef ref, String uid) {
        static Named of(Job job) {
            return new Named(JobObjects.ref(job), job.getUid() == null ? "" : job.getUid());
        }
    }

    @Override
    public CompletableFuture<Result> plan(List<Job> jobs, JobAction act, OthersStopped others) {
        Job first = jobs.getFirst();
        if (jobs.stream().anyMatch(job -> job.getCluster() != first.getCluster())) {
            return refused(
                    Texts.of("JobActionPlannerImpl.theseJobsAreIn"), Texts.of("JobActionPlannerImpl.selectJobsOfOne"));
        }
        Optional<JobActionCompiler> compiler = compiler(first);
        if (compiler.isEmpty()) {
            return closed(first);
        }
        Readmissions anew = Readmissions.of(placement, jobs, act);
        Optional<Result> barred = anew.refusal();
        List<String> waits = anew.waits();
        List<Named> named = jobs.stream().map(Named::of).toList();
        List<String> cost = StopCost.of(jobs, act, Instant.now());
        boolean all = StopCost.ofAll(jobs);
        List<Integer> resumed = jobs.stream().map(job -> resumed(job, act)).toList();
        CompletableFuture<Answer> answer = questions.ask(() -> answer(compiler.get(), named, act, resumed));
        return answer.thenApplyAsync(
                it -> {
                    if (barred.isPresent() && it.result() instanceof Result.Compiled) {
                        return barred.get(); // what cannot be done at all is said before what its queue lacks
                    }
                    List<Integer> starting = starting(jobs, act, it.added());
                    Supplier<List<String>> evicted = () -> Stream.concat(
                                    anew.evicted().stream(), RoomNotes.evicted(placement, jobs, starting).stream())
                            .toList();
                    List<String> then = evicted.get();
                    others.watch(evicted, then);
                    return EvictionNotes.mayStop(
                            told(
                                    StopCost.told(it.result(), cost, all),
                                    Stream.concat(
                                                    waits.stream(),
                                                    RoomNotes.of(placement, jobs, it.added(), scales(act)).stream())
                                            .toList()),
                            then);
                },
                realm::execute);
    }

    @Override
    public PlacementOutlook readmission(Plan plan) {
        return anew(plan)
                .<PlacementOutlook>map(it -> {
                    PlacementOutlook others = new OthersStopped().watch(it::evicted, it.evicted());
                    return () -> it.lost().or(others::lost);
                })
                .orElse(PlacementOutlook.NOTHING);
    }

    @Override
    public List<String> waits(Plan plan) {
        return Stream.concat(
                        anew(plan).stream()
                                .flatMap(it -> Stream.concat(
                                        it.waits().stream(),
                                        it.evicted().stream()
                                                .map(who -> Texts.of("EvictionNotes.mayStopAtOnce", who)))),
                        cluster(plan).stream().flatMap(cluster -> rolled(cluster, plan)))
                .toList();
    }

    /** That the new pods of what is rolled out may wait for Kueue. */
    private Stream<String> rolled(Cluster cluster, Plan plan) {
        Set<String> rolled = plan.steps().stream()
                .filter(step ->
                        step instanceof Step.Await await && await.expectation() instanceof Expectation.RolledOut)
                .map(step -> ((Step.Await) step).target().path())
                .collect(Collectors.toSet());
        return cluster.getJobs().stream()
                .filter(job ->
                        !rolled.isEmpty() && rolled.contains(JobObjects.ref(job).path()))
                .flatMap(job -> KueueTurns.ofNewPods(placement, job).stream());
    }

    private Optional<Readmissions> anew(Plan plan) {
        return cluster(plan).map(cluster -> Readmissions.of(placement, cluster, plan));
    }

    private Optional<Cluster> cluster(Plan plan) {
        return fleet.fleet().getClusters().stream()
                .filter(cluster -> ClusterId.of(cluster).equals(plan.cluster()))
                .findFirst();
    }

    /** Pods that come when it is resumed; of what a queue holds back none comes before it is admitted. */
    private static int resumed(Job job, JobAction act) {
        return act instanceof JobAction.Resume && job.getQueueName() == null ? job.getWantedTasks() : 0;
    }

    /** Pods that start as soon as there is room, and quota: of what Kueue admits again all, also those that come only then. */
    private static List<Integer> starting(List<Job> jobs, JobAction act, List<Integer> added) {
        return act instanceof JobAction.Resume
                ? jobs.stream().map(Job::getWantedTasks).toList()
                : added;
    }

    private static boolean scales(JobAction act) {
        return act instanceof JobAction.Scale || act instanceof JobAction.ScaleBy;
    }

    private static Answer answer(JobActionCompiler compiler, List<Named> jobs, JobAction act, List<Integer> resumed)
            throws IOException {
        List<Integer> added = new ArrayList<>(resumed);
        Result result = JoinedPlans.ofEach(jobs, job -> {
            Result one = compiler.compile(job.ref(), job.uid(), act);
            if (one instanceof Result.Refused) {
                added.set(jobs.indexOf(job), 0);
            } else if (scales(act)) {
                added.set(jobs.indexOf(job), compiler.added(job.ref(), act));
            }
            return one;
        });
        return new Answer(result, added);
    }

    private static Result told(Result result, List<String> notes) {
        return result instanceof Result.Compiled(Plan plan) && !notes.isEmpty()
                ? new Result.Compiled(plan.withEffects(
                        Stream.concat(plan.effects().stream(), notes.stream()).toList()))
                : result;
    }

    @Override
    public CompletableFuture<Choices> choices(Job job) {
        ObjectRef ref = JobObjects.ref(job);
        return compiler(job)
                .map(compiler -> questions.ask(() -> compiler.choices(ref)))
                .orElseGet(() -> CompletableFuture.failedFuture(
                        new IOException(Texts.of("JobActionPlannerImpl.theClusterOfIs", job.getName()))));
    }

    private Optional<JobActionCompiler> compiler(Job job) {
        return Optional.ofNullable(job.getCluster())
                .flatMap(cluster -> connections.capability(ClusterId.of(cluster), JobActionCompiler.class));
    }

    private static CompletableFuture<Result> closed(Job job) {
        return refused(
                Texts.of("JobActionPlannerImpl.theClusterOfIs", job.getName()),
                Texts.of("JobActionPlannerImpl.openItFirst"));
    }

    private static CompletableFuture<Result> refused(String reason, String advice) {
        return CompletableFuture.completedFuture(new Result.Refused(reason, advice));
    }

    /** Ends what is being asked. */
    @Deactivate
    void close() {
        questions.close();
    }
}
