// SPDX-License-Identifier: Apache-2.0
package podium.core.fleet;

import java.util.List;

/**
 * A level of the network between cluster and node, and the node labels it can be read from. In one cluster the first
 * label that any node carries is used.
 *
 * @param word what the level is called on screen
 * @param labelKeys label keys in order of trust
 */
public record DomainLevel(String word, List<String> labelKeys) {
    public DomainLevel {
        labelKeys = List.copyOf(labelKeys);
    }

    /**
     * The levels known out of the box, broadest first. Sources of the keys: Kubernetes well-known labels, Kueue's
     * topology examples, Topograph (fabric tiers count from the node up), GKE, EKS (layer 1 is the broadest), OCI, GPU
     * Feature Discovery (the clique is the NVLink domain).
     */
    public static List<DomainLevel> presets() {
        return List.of(
                new DomainLevel("zone", List.of("topology.kubernetes.io/zone")),
                new DomainLevel(
                        "core",
                        List.of(
                                "fabric.topograph.run/tier-2",
                                "network.topology.nvidia.com/core",
                                "topology.k8s.aws/network-node-layer-1")),
                new DomainLevel(
                        "block",
                        List.of(
                                "fabric.topograph.run/tier-1",
                                "network.topology.nvidia.com/spine",
                                "cloud.google.com/gce-topology-block",
                                "cloud.provider.com/topology-block",
                                "topology.k8s.aws/network-node-layer-2",
                                "oci.oraclecloud.com/host.network_block_id",
                                "topology.kubernetes.io/block")),
                new DomainLevel(
                        "rack",
                        List.of(
                                "fabric.topograph.run/tier-0",
                                "network.topology.nvidia.com/leaf",
                                "cloud.google.com/gce-topology-subblock",
                                "cloud.provider.com/topology-rack",
                                "topology.k8s.aws/network-node-layer-3",
                                "oci.oraclecloud.com/host.rack_id",
                                "topology.kubernetes.io/rack")),
                new DomainLevel(
                        "nvlink",
                        List.of(
                                "nvidia.com/gpu.clique",
                                "accelerator.topograph.run/domain",
                                "network.topology.nvidia.com/accelerator")));
    }
}
