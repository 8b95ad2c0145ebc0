// SPDX-License-Identifier: Apache-2.0
package podium.core.fleet;

import java.util.List;
import java.util.Optional;
import podium.model.fleet.Vendor;

/**
 * A resource name under which a device plugin or driver offers accelerators.
 *
 * @param resource name as in allocatable; one that ends in {@code *} matches by prefix
 * @param word what an operator calls one of it
 * @param slice true when one unit is a part of a device, not a device
 */
public record AcceleratorKind(String resource, Vendor vendor, String word, boolean slice) {
    /** Prefix of MIG resources (k8s-device-plugin, strategy mixed): {@code nvidia.com/mig-1g.10gb}. */
    public static final String MIG_PREFIX = "nvidia.com/mig-";

    /** Thousandths of devices, 1000 for each: how Alibaba's gpushare and its trace count shares. */
    public static final String THOUSANDTHS = "alibabacloud.com/gpu-milli";

    private static final List<AcceleratorKind> PRESETS = List.of(
            new AcceleratorKind("nvidia.com/gpu", Vendor.NVIDIA, "GPU", false),
            new AcceleratorKind("nvidia.com/gpu.shared", Vendor.NVIDIA, "GPU share", true),
            new AcceleratorKind(MIG_PREFIX + "*", Vendor.NVIDIA, "MIG slice", true),
            new AcceleratorKind("amd.com/gpu", Vendor.AMD, "GPU", false),
            new AcceleratorKind("gpu.intel.com/i915", Vendor.INTEL, "GPU", false),
            new AcceleratorKind("gpu.intel.com/xe", Vendor.INTEL, "GPU", false),
            new AcceleratorKind("habana.ai/gaudi*", Vendor.HABANA, "Gaudi", false),
            new AcceleratorKind("google.com/tpu", Vendor.GOOGLE, "TPU", false),
            new AcceleratorKind("aws.amazon.com/neuroncore", Vendor.AWS, "Neuron core", false),
            new AcceleratorKind("huawei.com/Ascend*", Vendor.ASCEND, "NPU", false),
            new AcceleratorKind("mthreads.com/gpu", Vendor.MOORE_THREADS, "GPU", false),
            new AcceleratorKind("alibabacloud.com/gpu-count", Vendor.UNKNOWN, "GPU", false));

    /** The kind a resource name belongs to; empty: it is no accelerator. */
    public static Optional<AcceleratorKind> of(String resource) {
        if (resource.indexOf('/') < 0) {
            return Optional.empty();
        }
        for (AcceleratorKind kind : PRESETS) {
            if (kind.matches(resource)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** "GPU" and "GPUs". */
    public String words(long amount) {
        return amount == 1 ? word : word + "s";
    }

    private boolean matches(String name) {
        return resource.endsWith("*")
                ? name.regionMatches(0, resource, 0, resource.length() - 1)
                : name.equals(resource);
    }
}
