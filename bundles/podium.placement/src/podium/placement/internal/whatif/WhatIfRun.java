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
import java.util.Set;
import podium.core.change.SchedulingObject.PriorityClass;
import podium.core.fleet.Holdings;
import podium.core.fleet.InputKind;
import podium.core.fleet.NodeTaints;
import podium.core.job.ReplacementGates;
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
            DisplacedJobs displaced = new DisplacedJobs(
                    copy, placer, now, (node, gpus) -> freed.merge(node, gpus, Integer::sum), this::note);
            HypothesisApplier changes = new HypothesisApplier(copy, placer);
            changes.apply(hypotheses);
            displaced.restart(changes.lost());
            List<WhatIfResult.Submitted> submitted = submit(device, displaced);
            WhatIfResult.Capacity then = capacity(copy.cluster);
            List<WhatIfResult.Waiting> waiting = waiting(startsNow, new WaitingQueue(copy, placer), placer);
            return new WhatIfResult(
                    hypotheses,
                    before,
                    then,
                    submitted,
                    displaced.answers(),
                    waiting,
                    nodes(changes.down()),
                    Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private void note(String name, Map<Task, Node> places) {
        places.forEach((task, node) -> {
            taken.merge(node, Holdings.asked(task), Integer::sum);
            takers.computeIfAbsent(node, it -> new LinkedHashSet<>()).add(name);
        });
    }

    /** The most important first, as kube-scheduler takes them. */
    private List<WhatIfResult.Submitted> submit(String device, DisplacedJobs displaced) {
        List<WhatIfResult.Submitted> answers = new ArrayList<>();
        hypotheses.stream()
                .filter(Hypothesis.Submit.class::isInstance)
                .map(Hypothesis.Submit.class::cast)
                .sorted(Comparator.comparingInt(wanted -> -priority(wanted)))
                .forEach(wanted -> {
                    HypotheticalPlacer.Put put = displaced.submit(job(wanted, device));
                    answers.add(new WhatIfResult.Submitted(
                            wanted, put.places().size() == wanted.tasks(), doubted(put.words())));
                });
        return answers;
    }

    /** That of its class; without one that of the default (plugin/pkg/admission/priority/admission.go of kubernetes/kubernetes). */
    private int priority(Hypothesis.Submit wanted) {
        List<PriorityClass> classes = copy.facts().all(PriorityClass.class).stream()
                .filter(it -> wanted.priorityClass().isEmpty()
                        ? it.standard()
                        : it.name().equals(wanted.priorityClass()))
                .toList();
        return classes.stream().mapToInt(PriorityClass::value).min().orElse(0);
    }

    /** An answer with what it leans on and what is not known as it is now. */
    private String doubted(String answer) {
        List<String> unknown = InputKind.unknown(copy.facts(), "", GROUNDS);
        return unknown.isEmpty() ? answer : Texts.of("WhatIfRun.notCertain", answer, String.join("; ", unknown));
    }

    private Job job(Hypothesis.Submit wanted, String device) {
        Job job = FleetFactory.INSTANCE.createJob();
        job.setName(wanted.tasks() + " \u00d7 " + wanted.gpus());
        job.setPriority(priority(wanted));
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

    private List<WhatIfResult.Waiting> waiting(Map<Job, Boolean> now, WaitingQueue then, HypotheticalPlacer placer) {
        List<WhatIfResult.Waiting> waiting = new ArrayList<>();
        then.serve().forEach((job, starts) -> copy.realOf(job).ifPresent(real -> {
            Set<String> gates = WaitingQueue.gates(job);
            List<String> why = starts
                    ? List.of()
                    : gates.isEmpty()
                            ? then.where(job).map(List::of).orElseGet(() -> placer.placement()
                                    .whyWaiting(job))
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
                            .mapToLong(Holdings::asked)
                            .sum();
                    free += here - Math.min(here, held);
                }
            }
        }
        return new WhatIfResult.Capacity(nodes, gpus, free);
    }
}
