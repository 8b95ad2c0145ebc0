// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.device;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import podium.core.fleet.PciProducts;
import podium.model.fleet.Vendor;
import podium.model.value.Labels;

/**
 * Product names of accelerators from the labels that operators and clouds write, where GPU Feature Discovery wrote
 * none. Sources: cmd/k8s-node-labeller of ROCm/k8s-device-plugin (gpu.product-name, gpu.device-id), the NodeFeatureRules
 * of intel/intel-device-plugins-for-kubernetes (device-id.CLASS-ID.present), the labels of GKE, CoreWeave (docs, label selectors),
 * Karpenter of AWS and Azure, EKS Auto Mode, ACK, Koordinator and SkyPilot.
 */
final class VendorModels {
    private static final List<String> KEYS = List.of(
            "amd.com/gpu.product-name",
            "beta.amd.com/gpu.product-name",
            "gpu.intel.com/product",
            "habana.ai/product.name",
            "gpu.nvidia.com/model",
            "gpu.nvidia.com/class",
            "cloud.google.com/gke-tpu-accelerator",
            "cloud.google.com/gke-accelerator",
            "karpenter.k8s.aws/instance-gpu-name",
            "karpenter.k8s.aws/instance-accelerator-name",
            "eks.amazonaws.com/instance-gpu-name",
            "eks.amazonaws.com/instance-accelerator-name",
            "karpenter.azure.com/sku-gpu-name",
            "kubernetes.azure.com/sku-gpu-name",
            "alibabacloud.com/gpu-card-model",
            "aliyun.accelerator/nvidia_name",
            "node.kubernetes.io/npu.chip.name",
            "node.koordinator.sh/gpu-model",
            "metax-tech.com/gpu.product",
            "skypilot.co/accelerator",
            "accelerator");

    private static final Pattern INTEL_ID =
            Pattern.compile("gpu\\.intel\\.com/device-id\\.\\w{4}-(\\w{4})\\.(present|count)");

    private static final Pattern AMD_COUNTED = Pattern.compile("(?:beta\\.)?amd\\.com/gpu\\.product-name\\.(.*\\d.*)");

    private VendorModels() {}

    /** The product name; a maker alone is none. */
    static String model(String otherwise, Labels labels) {
        for (String key : KEYS) {
            String value = labels.get(key).orElse("");
            if (value.chars().anyMatch(Character::isDigit)) {
                return value;
            }
        }
        return counted(labels)
                .or(() -> byDeviceId(labels))
                .or(() -> byInstance(labels))
                .orElse(otherwise);
    }

    /** AMD's labeller counts products in the keys, and has no other label where a node has two; which GPU is which is not told then. */
    private static Optional<String> counted(Labels labels) {
        Set<String> products = new TreeSet<>();
        labels.forEach((key, value) -> {
            Matcher product = AMD_COUNTED.matcher(key);
            if (product.matches()) {
                products.add(product.group(1));
            }
        });
        return products.size() == 1 ? Optional.of(products.iterator().next()) : Optional.empty();
    }

    /** By the type of an instance of AWS, which has no other accelerators. */
    private static Optional<String> byInstance(Labels labels) {
        String type = labels.get("node.kubernetes.io/instance-type").orElse("");
        return type.matches("inf\\d.*")
                ? Optional.of("Inferentia")
                : type.matches("trn\\d.*") ? Optional.of("Trainium") : Optional.empty();
    }

    private static Optional<String> byDeviceId(Labels labels) {
        Optional<String> amd = labels.get("amd.com/gpu.device-id")
                .or(() -> labels.get("beta.amd.com/gpu.device-id"))
                .flatMap(id -> PciProducts.product(Vendor.AMD, id));
        String[] found = {amd.orElse("")};
        labels.forEach((key, value) -> {
            Matcher id = INTEL_ID.matcher(key);
            if (id.matches()) {
                found[0] = PciProducts.product(Vendor.INTEL, id.group(1)).orElse(found[0]);
            }
        });
        return found[0].isEmpty() ? Optional.empty() : Optional.of(found[0]);
    }
}
