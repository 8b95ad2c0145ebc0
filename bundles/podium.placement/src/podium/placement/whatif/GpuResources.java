// SPDX-License-Identifier: Apache-2.0
package podium.placement.whatif;

import java.util.HashMap;
import java.util.Map;
import podium.core.fleet.AcceleratorKind;
import podium.model.fleet.Cluster;
import podium.model.fleet.Node;

/** Which devices a cluster means by "GPU". */
public final class GpuResources {
    private GpuResources() {}

    /** The whole-device resource the cluster has most of; {@code nvidia.com/gpu} where it has none. In the realm. */
    public static String resource(Cluster cluster) {
        Map<String, Long> sums = new HashMap<>();
        for (Node node : cluster.getNodes()) {
            if (node.getAllocatable() != null) {
                node.getAllocatable().forEach((name, amount) -> AcceleratorKind.of(name)
                        .filter(kind -> !kind.slice())
                        .ifPresent(kind -> sums.merge(name, amount, Long::sum)));
            }
        }
        return sums.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse("nvidia.com/gpu");
    }
}
