// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.gang;

/**
 * What a layout costs, compared like a word: first the domains that it touches directly below the target, then those below
 * them, down to the nodes; among equals what it leaves over on the touched nodes, then in the touched domains, the lowest
 * first, so that large holes stay whole. All of it adds up over the tree, so it is two numbers: digits in a base wide enough
 * for the largest sum. What does not fit in 62 bits is left out from the least telling end.
 */
final class LayoutCost {
    /** Base of sums that are to stay below the largest number. */
    private static final long MOST = 1L << 62;

    /** One more node touched. */
    static final long NODE = 1;

    private final long[] touched;
    private final long[] leftOver;

    /** One more unit left over on a node. */
    final long leftOnNode;

    /**
     * Prices for a tree.
     *
     * @param domains usable domains (and nodes beside them) at each depth below the target
     * @param nodes usable nodes
     * @param spare units of the gang's accelerator that are free on them
     */
    LayoutCost(int[] domains, int nodes, long spare) {
        touched = new long[domains.length];
        leftOver = new long[domains.length];
        int kept = 0;
        long product = nodes + 1L;
        while (kept < domains.length && product <= MOST / (domains[kept] + 1L)) {
            product *= domains[kept++] + 1L;
        }
        long unit = nodes + 1L;
        for (int depth = kept - 1; depth >= 0; depth--) {
            touched[depth] = unit;
            unit *= domains[depth] + 1L;
        }
        leftOnNode = MOST / (spare + 1);
        long left = leftOnNode;
        for (int depth = domains.length - 2; depth >= 0; depth--) { // on the lowest depth there are only nodes
            left /= spare + 1;
            leftOver[depth] = left;
        }
    }

    /** One more domain touched at a depth. */
    long touched(int depth) {
        return touched[depth];
    }

    /** One more unit left over in a domain at a depth. */
    long leftOver(int depth) {
        return leftOver[depth];
    }
}
