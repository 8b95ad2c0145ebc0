// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.kubelet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.loop.RandomSource;
import podium.simulator.internal.scheduling.PodRequests;

/**
 * Derives the devices of a node from what it offers: its capacity, and the labels of GPU feature discovery that tell
 * slices and shared replicas from whole accelerators. The ids follow from the seed and the node's name, so a node that
 * goes and comes back has the same devices.
 */
public final class DeviceInventory {

    private static final String MIG = "nvidia.com/mig-";
    private static final String GPU = "nvidia.com/gpu";

    private final RandomSource seed;

    /** An inventory whose ids follow from a seed. */
    public DeviceInventory(RandomSource seed) {
        this.seed = seed;
    }

    /** The devices of a node, in the order of their indexes. */
    public List<PluginDevice> of(ObjectNode node) {
        String name = Json.name(node);
        Map<String, String> labels = Json.labels(node);
        List<PluginDevice> devices = new ArrayList<>();
        Map<String, Long> capacity = PodRequests.parse(Json.at(node, "status", "capacity"));
        int physical = Integer.parseInt(labels.getOrDefault("nvidia.com/gpu.count", "0"));
        int migs = 0;
        for (Map.Entry<String, Long> offered : capacity.entrySet()) {
            String resource = offered.getKey();
            int count = offered.getValue().intValue();
            if (resource.startsWith(MIG)) {
                migs = addMig(devices, name, resource, count, Math.max(1, physical), migs);
            } else if (resource.startsWith(GPU)) {
                addNvidia(devices, name, resource, count, labels);
            } else if (accelerator(resource)) {
                for (int i = 0; i < count; i++) {
                    devices.add(new PluginDevice(resource, otherId(resource, i), i, "", 0));
                }
            }
        }
        return devices;
    }

    /** Whether the resource stands for accelerators that a pod holds one by one. */
    public static boolean accelerator(String resource) {
        return resource.startsWith(GPU)
                || resource.startsWith(MIG)
                || resource.equals("amd.com/gpu")
                || resource.equals("habana.ai/gaudi")
                || resource.equals("google.com/tpu");
    }

    private void addNvidia(
            List<PluginDevice> devices, String node, String resource, int count, Map<String, String> labels) {
        int replicas = Integer.parseInt(labels.getOrDefault("nvidia.com/gpu.replicas", "1"));
        String profile = singleProfile(labels);
        int perGpu = profile.isEmpty() ? Math.max(1, replicas) : MigPartition.most(profile, MigManager.memory(labels));
        for (int i = 0; i < count; i++) {
            int gpu = i / perGpu;
            int part = i % perGpu;
            if (!profile.isEmpty()) {
                devices.add(new PluginDevice(resource, migId(node, gpu, part), gpu, profile, 7 + part));
            } else if (perGpu > 1) {
                devices.add(new PluginDevice(resource, gpuId(node, gpu) + "::" + part, gpu, "shared", part));
            } else {
                devices.add(new PluginDevice(resource, gpuId(node, gpu), gpu, "", 0));
            }
        }
    }

    private int addMig(List<PluginDevice> devices, String node, String resource, int count, int physical, int before) {
        String profile = resource.substring(MIG.length());
        for (int i = 0; i < count; i++) {
            int gpu = i * physical / Math.max(1, count);
            devices.add(new PluginDevice(resource, migId(node, gpu, before + i), gpu, profile, 1 + (before + i) % 13));
        }
        return before + count;
    }

    /** With the single strategy the product label carries the profile of every slice. */
    private static String singleProfile(Map<String, String> labels) {
        String product = labels.getOrDefault("nvidia.com/gpu.product", "");
        int at = product.indexOf("-MIG-");
        return at < 0 ? "" : product.substring(at + 5);
    }

    /** The UUID of a whole GPU. */
    public String gpuId(String node, int gpu) {
        return "GPU-" + uuid(seed.of(node).of("gpu").of(gpu));
    }

    private String migId(String node, int gpu, int part) {
        return "MIG-" + uuid(seed.of(node).of("mig").of(gpu).of(part));
    }

    /** AMD and Gaudi plugins name devices by PCI address, the TPU plugin by number. */
    private static String otherId(String resource, int index) {
        return resource.equals("google.com/tpu") ? Integer.toString(index) : pciAddress(index);
    }

    /** Where the accelerator with this index sits on the PCI bus. */
    public static String pciAddress(int index) {
        return String.format("0000:%02x:00.0", 0x1b + index * 0x11);
    }

    private static String uuid(RandomSource seed) {
        return new UUID(seed.value() & ~0xF000L | 0x4000L, seed.of(1).value() & ~(3L << 62) | 1L << 63).toString();
    }
}
