// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.dra;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.dra.AllocatedDevice;
import podium.placement.internal.dra.Outcome.Found;
import podium.placement.internal.dra.Outcome.None;
import podium.placement.internal.dra.Outcome.Refused;
import podium.placement.internal.dra.Outcome.Unknown;
import podium.placement.internal.dra.cel.SelectorSource;

/**
 * Tries to allocate claims on nodes, while what it reads does not change. Lists of claims are told apart by being the same
 * object. In the realm of its index.
 */
public final class Allocator {
    /** Copies that are counted; a node that takes so many has devices that anyone may share. */
    public static final int MOST = 128;

    private static final Served NONE = new Served(0, false, List.of(), Optional.of(new None()));

    private final DeviceIndex index;
    private final SelectorSource selectors;
    private final Map<List<Claimed>, Plan> plans = new IdentityHashMap<>();
    private final Map<List<Claimed>, Unjudged> faults = new IdentityHashMap<>();
    private final Map<List<Claimed>, Map<Face, Served>> served = new IdentityHashMap<>();
    private final Map<Plan, Shortages> shortages = new IdentityHashMap<>();

    public Allocator(DeviceIndex index, SelectorSource selectors) {
        this.index = index;
        this.selectors = selectors;
    }

    private Plan plan(List<Claimed> claims) throws Unjudged {
        @Nullable Plan known = plans.get(claims);
        if (known != null) {
            return known;
        }
        @Nullable Unjudged fault = faults.get(claims);
        if (fault != null) {
            throw fault;
        }
        try {
            Plan fresh = new Plan(claims, index.facts(), selectors);
            plans.put(claims, fresh);
            return fresh;
        } catch (Unjudged e) {
            faults.put(claims, e);
            throw e;
        }
    }

    /**
     * How many copies of claims a node serves one after the other. What was found for a node holds for all that look the same.
     *
     * @param next what each copy after the first needs anew; empty: nothing
     * @param most copies that are counted; so many are taken for as many as there are where that is {@link #MOST}
     */
    public Served served(NodeDevices node, Usage usage, List<Claimed> claims, List<Claimed> next, int most) {
        Optional<Face> face = Optional.empty();
        try {
            Plan plan = plan(claims);
            OptionalInt counted = plan.simple() ? QuickCount.copies(plan, node, usage.held(node)) : OptionalInt.empty();
            if (counted.isPresent()) {
                int copies = counted.getAsInt();
                return copies > 0 ? Served.so(copies) : NONE;
            }
            face = Face.of(plan, node, usage);
        } catch (Unjudged e) {
            return new Served(0, false, List.of(), Optional.of(outcome(e)));
        }
        if (face.isEmpty()) {
            return count(node, usage, claims, next, most);
        }
        Map<Face, Served> known = served.computeIfAbsent(claims, it -> new HashMap<>());
        @Nullable Served before = known.get(face.get());
        if (before != null) {
            return before;
        }
        Served found = count(node, usage, claims, next, most);
        if (found.general()) {
            known.put(face.get(), found);
        }
        return found;
    }

    private Served count(NodeDevices node, Usage usage, List<Claimed> claims, List<Claimed> next, int most) {
        Outcome first = allocate(node, usage, claims);
        if (!(first instanceof Found found)) {
            int copies = first instanceof Unknown ? Integer.MAX_VALUE : 0;
            return new Served(copies, false, List.of(), Optional.of(first));
        }
        if (next.isEmpty()) {
            return new Served(Integer.MAX_VALUE, true, found.awaited(), Optional.empty());
        }
        Usage now = usage.with(found.all());
        int copies = 1;
        while (copies < most && allocate(node, now, next) instanceof Found more) {
            now = now.with(more.all());
            copies++;
        }
        return new Served(copies == MOST ? Integer.MAX_VALUE : copies, false, found.awaited(), Optional.empty());
    }

    /** What the scheduler would come to on a node. */
    public Outcome allocate(NodeDevices node, Usage usage, List<Claimed> claims) {
        try {
            Search search = new Search(node, usage, new Wants(plan(claims), node));
            return search.run() ? new Found(search.chosen(), awaited(search.chosen(), node)) : new None();
        } catch (Unjudged e) {
            return outcome(e);
        }
    }

    private static Outcome outcome(Unjudged why) {
        return why.verdict() == Unjudged.Verdict.REFUSED ? new Refused(why.words()) : new Unknown(why.words());
    }

    /** Why claims find no devices on a node, with the numbers. */
    public String why(NodeDevices node, Usage usage, List<Claimed> claims, ClaimNames users) {
        try {
            Plan plan = plan(claims);
            return shortages.computeIfAbsent(plan, Shortages::new).words(node, usage, users);
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
