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
import podium.core.fleet.InputKind;
import podium.core.fleet.Holdings;
import podium.core.fleet.LostGpuHours;
import podium.placement.whatif.Devices;
import podium.placement.whatif.Hypothesis;
import podium.placement.whatif.Outlook;
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

/**
 * One question, answered on a copy. In this order: machines and quotas change, what lost its place starts elsewhere,
 * supposed jobs are submitted, what waits is served.
 */
final class WhatIf {
    private static final Set<InputKind> GROUNDS = EnumSet.of(InputKind.NODES, InputKind.PODS);

    private final FleetCopy copy;
    private final List<Hypothesis> hypotheses;
    private final Instant now;
    private final Map<Node, Integer> freed = new IdentityHashMap<>();
    private final Map<Node, Integer> taken = new IdentityHashMap<>();
    private final Map<Node, Set<String>> takers = new IdentityHashMap<>();

    WhatIf(FleetCopy copy, List<Hypothesis> hypotheses, Instant now) {
        this.copy = copy;
        this.hypotheses = hypotheses;
        this.now = now;
    }

    Outlook answer() throws Exception {
        long start = System.nanoTime();
        try (Placer placer = new Placer(copy)) {
            String device = Devices.resource(copy.cluster);
            Outlook.Capacity before = capacity(copy.cluster);
            WaitingLine line = new WaitingLine(copy, placer);
            Map<Job, Boolean> startsNow = line.serve();
            line.undo();
            Changes changes = new Changes(copy, placer);
            changes.apply(hypotheses);
            List<Outlook.Displaced> displaced = restart(changes, placer);
            List<Outlook.Submitted> submitted = submit(device, placer);
            Outlook.Capacity then = capacity(copy.cluster);
            List<Outlook.Waiting> waiting = waiting(startsNow, new WaitingLine(copy, placer).serve(), placer);
            return new Outlook(
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

    private List<Outlook.Displaced> restart(Changes changes, Placer placer) {
        Set<Job> jobs = new LinkedHashSet<>();
        changes.lost().stream().map(Task::getJob).filter(job -> job != null).forEach(jobs::add);
        Map<Job, List<Task>> restarting = new LinkedHashMap<>();
        Map<Job, OptionalDouble> hours = new IdentityHashMap<>();
        jobs.stream().sorted(Comparator.comparingInt(job -> -job.getPriority())).forEach(job -> {
            List<Task> tasks = changes.restarting(job);
            restarting.put(job, tasks);
            hours.put(job, LostGpuHours.of(tasks, now));
        });
        restarting.values().forEach(tasks -> tasks.stream()
                .filter(task -> task.getNode() != null)
                .forEach(task -> {
                    freed.merge(task.getNode(), asked(task), Integer::sum);
                    placer.unbind(task);
                }));
        List<Outlook.Displaced> displaced = new ArrayList<>();
        restarting.forEach((job, tasks) -> copy.realOf(job).ifPresent(real -> {
            Placer.Put put = Endings.of(job, changes.lost(), copy.facts(copy.cluster))
                    .map(words -> new Placer.Put(Map.of(), words))
                    .orElseGet(() -> put(job, tasks, placer));
            displaced.add(new Outlook.Displaced(
                    real,
                    tasks.size(),
                    put.places().size(),
                    hours.getOrDefault(job, OptionalDouble.empty()),
                    put.words()));
        }));
        displaced.sort(Comparator.comparing(it -> it.placed() == it.tasks()));
        return displaced;
    }

    private Placer.Put put(Job job, List<Task> tasks, Placer placer) {
        Placer.Put put = placer.put(job, tasks, job.getMinimum() != null);
        note(put, job.getName());
        return put;
    }

    private void note(Placer.Put put, String name) {
        put.places().forEach((task, node) -> {
            taken.merge(node, asked(task), Integer::sum);
            takers.computeIfAbsent(node, it -> new LinkedHashSet<>()).add(name);
        });
    }

    private List<Outlook.Submitted> submit(String device, Placer placer) {
        List<Outlook.Submitted> answers = new ArrayList<>();
        for (Hypothesis hypothesis : hypotheses) {
            if (hypothesis instanceof Hypothesis.Submit wanted) {
                Job job = job(wanted, device);
                Placer.Put put = placer.put(job, List.copyOf(job.getTasks()), true);
                note(put, wanted.tasks() + " x " + wanted.gpus());
                answers.add(
                        new Outlook.Submitted(wanted, put.places().size() == wanted.tasks(), put.words() + unknown()));
            }
        }
        return answers;
    }

    /** What the answer leans on and what is not known as it is now; empty: nothing. */
    private String unknown() {
        List<String> unknown = InputKind.unknown(copy.facts(copy.cluster), "", GROUNDS);
        return unknown.isEmpty() ? "" : "; no promise: " + String.join("; ", unknown);
    }

    private Job job(Hypothesis.Submit wanted, String device) {
        Job job = FleetFactory.INSTANCE.createJob();
        job.setName("supposed-" + wanted.tasks() + "x" + wanted.gpus());
        job.setKind("Job");
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

    private List<Outlook.Waiting> waiting(Map<Job, Boolean> now, Map<Job, Boolean> then, Placer placer) {
        List<Outlook.Waiting> waiting = new ArrayList<>();
        then.forEach((job, starts) -> copy.realOf(job).ifPresent(real -> {
            List<String> why = starts ? List.of() : placer.placement().whyWaiting(job);
            waiting.add(new Outlook.Waiting(
                    real, now.getOrDefault(job, false), starts, why.isEmpty() ? "" : why.getFirst()));
        }));
        waiting.sort(Comparator.comparing(it -> !it.changes()));
        return waiting;
    }

    private Map<Node, Outlook.NodeChange> nodes(Set<Node> down) {
        Set<Node> touched = new LinkedHashSet<>(down);
        touched.addAll(freed.keySet());
        touched.addAll(taken.keySet());
        Map<Node, Outlook.NodeChange> changes = new LinkedHashMap<>();
        for (Node node : touched) {
            copy.realOf(node)
                    .ifPresent(real -> changes.put(
                            real,
                            new Outlook.NodeChange(
                                    down.contains(node),
                                    freed.getOrDefault(node, 0),
                                    taken.getOrDefault(node, 0),
                                    List.copyOf(takers.getOrDefault(node, Set.of())))));
        }
        return changes;
    }

    /** By what tasks ask for: the copy knows no devices. */
    private static Outlook.Capacity capacity(Cluster cluster) {
        int nodes = 0;
        long gpus = 0;
        long held = 0;
        for (Node node : cluster.getNodes()) {
            if (node.getReadiness() == Readiness.READY && node.getAllocatable() != null) {
                long here = Holdings.asked(TaskSpec.of(node.getAllocatable()));
                nodes++;
                gpus += here;
                held += Math.min(
                        here,
                        node.getTasks().stream()
                                .filter(Holdings::holds)
                                .mapToLong(WhatIf::asked)
                                .sum());
            }
        }
        return new Outlook.Capacity(nodes, gpus, gpus - held);
    }

    private static int asked(Task task) {
        return task.getSpec() == null ? 0 : Holdings.asked(task.getSpec());
    }
}
