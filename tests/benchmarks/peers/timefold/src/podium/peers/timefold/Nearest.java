// SPDX-License-Identifier: Apache-2.0
package podium.peers.timefold;

import ai.timefold.solver.core.api.score.buildin.bendablelong.BendableLongScore;
import ai.timefold.solver.core.api.score.calculator.IncrementalScoreCalculator;
import java.util.HashMap;
import java.util.Map;

/**
 * What a layout costs, kept up with each move: first the domains touched at each depth, from the top down to the machines, then
 * what is left free on the touched ones, from the machines up. No machine may give more than it has.
 */
public final class Nearest implements IncrementalScoreCalculator<Layout, BendableLongScore> {
    private final long[] touched = new long[Layout.DEPTHS];
    private final long[] left = new long[Layout.DEPTHS];
    private final Map<Long, int[]> used = new HashMap<>();
    private final Map<Long, Integer> free = new HashMap<>();
    private long over;
    private int asks;

    @Override
    public void resetWorkingSolution(Layout layout) {
        used.clear();
        free.clear();
        java.util.Arrays.fill(touched, 0);
        java.util.Arrays.fill(left, 0);
        over = 0;
        asks = layout.asks();
        for (Machine machine : layout.machines()) {
            for (int depth = 0; depth < Layout.DEPTHS; depth++) {
                free.merge(key(machine, depth), machine.free(), Integer::sum);
            }
        }
        layout.ranks().forEach(rank -> add(rank, 1));
    }

    private static Long key(Machine machine, int depth) {
        return (long) depth << 32 | machine.domains()[depth];
    }

    private void add(Rank rank, int sign) {
        Machine machine = rank.getMachine();
        if (machine == null) {
            return;
        }
        for (int depth = 0; depth < Layout.DEPTHS; depth++) {
            Long key = key(machine, depth);
            int[] ranks = used.computeIfAbsent(key, it -> new int[1]);
            count(depth, key, ranks[0], -1);
            ranks[0] += sign;
            count(depth, key, ranks[0], 1);
        }
    }

    private void count(int depth, Long key, int ranks, int sign) {
        if (ranks == 0) {
            return;
        }
        long rest = free.get(key) - (long) ranks * asks;
        touched[depth] += sign;
        left[depth] += sign * rest;
        over += depth == Layout.DEPTHS - 1 && rest < 0 ? sign * -rest : 0;
    }

    @Override
    public void beforeEntityAdded(Object entity) {}

    @Override
    public void afterEntityAdded(Object entity) {
        add((Rank) entity, 1);
    }

    @Override
    public void beforeVariableChanged(Object entity, String variable) {
        add((Rank) entity, -1);
    }

    @Override
    public void afterVariableChanged(Object entity, String variable) {
        add((Rank) entity, 1);
    }

    @Override
    public void beforeEntityRemoved(Object entity) {
        add((Rank) entity, -1);
    }

    @Override
    public void afterEntityRemoved(Object entity) {}

    @Override
    public BendableLongScore calculateScore() {
        long[] soft = new long[2 * Layout.DEPTHS];
        for (int depth = 0; depth < Layout.DEPTHS; depth++) {
            soft[depth] = -touched[depth];
            soft[2 * Layout.DEPTHS - 1 - depth] = -left[depth];
        }
        return BendableLongScore.of(new long[] {-over}, soft);
    }
}
