// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.fleet;

import java.util.List;
import podium.core.fleet.AcceleratorKind;
import podium.model.value.Labels;

/** Product names of accelerators other than NVIDIA's, from the labels their operators and clouds write. */
final class VendorModels {
    private static final List<String> KEYS = List.of(
            "amd.com/gpu.product-name",
            "beta.amd.com/gpu.product-name",
            "gpu.intel.com/product",
            "cloud.google.com/gke-tpu-accelerator",
            "cloud.google.com/gke-accelerator",
            "alibabacloud.com/gpu-card-model",
            "node.kubernetes.io/npu.chip.name",
            "accelerator");

    private VendorModels() {}

    /** The product name; what the resource is called where no label tells. */
    static String model(AcceleratorKind kind, Labels labels) {
        for (String key : KEYS) {
            String value = labels.get(key).orElse("");
            if (!value.isEmpty()) {
                return value;
            }
        }
        return switch (kind.vendor()) {
            case HABANA -> kind.word();
            case AWS ->
                labels.get("node.kubernetes.io/instance-type")
                        .map(type -> type.startsWith("inf") ? "Inferentia" : "Trainium")
                        .orElse(kind.word());
            default -> "";
        };
    }
}
