// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.quota;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.api.KueueNames;
import podium.core.fleet.Holdings;
import podium.core.fleet.PodShares;
import podium.core.fleet.SchedulingObjects;
import podium.core.job.JobTraits;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Queue;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.model.value.Labels;
import podium.model.value.Resources;
import podium.model.value.TaskSpec;
import podium.model.value.WorkKind;
import podium.placement.Obstacle.Cure;
import podium.placement.Subject;
import podium.placement.internal.task.GangPiece;

/** What a subject asks of the queue of its job and of the quotas of its namespace. */
public final class QuotaRequest {

    private final Job job;
    private final boolean supposed;
    private final List<GangPiece> pieces;
    private final List<GangPiece> admitted;
    private final Cluster cluster;
    private final Optional<String> anew;

    /** @param pieces those that are held against the nodes */
    public QuotaRequest(Subject subject, List<GangPiece> pieces, Cluster cluster) {
        this(subject, pieces, cluster, Optional.empty());
    }

    /** @param anew the queue that it is put into once it is stopped; empty: it is as it is */
    QuotaRequest(Subject subject, List<GangPiece> pieces, Cluster cluster, Optional<String> anew) {
        this.anew = anew;
        this.job = subject.job();
        this.supposed = subject.supposed().isPresent();
        this.pieces = pieces;
        this.cluster = cluster;
        this.admitted =
                byPod() || subject.wholeJob() ? pieces : GangPiece.of(new Subject(job, List.of(), subject.supposed()));
    }

    /** What pieces ask for together, with the pods they are. */
    static Resources sum(List<GangPiece> pieces) {
        Map<String, Long> sum = new HashMap<>();
        pieces.forEach(piece -> piece.spec().requests().forEach((name, amount) -> sum.merge(name, amount, Long::sum)));
        sum.keySet().removeIf(PodShares::keeps);
        sum.put(Resources.PODS, (long) pieces.size());
        return Resources.of(sum);
    }

    public Job job() {
        return job;
    }

    Cluster cluster() {
        return cluster;
    }

    boolean supposed() {
        return supposed;
    }

    public Optional<String> queueName() {
        return anew.or(() -> Optional.ofNullable(job.getQueueName()).filter(name -> !name.isEmpty()));
    }

    /** True when it is judged as what is stopped and put into a queue. */
    boolean isAnew() {
        return anew.isPresent();
    }

    String namespace() {
        return job.getNamespace() == null ? "" : job.getNamespace();
    }

    private boolean byPod() {
        return JobTraits.has(job, WorkKind.Trait.ADMITTED_BY_POD);
    }

    /** True when Kueue has admitted all of it. */
    public boolean reserved() {
        return admitted.stream().allMatch(this::reserved);
    }

    /**
     * True when it is stopped as a whole to be placed, and admitted anew: what it holds is given back first. Pods on the board, and those
     * of a group, keep what was reserved for them.
     */
    boolean restarts() {
        String version = job.getApiVersion() == null ? "" : job.getApiVersion();
        return !byPod()
                && reserved()
                && !version.startsWith(KueueNames.GROUP + "/")
                && admitted.stream().noneMatch(piece -> piece.task()
                        .filter(task -> task.getPhase() == TaskPhase.GATED)
                        .isPresent());
    }

    /** Uids and names of what a Workload by which it is admitted now is made for: the job, its pods, or the group of some. */
    Set<String> holders() {
        Set<String> holders = new HashSet<>();
        if (restarts() || anew.isPresent()) {
            holders.add(job.getUid() == null ? "" : job.getUid());
        }
        if (anew.isPresent()) {
            admitted.forEach(piece -> {
                piece.task().flatMap(task -> Optional.ofNullable(task.getUid())).ifPresent(holders::add);
                piece.spec().podGroup().ifPresent(holders::add);
            });
        }
        holders.remove("");
        return holders;
    }

    private boolean reserved(GangPiece piece) {
        if (supposed || job.isSuspended() || anew.isPresent()) {
            return false;
        }
        if (piece.task().isEmpty()) {
            return !byPod();
        }
        Task task = piece.task().get();
        return task.getPhase() != TaskPhase.GATED
                || task.getSpec() == null
                || !task.getSpec().gates().contains(KueueNames.ADMISSION);
    }

    /** Whether a pod of it selects nodes of these labels, as Kueue has it do for a flavor. */
    boolean selects(Labels nodes) {
        return !nodes.isEmpty()
                && admitted.stream()
                        .flatMap(piece -> piece.task().stream())
                        .flatMap(task -> Stream.ofNullable(task.getSpec()))
                        .anyMatch(spec -> spec.nodeSelector().containsAll(nodes));
    }

    /** All that Kueue admits together, its pods among it. */
    Resources all() {
        return sum(admitted);
    }

    /** The different specs of all that Kueue admits together. */
    Set<TaskSpec> specs(SchedulingObjects facts) {
        Set<TaskSpec> specs = new LinkedHashSet<>();
        KueueInjections.without(this, admitted, facts).forEach(piece -> specs.add(piece.spec()));
        return specs;
    }

    /** What has to be granted on a flavor, beside what is reserved there already. */
    Resources needed(Predicate<Node> covered) {
        List<GangPiece> needed = new ArrayList<>();
        for (GangPiece piece : admitted) {
            @Nullable Node node = piece.task().map(Task::getNode).orElse(null);
            if (!reserved(piece) || node != null && !covered.test(node)) {
                needed.add(piece);
            }
        }
        return sum(needed);
    }

    /** Those of the subject that hold nothing yet. */
    List<GangPiece> notHolding() {
        return pieces.stream()
                .filter(piece ->
                        supposed || piece.task().filter(Holdings::holds).isEmpty())
                .toList();
    }

    /** Those of the subject whose pods are still to be made. */
    public List<GangPiece> unmade() {
        return pieces.stream()
                .filter(piece -> supposed || piece.task().isEmpty())
                .toList();
    }

    /** A larger quota to be supposed, where the model shows the queue. */
    Optional<Cure> cure(String kind, String namespace, String name, String resource, long missing) {
        Queue own = job.getQueue();
        if (own != null && name.equals(own.getName()) && grants(own, resource)) {
            return Optional.of(larger(own, resource, missing));
        }
        for (Queue queue : cluster.getQueues()) {
            if (kind.equals(queue.getKind())
                    && name.equals(queue.getName())
                    && namespace.equals(queue.getNamespace() == null ? "" : queue.getNamespace())
                    && grants(queue, resource)) {
                return Optional.of(larger(queue, resource, missing));
            }
        }
        return Optional.empty();
    }

    private static boolean grants(Queue queue, String resource) {
        return queue.getQuota() != null && queue.getQuota().has(resource);
    }

    private static Cure larger(Queue queue, String resource, long missing) {
        return new Cure.Quota(queue, resource, queue.getQuota().get(resource) + missing);
    }
}
