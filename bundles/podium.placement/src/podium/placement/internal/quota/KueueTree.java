// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.quota;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import podium.core.change.SchedulingObject.ClusterQueue;
import podium.core.change.SchedulingObject.Cohort;
import podium.core.change.SchedulingObject.Granted;
import podium.core.fleet.SchedulingObjects;
import podium.model.value.Resources;

/**
 * What one resource of one flavor is worth in a ClusterQueue with its cohorts, as Kueue counts it
 * (kueue pkg/cache/scheduler/resource_node.go: localQuota, available, potentialAvailable).
 */
public final class KueueTree {
    /** Cohorts above each other; more are a circle, in which Kueue admits nothing. */
    static final int DEEPEST = 32;

    private final SchedulingObjects facts;
    private final String flavor;
    private final String resource;
    private final Map<String, Long> freed;
    private final Map<String, Member> cohorts = new HashMap<>();

    /**
     * A queue or a cohort.
     *
     * @param total its own and what its members lend it
     * @param local the part of it that nobody above sees
     * @param used of it, from members only what goes beyond their local part
     */
    private record Member(long total, long local, long used, OptionalLong borrowing, String parent) {
        long localLeft() {
            return Math.max(0, local - used);
        }

        boolean borrowsWith(long more) {
            return used + more > total;
        }
    }

    /** @param freed what is thought to be given back, by the name of the queue */
    public KueueTree(SchedulingObjects facts, String flavor, String resource, Map<String, Long> freed) {
        this.facts = facts;
        this.flavor = flavor;
        this.resource = resource;
        this.freed = freed;
    }

    /** Whether the queue uses more than its own, or would with so much more. */
    boolean borrowsWith(ClusterQueue queue, long more) {
        return member(queue).borrowsWith(more);
    }

    /** Whether the members of a cohort together use more than is theirs. */
    boolean borrows(String cohort) {
        return cohort(cohort, 0).borrowsWith(0);
    }

    /** The cohorts above a queue, nearest first. */
    List<String> above(ClusterQueue queue) {
        List<String> above = new ArrayList<>();
        String at = queue.cohort();
        while (!at.isEmpty() && above.size() < DEEPEST) {
            above.add(at);
            at = cohort(at, 0).parent();
        }
        return above;
    }

    /**
     * Whether so much more is no one's but its own: in the queue, then in each cohort above it together with what is left
     * there. What a member keeps to itself is taken off on the way up.
     */
    List<Boolean> fits(ClusterQueue queue, long asks) {
        List<Boolean> fits = new ArrayList<>();
        Member at = member(queue);
        long left = asks;
        fits.add(!at.borrowsWith(left));
        for (String cohort : above(queue)) {
            left = Math.max(0, left - at.localLeft());
            at = cohort(cohort, 0);
            fits.add(!at.borrowsWith(left));
        }
        return fits;
    }

    /** Nominal quota of a queue; empty: it has none of this. */
    Optional<Granted> granted(ClusterQueue queue) {
        return granted(queue.quotas());
    }

    long used(ClusterQueue queue) {
        return queue.used().getOrDefault(flavor, Resources.none()).get(resource) - freed.getOrDefault(queue.name(), 0L);
    }

    /** What the queue can still admit, borrowed or its own. */
    public long available(ClusterQueue queue) {
        return Math.max(0, available(member(queue), 0));
    }

    /** What it could admit if nobody used anything. */
    long most(ClusterQueue queue) {
        return most(member(queue), 0);
    }

    private long available(Member of, int depth) {
        if (of.parent().isEmpty() || depth > DEEPEST) {
            return of.total() - of.used();
        }
        long above = available(cohort(of.parent(), depth), depth + 1);
        if (of.borrowing().isPresent()) {
            long stored = of.total() - of.local();
            long taken = Math.max(0, of.used() - of.local());
            above = Math.min(above, stored - taken + of.borrowing().getAsLong());
        }
        return of.localLeft() + above;
    }

    private long most(Member of, int depth) {
        if (of.parent().isEmpty() || depth > DEEPEST) {
            return of.total();
        }
        long most = of.local() + most(cohort(of.parent(), depth), depth + 1);
        return of.borrowing().isPresent()
                ? Math.min(most, of.total() + of.borrowing().getAsLong())
                : most;
    }

    private Member member(ClusterQueue queue) {
        return member(granted(queue.quotas()), 0, used(queue), queue.cohort());
    }

    private Member cohort(String name, int depth) {
        Member known = cohorts.get(name);
        if (known != null) {
            return known;
        }
        List<Member> members = new ArrayList<>();
        for (ClusterQueue queue : facts.all(ClusterQueue.class)) {
            if (queue.cohort().equals(name)) {
                members.add(member(queue));
            }
        }
        for (Cohort below : facts.all(Cohort.class)) {
            if (below.parent().equals(name) && depth < DEEPEST) {
                members.add(cohort(below.name(), depth + 1));
            }
        }
        Optional<Cohort> own = facts.get(Cohort.class, "", name);
        Optional<Granted> granted =
                own.isEmpty() ? Optional.empty() : granted(own.get().quotas());
        long lent = members.stream().mapToLong(it -> it.total() - it.local()).sum();
        long used = members.stream()
                .mapToLong(it -> Math.max(0, it.used() - it.local()))
                .sum();
        Member made = member(granted, lent, used, own.isEmpty() ? "" : own.get().parent());
        cohorts.put(name, made);
        return made;
    }

    private static Member member(Optional<Granted> granted, long lent, long used, String parent) {
        long total = lent + granted.map(Granted::nominal).orElse(0L);
        OptionalLong lending = granted.map(Granted::lending).orElse(OptionalLong.empty());
        long local = lending.isPresent() ? Math.max(0, total - lending.getAsLong()) : 0;
        return new Member(total, local, used, granted.map(Granted::borrowing).orElse(OptionalLong.empty()), parent);
    }

    private Optional<Granted> granted(List<Granted> quotas) {
        return quotas.stream()
                .filter(quota ->
                        quota.flavor().equals(flavor) && quota.resource().equals(resource))
                .findFirst();
    }
}
