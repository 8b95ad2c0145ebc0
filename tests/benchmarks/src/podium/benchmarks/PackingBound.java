// SPDX-License-Identifier: Apache-2.0
package podium.benchmarks;

import java.util.List;
import java.util.stream.Stream;

/**
 * What no set of moves can exceed, from the shares of GPUs alone. A share weighs so many twelfths of a GPU, a whole GPU twelve,
 * such that what fits on one GPU never weighs more than twelve: a dual-feasible function (Fekete and Schepers, "New classes
 * of fast lower bounds for bin packing problems", 2001), here the dual prices of the linear program over all ways to fill a
 * GPU. So the weight of all that runs is at most that of all GPUs, after moves too:
 *
 * <pre>sum of weight / 12, of what ran before and what came to it &lt;= GPUs</pre>
 *
 * What ran before still runs, for a move takes nothing away for good: each such task costs weight / 12 of the GPUs and fills
 * its amount, and the difference is lost. What comes to it, whichever it is, fills at most its weight / 12, or as much more as
 * its amount is larger:
 *
 * <pre>allocated &lt;= GPUs - sum over what ran (weight / 12 - amount) + sum over what waits max(0, amount - weight / 12)</pre>
 *
 * That cores, memory and nodes are left out only makes the bound larger. It holds for the tasks that were placed one by one;
 * for a packer that may also stop some of them for good, or that may move while tasks still arrive, it says nothing: of all
 * arrivals some can be chosen that fill nearly every GPU.
 */
final class PackingBound {
    static final int WHOLE = 1000;
    private static final int TWELFTHS = 12;

    /** Shares from so many thousandths on weigh so much. */
    private static final int[][] WEIGHTS = {
        {1000, 12}, {810, 12}, {590, 8}, {550, 7}, {460, 6}, {440, 5}, {320, 4}, {230, 3}, {220, 2}
    };

    private PackingBound() {}

    /** Twelfths of a GPU that a share of so many thousandths weighs. */
    static int weight(int thousandths) {
        for (int[] step : WEIGHTS) {
            if (thousandths >= step[0]) {
                return step[1];
            }
        }
        return 0;
    }

    /** Twelfths that may still come to a GPU that holds these shares. */
    static int unfilled(List<Integer> thousandths) {
        return TWELFTHS - thousandths.stream().mapToInt(PackingBound::weight).sum();
    }

    /** Thousandths of a GPU that a task costs beyond what it asks for; below 0: it costs less. */
    static double loss(Packing.Asked asked) {
        return (double) WHOLE * asked.gpus() * weight(asked.thousandths()) / TWELFTHS - asked.amount();
    }

    /**
     * Thousandths of a GPU.
     *
     * @param gpus of the whole cluster
     * @param ran placed before the first move
     * @throws IllegalStateException a GPU can hold more than twelve twelfths: nothing is proven for these shares
     */
    static double most(int gpus, List<Packing.Asked> ran, List<Packing.Asked> waiting) {
        if (heaviest(Stream.concat(ran.stream(), waiting.stream())) > TWELFTHS) {
            throw new IllegalStateException("what fits on one GPU can weigh more than a GPU");
        }
        double lost = ran.stream().mapToDouble(PackingBound::loss).sum();
        double won =
                waiting.stream().mapToDouble(asked -> Math.max(0, -loss(asked))).sum();
        return (double) WHOLE * gpus - lost + won;
    }

    /** Weight of the heaviest way to fill a GPU, as if there were as many tasks of each share as fit: a knapsack. */
    private static int heaviest(Stream<Packing.Asked> tasks) {
        int[] shares = tasks.mapToInt(Packing.Asked::thousandths)
                .filter(share -> share > 0)
                .distinct()
                .toArray();
        int[] heaviest = new int[WHOLE + 1];
        for (int room = 1; room <= WHOLE; room++) {
            for (int share : shares) {
                if (share <= room) {
                    heaviest[room] = Math.max(heaviest[room], heaviest[room - share] + weight(share));
                }
            }
        }
        return heaviest[WHOLE];
    }
}
