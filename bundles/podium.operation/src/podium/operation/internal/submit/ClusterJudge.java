// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.submit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.fleet.AcceleratorKind;
import podium.core.fleet.DomainTree;
import podium.core.fleet.Holdings;
import podium.core.text.Counted;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.model.fleet.Vendor;
import podium.model.value.Labels;
import podium.model.value.TaskSpec;
import podium.operation.internal.plan.CapacityNotes;
import podium.operation.submit.ClusterComparison.Reading;
import podium.operation.submit.ClusterFit;
import podium.operation.submit.Manifest;
import podium.operation.texts.Texts;
import podium.placement.Fit;
import podium.placement.Obstacle;
import podium.placement.PlacementService;
import podium.placement.Subject;
import podium.placement.Verdict;

/** Judges what a cluster has read by what it has now. In the realm. */
final class ClusterJudge {
    private static final int MOST_NAMED = 3;

    private final PlacementService placement;
    private final Reading reading;
    private final Cluster cluster;
    private final boolean here;
    private final Optional<Job> waiting;

    /** @param waiting the job that waits already, where it does in this cluster; it is not counted among those before it */
    ClusterJudge(PlacementService placement, Reading reading, boolean here, Optional<Job> waiting) {
        this.placement = placement;
        this.reading = reading;
        this.cluster = reading.cluster();
        this.here = here;
        this.waiting = waiting;
    }

    ClusterFit judged() {
        Manifest manifest = reading.manifest();
        Optional<Subject> subject =
                manifest.flaws().isEmpty() ? HypotheticalJobs.of(cluster, manifest) : Optional.empty();
        if (subject.isEmpty()) {
            List<String> against = new ArrayList<>(reading.against());
            manifest.flaws().stream().limit(MOST_NAMED).forEach(flaw -> against.add(flaw.problem()));
            if (against.isEmpty()) {
                against.add(Texts.of("ClusterJudge.nothingInItCreates"));
            }
            return new ClusterFit(
                    cluster, here, Fit.DOES_NOT_FIT, "", "", "", "", "", "", against, reading.notes(), manifest);
        }
        return judged(subject.get());
    }

    private ClusterFit judged(Subject subject) {
        Map<Node, Verdict> byNode = placement.verdicts(subject);
        Collection<Verdict> nodes = byNode.values();
        int tasks = Math.max(1, subject.job().getWantedTasks());
        FitText text = new FitText(placement, subject);
        Verdict whole = whole(text, nodes, tasks);
        List<Obstacle> obstacles = placement.obstacles(subject);
        String quota = String.join(
                "; ",
                obstacles.stream()
                        .filter(one -> one.by().isQuota() && (here || one.by() != Obstacle.By.NAMESPACE))
                        .map(Obstacle::words)
                        .toList());
        return new ClusterFit(
                cluster,
                here,
                whole.fit(),
                FitText.room(placement.verdictsWithoutQuotas(subject).values(), tasks),
                whole.fit() == Fit.FITS ? "" : waits(obstacles),
                before(subject),
                evicts(whole),
                quota,
                text.isForbidden() ? "" : distance(text, byNode, tasks),
                against(obstacles),
                notes(byNode),
                reading.manifest());
    }

    /** Moved to where its pods are refused, it would lose its place here for nothing. */
    private List<String> against(List<Obstacle> obstacles) {
        List<String> against = new ArrayList<>(reading.against());
        if (!here) {
            obstacles.stream()
                    .filter(one -> one.by() == Obstacle.By.NAMESPACE)
                    .map(one -> Texts.of("ClusterJudge.itsPodsAreRefused", one.words()))
                    .forEach(against::add);
        }
        return against;
    }

    /** What is not known, and that a cloud may take back the nodes that take it. */
    private List<String> notes(Map<Node, Verdict> byNode) {
        List<String> notes = new ArrayList<>(reading.notes());
        notes.addAll(CapacityNotes.of(byNode.entrySet().stream()
                .filter(entry -> entry.getValue().fit().takes())
                .map(Map.Entry::getKey)
                .toList()));
        return notes;
    }

    /** The best of the places that take all of it: a node, a domain, or nodes all over the cluster. */
    private Verdict whole(FitText text, Collection<Verdict> nodes, int tasks) {
        List<Verdict> all = new ArrayList<>(nodes);
        if (tasks > 1) {
            DomainTree.innerFirst(cluster).stream().map(text.domains()::get).forEach(all::add);
        }
        Optional<Verdict> taking = all.stream()
                .filter(verdict -> verdict.fit().takes())
                .filter(verdict -> verdict.tasksThatFit() >= tasks || verdict.fit() == Fit.EVICTS && tasks == 1)
                .min(Comparator.comparing(Verdict::fit));
        return taking.orElseGet(() -> spread(nodes, tasks));
    }

    /** What rules between pods make of tasks that lie apart is not known here: it is no plain yes where no domain takes them. */
    private static Verdict spread(Collection<Verdict> nodes, int tasks) {
        int room = 0;
        Fit worst = Fit.FITS;
        for (Fit fit : List.of(Fit.FITS, Fit.FITS_IF)) {
            for (Verdict verdict : nodes) {
                if (verdict.fit() == fit && room < tasks) {
                    room += verdict.tasksThatFit();
                    worst = fit;
                }
            }
        }
        return new Verdict(room >= tasks ? worst : Fit.DOES_NOT_FIT, List.of(), Math.min(room, tasks), 0);
    }

    /** A node that has only slices or shares of GPUs is not meant by "one node". */
    private String distance(FitText text, Map<Node, Verdict> nodes, int tasks) {
        boolean one = tasks > 1
                && nodes.entrySet().stream()
                        .anyMatch(entry -> entry.getValue().fit().takes()
                                && entry.getValue().tasksThatFit() >= tasks
                                && !placement.room(entry.getKey()).onlyParts());
        return one
                ? Texts.of("ClusterJudge.allTasksOnOneNode", Counted.all(tasks, "task"))
                : text.distance().orElse("");
    }

    private static String evicts(Verdict whole) {
        Set<String> who = new LinkedHashSet<>(whole.evicts());
        int more = who.size() - MOST_NAMED;
        String named = String.join("; ", who.stream().limit(MOST_NAMED).toList());
        return more > 0 ? Texts.of("ClusterJudge.andMore", named, more) : named;
    }

    private static String waits(List<Obstacle> obstacles) {
        return obstacles.stream()
                .filter(one -> !one.by().isQuota())
                .map(Obstacle::words)
                .findFirst()
                .orElse("");
    }

    /** How long is in nobody's data: how much waits there for GPUs that it could take too is said. */
    private String before(Subject subject) {
        String queue = subject.job().getQueueName() == null ? "" : subject.job().getQueueName();
        List<Node> ours = cluster.getNodes().stream()
                .filter(node -> specs(subject.job()).allMatch(spec -> admits(node, spec)))
                .toList();
        // the pods of a job share one
        Map<TaskSpec, Boolean> shared = new IdentityHashMap<>();
        List<Job> others = cluster.getJobs().stream()
                .filter(job -> waiting.filter(own -> own == job).isEmpty())
                .filter(job -> job.getState() == JobState.WAITING)
                .filter(job -> queue.isEmpty() || queue.equals(job.getQueueName()))
                .filter(job -> isRival(subject.job(), job))
                .filter(job -> specs(job)
                        .allMatch(spec ->
                                shared.computeIfAbsent(spec, it -> ours.stream().anyMatch(node -> admits(node, it)))))
                .toList();
        int gpus = others.stream().mapToInt(Holdings::wanted).sum();
        String jobs = Counted.of(others.size(), "job");
        return switch (others.size()) {
            case 0 -> "";
            case 1 -> Texts.of("ClusterJudge.oneJobWaitsAlready", jobs, Counted.of(gpus, "GPU"));
            default -> Texts.of("ClusterJudge.jobsWaitAlready", jobs, Counted.of(gpus, "GPU"));
        };
    }

    /** Who wants the accelerators of another maker takes none of these; of who names no maker it is not known. */
    private static boolean isRival(Job job, Job other) {
        Set<Vendor> ours = vendors(job);
        Set<Vendor> theirs = vendors(other);
        return ours.isEmpty() || theirs.isEmpty() || !Collections.disjoint(ours, theirs);
    }

    /** Whether selector and required affinity let its pods run there, whatever room there is. */
    private static boolean admits(Node node, TaskSpec spec) {
        @Nullable Labels known = node.getLabels();
        Labels labels = known == null ? Labels.none() : known;
        boolean[] all = {true};
        spec.nodeSelector().forEach((key, value) -> all[0] &= labels.is(key, value));
        return all[0]
                && (spec.requiredNodes().isEmpty()
                        || spec.requiredNodes().stream().anyMatch(term -> term.matches(node.getName(), labels)));
    }

    private static Stream<TaskSpec> specs(Job job) {
        return Stream.concat(
                        Stream.ofNullable(job.getSpec()),
                        job.getTasks().stream().map(Task::getSpec))
                .filter(Objects::nonNull);
    }

    private static Set<Vendor> vendors(Job job) {
        Set<Vendor> vendors = new HashSet<>();
        specs(job).forEach(spec -> spec.requests()
                .forEach((name, _) ->
                        AcceleratorKind.of(name).map(AcceleratorKind::vendor).ifPresent(vendors::add)));
        return vendors;
    }
}
