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
     * node up; its version 0.1 called the leaf a block), GKE, EKS (layer 1 is the broadest; fabrics of four layers have one more below
     * the rack), EKS HyperPod (ultraserver-id), OKE's labeler (oracle-quickstart/oci-hpc-oke), CoreWeave (docs, InfiniBand and RoCE
     * labels), Nebius (soperator: tiers count from the node up, tier 0 is the NVLink domain), GPU Feature Discovery (the clique is the
     * NVLink domain). The region is no level: one API server rarely spans two.
     */
    public static List<DomainLevel> presets() {
        return List.of(
                new DomainLevel(
                        "zone",
                        List.of("topology.kubernetes.io/zone", "failure-domain.beta.kubernetes.io/zone"),
                        false),
                new DomainLevel(
                        "core",
                        List.of(
                                "fabric.topograph.run/tier-2",
                                "network.topology.nvidia.com/core",
                                "network.topology.nvidia.com/datacenter",
                                "topology.k8s.aws/network-node-layer-1",
                                "oci.oraclecloud.com/rdma.hpc_island_id",
                                "backend.coreweave.cloud/superpod",
                                "ib.coreweave.cloud/superpod",
                                "topology.nebius.com/gpu-cluster-id"),
                        true),
                new DomainLevel(
                        "block",
                        List.of(
                                "topology.kubernetes.io/block",
                                "cloud.provider.com/topology-block",
                                "cloud.google.com/gce-topology-block",
                                "oci.oraclecloud.com/rdma.network_block_id",
                                "oci.oraclecloud.com/host.network_block_id",
                                "topology.k8s.aws/network-node-layer-2",
                                "backend.coreweave.cloud/leafgroup",
                                "ib.coreweave.cloud/leafgroup",
                                "topology.nebius.com/tier-2",
                                "fabric.topograph.run/tier-1",
                                "network.topology.nvidia.com/spine"),
                        false),
                new DomainLevel(
                        "rack",
                        List.of(
                                "topology.kubernetes.io/rack",
                                "cloud.provider.com/topology-rack",
                                "cloud.google.com/gce-topology-subblock",
                                "oci.oraclecloud.com/rdma.local_block_id",
                                "oci.oraclecloud.com/host.rack_id",
                                "topology.k8s.aws/network-node-layer-3",
                                "node.coreweave.cloud/rack",
                                "topology.nebius.com/tier-1",
                                "fabric.topograph.run/tier-0",
                                "network.topology.nvidia.com/leaf",
                                "network.topology.nvidia.com/block"),
                        false),
                new DomainLevel("leaf", List.of("topology.k8s.aws/network-node-layer-4"), false),
                new DomainLevel(
                        "nvlink",
                        List.of(
                                "accelerator.topograph.run/domain",
                                "network.topology.nvidia.com/accelerator",
                                "nvidia.com/gpu.clique",
                                "ds.coreweave.com/nvlink.domain",
                                "oci.oraclecloud.com/host.gpu_memory_fabric_id",
                                "topology.k8s.aws/ultraserver-id",
                                "topology.nebius.com/nvl-instance-group-id",
                                "topology.nebius.com/tier-0"),
                        false));
    }
}
