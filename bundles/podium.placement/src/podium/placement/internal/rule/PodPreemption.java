// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.change.SchedulingObject.PriorityClass;
import podium.core.fleet.ClusterMoment;
import podium.core.fleet.Holdings;
import podium.core.fleet.SchedulingObjects;
import podium.core.job.GangLoss;
import podium.core.job.GangLosses;
import podium.core.job.LostGpuHours;
import podium.core.job.PurposeRules;
import podium.core.job.StoppedWork;
import podium.core.text.CleanText;
import podium.core.text.Counted;
import podium.model.fleet.Cluster;
import podium.model.fleet.DisruptionBudget;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.model.value.Labels;
import podium.model.value.Resources;
import podium.model.value.TaskSpec;
import podium.placement.Fit;
import podium.placement.Reason;
import podium.placement.Verdict;
import podium.placement.internal.index.ClusterIndex;
import podium.placement.internal.task.TaskProbe;
import podium.placement.texts.Texts;

/**
 * Which pods kube-scheduler would evict so that one of higher priority fits on a node it is pinned to (kubernetes
 * pkg/scheduler/framework/plugins/defaultpreemption, SelectVictimsOnNode). Told only where cores, memory, devices counted as
 * whole, other counted resources and the number of pods are all that is short.
 */
public final class PodPreemption {
    private static final int NAMED = 3;

    /** More important first: higher priority, then longer running. */
    private static final Comparator<Task> IMPORTANCE = Comparator.comparingInt(
                    (Task task) -> -priority(task.getJob(), task.getSpec()))
            .thenComparing(PodPreemption::started)
            .thenComparing(Task::getName);

    private final TaskProbe probe;
    private final ClusterIndex index;
    private final int[] columns;
    private final int podsColumn;
    private final int priority;
    private final boolean may;
    private final Map<String, List<DisruptionBudget>> budgets = new HashMap<>();

    public PodPreemption(TaskProbe probe, ClusterIndex index) {
        this.probe = probe;
        this.index = index;
        this.columns = Arrays.stream(probe.resources).mapToInt(index::column).toArray();
        this.podsColumn = index.column(Resources.PODS);
        this.priority = priority(probe.job, probe.spec);
        this.may = may(probe.spec, priority, index.facts());
    }

    /** Whether pods like this may have others evicted at all: by kube-scheduler, and of no class that never does. */
    public static boolean may(TaskSpec spec, int priority, SchedulingObjects facts) {
        return TaskSpec.DEFAULT_SCHEDULER.equals(spec.schedulerName())
                && facts.all(PriorityClass.class).stream().noneMatch(one -> one.never() && one.value() == priority);
    }

    /** Of a pod, else of its job. */
    public static int priority(@Nullable Job job, @Nullable TaskSpec spec) {
        return spec != null && spec.priority().isPresent()
                ? spec.priority().getAsInt()
                : job == null ? 0 : job.getPriority();
    }

    /** A pod that is bound and has not started yet counts as one that starts now. */
    static Instant started(Task task) {
        @Nullable Instant started = task.getStarted();
        return started == null ? Instant.MAX : started;
    }

    /** It fits only if these go: the least of them, in words; empty: it does not fit so either, or it may not. */
    Optional<Verdict> verdict(int row, Node node, Reasons conditions) {
        return candidate(row, node).map(found -> {
            List<Reason> reasons = new ArrayList<>(List.of(Reason.of(words(found.victims()))));
            reasons.addAll(conditions.all());
            List<String> evicts = evictions(found.victims(), ClusterMoment.of(node, Instant.now()));
            return new Verdict(Fit.EVICTS, 0, 0, reasons, evicts, Optional.of(found.cost()));
        });
    }

    /** The same as a candidate beside other nodes, of a node that nothing else keeps it off. */
    public Optional<PreemptionCandidate> candidate(int row, Node node) {
        List<Task> victims = victims(row, node);
        if (victims.isEmpty()) {
            return Optional.empty();
        }
        List<Task> spared = protectedOf(lower(node));
        return Optional.of(new PreemptionCandidate(
                node, victims, (int) victims.stream().filter(spared::contains).count(), true));
    }

    /** Each of them, with what is lost; what a gang loses as a whole is said of the first of its pods. */
    private static List<String> evictions(List<Task> victims, Instant now) {
        GangLosses losses = new GangLosses(victims, now);
        Set<Job> told = new HashSet<>();
        return victims.stream()
                .map(victim -> {
                    Job job = victim.getJob();
                    List<Task> pod = List.of(victim);
                    String who = numbers(victim.getNamespace() + "/" + victim.getName(), job, pod, held(pod));
                    String lost = !losses.dies(job)
                            ? StoppedWork.lost(job, pod, now)
                            : told.add(job) ? StoppedWork.lost(job, of(job, victims), now) : "";
                    return lost.isEmpty()
                            ? Texts.of("PodPreemption.kubeSchedulerEvictsPod", who)
                            : Texts.of("PodPreemption.kubeSchedulerEvictsPodWithLoss", who, lost);
                })
                .toList();
    }

    private static List<Task> of(Job job, List<Task> victims) {
        return victims.stream().filter(victim -> victim.getJob() == job).toList();
    }

    /** "llm-eval-7 (batch, priority 0, 8 GPUs)" of each job. */
    public static String named(List<Task> victims, Instant now) {
        GangLosses losses = new GangLosses(victims, now);
        Map<Job, List<Task>> byJob = new LinkedHashMap<>();
        victims.forEach(victim ->
                byJob.computeIfAbsent(victim.getJob(), _ -> new ArrayList<>()).add(victim));
        List<String> jobs = byJob.entrySet().stream()
                .map(entry -> named(entry.getKey(), entry.getValue(), losses))
                .toList();
        return Counted.named(jobs, NAMED);
    }

    /** With all that stops with them, and what that loses: "llm-180b (training, priority 0, all its 32 GPUs, 608 GPU-hours lost)". */
    private static String named(Job job, List<Task> victims, GangLosses losses) {
        List<Task> stopped = losses.stopped(job, victims);
        String held = stopped.size() > victims.size() ? Texts.of("PodPreemption.allOf", held(stopped)) : held(victims);
        OptionalDouble hours = losses.of(job).map(GangLoss::gpuHours).orElse(OptionalDouble.empty());
        return numbers(
                job.getName(),
                job,
                victims,
                hours.orElse(0) == 0
                        ? held
                        : Texts.of("PodPreemption.andHoursLost", held, LostGpuHours.words(hours.getAsDouble())));
    }

    /** "fits by evicting llm-eval-7 (batch, priority 0, 8 GPUs)". */
    private String words(List<Task> victims) {
        String named = named(victims, ClusterMoment.of(probe.job, Instant.now()));
        List<DisruptionBudget> broken = broken(victims);
        return broken.isEmpty()
                ? Texts.of("PodPreemption.fitsByEvicting", named)
                : Texts.of(
                        "PodPreemption.fitsByEvictingAgainstBudget",
                        named,
                        CleanText.clean(broken.getFirst().getName()));
    }

    private static String held(List<Task> tasks) {
        int gpus = Holdings.asked(tasks);
        return gpus > 0 ? Counted.of(gpus, "GPU") : Counted.of(tasks.size(), "pod");
    }

    /** "llm-eval-7 (batch, priority 0, 8 GPUs)". */
    private static String numbers(String name, Job job, List<Task> victims, String held) {
        int priority = priority(job, victims.getFirst().getSpec());
        String purpose = PurposeRules.word(job.getPurpose());
        return purpose.isEmpty()
                ? Texts.of("PodPreemption.withPriority", CleanText.clean(name), priority, held)
                : Texts.of("PodPreemption.withPurposeAndPriority", CleanText.clean(name), purpose, priority, held);
    }

    /** Those that go: of all less important ones, the least that make room, protected ones and the most important spared first. */
    List<Task> victims(int row, Node node) {
        if (!may) {
            return List.of();
        }
        List<Task> lower = lower(node);
        if (lower.isEmpty()) {
            return lower;
        }
        List<Task> spared = protectedOf(lower);
        lower.stream().filter(task -> !spared.contains(task)).forEach(spared::add);
        List<Task> gone = new ArrayList<>(lower);
        if (!fits(row, node, gone)) {
            return List.of();
        }
        for (Task task : spared) {
            gone.remove(task);
            if (!fits(row, node, gone)) {
                gone.add(task);
            }
        }
        gone.sort(IMPORTANCE);
        return gone;
    }

    /** The most important first. */
    private List<Task> lower(Node node) {
        List<Task> lower = new ArrayList<>();
        for (Task task : node.getTasks()) {
            if (probe.stays(task) && task.getJob() != null && priority(task.getJob(), task.getSpec()) < priority) {
                lower.add(task);
            }
        }
        lower.sort(IMPORTANCE);
        return lower;
    }

    private boolean fits(int row, Node node, List<Task> gone) {
        TaskProbe.Credit credit = probe.credit(node);
        for (int i = 0; i < columns.length; i++) {
            String resource = probe.resources[i];
            long free = index.allocatable(columns[i], row)
                    - index.used(columns[i], row)
                    + (credit == null ? 0 : credit.requests().get(resource));
            for (Task task : gone) {
                free += task.getSpec() == null ? 0 : task.getSpec().requests().get(resource);
            }
            if (free < probe.amounts[i]) {
                return false;
            }
        }
        long pods = index.pods(row) - (credit == null ? 0 : credit.pods()) - gone.size();
        return pods < index.allocatable(podsColumn, row);
    }

    private List<Task> protectedOf(List<Task> tasks) {
        List<Task> found = new ArrayList<>();
        Map<DisruptionBudget, Integer> left = new HashMap<>();
        for (Task task : tasks) {
            boolean broken = false;
            for (DisruptionBudget budget : covering(task)) {
                broken |= left.merge(budget, budget.getDisruptionsAllowed() - 1, (now, _) -> now - 1) < 0;
            }
            if (broken) {
                found.add(task);
            }
        }
        return found;
    }

    /** Budgets that allow fewer disruptions than evicting all of these makes. */
    private List<DisruptionBudget> broken(List<Task> tasks) {
        Map<DisruptionBudget, Integer> left = new LinkedHashMap<>();
        tasks.forEach(task -> covering(task)
                .forEach(budget -> left.merge(budget, budget.getDisruptionsAllowed() - 1, (now, _) -> now - 1)));
        return left.entrySet().stream()
                .filter(entry -> entry.getValue() < 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    private List<DisruptionBudget> covering(Task task) {
        return budgets.computeIfAbsent(task.getNamespace(), this::inNamespace).stream()
                .filter(budget ->
                        budget.getSelector().matches(task.getLabels() == null ? Labels.none() : task.getLabels()))
                .toList();
    }

    private List<DisruptionBudget> inNamespace(String namespace) {
        @Nullable Cluster cluster = probe.job.getCluster();
        return cluster == null
                ? List.of()
                : cluster.getBudgets().stream()
                        .filter(budget -> namespace.equals(budget.getNamespace())
                                && budget.getSelector() != null
                                && !budget.getSelector().isEmpty()) // it selects nothing, says kube-scheduler
                        .toList();
    }
}
