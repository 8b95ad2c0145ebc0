// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.quota;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import podium.core.change.SchedulingObject.ClusterQueue;
import podium.core.change.SchedulingObject.Granted;
import podium.core.change.SchedulingObject.Workload;
import podium.core.fleet.SchedulingObjects;
import podium.core.job.PurposeRules;
import podium.core.job.StoppedWork;
import podium.core.text.CleanText;
import podium.core.text.Counted;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.value.Resources;
import podium.placement.internal.index.ResourceText;
import podium.placement.internal.quota.KueueCandidates.Candidate;
import podium.placement.internal.quota.KueueCandidates.Right;
import podium.placement.texts.Texts;

/**
 * Which workloads Kueue evicts so that one fits into one flavor (kueue pkg/scheduler/preemption: preemption.go,
 * classical_strategy.go; flavorassigner.go, fitsResourceQuota). Judged as without fair sharing: with it these are perhaps the ones. Each
 * group of resources is judged by itself.
 */
public final class KueuePreemption {
    private static final int NAMED = 3;

    private final SchedulingObjects facts;
    private final ClusterQueue queue;
    private final String flavor;
    private final Map<String, Long> wanted;
    private final List<String> lacking;
    /** What the workloads that are thought to be gone give back, by resource and queue. */
    private final Map<String, Map<String, Long>> freed = new HashMap<>();

    /**
     * The preemption of one flavor.
     *
     * @param wanted all that is asked for of the flavor
     * @param lacking the resources among it that are short
     */
    public KueuePreemption(
            SchedulingObjects facts,
            ClusterQueue queue,
            String flavor,
            Map<String, Long> wanted,
            List<String> lacking) {
        this.facts = facts;
        this.queue = queue;
        this.flavor = flavor;
        this.wanted = wanted;
        this.lacking = lacking;
    }

    /** "llm-eval-7 (batch, priority 0, 8 GPUs)" and so on. */
    static String words(List<Workload> victims, String flavor, String resource, Cluster cluster) {
        return Counted.named(
                victims.stream()
                        .map(victim ->
                                words(CleanText.clean(victim.job()), victim, flavor, resource, job(victim, cluster)))
                        .toList(),
                NAMED);
    }

    /** Each of them: "Kueue evicts job team/llm-eval-7 (batch, priority 0, 8 GPUs)", and what is lost. */
    static List<String> evictions(List<Workload> victims, String flavor, String resource, Cluster cluster) {
        return victims.stream()
                .map(victim -> {
                    Optional<Job> job = job(victim, cluster);
                    String who = words(
                            victim.namespace() + "/" + CleanText.clean(victim.job()), victim, flavor, resource, job);
                    String lost = StoppedWork.lost(job);
                    return lost.isEmpty()
                            ? Texts.of("KueuePreemption.kueueEvictsJob", who)
                            : Texts.of("KueuePreemption.kueueEvictsJobWithLoss", who, lost);
                })
                .toList();
    }

    private static Optional<Job> job(Workload workload, Cluster cluster) {
        return cluster.getJobs().stream()
                .filter(job -> !workload.owner().isEmpty() && workload.owner().equals(job.getUid()))
                .findFirst();
    }

    private static String words(String name, Workload victim, String flavor, String resource, Optional<Job> job) {
        String held = ResourceText.words(resource, used(victim, flavor, resource));
        String purpose = job.map(its -> PurposeRules.word(its.getPurpose())).orElse("");
        return purpose.isEmpty()
                ? Texts.of("KueuePreemption.withPriority", name, victim.priority(), held)
                : Texts.of("KueuePreemption.withPurposeAndPriority", name, purpose, victim.priority(), held);
    }

    private static long used(Workload workload, String flavor, String resource) {
        return workload.used().getOrDefault(flavor, Resources.none()).get(resource);
    }

    /** Those that go, in the order in which they are found; empty: nobody who may go makes room for it. */
    public List<Workload> victims(Workload preemptor) {
        if (!lacking.stream().allMatch(this::looksForAny)) {
            return List.of();
        }
        List<Candidate> candidates = candidates(preemptor);
        for (boolean borrowing : attempts(candidates)) {
            List<Candidate> victims = attempt(candidates, borrowing);
            freed.clear();
            if (!victims.isEmpty()) {
                return victims.stream().map(Candidate::workload).toList();
            }
        }
        return List.of();
    }

    /** Whether any of another queue may go: with fair sharing also for one that borrows. */
    boolean reachesOthers(Workload preemptor) {
        return candidates(preemptor).stream().anyMatch(candidate -> candidate.right() != Right.SAME_QUEUE);
    }

    private List<Candidate> candidates(Workload preemptor) {
        return new KueueCandidates(facts, queue, preemptor, this::usesAny, this::borrows, this::cohortBorrows)
                .all(tree(lacking.getFirst()).above(queue), height());
    }

    /** A request beyond the nominal quota evicts only where it takes what is nearer to it, or may borrow. */
    private boolean looksForAny(String resource) {
        KueueTree tree = tree(resource);
        long asks = wanted.get(resource);
        return asks <= tree.granted(queue).map(Granted::nominal).orElse(0L)
                || queue.preemption().borrows()
                || tree.fits(queue, asks).subList(0, tree.above(queue).size()).contains(true);
    }

    /** How many steps up from the queue all that is wanted takes nothing that is another's; very many: nowhere. */
    private int height() {
        for (int step = 0; step <= tree(lacking.getFirst()).above(queue).size(); step++) {
            int at = step;
            if (wanted.entrySet().stream()
                    .allMatch(entry ->
                            tree(entry.getKey()).fits(queue, entry.getValue()).get(at))) {
                return step;
            }
        }
        return Integer.MAX_VALUE;
    }

    /** Whether it may borrow in the end: tried in this order. */
    private List<Boolean> attempts(List<Candidate> candidates) {
        boolean others = candidates.stream().anyMatch(candidate -> candidate.right() != Right.SAME_QUEUE);
        boolean nearer = candidates.stream().anyMatch(candidate -> candidate.right() == Right.NEARER);
        boolean borrows = queue.preemption().borrows();
        if (!others || !borrows && !underNominal()) {
            return List.of(true);
        }
        return !borrows && !nearer ? List.of(false, true) : List.of(true, false);
    }

    private boolean underNominal() {
        return lacking.stream()
                .allMatch(resource -> tree(resource).used(queue)
                        < tree(resource).granted(queue).map(Granted::nominal).orElse(0L));
    }

    private List<Candidate> attempt(List<Candidate> candidates, boolean borrowing) {
        List<Candidate> gone = new ArrayList<>();
        for (Candidate candidate : candidates) {
            if (!goes(candidate, borrowing)) {
                continue;
            }
            book(candidate, 1);
            gone.add(candidate);
            if (fits(borrowing)) {
                bringBack(gone, borrowing);
                return gone;
            }
        }
        return List.of();
    }

    /** Those without whom it fits as well stay, the last found first. */
    private void bringBack(List<Candidate> gone, boolean borrowing) {
        for (int i = gone.size() - 2; i >= 0; i--) {
            book(gone.get(i), -1);
            if (fits(borrowing)) {
                gone.set(i, gone.getLast());
                gone.removeLast();
            } else {
                book(gone.get(i), 1);
            }
        }
    }

    private boolean goes(Candidate candidate, boolean borrowing) {
        return candidate.right() == Right.SAME_QUEUE
                || !(borrowing && candidate.right() == Right.RECLAIMED)
                        && borrows(candidate.queue())
                        && candidate.below().stream().allMatch(this::cohortBorrows);
    }

    private boolean fits(boolean borrowing) {
        return wanted.entrySet().stream().allMatch(entry -> {
            KueueTree tree = tree(entry.getKey());
            return entry.getValue() <= tree.available(queue)
                    && (borrowing || !tree.borrowsWith(queue, entry.getValue()));
        });
    }

    private void book(Candidate candidate, int times) {
        Resources used = candidate.workload().used().getOrDefault(flavor, Resources.none());
        for (String resource : wanted.keySet()) {
            freed.computeIfAbsent(resource, _ -> new HashMap<>())
                    .merge(candidate.queue().name(), times * used.get(resource), Long::sum);
        }
    }

    private boolean usesAny(Workload workload) {
        return lacking.stream().anyMatch(resource -> used(workload, flavor, resource) > 0);
    }

    private boolean borrows(ClusterQueue of) {
        return lacking.stream().anyMatch(resource -> tree(resource).borrowsWith(of, 0));
    }

    private boolean cohortBorrows(String cohort) {
        return lacking.stream().anyMatch(resource -> tree(resource).borrows(cohort));
    }

    private KueueTree tree(String resource) {
        return new KueueTree(facts, flavor, resource, freed.getOrDefault(resource, Map.of()));
    }
}
