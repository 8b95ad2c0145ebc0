// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.dra;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.change.SchedulingObject;
import podium.core.change.SchedulingObject.DeviceClass;
import podium.core.change.SchedulingObject.DeviceTaintRule;
import podium.core.change.SchedulingObject.ResourceClaim;
import podium.core.change.SchedulingObject.ResourceSlice;
import podium.core.dra.AcceleratorDrivers;
import podium.core.dra.AllocatedDevice;
import podium.core.dra.DeviceId;
import podium.core.fleet.SchedulingObjects;
import podium.model.value.Labels;

/**
 * The devices of one cluster by node, who has them, and the claims of pods; follows the facts change by change and knows
 * which nodes a change concerns. In the realm, or on one thread with facts that stay.
 */
public final class DeviceIndex {
    /** Of the implicit extended resource of a class (KEP-5004). */
    private static final String CLASS_PREFIX = "deviceclass.resource.kubernetes.io/";
    /** Ways to be made that are remembered. */
    private static final int BUILDS = 4_096;

    private final SchedulingObjects facts;
    private final ResourceSliceIndex slices = new ResourceSliceIndex();
    private final Map<DeviceId, DeviceUsage> holdings = new HashMap<>();
    private final Map<String, List<ResourceClaim>> byOwner = new HashMap<>();
    private final Map<String, Seen> nodes = new HashMap<>();
    private final Set<String> changed = new HashSet<>();
    /** Each way in which nodes are made, once. */
    private final Map<DeviceShapes, DeviceShapes> builds = new HashMap<>();

    private @Nullable Map<String, DeviceClass> byResource;
    private boolean allChanged;
    /** Grows when devices that several nodes reach are had by others. */
    private long epoch;
    /** Grows when nodes may have other devices. */
    private long offers;

    /** The devices of a node while it has these labels. */
    private record Seen(Labels labels, NodeDevices devices) {}

    public DeviceIndex(SchedulingObjects facts) {
        this.facts = facts;
        facts.all(ResourceSlice.class).forEach(slices::add);
        facts.all(ResourceClaim.class).forEach(this::add);
    }

    public static boolean concerns(SchedulingObject fact) {
        return fact instanceof ResourceSlice
                || fact instanceof ResourceClaim
                || fact instanceof DeviceClass
                || fact instanceof DeviceTaintRule
                || fact instanceof SchedulingObject.ResourceClaimTemplate;
    }

    /** Takes a change of the facts: what was known of an object, and what is. */
    public void follow(@Nullable SchedulingObject before, @Nullable SchedulingObject now) {
        if (before instanceof ResourceSlice slice) {
            slices.remove(slice);
            reach(slice);
        }
        if (now instanceof ResourceSlice slice) {
            slices.add(slice);
            reach(slice);
        }
        if (before instanceof ResourceClaim claim) {
            remove(claim);
            reach(claim);
        }
        if (now instanceof ResourceClaim claim) {
            add(claim);
            reach(claim);
        }
        if (before instanceof DeviceClass || now instanceof DeviceClass) {
            byResource = null;
            allChanged = true;
        }
        if (before instanceof DeviceTaintRule || now instanceof DeviceTaintRule) {
            forget();
        }
    }

    /** Every node may be concerned by what changed since this was last asked. */
    public boolean takeAllChanged() {
        boolean all = allChanged;
        allChanged = false;
        return all;
    }

    /** Names of nodes that are concerned by what changed since this was last asked. */
    public List<String> takeChanged() {
        List<String> names = List.copyOf(changed);
        changed.clear();
        return names;
    }

    private void reach(ResourceSlice slice) {
        String node = slice.reach().node();
        if (!node.isEmpty() && slices.ofOneNode(ResourceSliceIndex.pool(slice), node)) {
            nodes.remove(node);
            offers++;
            changed.add(node);
        } else {
            forget();
        }
    }

    private void forget() {
        nodes.clear();
        builds.clear();
        offers++;
        allChanged = true;
    }

    /** A device is had or free where its pool can be reached from. */
    private void reach(ResourceClaim claim) {
        if (claim.allocation().isEmpty()) {
            return;
        }
        for (AllocatedDevice device : claim.allocation().get().devices()) {
            for (ResourceSlice slice : slices.all(new ResourceSliceIndex.PoolId(
                    device.id().driver(), device.id().pool()))) {
                String node = slice.reach().node();
                Seen seen = nodes.get(node);
                if (seen != null) {
                    seen.devices().forgetHeld();
                }
                if (node.isEmpty()) {
                    allChanged = true;
                    epoch++;
                }
                changed.add(node);
            }
        }
    }

    private void add(ResourceClaim claim) {
        if (!claim.owner().isEmpty()) {
            byOwner.computeIfAbsent(claim.owner(), uid -> new ArrayList<>(2)).add(claim);
        }
        claim.allocation().ifPresent(allocation -> {
            for (AllocatedDevice device : allocation.devices()) {
                if (!device.admin()) {
                    holdings.put(
                            device.id(), holding(device.id()).with(new DeviceUsage.Part(Optional.of(claim), device)));
                }
            }
        });
    }

    private void remove(ResourceClaim claim) {
        List<ResourceClaim> owned = byOwner.get(claim.owner());
        if (owned != null) {
            owned.removeIf(claim::equals);
            if (owned.isEmpty()) {
                byOwner.remove(claim.owner());
            }
        }
        claim.allocation().ifPresent(allocation -> {
            for (AllocatedDevice device : allocation.devices()) {
                DeviceUsage left = holding(device.id()).without(claim::equals);
                if (left.any()) {
                    holdings.put(device.id(), left);
                } else {
                    holdings.remove(device.id());
                }
            }
        });
    }

    DeviceUsage holding(DeviceId id) {
        return holdings.getOrDefault(id, DeviceUsage.NONE);
    }

    public SchedulingObjects facts() {
        return facts;
    }

    /** True when no driver offers anything. */
    public boolean isEmpty() {
        return slices.isEmpty();
    }

    /** Grows when nodes may have other devices than before; what {@link #devices} gave until then is not to be used. */
    public long offers() {
        return offers;
    }

    /** How the devices of a node are made; of nodes made alike it is one object. Empty: the node is like no other. */
    Optional<DeviceShapes> build(NodeDevices node) {
        Optional<DeviceShapes> own = node.build();
        if (own.isEmpty() || builds.get(own.get()) == own.get()) {
            return own;
        }
        if (builds.size() >= BUILDS) {
            builds.clear();
        }
        @Nullable DeviceShapes equal = builds.putIfAbsent(own.get(), own.get());
        if (equal != null) {
            node.build(equal);
        }
        return node.build();
    }

    /** The devices of a node. */
    public NodeDevices devices(String node, Labels labels) {
        Seen known = nodes.get(node);
        if (known == null || !known.labels().equals(labels)) {
            known = new Seen(
                    labels,
                    new NodeDevices(new PoolGatherer(slices, facts.all(DeviceTaintRule.class), node, labels).pools()));
            nodes.put(node, known);
        }
        return known.devices();
    }

    /** Which of the devices of a node somebody has in whole. */
    long held(NodeDevices node) {
        return node.held(this, epoch);
    }

    /** Who has a device of a node. */
    DeviceUsage holding(NodeDevices node, int at) {
        return node.holding(at, this, epoch);
    }

    /** Accelerators of a node, and those of them that a claim without tolerations could have now. */
    public record Stock(int offered, int free) {}

    /** What accelerators a node offers to claims; empty: none, or some that are parts of others, which cannot be counted. */
    public Optional<Stock> stock(NodeDevices node) {
        int offered = 0;
        int free = 0;
        for (int at = 0; at < node.size(); at++) {
            NodeDevice entry = node.entry(at);
            if (AcceleratorDrivers.is(entry.id().driver()) && entry.reachable()) {
                if (!entry.plain()) {
                    return Optional.empty();
                }
                offered++;
                free += entry.keepsOff(List.of()) == null
                                && !holding(entry.id()).any()
                        ? 1
                        : 0;
            }
        }
        return offered == 0 ? Optional.empty() : Optional.of(new Stock(offered, free));
    }

    /** Claims that were made for a pod. */
    public List<ResourceClaim> claimsOf(String podUid) {
        return byOwner.getOrDefault(podUid, List.of());
    }

    /** The class whose devices serve an extended resource: the newest that names it, of two the first by name. */
    public Optional<DeviceClass> servedBy(String resource) {
        Map<String, DeviceClass> known = byResource;
        if (known == null) {
            known = new HashMap<>();
            for (DeviceClass one : facts.all(DeviceClass.class)) {
                known.put(CLASS_PREFIX + one.name(), one);
                if (!one.extendedResource().isEmpty()) {
                    known.merge(one.extendedResource(), one, DeviceIndex::preferred);
                }
            }
            byResource = known;
        }
        return Optional.ofNullable(known.get(resource));
    }

    /** ExtendedResourceCache of dynamic-resource-allocation/deviceclass. */
    private static DeviceClass preferred(DeviceClass one, DeviceClass two) {
        int newer = one.created() == null || two.created() == null
                ? 0
                : one.created().compareTo(two.created());
        return newer > 0 || newer == 0 && one.name().compareTo(two.name()) < 0 ? one : two;
    }
}
