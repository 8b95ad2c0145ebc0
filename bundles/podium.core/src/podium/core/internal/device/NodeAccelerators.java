// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.device;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import podium.core.change.Change.NodeSeen;
import podium.model.fleet.Vendor;
import podium.model.value.Labels;
import podium.model.value.Resources;

/**
 * The accelerators of a node as far as the Node object tells: extended resources for how many, labels of GPU Feature
 * Discovery (and of GKE and others) for which. Capacity is read, not allocatable: a broken device is still there.
 *
 * @param devices physical devices in order of their index
 * @param machineProduct what the type of the machine says of them all; empty: nothing
 */
public record NodeAccelerators(List<DeviceFact> devices, String machineProduct) {
    private static final String GFD = "nvidia.com/gpu.";
    /** What GKE says of GPUs that are time-shared, shared by MPS, or cut by MIG (documents on GPU sharing and multi-instance GPUs). */
    private static final String GKE_CLIENTS = "cloud.google.com/gke-max-shared-clients-per-gpu";

    private static final String GKE_PARTITION = "cloud.google.com/gke-gpu-partition-size";

    /**
     * A device as the node tells it.
     *
     * @param model product name; empty when unknown
     * @param slices names of the slices on it: MIG profiles, or "share i" of a time-sliced device; empty: a whole device
     */
    public record DeviceFact(Vendor vendor, String model, OptionalLong memoryBytes, List<SliceFact> slices) {}

    /** A slice as the labels tell it. */
    public record SliceFact(String name, String profile) {}

    /** What a node object tells. */
    public static NodeAccelerators of(NodeSeen node) {
        Resources offered = node.capacity().isEmpty() ? node.allocatable() : node.capacity();
        List<DeviceFact> devices = new ArrayList<>(nvidia(node.labels(), offered, node.allocatable()));
        devices.addAll(OtherMakers.devices(offered, node.labels()));
        return new NodeAccelerators(List.copyOf(devices), MachineTypes.product(node.labels()));
    }

    private static List<DeviceFact> nvidia(Labels labels, Resources offered, Resources allocatable) {
        List<SliceFact> mig = mixed(labels, offered, allocatable);
        String product = labels.get(GFD + "product").orElse("");
        String single = MigProfiles.singleProfile(product);
        if (single.isEmpty()) {
            single = labels.get(GKE_PARTITION).orElse("");
        }
        long units = offered.get("nvidia.com/gpu") + offered.get("nvidia.com/gpu.shared");
        long replicas = replicas(labels);
        if (!single.isEmpty()) {
            for (int i = 0; i < Math.min(units / replicas, 1024); i++) {
                mig.add(new SliceFact("mig " + i, single));
            }
        }
        long whole = single.isEmpty() ? units : 0;
        List<List<SliceFact>> carved = MigProfiles.pack(mig, single.isEmpty() ? countLabel(labels) - whole : 0);
        long physical = single.isEmpty() && countLabel(labels) > 0
                ? Math.max(countLabel(labels), carved.size())
                : carved.size() + (whole + replicas - 1) / replicas;
        String model = product.isEmpty()
                ? VendorModels.model("", labels)
                : MigProfiles.wholeProduct(product).replaceFirst("-SHARED$", "");
        OptionalLong memory = single.isEmpty() ? DeviceMemory.labelled(labels) : OptionalLong.empty();
        List<DeviceFact> devices = new ArrayList<>();
        for (int i = 0; i < Math.min(physical, 1024); i++) {
            List<SliceFact> slices = i < carved.size() ? carved.get(i) : shares(replicas);
            devices.add(new DeviceFact(Vendor.NVIDIA, model, memory, slices));
        }
        return devices;
    }

    /** The kubelet keeps the capacity of profiles no longer offered: where they need more GPUs than there are, they are gone. */
    private static List<SliceFact> mixed(Labels labels, Resources offered, Resources allocatable) {
        List<SliceFact> mig = MigProfiles.mixed(offered);
        boolean stale = countLabel(labels) > 0 && MigProfiles.pack(mig, 0).size() > countLabel(labels);
        return new ArrayList<>(stale ? MigProfiles.mixed(allocatable) : mig);
    }

    /** In how many one GPU, or one MIG instance, is offered. */
    private static long replicas(Labels labels) {
        return Math.max(
                1,
                labels.get(GFD + "replicas")
                        .or(() -> labels.get(GKE_CLIENTS))
                        .map(NodeAccelerators::number)
                        .orElse(1L));
    }

    private static List<SliceFact> shares(long replicas) {
        List<SliceFact> shares = new ArrayList<>();
        for (int i = 0; replicas > 1 && i < Math.min(replicas, 64); i++) {
            shares.add(new SliceFact("share " + i, "1/" + replicas));
        }
        return shares;
    }

    /** Physical GPUs that GPU Feature Discovery counted; 0 when it did not. */
    private static long countLabel(Labels labels) {
        return labels.get(GFD + "count").map(NodeAccelerators::number).orElse(0L);
    }

    /** A count of a label; 0 for what is none. */
    static long number(String text) {
        try {
            return Math.max(0, Long.parseLong(text));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
