// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.dra;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.dra.AllocatedDevice;
import podium.core.internal.dra.Outcome.Found;
import podium.core.internal.dra.Outcome.None;
import podium.core.internal.dra.Outcome.Refused;
import podium.core.internal.dra.Outcome.Unknown;

/**
 * Tries to allocate claims on nodes, while what it reads does not change. Lists of claims are told apart by being the same
 * object. In the realm of its index.
 */
public final class Allocator {
    private final DeviceIndex index;
    private final SelectorSource selectors;
    private final Map<List<Claimed>, Plan> plans = new IdentityHashMap<>();

    public Allocator(DeviceIndex index, SelectorSource selectors) {
        this.index = index;
        this.selectors = selectors;
    }

    private Plan plan(List<Claimed> claims) throws Unjudged {
        @Nullable Plan known = plans.get(claims);
        if (known != null) {
            return known;
        }
        Plan fresh = new Plan(claims, index.facts(), selectors);
        plans.put(claims, fresh);
        return fresh;
    }

    /**
     * How many copies of the claims a node takes, where that can be told by counting.
     *
     * @return empty: they have to be allocated one after the other
     */
    public OptionalInt copies(NodeDevices node, Usage usage, List<Claimed> claims) {
        try {
            Plan plan = plan(claims);
            return plan.simple() ? QuickCount.copies(plan, node, usage.held(node)) : OptionalInt.empty();
        } catch (Unjudged e) {
            return OptionalInt.empty();
        }
    }

    /** What the scheduler would come to on a node. */
    public Outcome allocate(NodeDevices node, Usage usage, List<Claimed> claims) {
        try {
            Search search = new Search(node, usage, new Wants(plan(claims), node));
            return search.run() ? new Found(search.chosen(), awaited(search.chosen(), node)) : new None();
        } catch (Unjudged e) {
            return e.verdict() == Unjudged.Verdict.REFUSED ? new Refused(e.words()) : new Unknown(e.words());
        }
    }

    /** Why claims find no devices on a node, with the numbers. */
    public String why(NodeDevices node, Usage usage, List<Claimed> claims, ClaimNames users) {
        try {
            return new Shortage(node, usage, new Wants(plan(claims), node), users).words();
        } catch (Unjudged e) {
            return e.words();
        }
    }

    private static List<String> awaited(List<List<AllocatedDevice>> chosen, NodeDevices node) {
        List<AllocatedDevice> devices = chosen.stream().flatMap(List::stream).toList();
        return node.pools().stream()
                .filter(Pool::awaits)
                .flatMap(pool -> pool.entries().stream())
                .filter(entry -> !entry.device().awaited().isEmpty())
                .filter(entry -> devices.stream().anyMatch(device -> device.id().equals(entry.id())))
                .map(entry -> entry.device().name())
                .toList();
    }
}
