// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.fleet;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import podium.core.fleet.PciProducts;
import podium.model.fleet.Vendor;
import podium.model.value.Labels;

/**
 * Product names of accelerators from the labels that operators and clouds write, where GPU Feature Discovery wrote
 * none. Sources: cmd/k8s-node-labeller of ROCm/k8s-device-plugin (gpu.product-name, gpu.device-id), the NodeFeatureRules
 * of intel/intel-device-plugins-for-kubernetes (device-id.CLASS-ID.present), the labels of GKE, Karpenter and ACK.
 */
final class VendorModels {
    private static final List<String> KEYS = List.of(
            "amd.com/gpu.product-name",
            "beta.amd.com/gpu.product-name",
            "gpu.intel.com/product",
            "cloud.google.com/gke-tpu-accelerator",
            "cloud.google.com/gke-accelerator",
            "karpenter.k8s.aws/instance-gpu-name",
            "karpenter.k8s.aws/instance-accelerator-name",
            "alibabacloud.com/gpu-card-model",
            "aliyun.accelerator/nvidia_name",
            "node.kubernetes.io/npu.chip.name",
            "accelerator");

    private static final Pattern INTEL_ID =
            Pattern.compile("gpu\\.intel\\.com/device-id\\.\\w{4}-(\\w{4})\\.(present|count)");

    private VendorModels() {}

    /** The product name; a maker alone is none. */
    static String model(Vendor vendor, String otherwise, Labels labels) {
        for (String key : KEYS) {
            String value = labels.get(key).orElse("");
            if (value.chars().anyMatch(Character::isDigit)) {
                return value;
            }
        }
        Optional<String> byId = byDeviceId(vendor, labels);
        if (byId.isPresent()) {
            return byId.get();
        }
        return vendor == Vendor.AWS
                ? labels.get("node.kubernetes.io/instance-type")
                        .map(type -> type.startsWith("inf") ? "Inferentia" : "Trainium")
                        .orElse(otherwise)
                : otherwise;
    }

    private static Optional<String> byDeviceId(Vendor vendor, Labels labels) {
        if (vendor == Vendor.AMD) {
            return labels.get("amd.com/gpu.device-id")
                    .or(() -> labels.get("beta.amd.com/gpu.device-id"))
                    .flatMap(id -> PciProducts.product(vendor, id));
        }
        String[] found = {""};
        if (vendor == Vendor.INTEL) {
            labels.forEach((key, value) -> {
                Matcher id = INTEL_ID.matcher(key);
                if (id.matches()) {
                    found[0] = PciProducts.product(vendor, id.group(1)).orElse(found[0]);
                }
            });
        }
        return found[0].isEmpty() ? Optional.empty() : Optional.of(found[0]);
    }
}
