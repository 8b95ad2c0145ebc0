// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.dra;

import java.util.List;
import podium.core.dra.AllocatedDevice;
import podium.core.internal.dra.Outcome.Found;
import podium.core.internal.dra.Outcome.None;
import podium.core.internal.dra.Outcome.Refused;
import podium.core.internal.dra.Outcome.Unknown;

/** Tries to allocate claims on nodes. In the realm of its index. */
public final class Allocator {
    private final DeviceIndex index;
    private final SelectorSource selectors;

    public Allocator(DeviceIndex index, SelectorSource selectors) {
        this.index = index;
        this.selectors = selectors;
    }

    /**
     * What the scheduler would come to on a node.
     *
     * @param pools of the node
     */
    public Outcome allocate(List<Pool> pools, Usage usage, List<Claimed> claims) {
        try {
            Wants wants = new Wants(claims, pools, index.facts(), selectors);
            Search search = new Search(pools, usage, wants);
            if (search.run()) {
                return new Found(search.chosen(), awaited(search.chosen(), pools));
            }
            return new None();
        } catch (Unjudged e) {
            return e.verdict() == Unjudged.Verdict.REFUSED ? new Refused(e.words()) : new Unknown(e.words());
        }
    }

    /** Why claims find no devices on a node, with the numbers. */
    public String why(List<Pool> pools, Usage usage, List<Claimed> claims, ClaimNames users) {
        try {
            return new Shortage(pools, usage, new Wants(claims, pools, index.facts(), selectors), users).words();
        } catch (Unjudged e) {
            return e.words();
        }
    }

    private static List<String> awaited(List<List<AllocatedDevice>> chosen, List<Pool> pools) {
        List<AllocatedDevice> devices = chosen.stream().flatMap(List::stream).toList();
        return pools.stream()
                .filter(Pool::awaits)
                .flatMap(pool -> pool.entries().stream())
                .filter(entry -> !entry.device().awaited().isEmpty())
                .filter(entry -> devices.stream().anyMatch(device -> device.id().equals(entry.id())))
                .map(entry -> entry.device().name())
                .toList();
    }
}
