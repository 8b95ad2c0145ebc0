// SPDX-License-Identifier: Apache-2.0
package podium.benchmarks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import podium.benchmarks.PackedNode.Running;
import podium.benchmarks.PackedNode.Shared;

/**
 * Shares of one GPU for shares of another.
 *
 * @param from what lies on the one, thousandths, largest first
 * @param to what lies on the other
 * @param out indexes in {@code from} of those that leave it
 * @param in indexes in {@code to} of those that come instead
 * @param gathered by how much the sum of the squares of what is unfilled grows, twelfths, for each move
 */
record Exchange(List<Integer> from, List<Integer> to, List<Integer> out, List<Integer> in, double gathered) {
    static final Comparator<Exchange> BEST_FIRST = Comparator.comparingDouble(
                    (Exchange exchange) -> exchange.gathered())
            .reversed()
            .thenComparing(exchange -> exchange.from().toString())
            .thenComparing(exchange -> exchange.to().toString());

    /** Where no twelfths are gathered, free thousandths are: they let a share in that weighs nothing yet, or more. */
    private static final double ONLY_ROOM = 1e-9;

    /** Those that gather anything, of at most so many shares each way. */
    static List<Exchange> between(List<Integer> from, List<Integer> to, int most) {
        List<Exchange> found = new ArrayList<>();
        for (List<Integer> out : sets(from.size(), most)) {
            for (List<Integer> in : sets(to.size(), most)) {
                double gathered = gathered(from, to, out, in);
                if (gathered > 0) {
                    found.add(new Exchange(from, to, out, in, gathered / (out.size() + in.size())));
                }
            }
        }
        return found;
    }

    private static double gathered(List<Integer> from, List<Integer> to, List<Integer> out, List<Integer> in) {
        int change = sum(from, out) - sum(to, in);
        int roomThere = PackingBound.WHOLE - sum(from);
        int roomHere = PackingBound.WHOLE - sum(to);
        if (change <= 0 || change > roomHere) {
            return 0;
        }
        int twelfths = weight(from, out) - weight(to, in);
        return squares(PackingBound.unfilled(from), PackingBound.unfilled(to), twelfths)
                + ONLY_ROOM * squares(roomThere, roomHere, change);
    }

    /** Change of the sum of the squares when so much goes from the second to the first. */
    private static double squares(int first, int second, int change) {
        return 2.0 * change * (first - second + change);
    }

    private static int sum(List<Integer> amounts) {
        return amounts.stream().mapToInt(it -> it).sum();
    }

    private static int sum(List<Integer> amounts, List<Integer> at) {
        return at.stream().mapToInt(amounts::get).sum();
    }

    private static int weight(List<Integer> amounts, List<Integer> at) {
        return at.stream().mapToInt(it -> PackingBound.weight(amounts.get(it))).sum();
    }

    private static List<List<Integer>> sets(int size, int most) {
        List<List<Integer>> sets = new ArrayList<>();
        for (int bits = 0; bits < 1 << size; bits++) {
            List<Integer> set = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                if ((bits & 1 << i) != 0) {
                    set.add(i);
                }
            }
            if (set.size() <= most) {
                sets.add(set);
            }
        }
        return sets;
    }

    /** Does it with two GPUs that hold this; false: the nodes have too few cores or too little memory for it. */
    boolean done(Shared here, Shared there) {
        List<Running> leaving = out.stream().map(here.shares()::get).toList();
        List<Running> coming = in.stream().map(there.shares()::get).toList();
        if (here.node() != there.node() && !(fits(here, coming, leaving) && fits(there, leaving, coming))) {
            return false;
        }
        leaving.forEach(here.node()::remove);
        coming.forEach(there.node()::remove);
        leaving.forEach(task -> there.node().put(task, new int[] {there.index()}));
        coming.forEach(task -> here.node().put(task, new int[] {here.index()}));
        return true;
    }

    private static boolean fits(Shared device, List<Running> coming, List<Running> leaving) {
        return cores(coming) - cores(leaving) <= device.node().cores()
                && memory(coming) - memory(leaving) <= device.node().memory();
    }

    private static long cores(List<Running> tasks) {
        return tasks.stream().mapToLong(task -> task.asked().cores()).sum();
    }

    private static long memory(List<Running> tasks) {
        return tasks.stream().mapToLong(task -> task.asked().memory()).sum();
    }
}
