// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.dra;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import podium.core.change.SchedulingObject;
import podium.core.change.SchedulingObject.ResourceClaim;
import podium.core.change.SchedulingObject.ResourceSlice;
import podium.core.dra.AllocatedDevice;
import podium.core.dra.ClaimAllocation;
import podium.core.dra.ClaimSpec;
import podium.core.dra.DeviceId;
import podium.core.dra.NodeReach;
import podium.core.dra.OfferedDevice;
import podium.core.fleet.SchedulingObjects;

/** Some nodes, each a {@link RandomDevices} of two or three, so that several are alike but for names and holders. */
public final class RandomNodes {
    /** Names of the nodes are n0, n1, and so on. */
    public static final int NODES = 6;

    private static final int KINDS = 3;

    private final long seed;
    private final Random random;
    private final RandomDevices first;
    private final int[] kinds = new int[NODES];

    public RandomNodes(long seed) {
        this.seed = seed;
        this.random = new Random(seed);
        this.first = new RandomDevices(seed);
        for (int node = 0; node < NODES; node++) {
            kinds[node] = random.nextInt(KINDS);
        }
    }

    public static String node(int number) {
        return "n" + number;
    }

    /** What a pod claims. */
    public List<ClaimSpec> claims() {
        return first.claims;
    }

    /** All that there is before anything changes. */
    public List<SchedulingObject> facts() {
        List<SchedulingObject> facts = new ArrayList<>(first.classes);
        for (int node = 0; node < NODES; node++) {
            RandomDevices like = like(kinds[node]);
            for (ResourceSlice slice : like.slices) {
                facts.add(of(slice, node));
            }
            for (ResourceClaim claim : like.holders) {
                facts.add(held(claim, node, node + "-" + claim.name()));
            }
        }
        return facts;
    }

    private RandomDevices like(int kind) {
        return kind == 0 ? first : new RandomDevices(seed + kind);
    }

    /** What is other than before: the slices of a node, or who has a device. */
    public List<Change> next() {
        int node = random.nextInt(NODES);
        RandomDevices like = like(random.nextInt(KINDS));
        if (random.nextInt(3) == 0 || like.holders.isEmpty()) {
            List<Change> changes = new ArrayList<>();
            like(kinds[node]).slices.forEach(slice -> changes.add(new Change(of(slice, node), false)));
            kinds[node] = random.nextInt(KINDS);
            like(kinds[node]).slices.forEach(slice -> changes.add(new Change(of(slice, node), true)));
            return changes;
        }
        ResourceClaim claim = like.holders.get(random.nextInt(like.holders.size()));
        return List.of(new Change(held(claim, node, node + "-" + claim.name()), random.nextInt(3) > 0));
    }

    /**
     * One change.
     *
     * @param there false: it goes, if it was there
     */
    public record Change(SchedulingObject fact, boolean there) {
        /** Makes it. */
        public void in(SchedulingObjects facts) {
            if (there) {
                facts.seen(fact);
            } else {
                facts.gone(fact.getClass().getSimpleName(), fact.namespace(), fact.name());
            }
        }
    }

    private static ResourceSlice of(ResourceSlice slice, int node) {
        return new ResourceSlice(
                slice.name() + "-" + node,
                slice.driver(),
                slice.pool() + "-" + node,
                slice.generation(),
                slice.count(),
                of(slice.reach(), node),
                slice.devices().stream().map(device -> of(device, node)).toList(),
                slice.counters());
    }

    private static OfferedDevice of(OfferedDevice device, int node) {
        return new OfferedDevice(
                device.name(),
                device.attributes(),
                device.capacity(),
                device.taints(),
                device.counters(),
                of(device.reach(), node),
                device.shared(),
                device.binds(),
                device.awaited());
    }

    private static NodeReach of(NodeReach reach, int node) {
        return reach.node().equals(RandomDevices.NODE) ? NodeReach.of(node(node)) : reach;
    }

    private static ResourceClaim held(ResourceClaim claim, int node, String name) {
        List<AllocatedDevice> devices = claim.allocation().map(ClaimAllocation::devices).orElse(List.of()).stream()
                .map(device -> new AllocatedDevice(
                        device.request(),
                        new DeviceId(
                                device.id().driver(),
                                device.id().pool() + "-" + node,
                                device.id().device()),
                        device.admin(),
                        device.share(),
                        device.consumed()))
                .toList();
        return new ResourceClaim(
                claim.namespace(),
                name,
                "uid-" + name,
                claim.owner(),
                claim.podClaim(),
                claim.extended(),
                claim.spec(),
                Optional.of(new ClaimAllocation(devices, List.of())),
                claim.users(),
                claim.ending());
    }
}
