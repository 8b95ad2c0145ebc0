// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.quota;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.change.SchedulingObject.LocalQueue;
import podium.core.change.SchedulingObject.Queue;
import podium.core.change.SchedulingObject.Workload;
import podium.core.fleet.InputKind;
import podium.core.fleet.JobQueues;
import podium.core.fleet.SchedulingObjects;
import podium.core.text.CleanText;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.value.Resources;
import podium.placement.Fit;
import podium.placement.Obstacle;
import podium.placement.Readmission;
import podium.placement.Reason;
import podium.placement.Subject;
import podium.placement.Verdict;
import podium.placement.internal.task.GangPiece;
import podium.placement.texts.Texts;

/**
 * What the queue of a job and the quotas of its namespace say of a subject, beside what the nodes say. What others could give
 * back is a condition; what is never granted does not fit. In the realm.
 */
public final class QuotaCheck {
    private final List<QuotaShortage> everywhere = new ArrayList<>();
    /** What its queue says of it wherever it is to run. */
    private final List<QuotaShortage> atQueue = new ArrayList<>();

    private final Optional<KueueQuota> kueue;
    /** Kueue has let it in: what its queue says now counts only where it is stopped to be placed. */
    private final boolean admitted;

    private QuotaCheck(Optional<KueueQuota> kueue, boolean admitted) {
        this.kueue = kueue;
        this.admitted = admitted;
    }

    /** Of a pod whose quota is settled: its controller makes it in the place of another. */
    public static QuotaCheck none() {
        return new QuotaCheck(Optional.empty(), false);
    }

    /** @param pieces those of the subject that are held against the nodes */
    public static QuotaCheck of(Subject subject, List<GangPiece> pieces, SchedulingObjects facts, Cluster cluster) {
        return of(new QuotaRequest(subject, pieces, cluster), facts, cluster);
    }

    private static QuotaCheck of(QuotaRequest ask, SchedulingObjects facts, Cluster cluster) {
        Optional<LocalQueue> door = KueueQuota.door(ask, facts);
        boolean ofKueue = !facts.all(LocalQueue.class).isEmpty()
                || !facts.all(Workload.class).isEmpty();
        QuotaCheck quotas =
                new QuotaCheck(door.flatMap(it -> KueueQuota.of(ask, facts, it)), ofKueue && ask.reserved());
        boolean keeps = quotas.admitted && !ask.restarts();
        Optional<Queue> queue = queue(ask, facts);
        if (quotas.kueue.isPresent()) {
            quotas.atQueue.addAll(quotas.kueue.get().everywhere(door.orElseThrow()));
        } else if (door.isPresent() && !keeps) {
            withoutClusterQueue(door.get(), facts).ifPresent(quotas.atQueue::add);
        } else if (door.isEmpty() && queue.isPresent()) {
            quotas.atQueue.addAll(new QueueQuota(ask, facts).of(queue.get()));
        } else if (door.isEmpty() && !keeps) {
            missing(ask, facts, cluster, ofKueue).ifPresent(quotas.atQueue::add);
        }
        quotas.everywhere.addAll(new NamespaceQuota(ask).of(facts));
        return quotas;
    }

    private static Optional<QuotaShortage> withoutClusterQueue(LocalQueue door, SchedulingObjects facts) {
        String name = CleanText.clean(door.name());
        if (InputKind.unknown(facts, "", EnumSet.of(InputKind.CLUSTER_QUEUES)).isEmpty()) {
            String missing = CleanText.clean(door.clusterQueue());
            return Optional.of(QuotaShortage.shut(
                    Texts.of("QuotaCheck.clusterqueueOfQueueDoes", missing, name),
                    Texts.of("QuotaCheck.createTheClusterQueue", missing)));
        }
        return door.stopped() ? Optional.of(QuotaShortage.stopped(name, "")) : Optional.empty();
    }

    /** That the queue which it names is not there; empty: it names none, or who may know is not read. */
    private static Optional<QuotaShortage> missing(
            QuotaRequest ask, SchedulingObjects facts, Cluster cluster, boolean ofKueue) {
        List<podium.model.fleet.Queue> queues = JobQueues.of(cluster);
        return ask.queueName()
                .filter(name -> (ofKueue || !queues.isEmpty())
                        && queues.stream().noneMatch(queue -> name.equals(queue.getName()) && isFor(queue, ask))
                        && InputKind.unknown(facts, ask.namespace(), InputKind.QUEUES)
                                .isEmpty())
                .map(CleanText::clean)
                .map(name -> QuotaShortage.shut(
                        Texts.of("QuotaCheck.queueDoesNotExist", name),
                        ofKueue
                                ? Texts.of("QuotaCheck.createTheLocalQueue", name, CleanText.clean(ask.namespace()))
                                : Texts.of("QuotaCheck.createTheQueue")));
    }

    /** Whether jobs of the namespace can name the queue. */
    private static boolean isFor(podium.model.fleet.Queue queue, QuotaRequest ask) {
        String namespace = queue.getNamespace() == null ? "" : queue.getNamespace();
        return !"ClusterQueue".equals(queue.getKind()) && (namespace.isEmpty() || namespace.equals(ask.namespace()));
    }

    /** The queue of Volcano or KAI; else what the model shows of one that no source tells more of. */
    private static Optional<Queue> queue(QuotaRequest ask, SchedulingObjects facts) {
        return ask.queueName().flatMap(name -> facts.get(Queue.class, "", name)).or(() -> Optional.ofNullable(
                        ask.job().getQueue())
                .filter(queue -> !"ClusterQueue".equals(queue.getKind())) // that a job cannot name
                .filter(queue -> queue.getName().equals(ask.queueName().orElse("")))
                .map(queue -> new Queue(
                        queue.getName(),
                        "",
                        false,
                        queue.getQuota() == null ? Resources.none() : queue.getQuota(),
                        Resources.none(),
                        queue.getUsed() == null ? Resources.none() : queue.getUsed(),
                        Resources.none(),
                        queue.isActive())));
    }

    public boolean isEmpty() {
        return everywhere.isEmpty() && atQueue.isEmpty() && kueue.isEmpty();
    }

    /** What it waits for, wherever it may run. */
    public List<QuotaShortage> shortages() {
        List<QuotaShortage> found = new ArrayList<>(admitted ? List.of() : atQueue);
        found.addAll(everywhere);
        kueue.filter(_ -> !admitted).ifPresent(it -> found.addAll(it.anywhere()));
        return found;
    }

    /** What a queue of Kueue says of a job once it is stopped and put there, as the queue stands. */
    public static Readmission anew(Job job, String queue) {
        @Nullable Cluster cluster = job.getCluster();
        SchedulingObjects facts = cluster == null ? new SchedulingObjects() : SchedulingObjects.of(cluster);
        if (cluster == null || facts.all(Workload.class).isEmpty()) {
            return Readmission.GRANTED;
        }
        Subject subject = new Subject(job, List.of());
        QuotaCheck check =
                of(new QuotaRequest(subject, GangPiece.of(subject), cluster, Optional.of(queue)), facts, cluster);
        List<QuotaShortage> found = new ArrayList<>(check.atQueue);
        check.kueue.ifPresent(it -> found.addAll(it.anywhere()));
        List<Obstacle> barred = new ArrayList<>(found.stream()
                .filter(shortage -> shortage.never() || shortage.stopped())
                .map(QuotaShortage::obstacle)
                .toList());
        check.nodeless().filter(_ -> barred.isEmpty()).ifPresent(barred::add);
        return new Readmission(
                barred,
                found.stream()
                        .filter(shortage -> !shortage.never() && !shortage.stopped() && !shortage.preempts())
                        .map(QuotaShortage::words)
                        .toList(),
                barred.isEmpty()
                        ? found.stream()
                                .flatMap(shortage -> shortage.evicts().stream())
                                .distinct()
                                .toList()
                        : List.of(),
                check.kueue.map(KueueQuota::checks).orElse(List.of()));
    }

    /** What of a subject's quotas is short, in words. */
    public static List<String> words(Subject subject, Function<QuotaCheck, List<QuotaShortage>> which) {
        return subject.cluster()
                .map(cluster ->
                        which.apply(of(subject, GangPiece.of(subject), SchedulingObjects.of(cluster), cluster)).stream()
                                .map(QuotaShortage::words)
                                .toList())
                .orElse(List.of());
    }

    /** Whether all is granted on a node: placed there it does not wait for a quota. */
    public boolean grants(Node node) {
        return everywhere.isEmpty()
                && atQueue.isEmpty()
                && kueue.filter(it -> !it.grants(node)).isEmpty();
    }

    /** That no node is of the flavor that it was admitted to, or can get. */
    public Optional<Obstacle> nodeless() {
        return kueue.flatMap(KueueQuota::nodeless);
    }

    /** The verdict of a node with what quotas say there. */
    public Verdict with(Node node, Verdict verdict) {
        List<QuotaShortage> here = new ArrayList<>(atQueue);
        here.addAll(everywhere);
        kueue.ifPresent(it -> here.addAll(it.on(node)));
        if (here.isEmpty()) {
            return verdict;
        }
        List<Reason> reasons = new ArrayList<>(verdict.why());
        here.forEach(shortage -> reasons.add(shortage.reason()));
        if (!verdict.fit().takes() || here.stream().noneMatch(QuotaShortage::never)) {
            return granting(here, verdict, reasons);
        }
        reasons.clear();
        here.stream().filter(QuotaShortage::never).forEach(shortage -> reasons.add(shortage.reason()));
        reasons.addAll(verdict.why());
        here.stream().filter(shortage -> !shortage.never()).forEach(shortage -> reasons.add(shortage.reason()));
        return new Verdict(Fit.DOES_NOT_FIT, 0, 0, reasons, List.of());
    }

    /** Granted only once others give back, or are evicted. */
    private static Verdict granting(List<QuotaShortage> here, Verdict verdict, List<Reason> reasons) {
        if (!verdict.fit().takes()) {
            return verdict.saying(verdict.fit(), reasons, List.of());
        }
        List<String> evicts = new ArrayList<>(verdict.evicts());
        here.forEach(shortage -> evicts.addAll(shortage.evicts()));
        Fit fit = evicts.isEmpty() ? Fit.FITS_IF : Fit.EVICTS;
        return verdict.saying(fit, reasons, evicts);
    }
}
