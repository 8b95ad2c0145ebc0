// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.device;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import podium.core.fleet.AcceleratorKind;
import podium.core.internal.device.NodeAccelerators.DeviceFact;
import podium.core.internal.device.NodeAccelerators.SliceFact;
import podium.model.fleet.Vendor;
import podium.model.value.Labels;
import podium.model.value.Resources;

/**
 * The accelerators of a node that GPU Feature Discovery does not label. Some makers offer one device under several names
 * (neuron and neurondevice, with their cores beside them), or only its parts (amd.com/cpx_nps4, huawei.com/Ascend910-2c).
 */
final class OtherMakers {
    private static final int MOST = 1024;
    private static final String PARTITION = "amd.com/gpu.compute-memory-partition";

    private static final String BIREN = "birentech.com/1-";
    private static final String NEURON = "aws.amazon.com/neuron";

    private OtherMakers() {}

    static List<DeviceFact> devices(Resources offered, Labels labels) {
        List<DeviceFact> devices = new ArrayList<>(neuron(offered, labels));
        offered.forEach((name, amount) -> AcceleratorKind.of(name)
                .filter(kind -> !name.startsWith(NEURON) && !isRead(name))
                .ifPresent(kind -> devices.addAll(devices(name, kind, amount, labels, offered))));
        return devices;
    }

    /** True for what is read with the labels of GPU Feature Discovery. */
    private static boolean isRead(String name) {
        return name.equals("nvidia.com/gpu")
                || name.equals("nvidia.com/gpu.shared")
                || name.startsWith(AcceleratorKind.MIG_PREFIX);
    }

    private static List<DeviceFact> devices(
            String name, AcceleratorKind kind, long amount, Labels labels, Resources offered) {
        String profile = profile(name, kind, labels);
        int parts = profile.isEmpty() ? 1 : parts(profile, labels);
        String model = VendorModels.model(name.startsWith("habana.ai/") ? kind.word() : passedOn(name), labels);
        OptionalLong memory = DeviceMemory.offered(name, offered, labels);
        List<DeviceFact> devices = new ArrayList<>();
        for (long left = Math.min(amount, MOST); left > 0; left -= parts) {
            devices.add(new DeviceFact(
                    kind.vendor(),
                    model,
                    memory,
                    parts == 1 ? List.of() : slices(profile, (int) Math.min(parts, left))));
        }
        return devices;
    }

    /**
     * The product in the name under which a GPU, or a vGPU, is offered to virtual machines: GH100_H100_SXM5_80GB, NVIDIA_A10-12Q
     * (kubevirt-gpu-device-plugin names them after pci.ids and after the type of the vGPU).
     */
    private static String passedOn(String name) {
        String device = name.startsWith("nvidia.com/") ? name.substring(name.indexOf('/') + 1) : "";
        String product = device.matches("[A-Z]{2}\\d.*_.*") ? device.substring(device.indexOf('_') + 1) : device;
        return product.chars().anyMatch(Character::isDigit) ? product.replace('_', ' ') : "";
    }

    private static List<SliceFact> slices(String profile, int count) {
        List<SliceFact> slices = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            slices.add(new SliceFact("part " + i, profile));
        }
        return slices;
    }

    /** How a device is divided of which this resource counts the parts; empty: it counts devices. */
    private static String profile(String name, AcceleratorKind kind, Labels labels) {
        if (kind.slice() && (name.startsWith("amd.com/") || name.startsWith(BIREN))) {
            return name.substring(name.indexOf('/') + 1);
        }
        if (kind.slice() && name.startsWith("huawei.com/")) {
            return name.substring(name.lastIndexOf('-') + 1);
        }
        return "amd.com/gpu".equals(name)
                ? labels.get(PARTITION)
                        .or(() -> labels.get("beta." + PARTITION))
                        .filter(partition -> !partition.startsWith("spx"))
                        .orElse("")
                : "";
    }

    /** Parts of one device: compute partitions of AMD by their letter, vNPUs by their cores of some thirty, those of Biren by name. */
    private static int parts(String profile, Labels labels) {
        if (profile.matches("\\d+c(\\..*)?")) {
            int cores = MigProfiles.number(profile.substring(0, profile.indexOf('c')), 1);
            boolean small = labels.get("accelerator").orElse("").contains("310");
            return Math.max(1, (small ? 8 : 30) / Math.max(1, cores));
        }
        if (profile.matches("1-\\d-gpu")) {
            return profile.charAt(2) - '0';
        }
        return switch (profile.charAt(0)) {
            case 'd' -> 2;
            case 't' -> 3;
            case 'q' -> 4;
            case 'c' -> VendorModels.model("", labels).contains("MI300A") ? 6 : 8;
            default -> 1;
        };
    }

    /** Devices by either of their names, else by their cores alone. */
    private static List<DeviceFact> neuron(Resources offered, Labels labels) {
        long named = Math.max(offered.get(NEURON), offered.get(NEURON + "device"));
        long cores = offered.get(NEURON + "core");
        long count = named > 0 ? named : cores;
        int each = named > 0 ? (int) Math.min(MOST, cores / named) : 0;
        List<DeviceFact> devices = new ArrayList<>();
        for (int i = 0; i < Math.min(count, MOST); i++) {
            List<SliceFact> slices = each > 1 ? slices("core", each) : List.of();
            devices.add(new DeviceFact(
                    Vendor.AWS, VendorModels.model("Neuron device", labels), OptionalLong.empty(), slices));
        }
        return devices;
    }
}
