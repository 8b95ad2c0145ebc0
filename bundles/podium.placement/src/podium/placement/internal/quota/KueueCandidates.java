// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.quota;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.change.SchedulingObject.ClusterQueue;
import podium.core.change.SchedulingObject.Cohort;
import podium.core.change.SchedulingObject.Preemption;
import podium.core.change.SchedulingObject.Preemption.Policy;
import podium.core.change.SchedulingObject.Workload;
import podium.core.fleet.SchedulingObjects;

/**
 * The workloads that Kueue may evict for one that does not fit, in the order in which it tries them (kueue
 * pkg/scheduler/preemption/classical: hierarchical_preemption.go, candidate_generator.go; preemption/common/ordering.go).
 */
final class KueueCandidates {
    /** By what right it goes, as the tries are ordered. */
    enum Right {
        /** The quota is nearer to the queue that asks than to the one that uses it. */
        NEARER,
        /** Its queue has borrowed, and it may go even where the one that asks borrows too. */
        LOWER,
        /** Its queue has borrowed; it goes only for a queue that keeps to its own. */
        RECLAIMED,
        /** It is of the same queue. */
        SAME_QUEUE
    }

    /**
     * A workload that may go.
     *
     * @param below the cohorts between its queue and the first that both queues have above them
     */
    record Candidate(Workload workload, ClusterQueue queue, Right right, List<String> below) {}

    private static final Comparator<Candidate> ORDER = Comparator.comparing(
                    (Candidate candidate) -> !candidate.workload().evicted())
            .thenComparing(candidate -> switch (candidate.right()) {
                case NEARER -> 0;
                case LOWER, RECLAIMED -> 1;
                case SAME_QUEUE -> 2;
            })
            .thenComparing(candidate -> candidate.workload().priority())
            .thenComparing(candidate -> reserved(candidate.workload()), Comparator.reverseOrder())
            .thenComparing(candidate -> candidate.workload().namespace())
            .thenComparing(candidate -> candidate.workload().name());

    private final SchedulingObjects facts;
    private final ClusterQueue queue;
    private final Workload preemptor;
    private final Predicate<Workload> uses;
    private final Predicate<ClusterQueue> borrows;
    private final Predicate<String> cohortBorrows;

    /**
     * Candidates for one workload.
     *
     * @param uses whether a workload has any of what is short
     * @param borrows whether a queue uses more than its own of what is short
     * @param cohortBorrows the same of a cohort
     */
    KueueCandidates(
            SchedulingObjects facts,
            ClusterQueue queue,
            Workload preemptor,
            Predicate<Workload> uses,
            Predicate<ClusterQueue> borrows,
            Predicate<String> cohortBorrows) {
        this.facts = facts;
        this.queue = queue;
        this.preemptor = preemptor;
        this.uses = uses;
        this.borrows = borrows;
        this.cohortBorrows = cohortBorrows;
    }

    private static Instant reserved(Workload workload) {
        @Nullable Instant since = workload.reserved();
        return since == null ? Instant.MAX : since;
    }

    /**
     * All of them.
     *
     * @param above the cohorts above the queue, nearest first
     * @param height how many steps up from the queue it would take nothing that is another's
     */
    List<Candidate> all(List<String> above, int height) {
        List<Candidate> found = new ArrayList<>();
        add(queue, List.of(), true, found);
        if (queue.preemption().reclaim() != Policy.NEVER) {
            String seen = "";
            for (int step = 0; step < above.size(); step++) {
                below(above.get(step), seen, List.of(), height <= step, found, 0);
                seen = above.get(step);
            }
        }
        found.sort(ORDER);
        return found;
    }

    private void below(
            String cohort, String seen, List<String> path, boolean nearer, List<Candidate> found, int depth) {
        if (depth > KueueTree.DEEPEST) {
            return;
        }
        Set<String> named = new TreeSet<>();
        facts.all(Cohort.class).stream()
                .filter(child -> child.parent().equals(cohort) && !child.name().equals(seen))
                .forEach(child -> named.add(child.name()));
        for (String child : named) {
            if (cohortBorrows.test(child)) {
                List<String> longer = new ArrayList<>(path);
                longer.add(child);
                below(child, seen, longer, nearer, found, depth + 1);
            }
        }
        for (ClusterQueue other : facts.all(ClusterQueue.class)) {
            if (other.cohort().equals(cohort) && !other.name().equals(queue.name()) && borrows.test(other)) {
                add(other, path, nearer, found);
            }
        }
    }

    private void add(ClusterQueue of, List<String> path, boolean nearer, List<Candidate> found) {
        for (Workload workload : facts.all(Workload.class)) {
            if (workload.clusterQueue().equals(of.name()) && uses.test(workload) && !same(workload)) {
                right(workload, of, nearer).ifPresent(right -> found.add(new Candidate(workload, of, right, path)));
            }
        }
    }

    private boolean same(Workload workload) {
        return workload.namespace().equals(preemptor.namespace())
                && workload.name().equals(preemptor.name());
    }

    private Optional<Right> right(Workload workload, ClusterQueue of, boolean nearer) {
        Preemption rules = queue.preemption();
        boolean own = of.name().equals(queue.name());
        if (!allows(own ? rules.within() : rules.reclaim(), workload)) {
            return Optional.empty();
        }
        if (own) {
            return Optional.of(Right.SAME_QUEUE);
        }
        if (nearer) {
            return Optional.of(Right.NEARER);
        }
        boolean low = workload.priority() < preemptor.priority()
                && (rules.threshold().isEmpty()
                        || workload.priority() <= rules.threshold().getAsInt());
        return Optional.of(rules.borrows() && low ? Right.LOWER : Right.RECLAIMED);
    }

    private boolean allows(Policy policy, Workload workload) {
        boolean lower = workload.priority() < preemptor.priority();
        return switch (policy) {
            case NEVER -> false;
            case LOWER_PRIORITY -> lower;
            case LOWER_OR_NEWER_EQUAL_PRIORITY ->
                lower || workload.priority() == preemptor.priority() && newer(workload);
            case ANY -> true;
        };
    }

    /** Not known of a job that is still to be made: it comes after all. */
    private boolean newer(Workload workload) {
        @Nullable Instant own = preemptor.created();
        @Nullable Instant other = workload.created();
        return own != null && other != null && own.isBefore(other);
    }
}
