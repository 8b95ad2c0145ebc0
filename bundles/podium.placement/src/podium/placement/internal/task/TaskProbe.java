// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.task;

import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.fleet.AcceleratorKind;
import podium.core.fleet.AddedTolerations;
import podium.core.fleet.Holdings;
import podium.core.fleet.PodShares;
import podium.core.fleet.TaintOwners;
import podium.core.job.PinLabels;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.model.value.Labels;
import podium.model.value.Resources;
import podium.model.value.Taint;
import podium.model.value.Taints;
import podium.model.value.TaskSpec;
import podium.model.value.Toleration;
import podium.placement.internal.index.PodSelectors;
import podium.placement.texts.Texts;

/**
 * One task of a subject made ready to be held against many nodes: its requests with their columns, what the subject's
 * own pods would give back, its tolerations against each distinct set of taints.
 */
public final class TaskProbe {
    public final TaskSpec spec;
    public final Labels labels;
    public final String namespace;
    public final Job job;
    public final int count;
    public final String[] resources;
    public final long[] amounts;
    /** Living pods of the subject that are bound: they would restart. */
    public final SequencedSet<Task> moving;
    /** Labels in its node selector by which Podium pinned it to a domain. */
    public final List<String> pins;
    /** Name of the pod that is held against the nodes; empty: it does not exist yet. */
    public final Optional<String> pod;
    /** The pod itself; empty: it does not exist yet. */
    public final Optional<Task> task;
    /** The job is not there either: what it needs may come with it. */
    public final boolean supposed;

    private final Map<Node, Credit> credits = new IdentityHashMap<>();
    private final Map<Taints, Optional<String>> taintReasons = new IdentityHashMap<>();
    private final Map<Taints, Optional<String>> equalTaintReasons = new HashMap<>();
    private final boolean toleratesCordon;

    /** What the subject's own pods on a node give back when they go. */
    public record Credit(Resources requests, int pods) {}

    public TaskProbe(Job job, List<GangPiece> pieces) {
        this(job, pieces, pieces.getFirst());
    }

    /**
     * @param pieces all that is placed together: their bound pods are counted as gone
     * @param piece the one that is held against the nodes
     */
    public TaskProbe(Job job, List<GangPiece> pieces, GangPiece piece) {
        this.job = job;
        this.spec = piece.spec();
        this.labels = piece.labels();
        this.namespace = job.getNamespace() == null ? "" : job.getNamespace();
        this.count = pieces.size();
        Map<String, Long> requests = spec.requests().toMap();
        requests.values().removeIf(amount -> amount <= 0);
        requests.remove(Resources.PODS);
        requests.keySet().removeIf(PodShares::keeps);
        // what people ask for first is what a refusal names first
        resources = requests.keySet().stream()
                .sorted(Comparator.comparing(
                        (String name) -> AcceleratorKind.of(name).isEmpty()))
                .toArray(String[]::new);
        amounts = Stream.of(resources).mapToLong(requests::get).toArray();
        moving = moving(pieces);
        pins = PinLabels.of(job);
        task = piece.task();
        pod = task.map(Task::getName);
        supposed = job.getCluster() == null;
        toleratesCordon = tolerates(new Taint(Taint.UNSCHEDULABLE, "", "NoSchedule"));
    }

    private SequencedSet<Task> moving(List<GangPiece> pieces) {
        SequencedSet<Task> bound = new LinkedHashSet<>();
        for (GangPiece piece : pieces) {
            @Nullable Task task = piece.task().isPresent() ? piece.task().get() : null;
            if (task != null && task.getNode() != null && !Holdings.hasEnded(task)) {
                bound.add(task);
                Resources back = task.getSpec() == null
                        ? Resources.none()
                        : task.getSpec().requests();
                credits.merge(
                        task.getNode(),
                        new Credit(back, 1),
                        (a, b) -> new Credit(a.requests().plus(b.requests()), a.pods() + b.pods()));
            }
        }
        return bound;
    }

    /** True for a pod that the scheduler counts while the subject is placed: not finished, and none of the subject's own. */
    public boolean stays(Task task) {
        return !Holdings.hasEnded(task) && !moving.contains(task);
    }

    @Nullable
    public Credit credit(Node node) {
        return credits.isEmpty() ? null : credits.get(node);
    }

    /** The task as rules between pods see it. */
    public PodSelectors.Pod self() {
        return new PodSelectors.Pod(namespace, labels);
    }

    public boolean toleratesCordon() {
        return toleratesCordon;
    }

    /** True when no taint keeps the task away, the cordon's own included. */
    public boolean toleratesAll(@Nullable Taints taints) {
        return taints == null || taints.all().stream().noneMatch(taint -> hard(taint) && !tolerates(taint));
    }

    private static boolean hard(Taint taint) {
        return "NoSchedule".equals(taint.effect()) || "NoExecute".equals(taint.effect());
    }

    /** Why the taints keep the task away; empty: they do not. The cordon's own taint is judged apart. */
    public Optional<String> taintReason(Taints taints) {
        Optional<String> known = taintReasons.get(taints);
        if (known == null) {
            known = equalTaintReasons.computeIfAbsent(taints, this::judge);
            taintReasons.put(taints, known);
        }
        return known;
    }

    private Optional<String> judge(Taints taints) {
        for (Taint taint : taints.all()) {
            if (hard(taint) && !Taint.UNSCHEDULABLE.equals(taint.key()) && !tolerates(taint)) {
                String words = taint.words();
                return Optional.of(TaintOwners.of(taint.key())
                        .map(who -> Texts.of("TaskProbe.taintOfOwnerIsNotTolerated", words, who))
                        .orElseGet(() -> Texts.of("TaskProbe.taintIsNotTolerated", words)));
            }
        }
        return Optional.empty();
    }

    /** Taints that it tolerates only where the server gives its pods, which are not made yet, tolerations for what they ask for. */
    public List<Taint> toleratedIfAdded(Taints taints) {
        return isMade()
                ? List.of()
                : taints.all().stream()
                        .filter(taint -> AddedTolerations.concern(spec, taint) && !toleratesItself(taint))
                        .toList();
    }

    /** False of what is supposed, as is what is submitted: the server has not made its pod. */
    private boolean isMade() {
        return task.filter(pod -> pod.getUid() != null).isPresent();
    }

    private boolean tolerates(Taint taint) {
        return toleratesItself(taint) || !isMade() && AddedTolerations.concern(spec, taint);
    }

    private boolean toleratesItself(Taint taint) {
        for (Toleration toleration : spec.tolerations()) {
            if (toleration.tolerates(taint)) {
                return true;
            }
        }
        return false;
    }
}
