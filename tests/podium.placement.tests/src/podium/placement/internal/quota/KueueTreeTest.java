// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.quota;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static podium.placement.internal.QuotaBench.GPU;
import static podium.placement.internal.QuotaBench.gpus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import podium.core.change.SchedulingObject;
import podium.core.fleet.SchedulingObjects;
import podium.placement.internal.QuotaBench;

/**
 * What a queue can still admit is the largest amount that, booked in the queue and carried up beyond what each member keeps
 * to itself, stays within every limit on its way. Random trees of cohorts, one unit after the other.
 */
class KueueTreeTest {
    private static final int CASES = 5_000;
    private static final int MOST = 200;

    /** A member of the tree, in the words of the documentation. */
    private static final class Member {
        final String parent;
        final long nominal;
        final OptionalLong borrowing;
        final OptionalLong lending;
        long total;
        long used;

        Member(String parent, long nominal, OptionalLong borrowing, OptionalLong lending) {
            this.parent = parent;
            this.nominal = nominal;
            this.borrowing = borrowing;
            this.lending = lending;
            this.total = nominal;
        }

        long kept() {
            return lending.isPresent() ? Math.max(0, total - lending.getAsLong()) : 0;
        }
    }

    private final Map<String, Member> members = new HashMap<>();
    private final List<String> queues = new ArrayList<>();

    @Test
    void whatCanBeAdmittedIsWhatCanBeBookedUnitByUnit() {
        int lending = 0;
        for (int seed = 0; seed < CASES; seed++) {
            SchedulingObjects facts = build(new Random(seed));
            for (String name : queues) {
                SchedulingObject.ClusterQueue queue =
                        facts.get(SchedulingObject.ClusterQueue.class, "", name).orElseThrow();
                KueueTree tree = new KueueTree(facts, "f", GPU, Map.of());
                long expected = bookable(name);
                assertEquals(expected, tree.available(queue), "case " + seed + " " + name);
                lending += expected > Math.max(0, members.get(name).nominal - members.get(name).used) ? 1 : 0;
                assertTrue(tree.most(queue) >= expected, "case " + seed + " " + name);
            }
        }
        assertTrue(lending > CASES / 4, "the cases are lopsided: " + lending);
    }

    private SchedulingObjects build(Random random) {
        members.clear();
        queues.clear();
        SchedulingObjects facts = new SchedulingObjects();
        int cohorts = 1 + random.nextInt(3);
        for (int i = 0; i < cohorts; i++) {
            String parent = i == 0 ? "" : "c" + random.nextInt(i);
            members.put("c" + i, member(parent, random, random.nextInt(4)));
        }
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            members.put("q" + i, member("c" + random.nextInt(cohorts), random, random.nextInt(9)));
            queues.add("q" + i);
        }
        for (int i = cohorts - 1; i >= 0; i--) {
            String name = "c" + i;
            members.values().stream()
                    .filter(child -> child.parent.equals(name))
                    .forEach(child -> members.get(name).total += child.total - child.kept());
        }
        for (int i = random.nextInt(20); i > 0; i--) {
            String name = queues.get(random.nextInt(count));
            if (fits(name)) {
                book(name);
            }
        }
        members.forEach((name, member) -> {
            SchedulingObject.Granted granted =
                    new SchedulingObject.Granted("f", GPU, member.nominal, member.borrowing, member.lending);
            facts.seen(
                    name.startsWith("q")
                            ? QuotaBench.queue(name, member.parent, Map.of("f", gpus(member.used)), granted)
                            : new SchedulingObject.Cohort(name, member.parent, List.of(granted)));
        });
        return facts;
    }

    private static Member member(String parent, Random random, int nominal) {
        return new Member(
                parent,
                nominal,
                !parent.isEmpty() && random.nextInt(3) == 0 ? OptionalLong.of(random.nextInt(6)) : OptionalLong.empty(),
                !parent.isEmpty() && random.nextInt(3) == 0
                        ? OptionalLong.of(random.nextInt(6))
                        : OptionalLong.empty());
    }

    /** Whether one more unit keeps within the limits of every member that has to carry it. */
    private boolean fits(String name) {
        for (Member at = members.get(name); at != null; at = members.get(at.parent)) {
            if (at.used < at.kept()) {
                return true;
            }
            if (at.parent.isEmpty()) {
                return at.used < at.total;
            }
            if (at.borrowing.isPresent() && at.used >= at.total + at.borrowing.getAsLong()) {
                return false;
            }
        }
        throw new AssertionError(name);
    }

    private void book(String name) {
        Member at = members.get(name);
        boolean carried = at.used >= at.kept();
        at.used++;
        if (carried && !at.parent.isEmpty()) {
            book(at.parent);
        }
    }

    private long bookable(String name) {
        Map<String, Long> before = new HashMap<>();
        members.forEach((key, member) -> before.put(key, member.used));
        long count = 0;
        while (count < MOST && fits(name)) {
            book(name);
            count++;
        }
        before.forEach((key, used) -> members.get(key).used = used);
        return count;
    }
}
