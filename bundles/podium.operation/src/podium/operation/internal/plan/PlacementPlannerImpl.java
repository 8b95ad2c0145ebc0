// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.plan;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import podium.core.api.KueueNames;
import podium.core.api.ObjectRef;
import podium.core.change.ClusterId;
import podium.core.cluster.Connections;
import podium.core.fleet.Holdings;
import podium.core.job.JobTraits;
import podium.core.job.LostGpuHours;
import podium.core.text.CleanText;
import podium.core.text.Counted;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.model.value.WorkKind;
import podium.operation.job.JobObjects;
import podium.operation.placement.GangLayoutPlanner;
import podium.operation.placement.HoldCompiler;
import podium.operation.placement.OthersStopped;
import podium.operation.placement.PlacementOutlook;
import podium.operation.placement.PlacementPlanner;
import podium.operation.plan.PlacementCompiler;
import podium.operation.plan.Plan;
import podium.operation.texts.Texts;
import podium.placement.Assignment;
import podium.placement.Fit;
import podium.placement.GangLayoutService;
import podium.placement.PlacementService;
import podium.placement.Reason;
import podium.placement.Subject;
import podium.placement.Target;
import podium.placement.Verdict;

/**
 * Says which pod goes to which node, by the placement rules, and has the cluster's connector compile it. Pods that wait at a gate
 * are placed one by one; all else is placed through its owner's template.
 */
@Component(service = {PlacementPlanner.class, GangLayoutPlanner.class})
public final class PlacementPlannerImpl implements PlacementPlanner, GangLayoutPlanner {
    private static final String HOSTNAME = "kubernetes.io/hostname";

    private final PlacementService placement;
    private final GangLayoutService board;
    private final Connections connections;
    private final ClusterQuestions questions = new ClusterQuestions();

    /** A planner over the open clusters. */
    @Activate
    public PlacementPlannerImpl(
            @Reference PlacementService placement,
            @Reference GangLayoutService board,
            @Reference Connections connections) {
        this.placement = placement;
        this.board = board;
        this.connections = connections;
    }

    @Override
    public CompletableFuture<PlacementCompiler.Result> plan(Subject subject, Target target) {
        Optional<PlacementCompiler> compiler = capability(subject.job(), PlacementCompiler.class);
        if (compiler.isEmpty()) {
            return closed(subject.job());
        }
        List<Task> gated = gated(subject);
        Subject placed = gated.isEmpty() ? placed(subject) : new Subject(subject.job(), gated);
        if (placed.runsWithin(target)) {
            return refused(
                    Texts.of(
                            "PlacementPlannerImpl.runsThereAlready",
                            subject.job().getName(),
                            name(target)),
                    Texts.of("PlacementPlannerImpl.chooseAnotherPlace"));
        }
        Verdict verdict = placement.verdict(placed, target);
        Optional<String> lacking = lacksRoom(placed, target, verdict);
        boolean stops = gated.isEmpty()
                && placed.present().stream()
                        .anyMatch(task -> task.getPhase() == TaskPhase.RUNNING && !isAssigned(task));
        Optional<CompletableFuture<PlacementCompiler.Result>> barred = barred(subject, target)
                .or(() -> lacking.filter(_ -> stops || placed.wholeJob() && !subject.wholeJob())
                        .map(why -> refused(why, Texts.of("PlacementPlannerImpl.placeItWhereAllFit"))));
        if (barred.isPresent()) {
            return barred.get();
        }
        Optional<PlacementCompiler.Request> request = request(subject, target);
        if (request.isEmpty()) {
            return refused(
                    Texts.of("PlacementPlannerImpl.doesNotFitOn", subject.job().getName(), name(target)),
                    Texts.of("PlacementPlannerImpl.checkTheReasonsShown"));
        }
        Optional<String> waits = lacking.or(() -> withoutPods(placed, target, verdict));
        List<String> capacity = Stream.of(
                        waits.stream(),
                        checks(gated, placed).stream(),
                        KueueTurns.ofNewPods(placement, subject.job()).stream(),
                        CapacityNotes.of(target).stream())
                .flatMap(notes -> notes)
                .toList();
        Optional<String> work = gated.isEmpty() ? work(placed.present(), Instant.now()) : Optional.empty();
        return questions
                .ask(() -> compiler.get().compile(request.get()))
                .thenApply(result -> EvictionNotes.told(costing(result, work), verdict, capacity));
    }

    /** What a job that its queue admits anew waits for once its quota is reserved, a sentence each. */
    private List<String> checks(List<Task> gated, Subject placed) {
        Job job = placed.job();
        @Nullable String queue = job.getQueueName();
        return queue == null
                        || !gated.isEmpty()
                        || !placed.wholeJob()
                        || JobTraits.has(job, WorkKind.Trait.ADMITTED_BY_POD)
                ? List.of()
                : KueueTurns.checks(placement.readmission(job, queue), CleanText.clean(job.getName()));
    }

    /** A bare pod that Kueue has pinned by topology is recreated without that pin, which its spec alone does not tell. */
    private static boolean isAssigned(Task task) {
        return task.getController() == null
                && task.getLabels() != null
                && task.getLabels().has(KueueNames.ASSIGNED);
    }

    /** How much is lost with what runs and is restarted elsewhere; empty: nothing, or it is not known how much. */
    private static Optional<String> work(List<Task> tasks, Instant now) {
        List<Task> running = tasks.stream().filter(Holdings::holds).toList();
        int gpus = running.stream().mapToInt(Holdings::held).sum();
        OptionalDouble hours = LostGpuHours.of(running, now);
        return gpus == 0 || hours.orElse(0) <= 0
                ? Optional.empty()
                : Optional.of(Texts.of(
                        "PlacementPlannerImpl.atMostOfWork",
                        LostGpuHours.atMost(hours.getAsDouble()),
                        Counted.of(gpus, "GPU")));
    }

    private static PlacementCompiler.Result costing(PlacementCompiler.Result result, Optional<String> work) {
        return work.isPresent() && result instanceof PlacementCompiler.Result.Compiled(Plan plan)
                ? new PlacementCompiler.Result.Compiled(
                        plan.withIrreversible(Stream.concat(plan.irreversible().stream(), work.stream())
                                .toList()))
                : result;
    }

    @Override
    public PlacementOutlook outlook(Subject subject, Target target) {
        List<Task> gated = gated(subject);
        if (gated.isEmpty()) {
            return JudgedPlace.of(placement, placed(subject), target);
        }
        Subject held = new Subject(subject.job(), gated);
        Optional<Assignment> layout = gated.stream()
                        .allMatch(task ->
                                task.getSpec() != null && task.getSpec().gates().contains(GangLayoutService.GATE))
                ? placement.layout(held, target)
                : Optional.empty(); // the board knows only those of Podium's own gate
        return layout.<PlacementOutlook>map(found -> LaidRanks.of(board, subject.job(), found.byTask(gated)))
                .orElseGet(() -> JudgedPlace.of(placement, held, target));
    }

    @Override
    public PlacementOutlook outlook(Job job, Map<Task, Node> proposal) {
        return LaidRanks.of(board, job, proposal);
    }

    @Override
    public CompletableFuture<PlacementCompiler.Result> commit(Job job, Map<Task, Node> proposal) {
        Map<ObjectRef, String> pods = new LinkedHashMap<>();
        List<Task> tasks = new ArrayList<>(proposal.keySet());
        tasks.sort(Assignment.ORDER);
        tasks.forEach(
                task -> Optional.ofNullable(proposal.get(task)).ifPresent(node -> pods.put(ref(task), node.getName())));
        if (pods.isEmpty()) {
            return refused(
                    Texts.of("PlacementPlannerImpl.noRankOfHas", job.getName()),
                    Texts.of("PlacementPlannerImpl.dragRanksOntoNodes"));
        }
        for (Task task : tasks) {
            Optional<CompletableFuture<PlacementCompiler.Result>> barred = Optional.ofNullable(proposal.get(task))
                    .flatMap(node -> barred(new Subject(job, List.of(task)), new Target.OnNode(node)));
            if (barred.isPresent()) {
                return barred.get();
            }
        }
        PlacementCompiler.Request request = new PlacementCompiler.Request(
                JobObjects.ref(job),
                uid(job),
                pods,
                pods.values().stream().distinct().toList(),
                HOSTNAME,
                "");
        List<String> notes = new ArrayList<>(LaidRanks.of(board, job, proposal).doubts());
        notes.addAll(CapacityNotes.of(new LinkedHashSet<>(proposal.values())));
        return capability(job, PlacementCompiler.class)
                .map(compiler -> questions
                        .ask(() -> compiler.compile(request))
                        .thenApply(result -> CapacityNotes.told(result, notes)))
                .orElse(closed(job));
    }

    @Override
    public CompletableFuture<PlacementCompiler.Result> hold(Job job) {
        return anew(job, HoldCompiler::hold);
    }

    @Override
    public CompletableFuture<PlacementCompiler.Result> free(Job job) {
        List<String> evicted = evicted(job);
        return anew(job, HoldCompiler::free).thenApply(result -> EvictionNotes.mayStop(result, evicted));
    }

    @Override
    public PlacementOutlook freed(Job job) {
        return new OthersStopped().watch(() -> evicted(job), evicted(job));
    }

    private List<String> evicted(Job job) {
        List<Task> gated = gated(new Subject(job, List.of()));
        return gated.isEmpty() ? List.of() : placement.evicted(new Subject(job, gated));
    }

    /** Compiles what makes the job's pods anew. */
    private interface Anew {
        PlacementCompiler.Result compile(HoldCompiler compiler, ObjectRef job, String uid) throws IOException;
    }

    private CompletableFuture<PlacementCompiler.Result> anew(Job job, Anew anew) {
        ObjectRef ref = JobObjects.ref(job);
        String uid = uid(job);
        Optional<String> work = work(job.getTasks(), Instant.now());
        return capability(job, HoldCompiler.class)
                .map(compiler -> questions
                        .ask(() -> anew.compile(compiler, ref, uid))
                        .thenApply(result -> costing(result, work)))
                .orElse(closed(job));
    }

    private <T> Optional<T> capability(Job job, Class<T> type) {
        return Optional.ofNullable(job.getCluster())
                .flatMap(cluster -> connections.capability(ClusterId.of(cluster), type));
    }

    private static CompletableFuture<PlacementCompiler.Result> closed(Job job) {
        return refused(
                Texts.of("PlacementPlannerImpl.theClusterOfIs", job.getName()),
                Texts.of("PlacementPlannerImpl.openItFirst"));
    }

    private static CompletableFuture<PlacementCompiler.Result> refused(String reason, String advice) {
        return CompletableFuture.completedFuture(new PlacementCompiler.Result.Refused(reason, advice));
    }

    /** The refusal of what every verdict there said to be refused; empty: it may be planned. */
    private Optional<CompletableFuture<PlacementCompiler.Result>> barred(Subject subject, Target target) {
        Verdict verdict = placement.verdict(subject, target);
        return verdict.fit() == Fit.REFUSED
                ? Optional.of(refused(
                        Texts.of(
                                "PlacementPlannerImpl.isNotPlacedOn",
                                subject.job().getName(),
                                name(target),
                                verdict.reasons().getFirst()),
                        Texts.of("PlacementPlannerImpl.nothingWasSent")))
                : Optional.empty();
    }

    /** What a placement moves: of pods that a controller makes all go with one, for their template is pinned. */
    private static Subject placed(Subject subject) {
        boolean one = subject.tasks().stream().anyMatch(task -> task.getController() == null);
        return one ? subject : new Subject(subject.job(), List.of(), subject.supposed());
    }

    /**
     * What is wrong with a place that does not take all that is pinned to it: what is left over waits there. No list of places offers it;
     * a plan that is made again for it once it is lost stops nothing that runs.
     */
    private static Optional<String> lacksRoom(Subject placed, Target target, Verdict verdict) {
        if (verdict.fit().takes() || verdict.reasons().isEmpty()) {
            return Optional.empty();
        }
        String job = placed.job().getName();
        String why = verdict.reasons().getFirst();
        return Optional.of(
                placed.wholeJob()
                        ? Texts.of("PlacementPlannerImpl.goesThereAsAWhole", job, name(target), why)
                        : Texts.of("PlacementPlannerImpl.itWouldWaitThere", job, name(target), why));
    }

    /** That it would wait at a place that has room, since the server refuses its pods. */
    private static Optional<String> withoutPods(Subject placed, Target target, Verdict verdict) {
        return verdict.why().stream()
                .filter(reason -> reason.kind() == Reason.Kind.CREATION)
                .map(reason -> Texts.of(
                        "PlacementPlannerImpl.itWouldWaitThere", placed.job().getName(), name(target), reason.words()))
                .findFirst();
    }

    private static List<Task> gated(Subject subject) {
        return subject.present().stream()
                .filter(task -> task.getPhase() == TaskPhase.GATED)
                .toList();
    }

    /** The request; empty when the gated pods find no layout on the target. */
    private Optional<PlacementCompiler.Request> request(Subject subject, Target target) {
        List<Task> asked = subject.present();
        List<Task> gated = gated(subject);
        if (!gated.isEmpty()) {
            return layout(new Subject(subject.job(), gated), target).map(pods -> request(subject, pods, target));
        }
        Map<ObjectRef, String> pods = new LinkedHashMap<>();
        if (target instanceof Target.OnNode(Node node) && !subject.wholeJob()) {
            asked.forEach(task -> pods.put(ref(task), node.getName()));
        } else if (JobTraits.isPod(subject.job())) {
            return layout(new Subject(subject.job(), List.copyOf(asked)), target)
                    .map(found -> request(subject, found, target));
        }
        return Optional.of(request(subject, pods, target));
    }

    private static PlacementCompiler.Request request(Subject subject, Map<ObjectRef, String> pods, Target target) {
        return switch (target) {
            case Target.OnNode(Node node) ->
                new PlacementCompiler.Request(
                        JobObjects.ref(subject.job()), uid(subject.job()), pods, List.of(node.getName()), HOSTNAME, "");
            case Target.OnDomain on ->
                new PlacementCompiler.Request(
                        JobObjects.ref(subject.job()),
                        uid(subject.job()),
                        pods,
                        List.of(),
                        on.domain().getLabelKey() == null ? "" : on.domain().getLabelKey(),
                        on.domain().getName());
        };
    }

    private static String uid(Job job) {
        return job.getUid() == null ? "" : job.getUid();
    }

    private Optional<Map<ObjectRef, String>> layout(Subject subject, Target target) {
        Optional<Assignment> assignment = placement.layout(subject, target);
        if (assignment.isEmpty()) {
            return target instanceof Target.OnNode(Node node) && subject.tasks().size() == 1
                    ? Optional.of(Map.of(ref(subject.tasks().getFirst()), node.getName()))
                    : Optional.empty();
        }
        Map<ObjectRef, String> pods = new LinkedHashMap<>();
        assignment.get().byTask(subject.tasks()).forEach((task, node) -> pods.put(ref(task), node.getName()));
        return Optional.of(pods);
    }

    private static ObjectRef ref(Task task) {
        return ObjectRef.pod(task.getNamespace(), task.getName());
    }

    private static String name(Target target) {
        return switch (target) {
            case Target.OnNode(Node node) -> node.getName();
            case Target.OnDomain on -> on.domain().getName();
        };
    }

    /** Ends what is being compiled. */
    @Deactivate
    void close() {
        questions.close();
    }
}
