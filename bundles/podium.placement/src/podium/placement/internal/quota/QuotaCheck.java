// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.quota;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import podium.core.change.SchedulingObject.ClusterQueue;
import podium.core.change.SchedulingObject.LocalQueue;
import podium.core.change.SchedulingObject.Queue;
import podium.core.fleet.SchedulingObjects;
import podium.core.text.CleanText;
import podium.model.fleet.Cluster;
import podium.model.fleet.Node;
import podium.model.value.Resources;
import podium.placement.Fit;
import podium.placement.Obstacle;
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
    private final Optional<KueueQuota> kueue;

    private QuotaCheck(Optional<KueueQuota> kueue) {
        this.kueue = kueue;
    }

    /** Of a pod whose quota is settled: its controller makes it in the place of another. */
    public static QuotaCheck none() {
        return new QuotaCheck(Optional.empty());
    }

    /** @param pieces those of the subject that are held against the nodes */
    public static QuotaCheck of(Subject subject, List<GangPiece> pieces, SchedulingObjects facts, Cluster cluster) {
        QuotaRequest ask = new QuotaRequest(subject, pieces, cluster);
        Optional<LocalQueue> door = KueueQuota.door(ask, facts);
        QuotaCheck quotas = new QuotaCheck(door.flatMap(it -> KueueQuota.of(ask, facts, it)));
        if (door.isPresent()) {
            quotas.kueue.ifPresent(it -> quotas.everywhere.addAll(it.everywhere(door.get())));
            if (facts.get(ClusterQueue.class, "", door.get().clusterQueue()).isEmpty()) {
                quotas.everywhere.add(new QuotaShortage(
                        Texts.of(
                                "QuotaCheck.clusterqueueOfQueueDoes",
                                CleanText.clean(door.get().clusterQueue()),
                                CleanText.clean(door.get().name())),
                        false,
                        Optional.empty()));
            }
        } else {
            queue(ask, facts).ifPresent(queue -> quotas.everywhere.addAll(new QueueQuota(ask, facts).of(queue)));
        }
        quotas.everywhere.addAll(new NamespaceQuota(ask).of(facts));
        return quotas;
    }

    /** The queue of Volcano or KAI; else what the model shows of one that no source tells more of. */
    private static Optional<Queue> queue(QuotaRequest ask, SchedulingObjects facts) {
        return ask.queueName().flatMap(name -> facts.get(Queue.class, "", name)).or(() -> Optional.ofNullable(
                        ask.job().getQueue())
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
        return everywhere.isEmpty() && kueue.isEmpty();
    }

    /** What it waits for, wherever it may run. */
    public List<QuotaShortage> shortages() {
        List<QuotaShortage> found = new ArrayList<>(everywhere);
        kueue.ifPresent(it -> found.addAll(it.anywhere()));
        return found;
    }

    /** Whether all is granted on a node: placed there it does not wait for a quota. */
    public boolean grants(Node node) {
        return everywhere.isEmpty() && kueue.filter(it -> !it.grants(node)).isEmpty();
    }

    /** That no node is of the flavor that it was admitted to, or can get. */
    public Optional<Obstacle> nodeless() {
        return kueue.flatMap(KueueQuota::nodeless);
    }

    /** The verdict of a node with what quotas say there. */
    public Verdict with(Node node, Verdict verdict) {
        List<QuotaShortage> here = new ArrayList<>(everywhere);
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
