// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.core.testkit.FleetBench;
import podium.core.testkit.Seen;
import podium.core.text.NaturalOrder;
import podium.model.fleet.Domain;

class DomainsTest {
    private static final String ZONE = "topology.kubernetes.io/zone";
    private static final String RACK = "topology.kubernetes.io/rack";
    private static final String CLIQUE = "nvidia.com/gpu.clique";

    private final FleetBench bench = new FleetBench();

    @Test
    void aNodeWithoutAnyOfTheLabelsLiesDirectlyInTheCluster() {
        bench.show(Seen.gpuNode("n1", 8));
        assertNull(bench.node("n1").getDomain());
        assertTrue(bench.cluster.getDomains().isEmpty());
    }

    @Test
    void levelsNestFromBroadToNarrowAndMissingOnesAreSkipped() {
        bench.show(
                Seen.gpuNode("n1", 8, ZONE, "a", RACK, "r1", CLIQUE, "c.1"),
                Seen.gpuNode("n2", 8, ZONE, "a", CLIQUE, "c.2"));
        assertEquals(List.of("nvlink c.1", "rack r1", "zone a"), path("n1"));
        assertEquals(List.of("nvlink c.2", "zone a"), path("n2"));
    }

    @Test
    void theSameRackNameInTwoZonesIsTwoRacks() {
        bench.show(Seen.gpuNode("n1", 8, ZONE, "a", RACK, "r1"), Seen.gpuNode("n2", 8, ZONE, "b", RACK, "r1"));
        assertEquals(2, bench.cluster.getDomains().size());
        assertTrue(bench.node("n1").getDomain() != bench.node("n2").getDomain());
    }

    @Test
    void ofSeveralLabelsForALevelTheFirstThatIsPresentIsUsed() {
        bench.show(Seen.gpuNode("n1", 8, "network.topology.nvidia.com/leaf", "leaf1", RACK, "r1"));
        assertEquals(RACK, bench.node("n1").getDomain().getLabelKey());
        assertEquals("r1", bench.node("n1").getDomain().getName());
    }

    /**
     * In the likeness of nodes of OKE (labeler of oracle-quickstart/oci-hpc-oke), CoreWeave (docs, InfiniBand and RoCE labels), Nebius
     * (nebius/soperator), EKS with a fabric of four layers and with UltraServers (amazon-vpc-resource-controller, HyperPod task
     * governance), GKE A4X, and Topograph 0.1.
     */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        OKE       | oci.oraclecloud.com/rdma.hpc_island_id=i,oci.oraclecloud.com/rdma.network_block_id=n,\
        oci.oraclecloud.com/rdma.local_block_id=l,oci.oraclecloud.com/host.gpu_memory_fabric_id=f | nvlink f, rack l, block n
        CoreWeave | backend.coreweave.cloud/superpod=0,backend.coreweave.cloud/leafgroup=14052417914232,\
        node.coreweave.cloud/rack=392,ds.coreweave.com/nvlink.domain=DH1-392 | nvlink DH1-392, rack 392, block 14052417914232
        older CW  | ib.coreweave.cloud/leafgroup=7,node.coreweave.cloud/rack=12 | rack 12, block 7
        Nebius    | topology.nebius.com/tier-2=spine01,topology.nebius.com/tier-1=leaf01,\
        topology.nebius.com/nvl-instance-group-id=g | nvlink g, rack leaf01, block spine01
        EKS       | topology.k8s.aws/network-node-layer-1=a,topology.k8s.aws/network-node-layer-2=b,\
        topology.k8s.aws/network-node-layer-3=c,topology.k8s.aws/network-node-layer-4=d | leaf d, rack c, block b
        EKS gb200 | topology.k8s.aws/network-node-layer-3=c,topology.k8s.aws/ultraserver-id=us-1 | nvlink us-1, rack c
        GKE       | topology.kubernetes.io/zone=z,cloud.google.com/gce-topology-block=b,\
        cloud.google.com/gce-topology-subblock=s | rack s, block b, zone z
        Topograph | network.topology.nvidia.com/block=l,network.topology.nvidia.com/spine=s | rack l, block s
        older AKS | failure-domain.beta.kubernetes.io/zone=westeurope-1 | zone westeurope-1
        """)
    void everyCloudSaysItsPlacesWithLabelsOfItsOwn(String cloud, String labels, String path) {
        bench.show(Seen.gpuNode("n1", 8, labels.trim().split("[=,]")));
        assertEquals(List.of(path.split(", ")), path("n1"));
    }

    @Test
    void aLevelThatIsShownOnlyIfItDividesAppearsWithItsSecondDomain() {
        String core = "fabric.topograph.run/tier-2";
        bench.show(Seen.gpuNode("n1", 8, core, "core-1", RACK, "r1"));
        assertEquals(List.of("rack r1"), path("n1"));
        bench.show(Seen.gpuNode("n2", 8, core, "core-2", RACK, "r2"));
        assertEquals(List.of("rack r1", "core core-1"), path("n1"));
        bench.show(Seen.gone("Node", "n2"));
        assertEquals(List.of("rack r1"), path("n1"));
    }

    @Test
    void aNodeMovesWhenItsLabelChangesAndAnEmptyDomainGoes() {
        bench.show(Seen.gpuNode("n1", 8, ZONE, "a", RACK, "r1"), Seen.gpuNode("n2", 8, ZONE, "a", RACK, "r2"));
        Domain zone = bench.cluster.getDomains().getFirst();
        bench.show(Seen.gpuNode("n1", 8, ZONE, "a", RACK, "r2"));
        assertSame(zone, bench.cluster.getDomains().getFirst());
        assertEquals(
                List.of("r2"), zone.getDomains().stream().map(Domain::getName).toList());
        assertTrue(bench.deltas.getLast().structure());
    }

    @Test
    void aDomainKeepsItsObjectWhenItsOnlyNodeIsSeenAgain() {
        bench.show(Seen.gpuNode("n1", 8, RACK, "r1"));
        Domain rack = bench.node("n1").getDomain();
        bench.show(Seen.gpuNode("n1", 4, RACK, "r1"));
        assertSame(rack, bench.node("n1").getDomain());
    }

    @Test
    void theLastNodeTakesItsDomainsWithIt() {
        bench.show(Seen.gpuNode("n1", 8, ZONE, "a", RACK, "r1"), Seen.gone("Node", "n1"));
        assertTrue(bench.cluster.getDomains().isEmpty());
        assertTrue(bench.cluster.getNodes().isEmpty());
    }

    @Test
    void domainsAreSortedAsPeopleCount() {
        bench.show(
                Seen.gpuNode("n1", 8, RACK, "r10"),
                Seen.gpuNode("n2", 8, RACK, "r2"),
                Seen.gpuNode("n3", 8, RACK, "r1"));
        assertEquals(
                List.of("r1", "r2", "r10"),
                bench.cluster.getDomains().stream().map(Domain::getName).toList());
    }

    @Test
    void naturalOrderIsAnOrder() {
        assertTrue(new NaturalOrder().compare("r2", "r10") < 0);
        assertTrue(new NaturalOrder().compare("r02", "r2") != 0);
        assertEquals(0, new NaturalOrder().compare("a1b2", "a1b2"));
        assertTrue(new NaturalOrder().compare("a", "a1") < 0);
        assertTrue(new NaturalOrder().compare("99999999999999999999", "100000000000000000000") < 0);
    }

    private List<String> path(String node) {
        List<String> path = new java.util.ArrayList<>();
        for (Domain d = bench.node(node).getDomain(); d != null; d = d.getParent()) {
            path.add(d.getLevel() + " " + d.getName());
        }
        return path;
    }
}
