// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.dra;

import java.util.List;
import java.util.OptionalInt;
import podium.placement.internal.dra.RequestOption.Sieve;

/**
 * How many copies of simple claims a node takes, by counting bits: where requests select the same devices or quite other ones,
 * and nothing of a device matters but whether somebody has it. What is not so is left to the {@link AllocationSearch}.
 */
final class FastCopyCount {
    private FastCopyCount() {}

    /** Empty: it is not that simple. */
    static OptionalInt copies(CompiledClaims plan, NodeDevices node, long held) {
        if (!plan.simple() || !node.small()) {
            return OptionalInt.empty();
        }
        List<RequestOption> wishes = plan.all();
        long copies = Integer.MAX_VALUE;
        long seen = 0;
        long same = 0;
        long sum = 0;
        boolean equal = true;
        boolean apart = true;
        for (RequestOption wish : wishes) {
            long selected = node.reachable();
            for (Sieve sieve : wish.sieves()) {
                if ((node.failed(sieve.selector().orElseThrow()) & selected) != 0) {
                    return OptionalInt.empty();
                }
                selected &= node.yes(sieve.selector().orElseThrow());
            }
            if ((selected & ~node.plain()) != 0) {
                return OptionalInt.empty();
            }
            long free = selected & ~held & ~keptOff(wish, node, selected);
            equal &= sum == 0 || free == same;
            apart &= (free & seen) == 0;
            same = free;
            seen |= free;
            sum += wish.choice().count();
            copies = Math.min(
                    copies, Long.bitCount(free) / Math.max(1, wish.choice().count()));
        }
        if (!apart && !equal) {
            return OptionalInt.empty();
        }
        return OptionalInt.of((int) (apart ? copies : Long.bitCount(same) / sum));
    }

    private static long keptOff(RequestOption wish, NodeDevices node, long selected) {
        long off = 0;
        for (long left = selected & node.tainted(); left != 0; left &= left - 1) {
            int at = Long.numberOfTrailingZeros(left);
            off |= node.entry(at).keepsOff(wish.choice().tolerations()) == null ? 0 : 1L << at;
        }
        return off;
    }
}
