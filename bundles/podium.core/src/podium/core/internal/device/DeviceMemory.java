// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.device;

import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import podium.model.value.Labels;
import podium.model.value.Resources;

/**
 * Memory of one whole device in bytes, as its node tells it. Sources: internal/lm/resource.go of NVIDIA/k8s-device-plugin
 * (nvidia.com/gpu.memory, in MiB), cmd/k8s-node-labeller of ROCm/k8s-device-plugin (gpu.vram, in GiB), Karpenter and EKS Auto Mode
 * (instance-gpu-memory, in MiB), CoreWeave (gpu.nvidia.com/vram, in GiB), and what Volcano's device plugin offers of all devices together
 * (volcano.sh/gpu-memory, in MiB), as gpushare of Alibaba Cloud (aliyun.com/gpu-mem, in GiB).
 */
final class DeviceMemory {
    private static final List<String> MEBIBYTES = List.of(
            "nvidia.com/gpu.memory", "karpenter.k8s.aws/instance-gpu-memory", "eks.amazonaws.com/instance-gpu-memory");
    /** CoreWeave's, and that of MindCluster (64G). */
    private static final List<String> GIBIBYTES = List.of("gpu.nvidia.com/vram", "mind-cluster/npu-chip-memory");

    private static final String ALIYUN_DEVICES = "aliyun.com/gpu-count";
    private static final String ALIYUN = "aliyun.com/gpu-mem";
    private static final Pattern AMD = Pattern.compile("(?:beta\\.)?amd\\.com/gpu\\.vram(?:\\.(\\d+)G)?");
    private static final String VOLCANO_DEVICES = "volcano.sh/gpu-number";
    private static final String VOLCANO = "volcano.sh/gpu-memory";
    private static final int MIB = 20;
    private static final int GIB = 30;
    /** A label with more than this counts bytes, whatever its maker says of it. */
    private static final long MOST_MIB = 1L << 24;

    private DeviceMemory() {}

    /** By the labels of the node; empty: they do not tell. */
    static OptionalLong labelled(Labels labels) {
        long mebibytes = mebibytes(labels);
        long bytes = mebibytes > 0 ? mebibytes : Math.max(amd(labels), first(labels, GIBIBYTES)) << GIB;
        return bytes > 0 ? OptionalLong.of(bytes) : OptionalLong.empty();
    }

    /**
     * By what the node offers, else by its labels.
     *
     * @param resource that counts the devices
     */
    static OptionalLong offered(String resource, Resources offered, Labels labels) {
        long all = VOLCANO_DEVICES.equals(resource)
                ? offered.get(VOLCANO)
                : ALIYUN_DEVICES.equals(resource) ? offered.get(ALIYUN) << GIB - MIB : 0;
        long mebibytes = all / Math.max(1, offered.get(resource));
        return mebibytes > 0 ? OptionalLong.of(mebibytes << MIB) : labelled(labels);
    }

    private static long mebibytes(Labels labels) {
        long amount = first(labels, MEBIBYTES);
        return amount < MOST_MIB ? amount << MIB : amount;
    }

    private static long first(Labels labels, List<String> keys) {
        return keys.stream()
                .mapToLong(key ->
                        NodeAccelerators.number(labels.get(key).orElse("").replaceFirst("Gi?B?$", "")))
                .filter(number -> number > 0)
                .findFirst()
                .orElse(0);
    }

    private static long amd(Labels labels) {
        long[] gibibytes = {0};
        labels.forEach((key, value) -> {
            Matcher vram = AMD.matcher(key);
            if (vram.matches()) {
                String amount = vram.group(1) == null ? value.replaceFirst("G$", "") : vram.group(1);
                gibibytes[0] = Math.max(gibibytes[0], NodeAccelerators.number(amount));
            }
        });
        return gibibytes[0];
    }
}
