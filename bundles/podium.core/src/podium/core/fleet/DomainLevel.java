// SPDX-License-Identifier: Apache-2.0
package podium.core.fleet;

import java.util.List;

/**
 * A level of the network between cluster and node, and the node labels it can be read from. In one cluster the first
 * label that any node carries is used.
 *
 * @param word what the level is called on screen
 * @param labelKeys label keys in order of preference
 * @param onlyIfItDivides the level is left out while all nodes that carry it are in one domain of it
 */
public record DomainLevel(String word, List<String> labelKeys, boolean onlyIfItDivides) {
    public DomainLevel {
        labelKeys = List.copyOf(labelKeys);
    }

    /**
     * The levels known out of the box, broadest first. Labels that name places people can walk to come before those
     * that name switches. Sources of the keys: Kubernetes and Kueue conventions, Topograph (fabric tiers count from the
     * node up), GKE, EKS (layer 1 is the broadest), OCI, GPU Feature Discovery (the clique is the NVLink domain). The
     * region is no level: one API server rarely spans two.
     */
    public static List<DomainLevel> presets() {
        return List.of(
                new DomainLevel("zone", List.of("topology.kubernetes.io/zone"), false),
                new DomainLevel(
                        "core",
                        List.of(
                                "fabric.topograph.run/tier-2",
                                "network.topology.nvidia.com/core",
                                "topology.k8s.aws/network-node-layer-1"),
                        true),
                new DomainLevel(
                        "block",
                        List.of(
                                "topology.kubernetes.io/block",
                                "cloud.provider.com/topology-block",
                                "cloud.google.com/gce-topology-block",
                                "oci.oraclecloud.com/host.network_block_id",
                                "topology.k8s.aws/network-node-layer-2",
                                "fabric.topograph.run/tier-1",
                                "network.topology.nvidia.com/spine"),
                        false),
                new DomainLevel(
                        "rack",
                        List.of(
                                "topology.kubernetes.io/rack",
                                "cloud.provider.com/topology-rack",
                                "cloud.google.com/gce-topology-subblock",
                                "oci.oraclecloud.com/host.rack_id",
                                "topology.k8s.aws/network-node-layer-3",
                                "fabric.topograph.run/tier-0",
                                "network.topology.nvidia.com/leaf"),
                        false),
                new DomainLevel(
                        "nvlink",
                        List.of(
                                "accelerator.topograph.run/domain",
                                "network.topology.nvidia.com/accelerator",
                                "nvidia.com/gpu.clique"),
                        false));
    }
}
