// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.drain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import podium.core.api.ObjectRef;
import podium.core.change.ClusterId;
import podium.core.fleet.NodesText;
import podium.core.text.Counted;
import podium.core.text.ReadableTime;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.operation.drain.DrainPreview;
import podium.operation.drain.DrainRequest;
import podium.operation.drain.DrainWave;
import podium.operation.drain.Fate;
import podium.operation.drain.PodFate;
import podium.operation.job.JobActionCompiler;
import podium.operation.job.JobObjects;
import podium.operation.plan.Expectation;
import podium.operation.plan.Plan;
import podium.operation.plan.PlanChanges;
import podium.operation.plan.Step;
import podium.operation.texts.Texts;

/**
 * A drain's steps. All nodes are cordoned first, also those of later waves: else what is evicted now would be put on a node that is
 * drained next, and evicted again. Made in the realm; built on any thread.
 */
final class DrainPlan {
    /** kubectl drain waits for ever unless told otherwise. */
    private static final Duration FOR_EVER = Duration.ofDays(365);

    /** A pod that was bound just before the cordon may be a finished one or on its way out. */
    private static final Duration LATECOMERS = Duration.ofSeconds(30);

    /** How long Kueue may take to stop a job that it was told to. */
    private static final Duration STOP = Duration.ofMinutes(15);

    private final DrainRequest request;
    private final ClusterId cluster;
    private final String names;
    private final String allNodes;
    private final List<Step> cordon;
    private final List<Step> uncordon;
    private final Map<String, String> uids = new HashMap<>();
    private final List<Part> parts = new ArrayList<>();
    private final List<String> staying;
    private final List<String> effects;
    private final List<String> losses;
    private final List<Job> requeued;
    private final List<Job> suspended;
    private final int left;
    private final Function<Task, Optional<String>> barred;
    private final Optional<Instant> until;

    /** A pod that goes. */
    private record Pod(
            Step.Victim victim, boolean ends, Optional<KueueWorkloads.Queued> queued, Optional<Suspended> suspended) {}

    /**
     * A job that is stopped while its pods leave the node, and started again: one that counts the pods it loses counts none of those
     * that go because it is suspended (kubernetes pkg/controller/job/job_controller.go, deleteJobPods).
     */
    record Suspended(ObjectRef ref, String uid) {
        static Suspended of(Job job) {
            return new Suspended(JobObjects.ref(job), job.getUid());
        }
    }

    /** A wave as names. */
    private record Part(String words, String names, Map<String, List<Pod>> nodes) {
        List<Pod> pods() {
            return nodes.values().stream().flatMap(List::stream).toList();
        }
    }

    DrainPlan(DrainPreview preview, Function<Task, Optional<String>> barred, Cordons cordons, Instant now) {
        this.barred = barred;
        request = preview.request();
        requeued = preview.requeued();
        suspended = preview.suspended();
        List<Node> nodes = request.nodes();
        cluster = Drains.id(nodes);
        names = Drains.names(nodes);
        allNodes = NodesText.of(nodes);
        nodes.forEach(node ->
                uids.put(node.getName(), Optional.ofNullable(node.getUid()).orElse("")));
        until = request.pace().afterJobs().map(now::plus);
        List<Node> open = nodes.stream().filter(node -> !node.isUnschedulable()).toList();
        cordon = new ArrayList<>(open.stream().map(cordons::cordon).toList());
        uncordon = new ArrayList<>(open.stream().map(cordons::undo).toList());
        for (DrainWave wave : preview.waves()) {
            Map<String, List<Pod>> victims = new LinkedHashMap<>();
            wave.nodes().forEach(node -> victims.put(node.getName(), pods(preview, node)));
            parts.add(new Part(wave.words(), Drains.names(wave.nodes()), victims));
        }
        staying = preview.pods().stream()
                .filter(fate -> !isVictim(fate))
                .map(fate -> fate.task().getUid())
                .toList();
        losses = preview.losses();
        left = preview.left().size();
        effects = effects(preview, open);
    }

    /** Jobs whose Workload is to be deactivated. */
    Set<KueueWorkloads.Queued> queued() {
        return parts.stream()
                .flatMap(part -> part.pods().stream())
                .flatMap(pod -> pod.queued().stream())
                .collect(Collectors.toSet());
    }

    /** Jobs that are stopped for a while. */
    Set<Suspended> suspended() {
        return parts.stream()
                .flatMap(part -> part.pods().stream())
                .flatMap(pod -> pod.suspended().stream())
                .collect(Collectors.toSet());
    }

    /** Uids of the pods of these jobs that go. */
    Set<String> queuedPods() {
        return parts.stream()
                .flatMap(part -> part.pods().stream())
                .filter(pod -> pod.queued().isPresent())
                .map(pod -> pod.victim().uid())
                .collect(Collectors.toSet());
    }

    /**
     * The plan.
     *
     * @param workloads by uid of the job or of a pod of it; the pods of a queued job that is not there are evicted like all others
     * @param pauses how each job that is stopped for a while is stopped, by its uid
     * @param refused why the server would not evict a pod, by its uid: it stays
     */
    Plan build(
            Map<String, KueueWorkloads.Admitted> workloads,
            Map<String, JobActionCompiler.Pause> pauses,
            Map<String, String> refused) {
        List<Step> steps = new ArrayList<>(cordon);
        List<String> all = new ArrayList<>(effects);
        List<String> stays = new ArrayList<>(staying);
        stays.addAll(refused.keySet());
        refused.values().forEach(why -> all.addFirst(Texts.of("DrainPlan.willNotBeEmpty", names, why)));
        Set<String> stoppedBefore = new HashSet<>();
        Predicate<Pod> stopped = pod -> stop(pod, workloads, pauses).isPresent();
        for (Part part : parts) {
            until.ifPresent(time -> waits(part, time, steps));
            // one whose job was stopped for an earlier wave is gone, and what came in its place runs elsewhere
            Map<String, Stop> here = new LinkedHashMap<>();
            part.pods().forEach(pod -> stop(pod, workloads, pauses)
                    .filter(stop -> !stoppedBefore.contains(stop.job()))
                    .ifPresent(stop -> here.put(stop.job(), stop)));
            here.values().stream()
                    .flatMap(stop -> stop.admits().stream())
                    .distinct()
                    .forEach(steps::add);
            here.values().forEach(stop -> steps.add(stop.stop().onlyFor(pods(stop.job(), workloads, pauses))));
            part.nodes().forEach((node, pods) -> gone(part, node, pods.stream().filter(stopped), steps));
            here.values().forEach(stop -> steps.add(stop.goOn()));
            stoppedBefore.addAll(here.keySet());
            List<Step.Victim> victims = part.pods().stream()
                    .filter(stopped.negate())
                    .map(Pod::victim)
                    .filter(victim -> !refused.containsKey(victim.uid()))
                    .toList();
            if (!victims.isEmpty()) {
                steps.add(new Step.EvictAll(victims, request.timeout().orElse(FOR_EVER), words(part, victims)));
            }
            part.nodes()
                    .keySet()
                    .forEach(node -> steps.add(new Step.Await(
                            ObjectRef.node(node),
                            new Expectation.NoOtherPods(stays, uids.getOrDefault(node, "")),
                            LATECOMERS,
                            Texts.of("DrainPlan.checkThatNoNew", node))));
        }
        parts.stream()
                .flatMap(part -> part.pods().stream())
                .filter(pod -> pod.queued()
                        .filter(job -> workload(pod, job, workloads).isEmpty())
                        .isPresent())
                .flatMap(pod -> pod.queued().stream())
                .distinct()
                .forEach(job -> all.add(Texts.of("DrainPlan.noWorkloadOfKueue", job.namespace(), job.name())));
        parts.stream()
                .flatMap(part -> part.pods().stream())
                .filter(pod -> pod.suspended().isEmpty())
                .forEach(pod -> pod.queued().ifPresent(job -> workload(pod, job, workloads)
                        .flatMap(its -> its.door().shut())
                        .map(why -> Texts.of("Requeues.isEvictedInstead", job.namespace() + "/" + job.name(), why))
                        .filter(words -> !all.contains(words))
                        .ifPresent(all::addFirst)));
        int remaining = left + refused.size();
        String stay = Counted.of(remaining, "pod");
        String title = remaining == 0
                ? Texts.of("DrainPlan.drain", allNodes)
                : remaining == 1
                        ? Texts.of("DrainPlan.drainAndOnePodStays", allNodes, stay)
                        : Texts.of("DrainPlan.drainAndSomePodsStay", allNodes, stay);
        return new Plan(cluster, "drain", title, steps, all, irreversible(), PlanChanges.of(steps), uncordon);
    }

    /** What goes, in whatever wave, when this is stopped: what runs on elsewhere by then is no reason to stop it. */
    private Set<String> pods(
            String stopped,
            Map<String, KueueWorkloads.Admitted> workloads,
            Map<String, JobActionCompiler.Pause> pauses) {
        return parts.stream()
                .flatMap(part -> part.pods().stream())
                .filter(pod -> stop(pod, workloads, pauses)
                        .filter(stop -> stop.job().equals(stopped))
                        .isPresent())
                .map(pod -> pod.victim().uid())
                .collect(Collectors.toSet());
    }

    /** How a job, or a group of its pods, is stopped as a whole and goes on elsewhere; {@code job} is what is stopped. */
    private record Stop(String job, Optional<Step> admits, Step.Write stop, Step.Write goOn) {}

    private static Optional<Stop> stop(
            Pod pod, Map<String, KueueWorkloads.Admitted> workloads, Map<String, JobActionCompiler.Pause> pauses) {
        return pod.suspended()
                .flatMap(job -> Optional.ofNullable(pauses.get(job.uid()))
                        .map(pause -> new Stop(job.uid(), Optional.empty(), pause.stop(), pause.start())))
                .or(() -> pod.queued()
                        .flatMap(job -> workload(pod, job, workloads))
                        .filter(workload -> workload.door().shut().isEmpty())
                        .map(workload -> new Stop(
                                workload.uid(), workload.admits(), workload.activate(false), workload.activate(true))));
    }

    private static Optional<KueueWorkloads.Admitted> workload(
            Pod pod, KueueWorkloads.Queued job, Map<String, KueueWorkloads.Admitted> workloads) {
        return Optional.ofNullable(workloads.get(pod.victim().uid()))
                .or(() -> Optional.ofNullable(workloads.get(job.uid())));
    }

    private static void waits(Part part, Instant until, List<Step> steps) {
        part.nodes().forEach((node, pods) -> {
            List<String> ending = pods.stream()
                    .filter(Pod::ends)
                    .map(pod -> pod.victim().uid())
                    .toList();
            if (!ending.isEmpty()) {
                steps.add(new Step.Await(
                        ObjectRef.node(node),
                        new Expectation.Ended(ending, Optional.of(until)),
                        FOR_EVER,
                        waiting(part, Counted.of(ending.size(), "pod"), node, ReadableTime.of(until))));
            }
        });
    }

    private static String waiting(Part part, String pods, String node, String until) {
        return part.words().isEmpty()
                ? Texts.of("DrainPlan.waitForPods", pods, node, until)
                : Texts.of("DrainPlan.waitForPodsInWave", part.words(), pods, node, until);
    }

    private static void gone(Part part, String node, Stream<Pod> pods, List<Step> steps) {
        List<String> uids = pods.map(pod -> pod.victim().uid()).toList();
        if (!uids.isEmpty()) {
            steps.add(new Step.Await(
                    ObjectRef.node(node),
                    new Expectation.Ended(uids, Optional.empty()),
                    STOP,
                    stopping(part, uids.size(), node)));
        }
    }

    private static String stopping(Part part, int count, String node) {
        String pods = Counted.of(count, "pod");
        if (part.words().isEmpty()) {
            return count == 1
                    ? Texts.of("DrainPlan.waitUntilOnePodHasEnded", pods, node)
                    : Texts.of("DrainPlan.waitUntilPodsHaveEnded", pods, node);
        }
        return count == 1
                ? Texts.of("DrainPlan.waitUntilOnePodHasEndedInWave", part.words(), pods, node)
                : Texts.of("DrainPlan.waitUntilPodsHaveEndedInWave", part.words(), pods, node);
    }

    private List<Pod> pods(DrainPreview preview, Node node) {
        return preview.pods().stream()
                .filter(fate -> fate.task().getNode() == node && isVictim(fate))
                .map(this::pod)
                .toList();
    }

    private Pod pod(PodFate fate) {
        Task task = fate.task();
        Step.Victim victim = new Step.Victim(
                ObjectRef.pod(task.getNamespace(), task.getName()),
                task.getUid(),
                request.grace(),
                task.getController() == null,
                fate.fate() == Fate.FINISHED);
        Optional<KueueWorkloads.Queued> queued = fate.job()
                .filter(requeued::contains)
                .map(job -> new KueueWorkloads.Queued(task.getNamespace(), job.getName(), job.getUid()));
        Optional<Suspended> stopped = fate.job().filter(suspended::contains).map(Suspended::of);
        return new Pod(victim, JobKinds.ends(task), queued, stopped);
    }

    /** Pods that only a budget blocks are evicted as soon as it lets them; those without the operator's consent are not. */
    private boolean isVictim(PodFate fate) {
        return fate.fate() != Fate.STAYS
                && !(request.partial() && fate.fate() == Fate.BLOCKS)
                && new DrainFilters(request, barred).rule(fate.task()).isVictim();
    }

    /** A pod that has finished is not evicted: it is removed, and its logs with it. */
    private static String words(Part part, List<Step.Victim> victims) {
        long ended = victims.stream().filter(Step.Victim::ended).count();
        String removed = Counted.of(ended, "finished pod");
        String evicted = Counted.of(victims.size() - ended, "pod");
        boolean wave = !part.words().isEmpty();
        if (ended == victims.size()) {
            return wave
                    ? Texts.of("DrainPlan.removeInWave", part.words(), removed, part.names())
                    : Texts.of("DrainPlan.remove", removed, part.names());
        } else if (ended > 0) {
            return wave
                    ? Texts.of("DrainPlan.evictAndRemoveInWave", part.words(), evicted, part.names(), removed)
                    : Texts.of("DrainPlan.evictAndRemove", evicted, part.names(), removed);
        }
        return wave
                ? Texts.of("DrainPlan.evictInWave", part.words(), evicted, part.names())
                : Texts.of("DrainPlan.evict", evicted, part.names());
    }

    private List<String> irreversible() {
        List<String> irreversible = new ArrayList<>();
        if (parts.stream().anyMatch(part -> !part.pods().isEmpty())) {
            irreversible.add(Texts.of("DrainPlan.evictedPodsDoNot", names));
            request.grace().filter(Duration::isZero).ifPresent(_ -> irreversible.add(Texts.of("DrainPlan.byForce")));
        }
        irreversible.addAll(losses);
        return irreversible;
    }

    private List<String> effects(DrainPreview preview, List<Node> open) {
        List<String> lines = new ArrayList<>();
        if (!open.isEmpty()) {
            lines.add(
                    open.size() == 1
                            ? Texts.of("DrainPlan.nodeIsCordoned", Drains.names(open))
                            : Texts.of("DrainPlan.nodesAreCordoned", Drains.names(open)));
        }
        if (left > 0) {
            String stay = Counted.of(left, "pod");
            lines.add(
                    left == 1
                            ? Texts.of("DrainPlan.willNotBeEmptyOnePodStays", names, stay)
                            : Texts.of("DrainPlan.willNotBeEmptySomePodsStay", names, stay));
        }
        preview.doubts().forEach(doubt -> lines.add(Texts.of("DrainPlan.notCertain", doubt)));
        suspended.forEach(job -> lines.add(Texts.of("DrainPlan.jobIsSuspendedAnd", JobEndings.name(job))));
        if (parts.size() > 1) {
            lines.add(Texts.of("DrainPlan.theNodesAreEmptied", parts.size()));
        }
        until.ifPresent(time -> lines.add(Texts.of("DrainPlan.jobsThatEndBy", ReadableTime.of(time))));
        long ended = parts.stream()
                .flatMap(part -> part.pods().stream())
                .filter(pod -> pod.victim().ended())
                .count();
        long evicted = parts.stream().mapToLong(part -> part.pods().size()).sum() - ended;
        String going = Counted.of(evicted, "pod");
        String staying = Counted.of(preview.count(Fate.STAYS), "pod");
        long stopped = parts.stream()
                .flatMap(part -> part.pods().stream())
                .filter(pod -> pod.suspended().isPresent() && !pod.victim().ended())
                .count();
        String others = Counted.of(evicted - stopped, "pod");
        String jobs = Counted.of(stopped, "pod");
        lines.add(request.grace()
                .map(Duration::toSeconds)
                .map(most -> stopped == 0
                        ? Texts.of("DrainPlan.evictedEachWithin", going, most, staying)
                        : Texts.of("DrainPlan.stoppedAndEvictedEachWithin", jobs, others, most, staying))
                .orElseGet(() -> stopped == 0
                        ? Texts.of("DrainPlan.evictedEachWithIts", going, staying)
                        : Texts.of("DrainPlan.stoppedAndEvictedEachWithIts", jobs, others, staying)));
        if (ended > 0) {
            lines.add(Texts.of("DrainPlan.finishedAreRemoved", Counted.of(ended, "finished pod")));
        }
        preview.pods().stream()
                .filter(fate -> fate.fate() == Fate.BLOCKS && !isVictim(fate))
                .forEach(fate -> lines.add(Texts.of(
                        "DrainPlan.podStays",
                        fate.task().getNamespace(),
                        fate.task().getName(),
                        fate.reason())));
        lines.addAll(preview.blockers());
        lines.addAll(preview.warnings());
        return lines.stream().distinct().toList();
    }
}
