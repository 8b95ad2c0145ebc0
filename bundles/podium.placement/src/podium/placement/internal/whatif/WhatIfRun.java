// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.whatif;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import podium.core.fleet.Holdings;
import podium.core.fleet.InputKind;
import podium.core.fleet.NodeTaints;
import podium.core.job.LostGpuHours;
import podium.core.job.ReplacementGates;
import podium.core.text.Counted;
import podium.model.fleet.Cluster;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Node;
import podium.model.fleet.Readiness;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.model.value.Resources;
import podium.model.value.TaskSpec;
import podium.placement.internal.rule.PodPreemption;
import podium.placement.texts.Texts;
import podium.placement.whatif.GpuResources;
import podium.placement.whatif.Hypothesis;
import podium.placement.whatif.WhatIfResult;

/**
 * One question, answered on a copy. In this order: machines and quotas change, what lost its place starts elsewhere,
 * supposed jobs are submitted, what waits is served.
 */
final class WhatIfRun {
    private static final Set<InputKind> GROUNDS = EnumSet.of(InputKind.NODES, InputKind.PODS);

    private final FleetCopy copy;
    private final List<Hypothesis> hypotheses;
    private final Instant now;
    private final Map<Node, Integer> freed = new IdentityHashMap<>();
    private final Map<Node, Integer> taken = new IdentityHashMap<>();
    private final Map<Node, Set<String>> takers = new IdentityHashMap<>();

    WhatIfRun(FleetCopy copy, List<Hypothesis> hypotheses, Instant now) {
        this.copy = copy;
        this.hypotheses = hypotheses;
        this.now = now;
    }

    WhatIfResult answer() throws Exception {
        long start = System.nanoTime();
        try (HypotheticalPlacer placer = new HypotheticalPlacer(copy)) {
            String device = GpuResources.resource(copy.cluster);
            WhatIfResult.Capacity before = capacity(copy.cluster);
            WaitingQueue line = new WaitingQueue(copy, placer);
            Map<Job, Boolean> startsNow = line.serve();
            line.undo();
            HypothesisApplier changes = new HypothesisApplier(copy, placer);
            changes.apply(hypotheses);
            List<WhatIfResult.Displaced> displaced = restart(changes, placer);
            List<WhatIfResult.Submitted> submitted = submit(device, placer);
            WhatIfResult.Capacity then = capacity(copy.cluster);
            List<WhatIfResult.Waiting> waiting = waiting(startsNow, new WaitingQueue(copy, placer).serve(), placer);
            return new WhatIfResult(
                    hypotheses,
                    before,
                    then,
                    submitted,
                    displaced,
                    waiting,
                    nodes(changes.down()),
                    Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private List<WhatIfResult.Displaced> restart(HypothesisApplier changes, HypotheticalPlacer placer) {
        Set<Job> jobs = new LinkedHashSet<>();
        changes.lost().stream().map(Task::getJob).filter(job -> job != null).forEach(jobs::add);
        Map<Job, List<Task>> restarting = new LinkedHashMap<>();
        Map<Job, OptionalDouble> hours = new IdentityHashMap<>();
        Map<Job, Boolean> partial = new IdentityHashMap<>();
        jobs.stream().sorted(Comparator.comparingInt(job -> -job.getPriority())).forEach(job -> {
            List<Task> tasks = changes.restarting(job);
            List<Task> gone = tasks.stream().filter(changes.lost()::contains).toList();
            // a gang whose new pods wait at a gate is not together again: the rest keeps what it has
            restarting.put(job, gates(gone).isEmpty() ? tasks : gone);
            hours.put(job, LostGpuHours.of(tasks, now));
            partial.put(job, gone.size() < tasks.size());
        });
        restarting.values().forEach(tasks -> tasks.stream()
                .filter(task -> task.getNode() != null)
                .forEach(task -> {
                    freed.merge(task.getNode(), asked(task), Integer::sum);
                    placer.unbind(task);
                }));
        Map<Job, HypotheticalPlacer.Put> puts = new IdentityHashMap<>();
        restarting.forEach((job, tasks) -> puts.put(
                job,
                TerminalLosses.of(job, changes.lost(), copy.facts())
                        .map(words -> new HypotheticalPlacer.Put(Map.of(), words))
                        .orElseGet(() -> put(job, tasks, partial.getOrDefault(job, false), placer))));
        List<WhatIfResult.Displaced> displaced = new ArrayList<>();
        restarting.forEach((job, tasks) -> copy.realOf(job).ifPresent(real -> {
            HypotheticalPlacer.Put put = puts.get(job);
            displaced.add(new WhatIfResult.Displaced(
                    real,
                    tasks.size(),
                    put.places().size(),
                    hours.getOrDefault(job, OptionalDouble.empty()),
                    preempting(job, tasks, put, changes)));
        }));
        displaced.sort(Comparator.comparing(it -> it.placed() == it.tasks()));
        return displaced;
    }

    /** Where it goes; of one that waits, how much those hold, once all have started, whom kube-scheduler may evict for it. */
    private String preempting(Job job, List<Task> tasks, HypotheticalPlacer.Put put, HypothesisApplier changes) {
        TaskSpec spec = tasks.getFirst().getSpec();
        if (put.places().size() == tasks.size()
                || spec == null
                || !gates(tasks).isEmpty()
                || TerminalLosses.of(job, changes.lost(), copy.facts()).isPresent()) {
            return put.words();
        }
        int priority = PodPreemption.priority(job, spec);
        int lower = PodPreemption.may(spec, priority, copy.facts())
                ? copy.cluster.getNodes().stream()
                        .flatMap(node -> node.getTasks().stream())
                        .filter(task -> Holdings.holds(task)
                                && PodPreemption.priority(task.getJob(), task.getSpec()) < priority)
                        .mapToInt(WhatIfRun::asked)
                        .sum()
                : 0;
        return lower == 0
                ? put.words()
                : Texts.of("WhatIfRun.lowerPrioritiesMayBeEvicted", put.words(), Counted.of(lower, "GPU"));
    }

    /** Where tasks start that lost their place; those that their template holds at a gate start nowhere. */
    private HypotheticalPlacer.Put put(Job job, List<Task> tasks, boolean partial, HypotheticalPlacer placer) {
        Set<String> gates = gates(tasks);
        List<Task> free = tasks.stream()
                .filter(task -> ReplacementGates.of(task).isEmpty())
                .toList();
        HypotheticalPlacer.Put put = free.isEmpty()
                ? new HypotheticalPlacer.Put(Map.of(), "")
                : placer.put(job, free, gates.isEmpty() && job.getMinimum() != null);
        note(put, job.getName());
        if (gates.isEmpty()) {
            return put;
        }
        String waits = ReplacementGates.words(gates, tasks.size() - free.size());
        return new HypotheticalPlacer.Put(
                put.places(), partial ? Texts.of("WhatIfRun.theRestKeepsItsGpus", waits) : waits);
    }

    private static Set<String> gates(List<Task> tasks) {
        Set<String> gates = new TreeSet<>();
        tasks.forEach(task -> gates.addAll(ReplacementGates.of(task)));
        return gates;
    }

    private void note(HypotheticalPlacer.Put put, String name) {
        put.places().forEach((task, node) -> {
            taken.merge(node, asked(task), Integer::sum);
            takers.computeIfAbsent(node, it -> new LinkedHashSet<>()).add(name);
        });
    }

    private List<WhatIfResult.Submitted> submit(String device, HypotheticalPlacer placer) {
        List<WhatIfResult.Submitted> answers = new ArrayList<>();
        for (Hypothesis hypothesis : hypotheses) {
            if (hypothesis instanceof Hypothesis.Submit wanted) {
                Job job = job(wanted, device);
                HypotheticalPlacer.Put put = placer.put(job, List.copyOf(job.getTasks()), true);
                note(put, wanted.tasks() + " x " + wanted.gpus());
                answers.add(new WhatIfResult.Submitted(
                        wanted, put.places().size() == wanted.tasks(), doubted(put.words())));
            }
        }
        return answers;
    }

    /** An answer with what it leans on and what is not known as it is now. */
    private String doubted(String answer) {
        List<String> unknown = InputKind.unknown(copy.facts(), "", GROUNDS);
        return unknown.isEmpty() ? answer : Texts.of("WhatIfRun.notCertain", answer, String.join("; ", unknown));
    }

    private Job job(Hypothesis.Submit wanted, String device) {
        Job job = FleetFactory.INSTANCE.createJob();
        job.setName("supposed-" + wanted.tasks() + "x" + wanted.gpus());
        job.setKind("");
        job.setState(JobState.WAITING);
        job.setWantedTasks(wanted.tasks());
        job.setMinimum(wanted.tasks());
        job.setSpec(TaskSpec.of(Resources.of(Map.of(device, (long) wanted.gpus()))));
        job.setCluster(copy.cluster);
        for (int i = 0; i < wanted.tasks(); i++) {
            Task task = FleetFactory.INSTANCE.createTask();
            task.setName(job.getName() + "-" + i);
            task.setRank(i);
            task.setPhase(TaskPhase.PENDING);
            task.setSpec(job.getSpec());
            task.setJob(job);
        }
        return job;
    }

    private List<WhatIfResult.Waiting> waiting(
            Map<Job, Boolean> now, Map<Job, Boolean> then, HypotheticalPlacer placer) {
        List<WhatIfResult.Waiting> waiting = new ArrayList<>();
        then.forEach((job, starts) -> copy.realOf(job).ifPresent(real -> {
            Set<String> gates = WaitingQueue.gates(job);
            List<String> why = starts
                    ? List.of()
                    : gates.isEmpty()
                            ? placer.placement().whyWaiting(job)
                            : List.of(ReplacementGates.words(gates, job.getWantedTasks()));
            waiting.add(new WhatIfResult.Waiting(
                    real, now.getOrDefault(job, false), starts, why.isEmpty() ? "" : why.getFirst()));
        }));
        waiting.sort(Comparator.comparing(it -> !it.changes()));
        return waiting;
    }

    private Map<Node, WhatIfResult.NodeChange> nodes(Set<Node> down) {
        Set<Node> touched = new LinkedHashSet<>(down);
        touched.addAll(freed.keySet());
        touched.addAll(taken.keySet());
        Map<Node, WhatIfResult.NodeChange> changes = new LinkedHashMap<>();
        for (Node node : touched) {
            copy.realOf(node)
                    .ifPresent(real -> changes.put(
                            real,
                            new WhatIfResult.NodeChange(
                                    down.contains(node),
                                    freed.getOrDefault(node, 0),
                                    taken.getOrDefault(node, 0),
                                    List.copyOf(takers.getOrDefault(node, Set.of())))));
        }
        return changes;
    }

    /** By what tasks ask for: the copy knows no devices. Free is what {@link Holdings} calls so: not cordoned, not tainted. */
    private static WhatIfResult.Capacity capacity(Cluster cluster) {
        int nodes = 0;
        long gpus = 0;
        long free = 0;
        for (Node node : cluster.getNodes()) {
            if (node.getReadiness() == Readiness.READY && node.getAllocatable() != null) {
                long here = Holdings.asked(TaskSpec.of(node.getAllocatable()));
                nodes++;
                gpus += here;
                if (!node.isUnschedulable() && NodeTaints.keepingOff(node).isEmpty()) {
                    long held = node.getTasks().stream()
                            .filter(Holdings::holds)
                            .mapToLong(WhatIfRun::asked)
                            .sum();
                    free += here - Math.min(here, held);
                }
            }
        }
        return new WhatIfResult.Capacity(nodes, gpus, free);
    }

    private static int asked(Task task) {
        return task.getSpec() == null ? 0 : Holdings.asked(task.getSpec());
    }
}
