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
import podium.placement.internal.dra.AllocationOutcome.Found;
import podium.placement.internal.dra.AllocationOutcome.None;
import podium.placement.internal.dra.AllocationOutcome.Refused;
import podium.placement.internal.dra.AllocationOutcome.Unknown;
import podium.placement.internal.dra.cel.SelectorSource;

/**
 * Tries to allocate claims on nodes, while what it reads does not change. Lists of claims are told apart by being the same
 * object. In the realm of its index.
 */
public final class Allocator {
    /** Copies that are counted; a node that takes so many has devices that anyone may share. */
    public static final int MOST = 128;

    private static final ServedCopies NONE = new ServedCopies(0, false, List.of(), Optional.of(new None()), true);

    private final DeviceIndex index;
    private final SelectorSource selectors;
    private final Map<List<ClaimToAllocate>, CompiledClaims> plans = new IdentityHashMap<>();
    private final Map<List<ClaimToAllocate>, UnjudgedException> faults = new IdentityHashMap<>();
    private final Map<List<ClaimToAllocate>, Map<DeviceSignature, ServedCopies>> served = new IdentityHashMap<>();
    private final Map<CompiledClaims, AllocationFailures> shortages = new IdentityHashMap<>();

    public Allocator(DeviceIndex index, SelectorSource selectors) {
        this.index = index;
        this.selectors = selectors;
    }

    private CompiledClaims plan(List<ClaimToAllocate> claims) throws UnjudgedException {
        @Nullable CompiledClaims known = plans.get(claims);
        if (known != null) {
            return known;
        }
        @Nullable UnjudgedException fault = faults.get(claims);
        if (fault != null) {
            throw fault;
        }
        try {
            CompiledClaims fresh = new CompiledClaims(claims, index.facts(), selectors);
            plans.put(claims, fresh);
            return fresh;
        } catch (UnjudgedException e) {
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
    public ServedCopies served(
            NodeDevices node,
            AllocationState usage,
            List<ClaimToAllocate> claims,
            List<ClaimToAllocate> next,
            int most) {
        Optional<DeviceSignature> face = Optional.empty();
        try {
            CompiledClaims plan = plan(claims);
            OptionalInt counted =
                    plan.simple() ? FastCopyCount.copies(plan, node, usage.held(node)) : OptionalInt.empty();
            if (counted.isPresent()) {
                int copies = counted.getAsInt();
                return copies > 0 ? ServedCopies.so(copies) : NONE;
            }
            face = DeviceSignature.of(plan, node, usage);
        } catch (UnjudgedException e) {
            return new ServedCopies(0, false, List.of(), Optional.of(outcome(e)), false);
        }
        if (face.isEmpty()) {
            return count(node, usage, claims, next, most);
        }
        Map<DeviceSignature, ServedCopies> known = served.computeIfAbsent(claims, it -> new HashMap<>());
        @Nullable ServedCopies before = known.get(face.get());
        if (before != null) {
            return before;
        }
        ServedCopies found = count(node, usage, claims, next, most);
        if (found.general()) {
            known.put(face.get(), found);
        }
        return found;
    }

    private ServedCopies count(
            NodeDevices node,
            AllocationState usage,
            List<ClaimToAllocate> claims,
            List<ClaimToAllocate> next,
            int most) {
        AllocationOutcome first = allocate(node, usage, claims);
        if (!(first instanceof Found found)) {
            boolean unknown = first instanceof Unknown;
            return new ServedCopies(unknown ? Integer.MAX_VALUE : 0, false, List.of(), Optional.of(first), !unknown);
        }
        if (next.isEmpty()) {
            return new ServedCopies(Integer.MAX_VALUE, true, found.awaited(), Optional.empty(), true);
        }
        AllocationState now = usage.with(found.all());
        int copies = 1;
        AllocationOutcome last = first;
        while (copies < most && last instanceof Found) {
            last = allocate(node, now, next);
            if (last instanceof Found more) {
                now = now.with(more.all());
                copies++;
            }
        }
        return new ServedCopies(
                copies == MOST ? Integer.MAX_VALUE : copies,
                false,
                found.awaited(),
                Optional.empty(),
                !(last instanceof Unknown));
    }

    /** What the scheduler would come to on a node. */
    public AllocationOutcome allocate(NodeDevices node, AllocationState usage, List<ClaimToAllocate> claims) {
        try {
            AllocationSearch search = new AllocationSearch(node, usage, new NodeRequestOptions(plan(claims), node));
            return search.run() ? new Found(search.chosen(), awaited(search.chosen(), node)) : new None();
        } catch (UnjudgedException e) {
            return outcome(e);
        }
    }

    private static AllocationOutcome outcome(UnjudgedException why) {
        return why.verdict() == UnjudgedException.Verdict.REFUSED ? new Refused(why.words()) : new Unknown(why.words());
    }

    /** Why claims find no devices on a node, with the numbers. */
    public DeviceShortage why(NodeDevices node, AllocationState usage, List<ClaimToAllocate> claims, ClaimNames users) {
        try {
            CompiledClaims plan = plan(claims);
            return shortages.computeIfAbsent(plan, AllocationFailures::new).shortage(node, usage, users);
        } catch (UnjudgedException e) {
            return new DeviceShortage(e.words(), e.words());
        }
    }

    private static List<String> awaited(List<List<AllocatedDevice>> chosen, NodeDevices node) {
        List<AllocatedDevice> devices = chosen.stream().flatMap(List::stream).toList();
        return node.pools().stream()
                .filter(DevicePool::awaits)
                .flatMap(pool -> pool.entries().stream())
                .filter(entry -> !entry.device().awaited().isEmpty())
                .filter(entry -> devices.stream().anyMatch(device -> device.id().equals(entry.id())))
                .map(entry -> entry.device().name())
                .toList();
    }
}
