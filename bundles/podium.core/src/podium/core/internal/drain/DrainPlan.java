// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.drain;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import podium.core.change.ClusterId;
import podium.core.drain.DrainPreview;
import podium.core.drain.DrainRequest;
import podium.core.drain.Fate;
import podium.core.drain.PodFate;
import podium.core.drain.Wave;
import podium.core.operation.Expectation;
import podium.core.operation.ObjectChange;
import podium.core.operation.Plan;
import podium.core.operation.Step;
import podium.core.port.ObjectRef;
import podium.model.fleet.Node;
import podium.model.fleet.Task;

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
    private final List<Step> cordon;
    private final List<Step> uncordon;
    private final List<ObjectChange> changes;
    private final List<Part> parts = new ArrayList<>();
    private final List<String> staying;
    private final List<String> effects;
    private final boolean dataLost;
    private final Optional<Instant> until;

    /** A pod that goes. */
    private record Pod(Step.Victim victim, boolean ends, Optional<KueueWorkloads.Queued> queued) {}

    /** A wave as names. */
    private record Part(String words, String names, Map<String, List<Pod>> nodes) {
        List<Pod> pods() {
            return nodes.values().stream().flatMap(List::stream).toList();
        }
    }

    DrainPlan(DrainPreview preview, Cordons cordons, Instant now) {
        request = preview.request();
        List<Node> nodes = request.nodes();
        cluster = Drains.id(nodes);
        names = Drains.names(nodes);
        until = request.pace().afterJobs().map(now::plus);
        List<Node> open = nodes.stream().filter(node -> !node.isUnschedulable()).toList();
        cordon = new ArrayList<>(open.stream().map(cordons::cordon).toList());
        uncordon = new ArrayList<>(open.stream().map(cordons::undo).toList());
        changes = Drains.changes(open, true);
        for (Wave wave : preview.waves()) {
            Map<String, List<Pod>> victims = new LinkedHashMap<>();
            wave.nodes().forEach(node -> victims.put(node.getName(), pods(preview, node)));
            parts.add(new Part(wave.words(), Drains.names(wave.nodes()), victims));
        }
        staying = preview.pods().stream()
                .filter(fate -> !isVictim(fate))
                .map(fate -> fate.task().getUid())
                .toList();
        dataLost = preview.pods().stream().anyMatch(fate -> isVictim(fate) && losesData(fate.task()));
        effects = effects(preview, open);
    }

    /** Jobs whose Workload is to be deactivated. */
    Set<KueueWorkloads.Queued> queued() {
        return parts.stream()
                .flatMap(part -> part.pods().stream())
                .flatMap(pod -> pod.queued().stream())
                .collect(Collectors.toSet());
    }

    /**
     * The plan.
     *
     * @param workloads by uid of the job; the pods of a queued job that is not there are evicted like all others
     */
    Plan build(Map<String, KueueWorkloads.Admitted> workloads) {
        List<Step> steps = new ArrayList<>(cordon);
        List<String> all = new ArrayList<>(effects);
        Predicate<Pod> stopped = pod ->
                pod.queued().filter(job -> workloads.containsKey(job.uid())).isPresent();
        for (Part part : parts) {
            String prefix = part.words().isEmpty() ? "" : part.words() + ": ";
            until.ifPresent(time -> waits(part, time, prefix, steps));
            Map<String, KueueWorkloads.Admitted> here = new LinkedHashMap<>();
            part.pods().stream().filter(stopped).forEach(pod -> pod.queued()
                    .ifPresent(job -> Optional.ofNullable(workloads.get(job.uid()))
                            .ifPresent(workload -> here.put(job.uid(), workload))));
            here.values().forEach(workload -> steps.add(workload.activate(false)));
            part.nodes().forEach((node, pods) -> gone(node, pods.stream().filter(stopped), prefix, steps));
            here.values().forEach(workload -> steps.add(workload.activate(true)));
            List<Step.Victim> victims = part.pods().stream()
                    .filter(stopped.negate())
                    .map(Pod::victim)
                    .toList();
            if (!victims.isEmpty()) {
                steps.add(new Step.EvictAll(
                        victims,
                        request.timeout().orElse(FOR_EVER),
                        prefix + (prefix.isEmpty() ? "Evict " : "evict ") + count(victims.size(), "pod") + " from "
                                + part.names()));
            }
            part.nodes()
                    .keySet()
                    .forEach(node -> steps.add(new Step.Await(
                            ObjectRef.node(node),
                            new Expectation.NoOtherPods(staying),
                            LATECOMERS,
                            "Make sure that nothing came to " + node + " meanwhile")));
        }
        queued().stream()
                .filter(job -> !workloads.containsKey(job.uid()))
                .forEach(job -> all.add("No Workload of Kueue was found for " + job.namespace() + "/" + job.name()
                        + ": its pods are evicted."));
        return new Plan(cluster, "drain", "Drain " + names, steps, all, irreversible(), changes, uncordon);
    }

    private static void waits(Part part, Instant until, String prefix, List<Step> steps) {
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
                        prefix + "wait for " + count(ending.size(), "pod") + " on " + node + " to end, at most until "
                                + until.truncatedTo(ChronoUnit.SECONDS)));
            }
        });
    }

    private static void gone(String node, Stream<Pod> pods, String prefix, List<Step> steps) {
        List<String> uids = pods.map(pod -> pod.victim().uid()).toList();
        if (!uids.isEmpty()) {
            steps.add(new Step.Await(
                    ObjectRef.node(node),
                    new Expectation.Ended(uids, Optional.empty()),
                    STOP,
                    prefix + "wait until Kueue has stopped " + count(uids.size(), "pod") + " on " + node));
        }
    }

    private List<Pod> pods(DrainPreview preview, Node node) {
        return preview.pods().stream()
                .filter(fate -> fate.task().getNode() == node && isVictim(fate))
                .map(this::pod)
                .toList();
    }

    private Pod pod(PodFate fate) {
        Task task = fate.task();
        Step.Victim victim =
                new Step.Victim(ObjectRef.pod(task.getNamespace(), task.getName()), task.getUid(), request.grace());
        Optional<KueueWorkloads.Queued> queued = fate.job()
                .filter(job -> request.deactivate() && JobKinds.isQueued(job))
                .map(job -> new KueueWorkloads.Queued(task.getNamespace(), job.getName(), job.getUid()));
        return new Pod(victim, JobKinds.ends(task), queued);
    }

    /** Pods that only a budget blocks are evicted as soon as it lets them; those without the operator's consent are not. */
    private boolean isVictim(PodFate fate) {
        return fate.fate() != Fate.STAYS
                && new PodRules(request).rule(fate.task()).isVictim();
    }

    private static boolean losesData(Task task) {
        return task.getSpec() != null && task.getSpec().emptyDir() && !PodRules.isFinished(task);
    }

    private List<String> irreversible() {
        List<String> irreversible = new ArrayList<>();
        if (parts.stream().anyMatch(part -> !part.pods().isEmpty())) {
            irreversible.add("Evicted pods do not come back to " + names + " by themselves.");
        }
        if (dataLost) {
            irreversible.add("Data in emptyDir volumes is lost.");
        }
        return irreversible;
    }

    private List<String> effects(DrainPreview preview, List<Node> open) {
        List<String> lines = new ArrayList<>();
        if (!open.isEmpty()) {
            lines.add(Drains.names(open) + (open.size() == 1 ? " is" : " are") + " cordoned: no new pods start there.");
        }
        if (parts.size() > 1) {
            lines.add("The nodes are emptied in " + parts.size() + " waves, one domain after the other.");
        }
        until.ifPresent(time -> lines.add("Jobs that end by themselves are waited for until "
                + time.truncatedTo(ChronoUnit.SECONDS) + ", then their pods are evicted."));
        long evicted = parts.stream().mapToLong(part -> part.pods().size()).sum();
        lines.add(count(evicted, "pod") + " evicted, each with its own grace period; "
                + count(preview.count(Fate.STAYS), "pod") + " of DaemonSets and static pods stay.");
        preview.pods().stream()
                .filter(fate -> fate.fate() == Fate.BLOCKS && !isVictim(fate))
                .forEach(fate -> lines.add("Pod " + fate.task().getNamespace() + "/"
                        + fate.task().getName() + " stays: " + fate.reason() + "."));
        lines.addAll(preview.blockers());
        lines.addAll(preview.warnings());
        return lines.stream().distinct().toList();
    }

    private static String count(long count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }
}
