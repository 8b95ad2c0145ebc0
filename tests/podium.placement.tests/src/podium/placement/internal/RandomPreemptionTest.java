// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static podium.placement.internal.QuotaBench.GPU;
import static podium.placement.internal.QuotaBench.gpus;
import static podium.placement.internal.QuotaBench.granted;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import podium.core.change.SchedulingObject;
import podium.core.change.SchedulingObject.Preemption;
import podium.core.change.SchedulingObject.Preemption.Policy;
import podium.core.change.SchedulingObject.Workload;
import podium.core.fleet.SchedulingObjects;
import podium.placement.internal.quota.KueuePreemption;
import podium.placement.internal.quota.KueueTree;

/**
 * Whom Kueue evicts in one cohort without limits, in the words of its documentation ("Preemption", classic algorithm) and by
 * plain sums: what is used, what is nominal, what the cohort has.
 */
class RandomPreemptionTest {
    private static final int CASES = 5_000;

    private final Map<String, Integer> nominal = new HashMap<>();
    private final Map<String, Integer> used = new HashMap<>();
    private final List<Workload> running = new ArrayList<>();
    private Preemption rules = Preemption.NEVER;
    private int asks;
    private int priority;

    @Test
    void thoseGoWhomTheDocumentationNames() {
        int evicting = 0;
        int borrowing = 0;
        for (int seed = 0; seed < CASES; seed++) {
            SchedulingObjects facts = build(new Random(seed));
            List<String> expected = expected();
            assertEquals(expected, actual(facts), "case " + seed);
            evicting += expected.isEmpty() ? 0 : 1;
            borrowing += !expected.isEmpty() && used("q0") + asks > nominal("q0") ? 1 : 0;
        }
        assertTrue(evicting > CASES / 10, "the cases are lopsided: " + evicting);
        assertTrue(borrowing > CASES / 100, "the cases are lopsided: " + borrowing);
    }

    private int used(String queue) {
        return used.getOrDefault(queue, 0);
    }

    private int nominal(String queue) {
        return nominal.getOrDefault(queue, 0);
    }

    private SchedulingObjects build(Random random) {
        nominal.clear();
        used.clear();
        running.clear();
        int queues = 1 + random.nextInt(3);
        int total = 0;
        for (int i = 0; i < queues; i++) {
            nominal.put("q" + i, random.nextInt(9));
            total += nominal("q" + i);
        }
        for (int i = random.nextInt(8); i > 0; i--) {
            int amount = 1 + random.nextInt(4);
            if (used.values().stream().mapToInt(it -> it).sum() + amount <= total) {
                String queue = "q" + random.nextInt(queues);
                used.merge(queue, amount, Integer::sum);
                running.add(workload("w" + i, queue, random.nextInt(4), amount, random.nextInt(5) == 0));
            }
        }
        Policy[] policies = Policy.values();
        rules = new Preemption(
                policies[random.nextInt(policies.length)],
                policies[random.nextInt(policies.length)],
                random.nextInt(2) == 0,
                random.nextInt(2) == 0 ? OptionalInt.empty() : OptionalInt.of(random.nextInt(3)));
        asks = 1 + random.nextInt(8);
        priority = random.nextInt(4);
        SchedulingObjects facts = new SchedulingObjects();
        running.forEach(facts::seen);
        nominal.forEach((name, amount) -> facts.seen(new SchedulingObject.ClusterQueue(
                name,
                "c",
                List.of(List.of(GPU)),
                List.of(granted("f", amount)),
                Map.of("f", gpus(used(name))),
                QuotaBench.ANY,
                "",
                rules,
                List.of())));
        return facts;
    }

    private static Workload workload(String name, String queue, int priority, int amount, boolean evicted) {
        return new Workload(
                "ns", name, "", name, queue, priority, null, null, evicted, Map.of("f", gpus(amount)), List.of());
    }

    private List<String> actual(SchedulingObjects facts) {
        SchedulingObject.ClusterQueue queue =
                facts.get(SchedulingObject.ClusterQueue.class, "", "q0").orElseThrow();
        if (new KueueTree(facts, "f", GPU, Map.of()).available(queue) >= asks) {
            return List.of();
        }
        return new KueuePreemption(facts, queue, "f", Map.of(GPU, (long) asks), List.of(GPU))
                        .victims(new Workload(
                                "ns", "new", "", "new", "", priority, null, null, false, Map.of(), List.of()))
                        .stream()
                        .map(Workload::name)
                        .sorted()
                        .toList();
    }

    private List<String> expected() {
        int left = nominal.values().stream().mapToInt(it -> it).sum()
                - used.values().stream().mapToInt(it -> it).sum();
        boolean own = used("q0") + asks <= nominal("q0");
        if (asks <= left || !(asks <= nominal("q0") || rules.borrows() || own)) {
            return List.of();
        }
        List<Workload> may = new ArrayList<>(running);
        may.removeIf(workload -> !may(workload));
        may.sort(Comparator.comparing((Workload it) -> !it.evicted())
                .thenComparing(this::ofTheQueue)
                .thenComparing(Workload::priority)
                .thenComparing(Workload::name));
        boolean others = may.stream().anyMatch(it -> !ofTheQueue(it));
        boolean keeps = used("q0") < nominal("q0");
        List<Boolean> tries = !others || !rules.borrows() && !keeps
                ? List.of(true)
                : !rules.borrows() && !own ? List.of(false, true) : List.of(true, false);
        for (boolean borrow : tries) {
            List<String> found = tried(may, borrow, own);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private boolean ofTheQueue(Workload workload) {
        return workload.clusterQueue().equals("q0");
    }

    private boolean may(Workload workload) {
        Policy policy = ofTheQueue(workload) ? rules.within() : rules.reclaim();
        return (ofTheQueue(workload) || used(workload.clusterQueue()) > nominal(workload.clusterQueue()))
                && (policy == Policy.ANY || policy != Policy.NEVER && workload.priority() < priority);
    }

    private List<String> tried(List<Workload> may, boolean borrow, boolean own) {
        Map<String, Integer> now = new HashMap<>(used);
        List<Workload> gone = new ArrayList<>();
        for (Workload workload : may) {
            String queue = workload.clusterQueue();
            boolean low = rules.borrows()
                    && workload.priority() < priority
                    && workload.priority() <= rules.threshold().orElse(Integer.MAX_VALUE);
            if (!ofTheQueue(workload) && (now.getOrDefault(queue, 0) <= nominal(queue) || borrow && !own && !low)) {
                continue;
            }
            gone.add(workload);
            now.merge(queue, -amount(workload), Integer::sum);
            if (fits(now, borrow)) {
                return needed(gone, now, borrow);
            }
        }
        return List.of();
    }

    private List<String> needed(List<Workload> gone, Map<String, Integer> now, boolean borrow) {
        List<String> needed = new ArrayList<>(List.of(gone.getLast().name()));
        for (Workload workload : gone.reversed().subList(1, gone.size())) {
            now.merge(workload.clusterQueue(), amount(workload), Integer::sum);
            if (!fits(now, borrow)) {
                now.merge(workload.clusterQueue(), -amount(workload), Integer::sum);
                needed.add(workload.name());
            }
        }
        needed.sort(Comparator.naturalOrder());
        return needed;
    }

    private boolean fits(Map<String, Integer> now, boolean borrow) {
        int left = nominal.values().stream().mapToInt(it -> it).sum()
                - now.values().stream().mapToInt(it -> it).sum();
        return asks <= left && (borrow || now.getOrDefault("q0", 0) + asks <= nominal("q0"));
    }

    private static int amount(Workload workload) {
        return (int) workload.used().getOrDefault("f", gpus(0)).get(GPU);
    }
}
