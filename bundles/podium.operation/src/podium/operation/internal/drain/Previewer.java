// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.drain;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.fleet.CapacityType;
import podium.core.job.GangLoss;
import podium.core.job.GangLosses;
import podium.core.job.LostGpuHours;
import podium.core.job.PurposeRules;
import podium.core.job.ReplacementGates;
import podium.core.retry.PodLossEffect;
import podium.core.retry.PodLossOutcome;
import podium.core.text.Counted;
import podium.model.fleet.Cluster;
import podium.model.fleet.DisruptionBudget;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Purpose;
import podium.model.fleet.Task;
import podium.operation.drain.DrainForecast;
import podium.operation.drain.DrainPreview;
import podium.operation.drain.DrainRequest;
import podium.operation.drain.DrainWave;
import podium.operation.drain.Fate;
import podium.operation.drain.PodFate;
import podium.operation.texts.Texts;
import podium.placement.PlacementService;
import podium.placement.ReplacementNodes;
import podium.placement.Verdict;

/** Makes one preview: the rules of each pod, then the budgets over all of them, then what follows for gangs and for the drain. */
final class Previewer {
    /** So many pods are named where more have the same fate. */
    private static final int NAMED = 3;

    private final DrainRequest request;
    private final Cluster cluster;
    private final Set<Node> drained;
    private final BudgetAllowances allowances;
    private final ReplacementNodes destinations;
    private final Requeues requeues;
    private final Instant now;
    private final Map<Task, Optional<Node>> ways = new HashMap<>();
    private final Set<DisruptionBudget> replaceable = new HashSet<>();
    /** Victims that a budget counts. */
    private final Map<Task, DisruptionBudget> counted = new HashMap<>();

    /** Victims that the server never lets go. */
    private final List<Task> hopeless = new ArrayList<>();

    private final Set<String> blockers = new LinkedHashSet<>();
    private final Set<String> warnings = new LinkedHashSet<>();
    /** Whose replacements find no other node as things are. */
    private final List<Task> homeless = new ArrayList<>();
    /** Whom kube-scheduler evicts on the node of a replacement that finds no room, in words. */
    private final Map<Task, List<String>> evicted = new LinkedHashMap<>();
    /** Whose replacements no other node may ever take: they say so themselves. */
    private final List<Task> bounded = new ArrayList<>();

    private final UnknownInputs doubts;
    private final Function<Task, Optional<String>> barred;

    Previewer(
            DrainRequest request,
            Cluster cluster,
            PlacementService placement,
            Function<Task, Optional<String>> barred,
            Instant now) {
        this.barred = barred;
        this.request = request;
        this.cluster = cluster;
        this.now = now;
        drained = new HashSet<>(request.nodes());
        allowances = new BudgetAllowances(cluster);
        destinations = new ReplacementNodes(placement, drained, ReplacementNodes.noneKnown());
        requeues = new Requeues(request, placement);
        doubts = new UnknownInputs(cluster);
    }

    DrainPreview preview() {
        return preview(_ -> true);
    }

    /** The same of some of the pods on the nodes only. */
    DrainPreview preview(Predicate<Task> some) {
        DrainFilters rules = new DrainFilters(request, barred);
        Map<Task, DrainFilterResult> rulings = new LinkedHashMap<>();
        request.nodes()
                .forEach(node ->
                        node.getTasks().stream().filter(some).forEach(task -> rulings.put(task, rules.rule(task))));
        List<Task> victims = rulings.entrySet().stream()
                .filter(entry -> entry.getValue().fate() == Fate.EVICT)
                .map(Map.Entry::getKey)
                .toList();
        List<Job> requeued = requeues.of(victims);
        warnings.addAll(requeues.warnings(victims));
        Set<Job> whole = new LinkedHashSet<>(requeued);
        JobEndings ends = new JobEndings(request, requeues, cluster, victims);
        // room goes to those that surely come back first, the most important before others, and to none that never does
        victims.stream()
                .filter(task -> ends.of(task).outcome() != PodLossOutcome.ENDS && !keepsItsNode(task))
                .sorted(Comparator.comparing((Task task) -> ends.of(task).outcome() == PodLossOutcome.MAY_END)
                        .thenComparing(task ->
                                task.getJob() == null ? 0 : -task.getJob().getPriority()))
                .forEach(this::findWay);
        whole.addAll(ends.suspended());
        GangLosses gangs = new GangLosses(victims, whole, ends::mayEnd, now);
        List<PodFate> fates = new ArrayList<>();
        List<DrainWave> waves = Waves.of(request.nodes(), request.pace());
        // Budgets are used up in the order in which the waves come.
        waves.forEach(wave -> wave.nodes().forEach(node -> node.getTasks().stream()
                .filter(some)
                .forEach(task -> fates.add(fate(task, rulings.getOrDefault(task, rules.rule(task)), gangs, ends)))));
        tellHomeless();
        List<GangLoss> losses = gangs.losses();
        tell(losses, gangs, ends);
        warnings.addAll(ends.perhaps());
        List<String> lost = new ArrayList<>(ends.losses());
        lost.addAll(ConsentedLosses.of(fates));
        evicted().ifPresent(lost::add);
        DrainForecast forecast = forecast(waves, fates);
        if (request.partial()) {
            warnings.addAll(blockers);
            blockers.clear();
        }
        return new DrainPreview(
                request,
                fates,
                losses,
                waves,
                forecast,
                List.copyOf(blockers),
                List.copyOf(warnings),
                lost,
                requeued,
                List.copyOf(ends.suspended()),
                doubts.of(victims));
    }

    private DrainForecast forecast(List<DrainWave> waves, List<PodFate> fates) {
        Map<Node, Map<Task, @Nullable DisruptionBudget>> victims = new HashMap<>();
        Predicate<PodFate> goes =
                fate -> fate.fate() == Fate.EVICT || !request.partial() && counted.containsKey(fate.task());
        fates.stream().filter(goes).map(PodFate::task).forEach(task -> victims.computeIfAbsent(
                        task.getNode(), _ -> new LinkedHashMap<>())
                .put(task, counted.get(task)));
        if (!hopeless.isEmpty() && !request.partial()) {
            Task task = hopeless.getFirst();
            Duration after = request.pace().afterJobs().orElse(Duration.ZERO);
            String budget = allowances.covering(task).getFirst().getName();
            return new DrainForecast(Optional.empty(), Optional.of(new DrainForecast.Stop(after, task, budget, true)));
        }
        BudgetDeadlocks deadlocks = new BudgetDeadlocks(cluster, drained, replaceable::contains);
        return new Forecaster(request, replaceable::contains, budget -> deadlocks
                        .forEver(budget)
                        .isPresent())
                .play(waves, victims);
    }

    /**
     * Destinations first: whether a budget recovers depends on whether replacements find a node. Nothing replaces a pod without a
     * controller, and what waits at a gate takes no room and is never ready.
     */
    private void findWay(Task task) {
        boolean waits =
                task.getController() == null || !ReplacementGates.of(task).isEmpty();
        Optional<Node> free = waits ? Optional.empty() : destinations.take(task);
        Optional<Map.Entry<Node, Verdict>> evicts =
                waits || free.isPresent() ? Optional.empty() : destinations.evict(task);
        evicts.ifPresent(it -> evicted.put(task, it.getValue().evicts()));
        Optional<Node> way = free.or(() -> evicts.map(Map.Entry::getKey));
        ways.put(task, way);
        way.ifPresent(_ -> replaceable.addAll(allowances.covering(task)));
    }

    private PodFate fate(Task task, DrainFilterResult ruling, GangLosses gangs, JobEndings ends) {
        List<DisruptionBudget> budgets = allowances.covering(task);
        Optional<Node> way = ways.getOrDefault(task, Optional.empty());
        Optional<Job> job = Optional.ofNullable(task.getJob());
        boolean dies = ruling.fate() == Fate.EVICT && gangs.dies(task);
        if (ruling.consentMissing()) {
            blockers.add(Texts.of("Previewer.podAndWhy", name(task), ruling.reason()));
        }
        if (ruling.fate() != Fate.EVICT) {
            return new PodFate(task, job, ruling.fate(), ruling.reason(), budgets, Optional.empty(), false);
        }
        if (requeues.goes(task.getJob())) {
            String reason = held(task, Texts.of("Previewer.kueueStopsItsJob"), false);
            return new PodFate(task, job, Fate.EVICT, reason, budgets, way, true);
        }
        if (ends.suspends(task)) {
            String reason = held(
                    task,
                    Texts.of("Previewer.itsJobIsSuspended", ends.evicted(task).why()),
                    false);
            return new PodFate(task, job, Fate.EVICT, reason, budgets, way, true);
        }
        PodLossEffect after = ends.of(task);
        boolean known = doubts.knowsBudgets(task);
        Optional<String> refused = refusal(task, budgets);
        if (refused.isPresent()) {
            return new PodFate(
                    task, job, Fate.BLOCKS, refused.get(), budgets, way, dies, PodLossEffect.REPLACED, known);
        }
        List<String> clauses = new ArrayList<>(List.of(outcome(ruling, after)));
        if (!known) {
            clauses.add(Texts.of("Previewer.itsBudgetsAreNot"));
        }
        if (job.filter(its -> its.getPurpose() == Purpose.NOTEBOOK).isPresent()) {
            clauses.add(Texts.of("Previewer.itsKernelsEndAnd"));
        } else if (dies && job.filter(PurposeRules::hasStateToLose).isPresent()) {
            clauses.add(Texts.of("Previewer.askForACheckpoint"));
        }
        if (dies && GangLosses.isGang(task.getJob())) {
            clauses.add(Texts.of("Previewer.withoutItTheGang", task.getJob().getName()));
        }
        if (after.outcome() == PodLossOutcome.ENDS) {
            return new PodFate(task, job, Fate.EVICT, joined(clauses), budgets, Optional.empty(), dies, after, known);
        }
        if (keepsItsNode(task)) {
            clauses.add(Texts.of("Previewer.kueueAssignedThisNode"));
            String node = task.getNode().getName();
            warnings.add(
                    JobKinds.isQueued(task.getJob())
                            ? Texts.of("Previewer.mayNotRunUnlessDrainedThroughKueue", name(task), node)
                            : Texts.of("Previewer.mayNotRunUnlessScaled", name(task), node));
            return new PodFate(task, job, Fate.EVICT, joined(clauses), budgets, Optional.empty(), dies, after, known);
        }
        way.flatMap(node -> CapacityType.of(node)
                        .ends()
                        .map(terms -> Texts.of("Previewer.whichHasRoomFor", node.getName(), terms)))
                .ifPresent(clauses::add);
        if (evicted.containsKey(task)) {
            clauses.add(Texts.of("Previewer.onlyByEvicting", String.join("; ", evicted.get(task))));
        }
        if (way.isEmpty()
                && task.getController() != null
                && ReplacementGates.of(task).isEmpty()) {
            Optional<ReplacementNodes.KeptOff> kept = destinations.keptOff(task);
            boolean bound = kept.filter(it -> it.nodes() == it.of()).isPresent();
            clauses.add(kept.map(it -> bound
                            ? Texts.of("Previewer.noOtherNodeTakesIt", it.rule())
                            : it.taken() > 0
                                    ? Texts.of(
                                            "Previewer.noOtherNodeOfTaken",
                                            it.nodes(),
                                            Counted.of(it.of(), "node"),
                                            it.rule(),
                                            it.taken())
                                    : Texts.of(
                                            "Previewer.noOtherNodeOfFew",
                                            it.nodes(),
                                            Counted.of(it.of(), "node"),
                                            it.rule()))
                    .orElse(Texts.of("Previewer.noOtherNodeHas")));
            (bound ? bounded : homeless).add(task);
        }
        String reason = held(task, joined(clauses), dies && GangLosses.isGang(task.getJob()));
        return new PodFate(task, job, Fate.EVICT, reason, budgets, way, dies, after, known);
    }

    /** Whether its new pod is for the node that Kueue assigned to this one; a job that Kueue or the drain stops is assigned anew. */
    private boolean keepsItsNode(Task task) {
        return JobKinds.keepsItsNode(task) && !(request.deactivate() && JobKinds.isQueued(task.getJob()));
    }

    /** Who loses its place elsewhere to what comes from here. */
    private Optional<String> evicted() {
        List<String> all = evicted.values().stream().flatMap(List::stream).toList();
        String named = String.join("; ", all.stream().limit(NAMED).toList());
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        all.size() > NAMED
                                ? Texts.of("Previewer.othersMayBeStoppedAndMore", named, all.size() - NAMED)
                                : Texts.of("Previewer.othersMayBeStopped", named));
    }

    /** Which of them it is stands in the table: what they have in common is said once. */
    private void tellHomeless() {
        if (bounded.size() == 1) {
            warnings.add(Texts.of("Previewer.willWaitBound", name(bounded.getFirst())));
        } else if (!bounded.isEmpty()) {
            warnings.add(Texts.of(
                    "Previewer.willWaitAllBound",
                    Counted.of(bounded.size(), "pod"),
                    Counted.named(bounded.stream().map(Task::getName).toList(), NAMED)));
        }
        if (homeless.size() == 1) {
            warnings.add(Texts.of("Previewer.willWaitAfterIts", name(homeless.getFirst())));
        } else if (!homeless.isEmpty()) {
            warnings.add(Texts.of(
                    "Previewer.willWaitAfterTheir",
                    Counted.of(homeless.size(), "pod"),
                    Counted.named(homeless.stream().map(Task::getName).toList(), NAMED)));
        }
    }

    /** A reason with the gate at which the new pod waits, which is warned of; a gang that is not stopped keeps its other GPUs. */
    private String held(Task task, String reason, boolean restStays) {
        Set<String> gates = ReplacementGates.of(task);
        if (gates.isEmpty()) {
            return reason;
        }
        String waits = ReplacementGates.words(gates, 1);
        warnings.add(
                restStays
                        ? Texts.of("Previewer.waitsAndTheRestKeepsItsGpus", name(task), waits)
                        : Texts.of("Previewer.evictedWaits", name(task), waits));
        return reason + "; " + waits;
    }

    private static String joined(List<String> clauses) {
        return String.join("; ", clauses);
    }

    /** Whether it comes back is not for its controller's kind alone to say. */
    private static String outcome(DrainFilterResult ruling, PodLossEffect after) {
        return switch (after.outcome()) {
            case ENDS -> ruling.replaced() ? Texts.of("Previewer.endsTheJob", after.why()) : ruling.reason();
            case MAY_END -> Texts.of("Previewer.mayEndTheJob", ruling.reason(), after.why());
            case REPLACED, RESTARTS -> ruling.reason() + (after.why().isEmpty() ? "" : "; " + after.why());
        };
    }

    /** Why budgets never let the pod go; empty: they do, now or while the drain waits. */
    private Optional<String> refusal(Task task, List<DisruptionBudget> budgets) {
        BudgetAllowances.Answer answer = allowances.take(task, budgets);
        switch (answer) {
            case FREE -> {
                return Optional.empty();
            }
            case COUNTED -> {
                counted.put(task, budgets.getFirst());
                return Optional.empty();
            }
            case SEVERAL -> {
                hopeless.add(task);
                String names = String.join(
                        Texts.of("Previewer.and"),
                        budgets.stream().map(DisruptionBudget::getName).toList());
                blockers.add(Texts.of("Previewer.isCoveredByThe", name(task), names));
                return Optional.of(Texts.of("Previewer.coveredByMoreThan", names));
            }
            case USED_UP, UNHEALTHY -> {
                DisruptionBudget budget = budgets.getFirst();
                counted.put(task, budget);
                Optional<String> never = new BudgetDeadlocks(cluster, drained, replaceable::contains).forEver(budget);
                if (never.isPresent()) {
                    blockers.add(
                            request.partial()
                                    ? Texts.of("Previewer.podsAreLeftThere", never.get())
                                    : Texts.of("Previewer.deadlock", never.get()));
                    return never;
                }
                warnings.add(Texts.of("Previewer.budgetLetsOnlySome", budget.getName()));
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private void tell(List<GangLoss> losses, GangLosses gangs, JobEndings ends) {
        losses.forEach(loss -> {
            boolean whole = gangs.dies(loss.job());
            warnings.add(words(loss, whole, whole ? ending(loss.job(), ends.of(loss.job())) : goesOn(loss.job())));
        });
        for (DisruptionBudget budget : cluster.getBudgets()) {
            if (budget.getObservedGeneration() < budget.getGeneration()
                    && drained.stream()
                            .flatMap(node -> node.getTasks().stream())
                            .anyMatch(task -> BudgetAllowances.covers(budget, task))) {
                warnings.add(Texts.of("Previewer.budgetWasChangedAnd", budget.getName()));
            }
        }
    }

    private static String goesOn(Job job) {
        return Texts.of("Previewer.jobGoesOnWithout", job.getName());
    }

    private static String ending(Job job, PodLossOutcome outcome) {
        boolean gang = GangLosses.isGang(job);
        String name = job.getName();
        return switch (outcome) {
            case ENDS -> gang ? Texts.of("Previewer.gangEnds", name) : Texts.of("Previewer.jobEnds", name);
            case MAY_END -> gang ? Texts.of("Previewer.gangMayEnd", name) : Texts.of("Previewer.jobMayEnd", name);
            case REPLACED, RESTARTS ->
                gang ? Texts.of("Previewer.gangRestarts", name) : Texts.of("Previewer.jobRestarts", name);
        };
    }

    private static String words(GangLoss loss, boolean whole, String what) {
        if (loss.gpuHours().isEmpty()) {
            return Texts.of("Previewer.gpuHoursLostUnknown", what);
        }
        String hours = LostGpuHours.words(loss.gpuHours().getAsDouble());
        return loss.checkpoint()
                .map(saved -> Texts.of(
                        "Previewer.lostSinceItsCheckpoint", what, hours, saved.truncatedTo(ChronoUnit.SECONDS)))
                .orElse(
                        whole
                                ? Texts.of("Previewer.lostSinceItsStart", what, hours)
                                : Texts.of("Previewer.lostSinceTheirStart", what, hours));
    }

    private static String name(Task task) {
        return Texts.of("Previewer.pod", task.getNamespace(), task.getName());
    }
}
